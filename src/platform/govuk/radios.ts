import type { Html } from '#platform/html.ts'
import { type Choice, choiceFor, type Divider, shownByStyle } from './choices.ts'
import { errorMessageFor, fieldsetFor, type FormField, hintFor, type Label } from './form-field.ts'
import { macro } from './macros.ts'

interface Radios extends FormField {
  readonly legend: Label
  readonly value: string | undefined
  readonly items: readonly (Choice | Divider)[]
  readonly layout?: 'stacked' | 'inline' | 'small' | undefined
}

export const radios = (options: Radios): Html =>
  shownByStyle(
    macro('govukRadios', {
      idPrefix: options.name,
      name: options.name,
      value: options.value,
      fieldset: fieldsetFor(options.legend),
      hint: hintFor(options),
      errorMessage: errorMessageFor(options.errors, options.name),
      items: options.items.map(choiceFor),
      classes: options.layout === undefined || options.layout === 'stacked' ? '' : `govuk-radios--${options.layout}`,
    }),
  )
