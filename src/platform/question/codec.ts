import { z } from 'zod'

/** Parts of a line in that every question reads in the same way. */

/** The id of a line: it comes back with the answer. */
export const lineId = z.union([z.string().min(1), z.number()])

/** A day that the calendar has, from year 1800: checked by counting, read once. */
export const civilDay = z
  .string()
  .meta({ format: 'date' })
  .transform((text, context) => {
    const read = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayFrom(text) : undefined
    if (read !== undefined) return read
    context.addIssue({ code: 'custom', message: 'not-a-date' })
    return z.NEVER
  })

const dayFrom = (text: string): Temporal.PlainDate | undefined => {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
  if (year < 1800 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return new Temporal.PlainDate(year, month, day)
}

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
