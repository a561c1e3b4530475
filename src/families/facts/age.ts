import { span } from '#platform/said-dates.ts'

/** How old on a day, as far as the birth date was said. Whole units completed, never a guess. */
export type Age =
  | {
      readonly kind: 'exactly'
      readonly born: Temporal.PlainDate
      readonly years: number
      readonly months: number
      readonly days: number
    }
  | { readonly kind: 'between'; readonly least: number; readonly most: number }
  | { readonly kind: 'not-yet-born' }
  | { readonly kind: 'not-known' }

/**
 * Somebody born on 29 February is a year older on 1 March in other years (the day after the last day of February).
 *
 * @example ageOn('2024-02-29', 28 February 2025) is 11 months and 30 days; on 1 March 2025, 1 year
 * @example ageOn('2022', 1 June 2026) is between 3 and 4 years
 */
export const ageOn = (born: string | undefined, on: Temporal.PlainDate): Age => {
  const days = born === undefined ? undefined : span(born)
  if (days === undefined) return { kind: 'not-known' }
  if (Temporal.PlainDate.compare(days.first, on) > 0) return { kind: 'not-yet-born' }
  if (days.first.equals(days.last)) {
    const { years, months, days: rest } = days.first.until(on, { largestUnit: 'year' })
    return { kind: 'exactly', born: days.first, years, months, days: rest }
  }
  const most = days.first.until(on, { largestUnit: 'year' }).years
  return { kind: 'between', least: Math.max(0, days.last.until(on, { largestUnit: 'year' }).years), most }
}

/** A child is a person under 18 (Children Act 1989, section 105(1)). */
export const isChild = (age: Age): 'yes' | 'no' | 'not-known' => {
  if (age.kind === 'exactly') return age.years < 18 ? 'yes' : 'no'
  if (age.kind === 'between') return age.most < 18 ? 'yes' : age.least >= 18 ? 'no' : 'not-known'
  return age.kind === 'not-yet-born' ? 'yes' : 'not-known'
}
