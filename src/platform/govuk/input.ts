import type { Html } from '#platform/html.ts'
import { errorMessageFor, type FormField, hintFor, type Label, labelFor } from './form-field.ts'
import { macro } from './macros.ts'

interface Input extends FormField {
  readonly label: Label
  readonly value: string | undefined
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'search' | undefined
  readonly inputmode?: 'numeric' | 'decimal' | undefined
  readonly suffix?: string | undefined
  /** Off unless said otherwise: a shared computer must not offer one family's details on the form of the next. */
  readonly autocomplete?: string | undefined
  /** For names in any script: no red line under a name that the browser does not know. */
  readonly spellcheck?: boolean | undefined
}

export const input = (options: Input): Html =>
  macro('govukInput', {
    id: options.name,
    name: options.name,
    value: options.value,
    label: labelFor(options.label),
    hint: hintFor(options),
    errorMessage: errorMessageFor(options.errors, options.name),
    classes: options.width === undefined ? '' : `govuk-input--width-${options.width}`,
    type: options.type ?? 'text',
    inputmode: options.inputmode,
    suffix: options.suffix === undefined ? undefined : { text: options.suffix },
    autocomplete: options.autocomplete ?? 'off',
    spellcheck: options.spellcheck,
  })
