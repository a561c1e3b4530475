import { dateInput, radios } from '#platform/govuk/index.ts'
import type { DateParts } from '#platform/govuk/index.ts'
import type { Html } from '#platform/html.ts'
import { fieldText } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { FormState } from './form.ts'
import { sensitivityWords } from './words.ts'

/** The three boxes of a date as they were typed. */
export const datePartsTyped = (fields: FormFields, name: string): DateParts => ({ day: fieldText(fields, `${name}-day`), month: fieldText(fields, `${name}-month`), year: fieldText(fields, `${name}-year`) })

export const dateFields = (name: string, day: Temporal.PlainDate): FormFields => ({ [`${name}-day`]: String(day.day), [`${name}-month`]: String(day.month), [`${name}-year`]: String(day.year) })

export const dateField = (state: FormState, name: string, legend: string, hint?: string): Html =>
  dateInput({ name, legend, value: datePartsTyped(state.fields, name), errors: state.errors, ...(hint === undefined ? {} : { hint: { text: hint } }) })

export const typed = (state: FormState, name: string): string => fieldText(state.fields, name)

/** The writer chooses; nothing is chosen beforehand. */
export const sensitivities = ['ordinary', 'health', 'police', 'third-party'] as const

export const sensitivityField = (state: FormState): Html =>
  radios({
    name: 'sensitivity', legend: 'How private is it?', value: typed(state, 'sensitivity'), errors: state.errors, layout: 'small',
    items: [
      { value: 'ordinary', text: sensitivityWords.ordinary, hint: { text: 'Whoever works with the family and whose role sees contacts' } },
      { value: 'health', text: sensitivityWords.health, hint: { text: 'Only roles that see health' } },
      { value: 'police', text: sensitivityWords.police, hint: { text: 'Only police and social care' } },
      { value: 'third-party', text: sensitivityWords['third-party'], hint: { text: 'It tells of a person outside the family' } },
    ],
  })
