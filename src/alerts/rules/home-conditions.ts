import { given } from '#platform/given.ts'
import type { Circumstance, HomeForRules, OpenCondition, PersonForRules } from '../home-for-rules.ts'
import type { Reason } from '../reasons.ts'
import { any, met, notKnown, notMet } from './conditions.ts'
import type { Condition } from './conditions.ts'

/** What the rules ask of a home, one question each. */

/**
 * Somebody under an age sleeps here. Somebody whose age nobody knows may be: asking for the birth date is the housing officer's task.
 *
 * @example born 1 March 2022: under five on 28 February 2027, not on 1 March 2027
 */
export const childUnder = (home: HomeForRules, years: number): Condition => {
  if (home.people.length === 0) return seemsLivedIn(home) ? notKnown('who-sleeps-here', 'housing-officer') : notMet
  const young = home.people.filter(({ age }) => age !== undefined && age.most < years)
  if (young.length > 0)
    return met(
      [childrenOf(home)],
      young.flatMap(({ entries }) => entries),
    )
  const perhaps = home.people.filter((person) => mayBeUnder(person, years)).length
  return perhaps > 0 ? notKnown('birth-date', 'housing-officer', perhaps) : notMet
}

/** An empty home is not asked who sleeps in it: only one from which somebody applied, or in which somebody was placed. */
const seemsLivedIn = (home: HomeForRules): boolean =>
  home.bedAndBreakfast !== undefined ||
  home.applications.some(({ status }) => status === 'active' || status === 'suspended')

const mayBeUnder = ({ age }: PersonForRules, years: number): boolean =>
  age === undefined || (age.least < years && age.most >= years)

/** How many children, of whom under five and under one: as far as their ages are sure. */
export const childrenOf = ({ people }: HomeForRules): Reason => {
  const under = (years: number): number => people.filter(({ age }) => age !== undefined && age.most < years).length
  return { code: 'children', children: under(18), underFive: under(5), underOne: under(1) }
}

/** Somebody here is expecting. That nobody has said so is no fact to be asked of every home: it is told, and then it counts. */
export const expecting = ({ expected }: HomeForRules): Condition =>
  expected.length === 0
    ? notMet
    : met(
        expected.map(({ babies, due }): Reason => ({
          code: 'expecting',
          babies,
          ...(due === undefined ? {} : { due: due.said }),
        })),
        expected.flatMap(({ entries }) => entries),
      )

/**
 * A birth is due within some weeks, or was due and nobody has said how it ended. A month or a year is read to its last day.
 *
 * @example due 1 March 2027, 12 weeks: from 7 December 2026
 */
export const dueWithin = (home: HomeForRules, weeks: number): Condition =>
  any(
    ...home.expected.map((one): Condition => {
      if (one.due === undefined) return notKnown('due-date', 'health-visitor')
      return Temporal.PlainDate.compare(home.on, one.due.last.subtract({ weeks })) >= 0
        ? expecting({ ...home, expected: [one] })
        : notMet
    }),
  )

export const shortBy = ({ short, people }: HomeForRules, bedrooms: number): Condition => {
  if (people.length === 0) return notKnown('who-sleeps-here', 'housing-officer')
  if (short.is === 'not-known') return notKnown('bedrooms', 'housing-officer')
  if (short.least >= bedrooms) {
    const { least, most, needed, available, standard } = short
    return met([{ code: 'short-of-bedrooms', least, most, needed, available, standard }], short.entries)
  }
  return short.most >= bedrooms ? notKnown('sex-or-age', 'housing-officer') : notMet
}

/** Crowding by the Housing Act 1985. Rooms without sizes are asked for only where bedrooms are short, or nobody could say. */
export const statutory = ({ statutory: answer, short }: HomeForRules, asked: 'where-short' | 'always'): Condition => {
  if (answer.is === 'yes') return met([{ code: 'statutory', by: [...answer.by] }], answer.entries)
  if (answer.is === 'no' || (asked === 'where-short' && short.is === 'known' && short.most < 1)) return notMet
  return notKnown('room-sizes', 'housing-officer')
}

export const dampOrMould = (home: HomeForRules): Condition => {
  const damp = home.conditions.filter(({ what }) => damps.has(what))
  return damp.length === 0
    ? notMet
    : met(
        damp.map((one) => conditionReason(one, home.on)),
        damp.map(({ entry }) => entry),
      )
}
const damps: ReadonlySet<string> = new Set(['damp', 'mould', 'damp-and-mould'])

/** What the landlord or the council still owes this home stands beside everything that is said of it. */
export const conditionReason = ({ what, reportedOn, dueOn }: OpenCondition, on: Temporal.PlainDate): Reason => ({
  code: 'condition',
  what,
  reportedOn,
  ...(dueOn !== undefined && dueOn < on.toString() ? { overdueSince: dueOn } : {}),
})

/** @example first night 1 November 2026, more than 28 nights: from 29 November 2026, which is night 29 */
export const bedAndBreakfastOver = ({ bedAndBreakfast: stay }: HomeForRules, nights: number): Condition =>
  stay !== undefined && stay.nights > nights
    ? met([{ code: 'bed-and-breakfast', since: stay.since, nights }], stay.entries)
    : notMet

/** A suspended application is still a need for a home. */
export const onRegister = ({ applications }: HomeForRules): Condition => {
  const open = applications.filter(({ status }) => status === 'active' || status === 'suspended')
  if (open.length > 0) {
    return met(
      open.map(({ status, registeredOn }): Reason => ({
        code: 'on-register',
        ...given({ since: registeredOn }),
        ...(status === 'suspended' ? { suspended: 'yes' } : {}),
      })),
      open.map(({ entry }) => entry),
    )
  }
  return applications.some(({ status }) => status === 'not-known') ? notKnown('register', 'housing-officer') : notMet
}

export const circumstance = (
  known: Circumstance,
  reason: Reason,
  whenIs: 'yes' | 'no',
  missing: Condition,
): Condition => {
  if (known.is === 'not-known') return missing
  return known.is === whenIs ? met([reason], known.entries) : notMet
}
