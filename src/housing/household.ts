import { BirthStated, relationshipsOf, RelationshipStated, SexStated, span } from '#families/index.ts'
import type { PersonFacts, Relationship } from '#families/index.ts'
import type { Decision } from '#platform/decision.ts'
import { accept } from '#platform/decision.ts'
import { standing } from '#record/index.ts'
import type { Entry, EntryId } from '#record/index.ts'
import { sleepers } from './facts/home.ts'
import type { HomeFacts } from './facts/home.ts'
import type { Listed } from './facts/occupancy.ts'
import { compose } from './overcrowding/index.ts'
import type { Household, HouseholdFacts, HouseholdRefusal } from './overcrowding/index.ts'
import type { PersonId, RecordId } from './subjects.ts'

/** What the arithmetic needs to know of those who sleep here, beside their ages. */
export interface Bonds {
  readonly sex: ReadonlyMap<PersonId, 'male' | 'female'>
  readonly relationships: readonly Relationship[]
  /** The entries that sex was taken from. */
  readonly entries: ReadonlyMap<PersonId, readonly EntryId[]>
}

/** Sex and relationships of some people, from the entries about their records. */
export const bondsOf = (all: readonly Entry[], persons: ReadonlyMap<RecordId, PersonId>, people: ReadonlyMap<PersonId, PersonFacts>, on: Temporal.PlainDate): Bonds => {
  const sex = new Map<PersonId, 'male' | 'female'>()
  const entries = new Map<PersonId, EntryId[]>()
  for (const [person, facts] of people) {
    const shown = facts.sex.shown
    if (shown?.value === 'male' || shown?.value === 'female') {
      sex.set(person, shown.value)
      entries.set(person, shown.basis.map(({ entry }) => entry))
    }
  }
  return { sex, relationships: relationshipsOf(standing(all), persons, on).filter(({ type, current }) => current && (type === 'partner' || type === 'parent')), entries }
}

/** Kinds of entries that {@link bondsOf} needs. */
export const bondKinds: readonly string[] = [SexStated.kind, RelationshipStated.kind, BirthStated.kind]

/** A household ready for the six answers, and which entries each part of it was taken from. */
export interface Counted {
  readonly household: Household
  readonly restsOn: RestsOn
  readonly people: readonly PersonId[]
}

export interface RestsOn {
  readonly occupancy: readonly EntryId[]
  readonly births: readonly EntryId[]
  readonly sex: readonly EntryId[]
  readonly bonds: readonly EntryId[]
  readonly rooms: readonly EntryId[]
  readonly expected: readonly EntryId[]
}

/** The household that the standards count: who sleeps here on the day, with `also` those of whom it is not known. */
export const householdForOvercrowding = (
  home: HomeFacts, people: ReadonlyMap<PersonId, PersonFacts>, bonds: Bonds, on: Temporal.PlainDate, also: readonly Listed[] = [],
): Decision<Counted, HouseholdRefusal> => {
  const counted = [...sleepers(home), ...also].filter(({ person }) => people.get(person)?.noticesStop !== true && people.get(person)?.age.kind !== 'not-yet-born')
  const here = new Map(counted.map((one) => [one.person, one]))
  const couples = couplesOf(here, bonds.relationships)
  const parents = parentsOf(here, bonds.relationships, couples)
  const expected = expectedOf(here, people)
  const facts: HouseholdFacts = {
    id: home.home,
    on,
    people: counted.map(({ person }) => {
      const age = people.get(person)?.age
      const partner = couples.pairs.get(person)
      return {
        id: person,
        ...(age?.kind === 'exactly' ? { bornOn: age.born } : age?.kind === 'between' && age.least === age.most ? { age: age.least } : {}),
        sex: bonds.sex.get(person) ?? 'unknown',
        ...(partner === undefined ? {} : { partnerOf: partner }),
        childOf: parents.of.get(person) ?? [],
      }
    }),
    ...(home.rooms.shown === undefined ? {} : { rooms: home.rooms.shown.value.map(({ name, kind, area, usable }) => ({ name, kind, ...(area === undefined ? {} : { area }), usable: usable !== 'no' })) }),
    ...(home.building.bedrooms.shown === undefined ? {} : { bedrooms: home.building.bedrooms.shown.value }),
    expected: expected.map(({ due }) => ({ due })),
  }
  const composed = compose(facts)
  if (!composed.accepted) return composed
  return accept({
    household: withPartialAges(composed.value, people),
    people: counted.map(({ person }) => person),
    restsOn: {
      occupancy: counted.flatMap(({ shown, others }) => [shown, ...others].map(({ basis }) => basis.entry)),
      births: counted.flatMap(({ person }) => people.get(person)?.birth.shown?.basis.map(({ entry }) => entry) ?? []),
      sex: counted.flatMap(({ person }) => bonds.entries.get(person) ?? []),
      bonds: [...couples.entries, ...parents.entries],
      rooms: [home.rooms.shown?.basis.entry, ...(home.rooms.shown === undefined ? (home.building.bedrooms.shown?.basis.map(({ entry }) => entry) ?? []) : [])].filter((entry) => entry !== undefined),
      expected: expected.flatMap(({ entries }) => entries),
    },
  })
}

