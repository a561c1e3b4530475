import type { DayKey } from './household.ts'

/** Days are compared as numbers: reading a calendar object once is cheaper than asking it a hundred times. */
export const dayKey = (day: Temporal.PlainDate): DayKey => day.year * 10_000 + day.month * 100 + day.day

export const plainDate = (key: DayKey): Temporal.PlainDate =>
  new Temporal.PlainDate(Math.trunc(key / 10_000), Math.trunc(key / 100) % 100, key % 100)

/**
 * Age in completed years. Somebody born on 29 February turns on 1 March in a year without that day. Statute is silent on
 * this in Part X of the Housing Act 1985; the status of this choice is `unconfirmed`.
 *
 * @example born 29 February 2016 → 9 on 28 February 2026, 10 on 1 March 2026
 */
export const ageOn = (born: DayKey, on: DayKey): number => Math.floor((on - born) / 10_000)

/** The day on which somebody reaches an age in completed years. */
export const birthday = (born: DayKey, years: number): DayKey => {
  const day = born + years * 10_000
  return day % 10_000 === 229 && !isLeapYear(Math.trunc(day / 10_000)) ? day + 72 : day
}

/** Completed months, as used by local schemes that count a baby only from some month of life. */
export const monthsOn = (born: DayKey, on: DayKey): number => {
  const months =
    (Math.trunc(on / 10_000) - Math.trunc(born / 10_000)) * 12 +
    ((Math.trunc(on / 100) % 100) - (Math.trunc(born / 100) % 100))
  return on % 100 < born % 100 ? months - 1 : months
}

/** The first day on which `monthsOn` reaches a number of months: a missing 30th or 31st is the first of the next month. */
export const monthsBirthday = (born: DayKey, months: number): DayKey => {
  const from = Temporal.PlainYearMonth.from({ year: Math.trunc(born / 10_000), month: Math.trunc(born / 100) % 100 })
  const month = from.add({ months })
  const day = born % 100
  return day <= month.daysInMonth
    ? dayKey(month.toPlainDate({ day }))
    : dayKey(month.add({ months: 1 }).toPlainDate({ day: 1 }))
}

/** Week of a pregnancy of 40 weeks, from the due date. */
export const weekOfPregnancy = (due: DayKey, on: DayKey): number =>
  40 - Math.ceil(plainDate(on).until(plainDate(due), { largestUnit: 'days' }).days / 7)

/** The first day of a week of pregnancy. */
export const weekBegins = (due: DayKey, week: number): DayKey =>
  dayKey(plainDate(due).subtract({ days: (40 - week) * 7 }))

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
