import { bare } from '../check-digits.ts'
import { agrees } from '#platform/said-dates.ts'
import { folded } from '../folding.ts'
import { written } from './names.ts'
import type { AgencyId } from '#record/index.ts'
import type { FamilyId, PersonId, RecordId } from '../subjects.ts'
import type { Fact } from './basis.ts'
import type { PersonFacts } from './person.ts'
import type { Relationship } from './relationships.ts'

/** One of the two people that somebody thinks of as one. */
export interface Side {
  readonly person: PersonId
  readonly records: readonly RecordId[]
  readonly facts: PersonFacts
  readonly families: readonly FamilyId[]
  readonly hiddenAddress: boolean
  readonly closed: boolean
}

/** What would be so after a joining, told before it. `stop` marks what makes it impossible. */
export type Following =
  | { readonly what: 'record-closed'; readonly stop: true }
  | { readonly what: 'already-one-person'; readonly stop: true }
  | {
      readonly what: 'two-values'
      readonly of: 'birth' | 'death' | 'name' | 'sex' | 'nhs-number' | 'upn'
      readonly values: readonly string[]
    }
  | { readonly what: 'one-died'; readonly side: 0 | 1 }
  | { readonly what: 'related-to-each-other'; readonly relationships: readonly Relationship[] }
  | { readonly what: 'two-records-of-one-agency'; readonly agency: AgencyId }
  | { readonly what: 'one-family'; readonly family: FamilyId }
  | { readonly what: 'two-families'; readonly families: readonly FamilyId[] }
  | { readonly what: 'hidden-address-covers-both'; readonly hiddenNow: 0 | 1 }

export const whatFollows = (one: Side, other: Side, relationships: readonly Relationship[]): Following[] => {
  const following: Following[] = []
  if (one.closed || other.closed) following.push({ what: 'record-closed', stop: true })
  if (one.person === other.person) return [...following, { what: 'already-one-person', stop: true }]
  following.push(...twoValues(one.facts, other.facts))
  if ((one.facts.died === undefined) !== (other.facts.died === undefined))
    following.push({ what: 'one-died', side: one.facts.died === undefined ? 1 : 0 })
  const between = relationships.filter(
    ({ from, to }) =>
      typeof from === 'object' &&
      'person' in from &&
      new Set([from.person, to]).isSupersetOf(new Set([one.person, other.person])),
  )
  if (between.length > 0) following.push({ what: 'related-to-each-other', relationships: between })
  const agencies = new Set(one.facts.records.map(({ basis }) => basis.agency))
  for (const agency of new Set(other.facts.records.map(({ basis }) => basis.agency)))
    if (agencies.has(agency)) following.push({ what: 'two-records-of-one-agency', agency })
  const families = [...new Set([...one.families, ...other.families])].toSorted()
  if (families.length > 1) following.push({ what: 'two-families', families })
  else if (families[0] !== undefined) following.push({ what: 'one-family', family: families[0] })
  if (one.hiddenAddress !== other.hiddenAddress)
    following.push({ what: 'hidden-address-covers-both', hiddenNow: one.hiddenAddress ? 0 : 1 })
  return following
}

const twoValues = (one: PersonFacts, other: PersonFacts): Following[] => {
  const compared = [
    ['birth', said(one.birth, String), said(other.birth, String)],
    [
      'death',
      one.died === undefined ? undefined : said(one.died.on, String),
      other.died === undefined ? undefined : said(other.died.on, String),
    ],
    ['name', said(one.names.display, written), said(other.names.display, written)],
    ['sex', said(one.sex, String), said(other.sex, String)],
    [
      'nhs-number',
      said(one.nhsNumber, ({ number }) => bare(number)),
      said(other.nhsNumber, ({ number }) => bare(number)),
    ],
    ['upn', said(one.upn, ({ number }) => bare(number)), said(other.upn, ({ number }) => bare(number))],
  ] as const
  return compared.flatMap(([of, left, right]) => {
    if (left === undefined || right === undefined) return []
    const same =
      of === 'birth' || of === 'death'
        ? agrees(left, right)
        : of === 'name'
          ? folded(left) === folded(right)
          : left === right
    return same ? [] : [{ what: 'two-values', of, values: [left, right] }]
  })
}

const said = <T>(fact: Fact<T>, text: (value: T) => string): string | undefined =>
  fact.shown === undefined ? undefined : text(fact.shown.value)
