import { dateInput } from '#platform/govuk/index.ts'
import type { Label } from '#platform/govuk/index.ts'
import { fieldDay, fieldText } from '#platform/http/form.ts'
import type { FormFields } from '#platform/http/form.ts'
import { firstDay, inTheFuture } from '#platform/said-dates.ts'
import type { FieldRead, Unnamed } from './field.ts'
import { wrong } from './field.ts'

interface DayAsked {
  readonly legend: Label
  readonly hint?: string
  /** What it is, to begin an error: `The day`. */
  readonly what?: string
  readonly autocomplete?: 'birth-date'
  /** Today, where it must have happened. */
  readonly notAfter?: Temporal.PlainDate
}

/** A whole day, written `2026-11-23`; with `missing`, the words for who leaves it out. */
export function day(asked: DayAsked & { readonly missing: string }): Unnamed<string>
export function day(asked: DayAsked): Unnamed<string | undefined>
export function day(asked: DayAsked & { readonly missing?: string }): Unnamed<string | undefined> {
  return dayField(asked, (fields, name) => dayRead(fields, name, asked))
}

/** A day, a month of a year, or a year, as exact as somebody can say: `2026-11-23`, `2026-11`, `2026`. */
export function about(asked: DayAsked & { readonly missing: string }): Unnamed<string>
export function about(asked: DayAsked): Unnamed<string | undefined>
export function about(asked: DayAsked & { readonly missing?: string }): Unnamed<string | undefined> {
  return dayField(asked, (fields, name) => {
    const [onDay, month, year] = ['day', 'month', 'year'].map((part) => fieldText(fields, `${name}-${part}`))
    if (onDay === '' && /^\d{4}$/u.test(year ?? '')) {
      if (month === '') return { value: year }
      if (/^(?:0?[1-9]|1[0-2])$/u.test(month ?? '')) return { value: `${year}-${(month ?? '').padStart(2, '0')}` }
    }
    return dayRead(fields, name, asked)
  })
}

const dayField =
  (
    asked: DayAsked,
    read: (fields: FormFields, name: string) => FieldRead<string | undefined>,
  ): Unnamed<string | undefined> =>
  ({ name }) => ({
    name,
    draw: ({ fields, errors }) =>
      dateInput({
        name,
        legend: asked.legend,
        value: {
          day: fieldText(fields, `${name}-day`),
          month: fieldText(fields, `${name}-month`),
          year: fieldText(fields, `${name}-year`),
        },
        errors,
        autocomplete: asked.autocomplete,
        ...(asked.hint === undefined ? {} : { hint: { text: asked.hint } }),
      }),
    read: (fields) => {
      const found = read(fields, name)
      const first = 'value' in found && found.value !== undefined ? firstDay(found.value) : undefined
      return asked.notAfter !== undefined &&
        first !== undefined &&
        Temporal.PlainDate.compare(first, asked.notAfter) > 0
        ? wrong(name, inTheFuture)
        : found
    },
  })

const dayRead = (
  fields: FormFields,
  name: string,
  { what, missing }: DayAsked & { readonly missing?: string },
): FieldRead<string | undefined> => {
  const read = fieldDay(fields, name, what ?? 'The day')
  if ('day' in read) return { value: read.day.toString() }
  if ('error' in read) return { errors: [read.error] }
  return missing === undefined ? { value: undefined } : wrong(name, missing)
}
