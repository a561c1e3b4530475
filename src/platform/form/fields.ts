import { given } from '#platform/given.ts'
import type { Given } from '#platform/given.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { FormFields } from '#platform/http/form.ts'
import type { Field, FieldRead, Typing, Unnamed } from './field.ts'

type Asked = Readonly<Record<string, Unnamed<unknown>>>
type ValueOf<U> = U extends Unnamed<infer T> ? T : never
/** What a form's fields come to, by the same keys; what was left out is absent. */
export type Values<F extends Asked> = Given<{ [K in keyof F]: ValueOf<F[K]> }>

/** The questions of one form, in the order in which they are asked. */
export interface Fields<V> {
  /** All of them, or only these; a question asked within another's choice is drawn there. */
  readonly draw: (typing: Typing, ...names: readonly string[]) => Html
  /** Every answer, or everything that is to be put right. */
  readonly read: (fields: FormFields) => FieldRead<V>
  /** The answers that can be read, whatever is wrong with the others. */
  readonly readable: (fields: FormFields) => Partial<V>
  readonly names: readonly string[]
}

/**
 * Put questions together under the keys of the command that they ask for.
 *
 * @example
 * const asked = fieldsOf({ on: day({ legend: 'When?', missing: 'Enter the day' }), reason: text({ label: 'Why?', missing: 'Say why' }) })
 * asked.read(request.form) // { value: { on: '2026-11-23', reason: '…' } }, or { errors: […] }
 */
// The two signatures say the same; the compiler cannot follow a record of fields back to the record of their values.
export function fieldsOf<F extends Asked>(asked: F, named?: (key: string) => string): Fields<Values<F>>
export function fieldsOf(asked: Asked, named: (key: string) => string = (key) => key): Fields<object> {
  const fields: readonly (readonly [string, Field<unknown>])[] = Object.entries(asked).map(([key, make]) => {
    const within = (of: string): Field<unknown>[] =>
      fields.flatMap(([, field]) => (field.within?.key === of ? [field] : []))
    return [key, make({ name: named(key), named, within: () => within(key) })]
  })
  return {
    names: fields.map(([, { name }]) => name),
    draw: (typing, ...keys) =>
      html`${fields
        .filter(([key, { within }]) => (keys.length === 0 ? within === undefined : keys.includes(key)))
        .map(([, field]) => field.draw(typing))}`,
    read: (typed) => {
      const errors = fields.flatMap(([, field]) => {
        const read = field.read(typed)
        return 'errors' in read ? read.errors : []
      })
      return errors.length > 0 ? { errors } : { value: readable(fields, typed) }
    },
    readable: (typed) => readable(fields, typed),
  }
}

const readable = (fields: readonly (readonly [string, Field<unknown>])[], typed: FormFields): object => {
  const said = fields.flatMap(([key, field]) => {
    const read = field.read(typed)
    return 'value' in read ? [[key, read.value] as const] : []
  })
  return given(Object.fromEntries(said))
}
