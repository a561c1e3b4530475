import { z } from 'zod'

/** A day, a month or a year, as it was said: `2026-03-04`, `2026-03`, `2026`. What was not said is never filled in. */
export const partialDate = z.string().refine((text) => span(text) !== undefined, 'not a date')

/** To whoever records what has not happened yet. */
export const inTheFuture = 'The date is in the future. Record it when it has happened.'

interface Span {
  readonly first: Temporal.PlainDate
  readonly last: Temporal.PlainDate
}

/** The days that a partial date may mean, or undefined if it is no date at all. */
export const span = (text: string): Span | undefined => {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(text)
  if (parts === null) return undefined
  const [, year, month, day] = parts
  try {
    if (day !== undefined) {
      const only = Temporal.PlainDate.from(text, { overflow: 'reject' })
      return { first: only, last: only }
    }
    if (month !== undefined) {
      const whole = Temporal.PlainYearMonth.from(text, { overflow: 'reject' })
      return { first: whole.toPlainDate({ day: 1 }), last: whole.toPlainDate({ day: whole.daysInMonth }) }
    }
  } catch {
    return undefined
  }
  return { first: new Temporal.PlainDate(Number(year), 1, 1), last: new Temporal.PlainDate(Number(year), 12, 31) }
}

/** Can both be true of one day? `2024` and `2024-05-01` can; `2024-05-01` and `2024-05-02` cannot. */
export const agrees = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** By its first day; what has no date comes first, since nobody said when it began. */
export const byDate = (one: string | undefined, other: string | undefined): number => {
  const left = one === undefined ? '' : (span(one)?.first.toString() ?? one)
  const right = other === undefined ? '' : (span(other)?.first.toString() ?? other)
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * Does a state that held from one day until (exclusive) another hold on a day? A partial date is read so that the state is
 * not cut short: from its first day, until after its last.
 */
export const holdsOn = (from: string | undefined, until: string | undefined, on: Temporal.PlainDate): boolean => {
  const begins = firstDay(from)
  const ends = dayAfter(until)
  return (
    (begins === undefined || Temporal.PlainDate.compare(begins, on) <= 0) &&
    (ends === undefined || Temporal.PlainDate.compare(on, ends) < 0)
  )
}

export const firstDay = (from: string | undefined): Temporal.PlainDate | undefined =>
  from === undefined ? undefined : span(from)?.first

/** The first day on which it no longer held. A whole date is exclusive already; a month or a year ends with its last day. */
export const dayAfter = (until: string | undefined): Temporal.PlainDate | undefined => {
  const days = until === undefined ? undefined : span(until)
  if (days === undefined) return undefined
  return until?.length === 10 ? days.first : days.last.add({ days: 1 })
}
