import { Fault } from '#platform/fault.ts'

/**
 * Markup that is known to be safe to send. Only the `html` template and the platform's own `raw` make it, and the private
 * field makes the type nominal: a string, however it looks, is not Html and does not compile where Html is due.
 */
class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  static textOf(markup: Markup): string {
    return markup.#text
  }
}

export type Html = Markup

/** What may stand in a template. `true` is left out on purpose: `${seen}` would print "true" where a word is due. */
type HtmlValue = Html | string | number | undefined | false | readonly (Html | undefined | false)[]

const needsEscape = /[&<>"']/
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escape = (text: string): string =>
  needsEscape.test(text) ? text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign) : text

const shown = (value: HtmlValue): string => {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string') return escape(value)
  if (typeof value === 'number') return String(value)
  if (value instanceof Markup) return Markup.textOf(value)
  return value.map(shown).join('')
}

const checked = new WeakSet<TemplateStringsArray>()

/** Escaping protects a value inside quotes only: `<a href=${x}>` would let a space in x begin a new attribute. */
const refuseUnquotedAttributes = (strings: TemplateStringsArray): void => {
  let before = ''
  for (const part of strings.slice(0, -1)) {
    before += part
    const tag = before.slice(before.lastIndexOf('<'))
    const insideTag = tag.startsWith('<') && !tag.includes('>')
    // An odd number of quotes: the value stands inside some, as in href="/x?page=…".
    const insideQuotes = tag.split('"').length % 2 === 0
    if (part.endsWith('=') && insideTag && !insideQuotes) {
      throw new Fault('html.unquoted-attribute', `Quote the attribute after: ${part.slice(-40)}`)
    }
  }
  checked.add(strings)
}

/** Every value that is not already Html is escaped; undefined and false leave nothing behind. */
export const html = (strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => {
  if (!checked.has(strings)) refuseUnquotedAttributes(strings)
  let text = strings[0] ?? ''
  values.forEach((value, index) => {
    text += shown(value) + (strings[index + 1] ?? '')
  })
  return new Markup(text)
}

/** For the platform only, where markup comes from a component that has escaped it already. Rooms have no use for it. */
export const raw = (markup: string): Html => new Markup(markup)

export const renderToString = (markup: Html): string => Markup.textOf(markup)

export const nothing: Html = raw('')
