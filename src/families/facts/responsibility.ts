import { given } from '#platform/given.ts'
import type { Entry } from '#record/index.ts'
import { holdsOn } from '#platform/said-dates.ts'
import { ParentalResponsibilityStated } from '../entries/index.ts'
import type { ResponsibilityBasis, ResponsibilityState } from '../entries/index.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import { basisOf, factOf } from './basis.ts'
import type { Basis, Fact, Reading } from './basis.ts'
import { keyOf, otherOf } from './relationships.ts'
import type { Other } from './relationships.ts'

/** What is stated of one possible holder for one child. Nothing here was inferred. */
export interface Responsibility {
  readonly child: PersonId
  readonly holder: Other
  readonly state: Fact<Exclude<ResponsibilityState, 'not-known'>>
  readonly statements: readonly ResponsibilityStatement[]
}

interface ResponsibilityStatement {
  readonly state: ResponsibilityState
  /** On what it rests. */
  readonly on: ResponsibilityBasis
  readonly evidence?: string
  readonly verifiedBy?: string
  readonly verifiedOn?: string
  /** Whether it holds on the day asked for: an order may have ended, or not begun. */
  readonly inForce: boolean
  readonly basis: Basis
}

export const responsibilitiesOf = (
  entries: readonly Entry[],
  persons: ReadonlyMap<RecordId, PersonId>,
  on: Temporal.PlainDate,
): Responsibility[] => {
  const pairs = new Map<string, { child: PersonId; holder: Other; entries: Stated[] }>()
  for (const entry of entries.filter(ParentalResponsibilityStated.is)) {
    const child = persons.get(entry.body.child) ?? entry.body.child
    const holder = otherOf(entry.body.holder, persons)
    const key = `${child} ${keyOf(holder)}`
    const pair = pairs.get(key) ?? { child, holder, entries: [] }
    pair.entries.push(entry)
    pairs.set(key, pair)
  }
  return [...pairs.values()].map(({ child, holder, entries: stated }) => ({
    child,
    holder,
    state: factOf(stated.filter((entry) => holdsOn(entry.trueFrom, entry.trueUntil, on)).map(readingOf)),
    statements: stated.map((entry) => statementOf(entry, on)),
  }))
}

type Stated = Entry & { readonly body: ReturnType<typeof ParentalResponsibilityStated.parse> }

const readingOf = (entry: Stated): Reading<Exclude<ResponsibilityState, 'not-known'>> => ({
  entry,
  value: entry.body.state,
})

const statementOf = (entry: Stated, on: Temporal.PlainDate): ResponsibilityStatement => ({
  state: entry.body.state,
  on: entry.body.basis,
  ...given({ evidence: entry.body.evidence, verifiedBy: entry.body.verifiedBy, verifiedOn: entry.body.verifiedOn }),
  inForce: holdsOn(entry.trueFrom, entry.trueUntil, on),
  basis: basisOf(entry),
})
