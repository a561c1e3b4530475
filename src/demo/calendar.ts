import { london } from '#platform/dates.ts'

/** The demo's three years: every date is told as days before the day on which it was first loaded. */
export interface Calendar {
  /** The day of the first load. */
  readonly today: Temporal.PlainDate
  readonly day: (ago: number) => string
  /** The birth date of somebody who is this old on the day of the first load. */
  readonly bornAt: (age: { readonly years?: number; readonly months?: number; readonly days?: number }) => string
  /** How many days before the first load a day was. */
  readonly ago: (day: string) => number
  readonly begins: Temporal.Instant
  /** When something was recorded, the earliest first; nothing is recorded on the day of the load itself. */
  readonly steps: readonly Step[]
}

export interface Step {
  readonly ago: number
  readonly at: Temporal.Instant
}

const fortnights = 78
export const daysOfHistory = 14 * fortnights + 1
/** A fortnight is long for what happened lately. */
const lately = [22, 15, 10, 8, 5, 3, 2, 1]

export const calendarFrom = (today: Temporal.PlainDate): Calendar => {
  const on = (ago: number): Temporal.PlainDate => today.subtract({ days: ago })
  const at = (ago: number, hour: number): Temporal.Instant =>
    on(ago)
      .toZonedDateTime({ timeZone: london, plainTime: new Temporal.PlainTime(hour, 30) })
      .toInstant()
  const agos = [...Array.from({ length: fortnights - 1 }, (_, past) => daysOfHistory - 14 * past), ...lately]
  return {
    today,
    day: (ago) => on(ago).toString(),
    bornAt: (age) => today.subtract(age).toString(),
    ago: (day) => Temporal.PlainDate.from(day).until(today, { largestUnit: 'days' }).days,
    begins: at(daysOfHistory, 9),
    steps: agos.map((ago) => ({ ago, at: at(ago, 16) })),
  }
}

/** The calendar of a record that has begun: the first entry was made on its first morning. */
export const calendarOf = (begun: Temporal.Instant): Calendar =>
  calendarFrom(begun.toZonedDateTimeISO(london).toPlainDate().add({ days: daysOfHistory }))
