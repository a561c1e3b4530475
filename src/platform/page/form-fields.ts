import { dateInput } from '#platform/govuk/index.ts'
import type { DateParts, FormErrors } from '#platform/govuk/index.ts'
import type { Html } from '#platform/html.ts'
import { fieldText } from '#platform/http/form.ts'
import type { FormFields } from '#platform/http/form.ts'

/** What a field needs of its form: what was typed, and what is wrong. */
export interface Typing {
  readonly fields: FormFields
  readonly errors: FormErrors
}

export const typed = ({ fields }: Typing, name: string): string => fieldText(fields, name)

/** The three boxes of a date as they were typed. */
export const datePartsTyped = (fields: FormFields, name: string): DateParts => ({
  day: fieldText(fields, `${name}-day`),
  month: fieldText(fields, `${name}-month`),
  year: fieldText(fields, `${name}-year`),
})

export const dateFields = (name: string, day: Temporal.PlainDate): FormFields => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})

export const dateField = ({ fields, errors }: Typing, name: string, legend: string, hint?: string): Html =>
  dateInput({
    name,
    legend,
    value: datePartsTyped(fields, name),
    errors,
    ...(hint === undefined ? {} : { hint: { text: hint } }),
  })
