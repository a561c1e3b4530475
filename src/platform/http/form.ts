import { z } from 'zod'
import type { FormErrors } from '#platform/govuk/index.ts'

/** The fields of a form as they were sent: text, trimmed of nothing; several values under one name as a list. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>

const text = z.string().transform((typed) => withoutZeros(typed))
const fieldsShape = z.record(z.string(), z.union([text, z.array(text)]))

/** Parse a body at the edge. Anything that is not a form of text fields is an empty form. */
export const fieldsOf = (body: unknown): FormFields => {
  const parsed = fieldsShape.safeParse(body ?? {})
  return parsed.success ? parsed.data : {}
}

/** A text can hold a zero character, which no database keeps: nobody meant to type one. */
export const withoutZeros = (text: string): string => text.replaceAll('\0', '')

/** One text field, trimmed; empty when it was not sent. */
export const fieldText = (form: FormFields, name: string): string => {
  const value = form[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

/** Every value of a field that may be sent several times. */
export const fieldList = (form: FormFields, name: string): string[] => {
  const value = form[name]
  return (typeof value === 'string' ? [value] : [...(value ?? [])])
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

type DayRead =
  | { readonly day: Temporal.PlainDate }
  | { readonly error: FormErrors[number] }
  | { readonly left: 'empty' }

/**
 * A date asked in three boxes (`name-day`, `name-month`, `name-year`).
 *
 * @returns the day, nothing where all three are empty, or what is wrong with it, in words
 */
export const fieldDay = (form: FormFields, name: string, what: string): DayRead => {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => fieldText(form, `${name}-${part}`))
  if (day === '' && month === '' && year === '') return { left: 'empty' }
  const missing = [day === '' ? 'day' : '', month === '' ? 'month' : '', year === '' ? 'year' : ''].filter(
    (part) => part !== '',
  )
  if (missing.length > 0)
    return { error: { field: `${name}-${missing[0]}`, text: `${what} must have a ${missing.join(' and a ')}` } }
  if (![day, month, year].every((part) => /^\d{1,4}$/u.test(part ?? '')))
    return { error: { field: `${name}-day`, text: `${what} must be written in numbers, such as 27 3 2026` } }
  if ((year ?? '').length !== 4)
    return { error: { field: `${name}-year`, text: `${what} must have a year of four numbers, such as 2026` } }
  try {
    return {
      day: Temporal.PlainDate.from(
        { day: Number(day), month: Number(month), year: Number(year) },
        { overflow: 'reject' },
      ),
    }
  } catch {
    return { error: { field: `${name}-day`, text: `${what} must be a real date` } }
  }
}
