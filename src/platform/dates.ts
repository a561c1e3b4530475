/** Civil dates and instants. Days are days in London; nothing here reads a clock. */

export const london = 'Europe/London'

export interface Clock {
  readonly now: () => Temporal.Instant
}

/** The one place that asks what time it is. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that is told the time, for the demo's years and for tests. */
export interface SteppedClock extends Clock {
  readonly set: (to: Temporal.Instant) => void
}

export const steppedClock = (start: Temporal.Instant): SteppedClock => {
  let at = start
  return {
    now: () => at,
    set: (to) => {
      at = to
    },
  }
}

export const dayInLondon = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(london).toPlainDate()

/**
 * The last millisecond of a day in London: what "as known on" a bare date means.
 *
 * @example 29 March 2026 (clocks go forward) → 2026-03-29T22:59:59.999Z
 */
export const endOfDayInLondon = (day: Temporal.PlainDate): Temporal.Instant =>
  day.add({ days: 1 }).toZonedDateTime(london).toInstant().subtract({ milliseconds: 1 })

/** A bare date (`2026-03-29`: the end of that day in London) or an instant with its offset; undefined when it is neither. */
export const instantFrom = (text: string): Temporal.Instant | undefined => {
  try {
    return /^\d{4}-\d{2}-\d{2}$/u.test(text)
      ? endOfDayInLondon(Temporal.PlainDate.from(text))
      : Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}

/** A day written `2026-03-29`, or undefined. */
export const dayFrom = (text: string): Temporal.PlainDate | undefined => {
  try {
    return /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Temporal.PlainDate.from(text) : undefined
  } catch {
    return undefined
  }
}
