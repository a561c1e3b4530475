import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { Fault } from '#platform/fault.ts'
import { type Html, raw } from '#platform/html.ts'
import { dateTime, longDate } from '../page/dates.ts'

/** The one door to Nunjucks. Everything the official macros draw comes through here, so they can be replaced one by one. */

const packageFolder = (manifest: string): string => dirname(fileURLToPath(import.meta.resolve(manifest)))

const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(
    [
      join(packageFolder('govuk-frontend/package.json'), 'dist'),
      packageFolder('@ministryofjustice/frontend/package.json'),
    ],
    { noCache: false, watch: false },
  ),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
)

/** MoJ's timeline asks for this filter by name; their own needs a date library and reads the server's time zone. */
environment.addFilter('mojDate', (timestamp: string, type: string): string => {
  if (type === 'date') return longDate(Temporal.PlainDate.from(timestamp))
  if (type === 'datetime') return dateTime(Temporal.Instant.from(timestamp))
  throw new Fault('page.date-type', `The timeline knows date and datetime, not ${type}`)
})

const folderOf = (macro: string): string =>
  macro
    .replace(/^(govuk|moj)/, '')
    .replace(/[A-Z]/g, (letter, offset: number) => `${offset === 0 ? '' : '-'}${letter.toLowerCase()}`)

type MacroName = `govuk${string}` | `moj${string}`

const compiled = new Map<MacroName, nunjucks.Template>()

const templateOf = (name: MacroName): nunjucks.Template => {
  const known = compiled.get(name)
  if (known !== undefined) return known
  const house = name.startsWith('moj') ? 'moj' : 'govuk'
  const source = `{% from "${house}/components/${folderOf(name)}/macro.njk" import ${name} %}{{ ${name}(params) }}`
  const template = nunjucks.compile(source, environment)
  compiled.set(name, template)
  return template
}

/** Text among the options is escaped by the macro; the façade turns Html to text only where the macro marks it safe. */
export const macro = (name: MacroName, params: object): Html => raw(templateOf(name).render({ params }).trim())

/** For a value that the façade has escaped itself, where the macro's own escaping would not be exact enough. */
export const markedSafe = (escaped: string): object => new nunjucks.runtime.SafeString(escaped)
