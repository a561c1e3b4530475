import { given } from '#platform/given.ts'
import type { EntryId } from '#record/index.ts'
import type { Asker, MissingFact, Reason } from '../reasons.ts'

/** A condition of a rule: met, with its reasons and the entries they rest on; not met; or not known, and what is missing. */
export type Condition =
  | { readonly is: 'met'; readonly reasons: readonly Reason[]; readonly restsOn: readonly EntryId[] }
  | { readonly is: 'not-met' }
  | { readonly is: 'not-known'; readonly missing: readonly Missing[]; readonly restsOn: readonly EntryId[] }

export interface Missing {
  readonly what: MissingFact
  readonly ask: Asker
  readonly people?: number
}

export const notMet: Condition = { is: 'not-met' }
export const met = (reasons: readonly Reason[], restsOn: readonly EntryId[]): Condition => ({
  is: 'met',
  reasons,
  restsOn,
})
export const notKnown = (what: MissingFact, ask: Asker, people?: number): Condition => ({
  is: 'not-known',
  missing: [{ what, ask, ...given({ people }) }],
  restsOn: [],
})

/** Not met if any is not met, whatever is missing: then nobody need be asked. */
export const all = (...conditions: readonly Condition[]): Condition => {
  if (conditions.some(({ is }) => is === 'not-met')) return notMet
  return together(conditions, conditions.some(({ is }) => is === 'not-known') ? 'not-known' : 'met')
}

/** Met if any is met, with the reasons of all that are. */
export const any = (...conditions: readonly Condition[]): Condition => {
  if (conditions.some(({ is }) => is === 'met')) return together(conditions, 'met')
  return conditions.some(({ is }) => is === 'not-known') ? together(conditions, 'not-known') : notMet
}

/** The second only where the first is met: of a home that a rule does not concern nothing is asked. */
export const onlyIf = (first: Condition, then: () => Condition): Condition =>
  first.is === 'met' ? all(first, then()) : first

const together = (conditions: readonly Condition[], is: 'met' | 'not-known'): Condition => {
  const said = conditions.filter((condition) => condition.is !== 'not-met')
  const [only, ...more] = said
  // Most often one alone says anything, and then it is said already.
  if (only?.is === is && more.length === 0) return only
  const restsOn = [...new Set(said.flatMap((condition) => condition.restsOn))]
  if (is === 'met')
    return {
      is,
      reasons: distinct(said.flatMap((condition) => (condition.is === 'met' ? condition.reasons : []))),
      restsOn,
    }
  return {
    is,
    missing: distinct(said.flatMap((condition) => (condition.is === 'not-known' ? condition.missing : []))),
    restsOn,
  }
}

const distinct = <T>(all: readonly T[]): readonly T[] =>
  all.length < 2 ? all : [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
