import type { FormErrors } from '#platform/govuk/index.ts'
import type { Html } from '#platform/html.ts'
import type { FormFields } from '#platform/http/form.ts'

/** A form as it was typed, and what is wrong with it. */
export interface Typing {
  readonly fields: FormFields
  readonly errors: FormErrors
}

/** What was read of a field: its value, or what is to be put right, beside the input it is about. */
export type FieldRead<T> = { readonly value: T } | { readonly errors: FormErrors }

/** One question of a form: it draws itself, and reads, caps and refuses what was typed. Its name is the command's own key. */
export interface Field<T> {
  readonly name: string
  readonly draw: (typing: Typing) => Html
  readonly read: (fields: FormFields) => FieldRead<T>
  /** Asked only where another field has this value; drawn within that choice. */
  readonly within?: { readonly key: string; readonly value: string }
}

/** Where a field stands: its name in the form, and how it finds the fields beside it by their keys. */
export interface Place {
  readonly name: string
  readonly named: (key: string) => string
  /** The fields that are asked within answers of this one. */
  readonly within: () => readonly Field<unknown>[]
}

/** A field that does not know its name yet: `fieldsOf` gives it the key under which it stands. */
export type Unnamed<T> = (place: Place) => Field<T>

/** What is wrong with a text, as one error beside its field. */
export const wrong = (field: string, text: string): { readonly errors: FormErrors } => ({ errors: [{ field, text }] })