/** A year of birth, or a month, leaves two ages possible and no more. */
const withPartialAges = (household: Household, people: ReadonlyMap<PersonId, PersonFacts>): Household => ({
  ...household,
  people: household.people.map((one) => {
    const age = people.get(one.id)?.age
    return age?.kind === 'between' && age.least !== age.most ? { ...one, ageFrom: Math.max(one.ageFrom, age.least), ageTo: Math.min(one.ageTo, Math.max(age.most, one.ageFrom)) } : one
  }),
})

interface Couples {
  readonly pairs: ReadonlyMap<PersonId, PersonId>
  readonly entries: readonly EntryId[]
}

/** Two people who both sleep here and are said to be partners; of somebody with two partners, the one said last. Then what the landlord's list says. */
const couplesOf = (here: ReadonlyMap<PersonId, Listed>, relationships: readonly Relationship[]): Couples => {
  const pairs = new Map<PersonId, PersonId>()
  const entries: EntryId[] = []
  const pair = (one: PersonId, other: PersonId, from: readonly EntryId[]): void => {
    if (one === other || !here.has(one) || !here.has(other) || pairs.has(one) || pairs.has(other)) return
    pairs.set(one, other)
    pairs.set(other, one)
    entries.push(...from)
  }
  const newestFirst = relationships.filter(({ type }) => type === 'partner').toSorted((a, b) => newest(b) - newest(a))
  for (const { from, to, basis } of newestFirst) if (typeof from === 'object' && 'person' in from) pair(from.person, to, basis.map(({ entry }) => entry))
  for (const [agency, list] of Map.groupBy([...here.values()], ({ shown }) => shown.basis.agency)) {
    const lead = list.find(({ shown }) => shown.toLead === 'lead')
    const partner = list.find(({ shown }) => shown.toLead === 'partner' && shown.basis.agency === agency)
    if (lead !== undefined && partner !== undefined) pair(lead.person, partner.person, [lead.shown.basis.entry, partner.shown.basis.entry])
  }
  return { pairs, entries }
}

const newest = ({ basis }: Relationship): number => Math.max(...basis.map(({ recordedAt }) => recordedAt.epochMilliseconds))

const parentsOf = (here: ReadonlyMap<PersonId, Listed>, relationships: readonly Relationship[], couples: Couples): { of: ReadonlyMap<PersonId, PersonId[]>; entries: EntryId[] } => {
  const of = new Map<PersonId, PersonId[]>()
  const entries: EntryId[] = []
  const add = (parent: PersonId, child: PersonId, from: readonly EntryId[]): void => {
    if (parent === child || !here.has(parent) || !here.has(child) || couples.pairs.get(child) === parent || of.get(parent)?.includes(child) === true || of.get(child)?.includes(parent) === true) return
    of.set(child, [...(of.get(child) ?? []), parent])
    entries.push(...from)
  }
  for (const { type, from, to, basis } of relationships) if (type === 'parent' && typeof from === 'object' && 'person' in from) add(from.person, to, basis.map(({ entry }) => entry))
  for (const list of Map.groupBy([...here.values()], ({ shown }) => shown.basis.agency).values()) {
    const lead = list.find(({ shown }) => shown.toLead === 'lead')
    for (const child of list) if (lead !== undefined && (child.shown.toLead === 'child' || child.shown.toLead === 'stepchild' || child.shown.toLead === 'foster-child')) add(lead.person, child.person, [child.shown.basis.entry])
  }
  return { of, entries }
}

/** One for each baby expected; a month or a year that is said is read to its last day, so that no baby is counted early. Without a date it is told among what is not known. */
const expectedOf = (here: ReadonlyMap<PersonId, Listed>, people: ReadonlyMap<PersonId, PersonFacts>): { due: Temporal.PlainDate; entries: EntryId[] }[] =>
  [...here.keys()].flatMap((person) =>
    (people.get(person)?.pregnancies ?? []).flatMap(({ unborn, expected }) => {
      const due = expected.shown === undefined ? undefined : span(expected.shown.value)?.last
      if (due === undefined || unborn === 0) return []
      const entries = expected.shown?.basis.map(({ entry }) => entry) ?? []
      return Array.from({ length: unborn === 'not-known' ? 1 : unborn }, (_, at) => ({ due, entries: at === 0 ? entries : [] }))
    }),
  )

