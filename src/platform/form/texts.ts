import { input, textarea } from '#platform/govuk/index.ts'
import type { Label } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import { fieldText } from '#platform/http/form.ts'
import type { FormFields } from '#platform/http/form.ts'
import type { FieldRead, Unnamed } from './field.ts'
import { wrong } from './field.ts'

interface TextAsked {
  readonly label: Label
  readonly hint?: string
  /** Several lines; otherwise one. */
  readonly rows?: number
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20
  readonly type?: 'text' | 'email' | 'tel'
  /** As many characters as an entry holds: a longer text is refused and never cut, since its end may be what matters. */
  readonly most?: number
  /** For names in any script: no red line under a name that the browser does not know. */
  readonly spellcheck?: false
}

/** A text; with `missing`, the words for who leaves it out. */
export function text(asked: TextAsked & { readonly missing: string }): Unnamed<string>
export function text(asked: TextAsked): Unnamed<string | undefined>
export function text(asked: TextAsked & { readonly missing?: string }): Unnamed<string | undefined> {
  const most = asked.most ?? (asked.rows === undefined ? 300 : 4000)
  return ({ name }) => ({
    name,
    draw: ({ fields, errors }) => {
      const shared = {
        name,
        label: asked.label,
        value: fieldText(fields, name),
        errors,
        ...(asked.hint === undefined ? {} : { hint: { text: asked.hint } }),
      }
      return asked.rows === undefined
        ? input({ ...shared, width: asked.width, type: asked.type, spellcheck: asked.spellcheck })
        : textarea({ ...shared, rows: asked.rows })
    },
    read: (fields) => textRead(fields, name, most, asked.missing),
  })
}

const textRead = (
  fields: FormFields,
  name: string,
  most: number,
  missing: string | undefined,
): FieldRead<string | undefined> => {
  const typed = fieldText(fields, name)
  if (typed === '') return missing === undefined ? { value: undefined } : wrong(name, missing)
  return typed.length > most ? wrong(name, `Use ${most} characters or fewer`) : { value: typed }
}

interface NumberAsked {
  readonly label: Label
  readonly hint?: string
  readonly suffix?: string
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20
  readonly least: number
  readonly most: number
  /** Otherwise said with the bounds. */
  readonly outOfBounds?: string
}

/** A whole number within bounds, as people write it: `3 250` and `3,250` are 3250. */
export function wholeNumber(asked: NumberAsked & { readonly missing: string }): Unnamed<number>
export function wholeNumber(asked: NumberAsked): Unnamed<number | undefined>
export function wholeNumber(asked: NumberAsked & { readonly missing?: string }): Unnamed<number | undefined> {
  return ({ name }) => ({
    name,
    draw: ({ fields, errors }) =>
      input({
        name,
        label: asked.label,
        value: fieldText(fields, name),
        width: asked.width ?? 5,
        inputmode: 'numeric',
        suffix: asked.suffix,
        errors,
        ...(asked.hint === undefined ? {} : { hint: { text: asked.hint } }),
      }),
    read: (fields) => {
      const typed = fieldText(fields, name).replaceAll(/[ ,]/gu, '')
      if (typed === '') return asked.missing === undefined ? { value: undefined } : wrong(name, asked.missing)
      const number = /^\d{1,9}$/u.test(typed) ? Number(typed) : undefined
      if (number !== undefined && number >= asked.least && number <= asked.most) return { value: number }
      return wrong(name, asked.outOfBounds ?? `Write a whole number from ${asked.least} to ${asked.most}`)
    },
  })
}

/** Carried by the form and not shown, such as which of several applications it puts right. */
export const carried =
  (value: string | undefined): Unnamed<string | undefined> =>
  ({ name }) => ({
    name,
    draw: ({ fields }) => {
      const now = fieldText(fields, name) === '' ? value : fieldText(fields, name)
      return html`${now !== undefined && now !== '' && html`<input type="hidden" name="${name}" value="${now}">`}`
    },
    read: (fields) => textRead(fields, name, 300, undefined),
  })
