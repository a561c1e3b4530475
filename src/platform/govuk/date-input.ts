import type { Html } from '#platform/html.ts'
import type { DateParts } from './date-parts.ts'
import { errorMessageFor, fieldsetFor, type FormField, hintFor, type Label } from './form-field.ts'
import { macro } from './macros.ts'

interface DateInput extends FormField {
  readonly legend: Label
  readonly value: DateParts | undefined
  readonly autocomplete?: 'birth-date' | undefined
}

const parts = ['day', 'month', 'year'] as const

/**
 * Three boxes named `<name>-day`, `<name>-month` and `<name>-year`. The day's id is the bare name, so that an error about
 * the whole date leads to the first box; an error about one part names that part's box and marks it alone.
 */
export const dateInput = (options: DateInput): Html => {
  const fieldOf = (part: (typeof parts)[number]): string => `${options.name}-${part}`
  const errors = options.errors ?? []
  const named = new Set(parts.filter((part) => errors.some((error) => error.field === fieldOf(part))))
  return macro('govukDateInput', {
    // Whichever of the two the day does not carry, so that every error's link arrives somewhere.
    id: named.has('day') ? options.name : `${options.name}-date`,
    namePrefix: options.name,
    fieldset: fieldsetFor(options.legend),
    hint: hintFor(options),
    errorMessage: errorMessageFor(errors, options.name, ...parts.map(fieldOf)),
    items: parts.map((part) => ({
      name: part,
      id: part === 'day' && !named.has('day') ? options.name : fieldOf(part),
      value: options.value?.[part],
      classes: part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
      error: named.has(part) ? true : undefined,
      autocomplete: options.autocomplete === undefined ? 'off' : `bday-${part}`,
    })),
  })
}
