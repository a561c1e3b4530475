import type { Html } from '#platform/html.ts'
import { errorMessageFor, type FormField, hintFor, type Label, labelFor } from './form-field.ts'
import { macro } from './macros.ts'

interface Select extends FormField {
  readonly label: Label
  readonly value: string | undefined
  readonly items: readonly { readonly value: string; readonly text: string }[]
  /** The line shown while nothing is chosen. Its value is empty: it is never taken for an answer. */
  readonly unchosen?: string | undefined
}

export const select = (options: Select): Html =>
  macro('govukSelect', {
    id: options.name,
    name: options.name,
    value: options.value,
    label: labelFor(options.label),
    hint: hintFor(options),
    errorMessage: errorMessageFor(options.errors, options.name),
    items: [...(options.unchosen === undefined ? [] : [{ value: '', text: options.unchosen }]), ...options.items],
  })
