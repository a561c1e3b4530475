/** Civil dates as deliveries write them. Rows go to staging as they are, so a date stays text once it is known to be one. */

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Is there such a day? 31 February is not one, nor is 29 February 2025. */
export const isDay = (day: string): boolean => {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const length =
    month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : (lengths[month - 1] ?? 0)
  const number = Number(day.slice(8, 10))
  return year > 0 && number >= 1 && number <= length
}

/**
 * The day in `2026-03-04`, `2026-03-04T10:30:00`, `2026-03-04 10:30:00.000` or `04/03/2026`, or undefined. Day before month,
 * as England writes it: nothing is guessed from the size of a number.
 */
export const dayOrMoment = (written: string): string | undefined => {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?Z?)?$/u.exec(written)
  if (iso !== null) return iso[1]
  const english = /^(\d{2})\/(\d{2})\/(\d{4})(?: ([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/u.exec(written)
  return english === null ? undefined : `${english[3]}-${english[2]}-${english[1]}`
}

/** The day of an instant in London. */
export const dayOfInstant = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO('Europe/London').toPlainDate().toString()
