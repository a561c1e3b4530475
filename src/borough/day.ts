/**
 * A day as a count of days since 1 January 1970. A borough draws millions of dates: counting is what keeps that quick. At the
 * borough's doors days are `Temporal.PlainDate` as everywhere.
 */
export type Day = number

const first = Temporal.PlainDate.from('1970-01-01')

export const dayOf = (date: Temporal.PlainDate): Day => first.until(date, { largestUnit: 'days' }).days

export const dateOf = (day: Day): Temporal.PlainDate => first.add({ days: day })

/** `2026-11-23`. */
export const written = (day: Day): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** Years, as days. */
export const years = (count: number): number => Math.round(count * 365.2425)

/** Completed years, to within a day of a birthday: for drawing people, not for judging a home. */
export const roughAge = (born: Day, on: Day): number => Math.floor((on - born) / 365.2425)
