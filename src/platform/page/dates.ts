const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** @example 23 November 2026 */
export const longDate = (date: Temporal.PlainDate): string => `${date.day} ${months[date.month - 1] ?? ''} ${date.year}`

/**
 * Wall time in the borough. 12am and 12pm are read either way, so they are said in words.
 * @example 4:05pm, midday, midnight (start of the day)
 */
const clockTime = (time: Temporal.PlainTime): string => {
  if (time.minute === 0 && time.hour === 0) return 'midnight (start of the day)'
  if (time.minute === 0 && time.hour === 12) return 'midday'
  const hour = time.hour % 12 === 0 ? 12 : time.hour % 12
  return `${hour}:${String(time.minute).padStart(2, '0')}${time.hour < 12 ? 'am' : 'pm'}`
}

/** @example 23 November 2026 at 4:05pm */
export const dateTime = (instant: Temporal.Instant): string => {
  const local = instant.toZonedDateTimeISO('Europe/London')
  return `${longDate(local.toPlainDate())} at ${clockTime(local.toPlainTime())}`
}

/** A civil date as it is; an instant with its time of day. */
export const dateOrTime = (when: Temporal.PlainDate | Temporal.Instant): string =>
  when instanceof Temporal.PlainDate ? longDate(when) : dateTime(when)

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/**
 * Age as the people who work with small children say it: days until two weeks (the health visitor's first visit falls at
 * 10 to 14 days), weeks until four months (the 6 to 8 week review and the 8, 12 and 16 week immunisations are spoken of
 * in weeks), months until two years, then whole years. Units are always completed ones. A child born on 29 February
 * comes of age on 1 March in other years.
 *
 * @example born 3 November 2026, on 23 November 2026: "2 weeks"
 */
export const ageInWords = (birth: Temporal.PlainDate, on: Temporal.PlainDate): string => {
  const days = birth.until(on, { largestUnit: 'day' }).days
  const monthsOld = birth.until(on, { largestUnit: 'month' }).months
  if (days < 0) return 'not yet born'
  if (days === 0) return 'under 1 day'
  if (days < 14) return counted(days, 'day')
  if (monthsOld < 4) return counted(Math.floor(days / 7), 'week')
  if (monthsOld < 24) return counted(monthsOld, 'month')
  return counted(birth.until(on, { largestUnit: 'year' }).years, 'year')
}

/** @example expected 4 March 2027 */
export const expectedOn = (date: Temporal.PlainDate): string => `expected ${longDate(date)}`
