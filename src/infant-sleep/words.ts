import type { Gestation, HowKnown, Says } from './entries.ts'

/** How this room speaks of a baby: what is so, and nobody's fault. */

/** @example 36 weeks and 1 day */
export const gestationWords = ({ weeks, days }: Gestation): string =>
  `${counted(weeks, 'week')}${days === undefined || days === 0 ? '' : ` and ${counted(days, 'day')}`}`

/** @example 2,310 grams */
export const gramsWords = (grams: number): string => `${grams.toLocaleString('en-GB')} grams`

/** Of babies who are expected it is said of those who will live with them. */
export const smokingWords = (says: Exclude<Says, 'not-known'>, expected: boolean): string =>
  `${says === 'yes' ? 'Somebody' : 'Nobody'} who ${expected ? 'will live or sleep' : 'lives or sleeps'} with the baby smokes`
export const illnessWords: Readonly<Record<Exclude<Says, 'not-known'>, string>> = { yes: 'Ill', no: 'Not ill' }
export const howWords: Readonly<Record<HowKnown, string>> = {
  seen: 'seen',
  told: 'told',
  read: 'read in a record',
  'not-known': 'not said how',
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`
