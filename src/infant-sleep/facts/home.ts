import { given } from '#platform/given.ts'
import type { Circumstance, InfantFacts } from './infant.ts'

/** What is known of the babies of one home together, as an alert about the home asks it. */
export interface HomeInfantFacts {
  /** Of those who are born. */
  readonly premature: Circumstance
  readonly ill: Circumstance
  /** Of those who are born and those who are expected. */
  readonly smoker: Circumstance
  readonly agesOn?: Temporal.PlainDate
}

/**
 * So where it is so of one baby; not so where it is known not to be of each. Smoke near a baby who lives here is asked of each of them;
 * a baby who is expected by somebody here is asked about only where none is born: it is the same home.
 */
export const homeInfantFacts = (born: readonly InfantFacts[], expected: readonly InfantFacts[]): HomeInfantFacts => {
  const ages = born
    .flatMap(({ illnessAgesOn }) => illnessAgesOn ?? [])
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))[0]
  const smoke = [...born, ...expected].map(({ smoker }) => smoker)
  const anySmoke = ofEach(smoke)
  return {
    premature: ofEach(born.map(({ earlyOrSmall }) => earlyOrSmall)),
    ill: ofEach(born.map(({ ill }) => ill)),
    smoker: anySmoke.is === 'yes' || born.length === 0 ? anySmoke : ofEach(born.map(({ smoker }) => smoker)),
    ...given({ agesOn: ages }),
  }
}

const ofEach = (all: readonly Circumstance[]): Circumstance => {
  const known = all.filter((one) => one.is !== 'not-known')
  const yes = known.filter(({ is }) => is === 'yes')
  if (yes.length > 0) return { is: 'yes', entries: yes.flatMap(({ entries }) => entries) }
  return known.length === 0 || known.length < all.length
    ? { is: 'not-known' }
    : { is: 'no', entries: known.flatMap(({ entries }) => entries) }
}
