import type { Html } from '#platform/html.ts'
import { type Choice, choiceFor, type Divider, shownByStyle } from './choices.ts'
import { errorMessageFor, fieldsetFor, type FormField, hintFor, type Label } from './form-field.ts'
import { macro } from './macros.ts'

interface Checkboxes extends FormField {
  readonly legend: Label
  readonly values: readonly string[]
  /** An exclusive choice ("None of these") clears the others when it is ticked. */
  readonly items: readonly ((Choice & { readonly exclusive?: boolean | undefined }) | Divider)[]
  readonly layout?: 'stacked' | 'small' | undefined
}

export const checkboxes = (options: Checkboxes): Html =>
  shownByStyle(
    macro('govukCheckboxes', {
      idPrefix: options.name,
      name: options.name,
      values: options.values,
      fieldset: fieldsetFor(options.legend),
      hint: hintFor(options),
      errorMessage: errorMessageFor(options.errors, options.name),
      items: options.items.map((item) => ({
        ...choiceFor(item),
        behaviour: 'exclusive' in item && item.exclusive === true ? 'exclusive' : undefined,
      })),
      classes: options.layout === 'small' ? 'govuk-checkboxes--small' : '',
    }),
  )
