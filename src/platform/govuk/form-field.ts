import { escape } from '#platform/html.ts'
import type { Content } from './content.ts'
import { optionalContentFor } from './content.ts'

/** One thing to put right. `field` is the name of the input, which is also its id, so that the summary can link to it. */
interface FieldError {
  readonly field: string
  readonly text: string
}

export type FormErrors = readonly FieldError[]

/** A label is plain words; on a page that asks one question it may be the page's heading. */
export type Label =
  | string
  | { readonly text: string; readonly size?: 's' | 'm' | 'l' | undefined; readonly pageHeading?: boolean | undefined }

export interface FormField {
  readonly name: string
  readonly hint?: Content | undefined
  readonly errors?: FormErrors | undefined
}

const labelParts = (label: Label): Exclude<Label, string> => (typeof label === 'string' ? { text: label } : label)

export const labelFor = (label: Label): object => {
  const { text, size, pageHeading } = labelParts(label)
  return { text, isPageHeading: pageHeading === true, classes: size === undefined ? '' : `govuk-label--${size}` }
}

export const fieldsetFor = (legend: Label): object => {
  const { text, size, pageHeading } = labelParts(legend)
  return { legend: { text, isPageHeading: pageHeading === true, classes: `govuk-fieldset__legend--${size ?? 's'}` } }
}

/** Rules give every reason at once; all that belong to this field stand beside it, one a line. */
export const errorMessageFor = (errors: FormErrors | undefined, ...fields: readonly string[]): object | undefined => {
  const texts = (errors ?? []).filter((error) => fields.includes(error.field)).map((error) => error.text)
  if (texts.length === 0) return undefined
  return texts.length === 1 ? { text: texts[0] } : { html: texts.map(escape).join('<br>') }
}

export const hintFor = (field: FormField): object | undefined => optionalContentFor(field.hint)
