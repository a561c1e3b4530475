/**
 * A day as a count of days since 1 January 1970. A borough draws millions of dates: counting is what keeps that quick. At the
 * borough's doors days are `Temporal.PlainDate` as everywhere.
 */
export type Day = number

const first = Temporal.PlainDate.from('1970-01-01')

export const dayOf = (date: Temporal.PlainDate): Day => first.until(date, { largestUnit: 'days' }).days

/** What a day is once it was made. A borough's dates lie within a long life, some forty thousand days, so this stays small however many people there are. */
const remembering = <T>(make: (day: Day) => T): ((day: Day) => T) => {
  const known = new Map<Day, T>()
  return (day) => {
    const made = known.get(day) ?? make(day)
    if (known.size < 60_000) known.set(day, made)
    return made
  }
}

export const dateOf = remembering((day) => first.add({ days: day }))

/** `2026-11-23`. */
export const written = remembering((day) => dateOf(day).toString())

/** Years, as days. */
export const years = (count: number): number => Math.round(count * 365.2425)

/** Completed years, to within a day of a birthday: for drawing people, not for judging a home. */
export const roughAge = (born: Day, on: Day): number => Math.floor((on - born) / 365.2425)
