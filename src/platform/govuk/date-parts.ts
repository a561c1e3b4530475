/** A date as typed: three boxes, kept as they are so that a form comes back as it was sent. */
export interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** What may be wrong with a typed date, and at which box. */
type DateProblem = 'date.missing' | 'date.incomplete' | 'date.not-real'

type ReadDate =
  | { readonly read: true; readonly date: Temporal.PlainDate }
  | { readonly read: false; readonly problem: DateProblem; readonly field: string }

export const datePartsOf = (date: Temporal.PlainDate): DateParts => ({
  day: String(date.day),
  month: String(date.month),
  year: String(date.year),
})

/** The three boxes of one date among a form's fields. */
export const datePartsIn = (fields: Readonly<Record<string, string | undefined>>, name: string): DateParts => ({
  day: (fields[`${name}-day`] ?? '').trim(),
  month: (fields[`${name}-month`] ?? '').trim(),
  year: (fields[`${name}-year`] ?? '').trim(),
})

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A month may be typed as a number or a name: people who write "March" should not have to count. */
const monthNumber = (typed: string): number =>
  /^\d{1,2}$/.test(typed)
    ? Number(typed)
    : /^[a-z]{3,9}$/i.test(typed)
      ? monthNames.indexOf(typed.slice(0, 3).toLowerCase()) + 1
      : 0

/**
 * Reads a typed date. Nothing is guessed: two-digit years, and days that the month does not have, are not real dates.
 * @example 31, 2, 2025 is not real; 4, March, 2025 is 4 March 2025
 */
export const readDate = (parts: DateParts, name: string): ReadDate => {
  const empty = (['day', 'month', 'year'] as const).filter((part) => parts[part] === '')
  if (empty.length === 3) return { read: false, problem: 'date.missing', field: name }
  const [firstEmpty] = empty
  if (firstEmpty !== undefined) return { read: false, problem: 'date.incomplete', field: `${name}-${firstEmpty}` }
  const day = /^\d{1,2}$/.test(parts.day) ? Number(parts.day) : 0
  const month = monthNumber(parts.month)
  const year = /^\d{4}$/.test(parts.year) ? Number(parts.year) : 0
  if (year < 1900) return { read: false, problem: 'date.not-real', field: `${name}-year` }
  if (month < 1 || month > 12) return { read: false, problem: 'date.not-real', field: `${name}-month` }
  if (day < 1 || day > new Temporal.PlainYearMonth(year, month).daysInMonth) {
    return { read: false, problem: 'date.not-real', field: `${name}-day` }
  }
  return { read: true, date: new Temporal.PlainDate(year, month, day) }
}
