import { given } from '#platform/given.ts'
import { span } from '#families/index.ts'
import type { Age, Other } from '#families/index.ts'
import type { Decision } from '#platform/decision.ts'
import { accept } from '#platform/decision.ts'
import type { EntryId } from '#record/index.ts'
import type { StatedRoom } from './entries/index.ts'
import { sleepers } from './facts/home.ts'
import type { Listed } from './facts/occupancy.ts'
import { compose } from './overcrowding/index.ts'
import type { Household, HouseholdFacts, HouseholdRefusal } from './overcrowding/index.ts'
import type { HomeId, PersonId } from './subjects.ts'

/** The entry that a part of an answer rests on. */
interface Cited {
  readonly entry: EntryId
}

/** What is counted of a person: facts folded from entries, or from the rows that lists keep. */
export interface Countable {
  readonly age: Age
  readonly noticesStop: boolean
  readonly sex: { readonly shown: { readonly value: string; readonly basis: readonly Cited[] } | undefined }
  readonly birth: { readonly shown: { readonly value: string; readonly basis: readonly Cited[] } | undefined }
  readonly pregnancies: readonly {
    readonly unborn: number | 'not-known'
    readonly expected: { readonly shown: { readonly value: string; readonly basis: readonly Cited[] } | undefined }
  }[]
}

/** What is counted of a home. */
export interface HomeCounted {
  readonly home: HomeId
  readonly sleeping: readonly Listed[]
  readonly rooms: { readonly shown: { readonly value: readonly StatedRoom[]; readonly basis: Cited } | undefined }
  readonly building: {
    readonly bedrooms: { readonly shown: { readonly value: number; readonly basis: readonly Cited[] } | undefined }
  }
}

/** Partners, and parents with their children, among those who sleep here. */
export interface Bond {
  readonly type: string
  readonly from: Other
  readonly to: PersonId
  readonly current: boolean
  readonly basis: readonly (Cited & { readonly recordedAt: Temporal.Instant })[]
}

/** A household ready for the six answers, and which entries each part of it was taken from. */
interface Counted {
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
  home: HomeCounted,
  people: ReadonlyMap<PersonId, Countable>,
  bonds: readonly Bond[],
  on: Temporal.PlainDate,
  also: readonly Listed[] = [],
): Decision<Counted, HouseholdRefusal> => {
  const counted = [...sleepers(home), ...also].filter(
    ({ person }) => people.get(person)?.noticesStop !== true && people.get(person)?.age.kind !== 'not-yet-born',
  )
  const here = new Map(counted.map((one) => [one.person, one]))
  const current = bonds.filter((bond) => bond.current)
  const couples = couplesOf(here, current)
  const parents = parentsOf(here, current, couples)
  const expected = expectedOf(here, people)
  const facts: HouseholdFacts = {
    id: home.home,
    on,
    people: counted.map(({ person }) => {
      const age = people.get(person)?.age
      const sex = people.get(person)?.sex.shown?.value
      const partner = couples.pairs.get(person)
      return {
        id: person,
        ...(age?.kind === 'exactly'
          ? { bornOn: age.born }
          : age?.kind === 'between' && age.least === age.most
            ? { age: age.least }
            : {}),
        sex: sex === 'male' || sex === 'female' ? sex : 'unknown',
        ...given({ partnerOf: partner }),
        childOf: parents.of.get(person) ?? [],
      }
    }),
    ...(home.rooms.shown === undefined
      ? {}
      : {
          rooms: home.rooms.shown.value.map(({ name, kind, area, usable }) => ({
            name,
            kind,
            ...given({ area }),
            usable: usable !== 'no',
          })),
        }),
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
      sex: counted.flatMap(({ person }) => people.get(person)?.sex.shown?.basis.map(({ entry }) => entry) ?? []),
      bonds: [...couples.entries, ...parents.entries],
      rooms: [
        home.rooms.shown?.basis.entry,
        ...(home.rooms.shown === undefined
          ? (home.building.bedrooms.shown?.basis.map(({ entry }) => entry) ?? [])
          : []),
      ].filter((entry) => entry !== undefined),
      expected: expected.flatMap(({ entries }) => entries),
    },
  })
}

/** A year of birth, or a month, leaves two ages possible and no more. */
const withPartialAges = (household: Household, people: ReadonlyMap<PersonId, Countable>): Household => ({
  ...household,
  people: household.people.map((one) => {
    const age = people.get(one.id)?.age
    return age?.kind === 'between' && age.least !== age.most
      ? {
          ...one,
          ageFrom: Math.max(one.ageFrom, age.least),
          ageTo: Math.min(one.ageTo, Math.max(age.most, one.ageFrom)),
        }
      : one
  }),
})

interface Couples {
  readonly pairs: ReadonlyMap<PersonId, PersonId>
  readonly entries: readonly EntryId[]
}

/** Two people who both sleep here and are said to be partners; of somebody with two partners, the one said last. Then what the landlord's list says. */
const couplesOf = (here: ReadonlyMap<PersonId, Listed>, relationships: readonly Bond[]): Couples => {
  const pairs = new Map<PersonId, PersonId>()
  const entries: EntryId[] = []
  const pair = (one: PersonId, other: PersonId, from: readonly EntryId[]): void => {
    if (one === other || !here.has(one) || !here.has(other) || pairs.has(one) || pairs.has(other)) return
    pairs.set(one, other)
    pairs.set(other, one)
    entries.push(...from)
  }
  const newestFirst = relationships.filter(({ type }) => type === 'partner').toSorted((a, b) => newest(b) - newest(a))
  for (const { from, to, basis } of newestFirst)
    if (typeof from === 'object' && 'person' in from)
      pair(
        from.person,
        to,
        basis.map(({ entry }) => entry),
      )
  for (const [agency, list] of Map.groupBy([...here.values()], ({ shown }) => shown.basis.agency)) {
    const lead = list.find(({ shown }) => shown.toLead === 'lead')
    const partner = list.find(({ shown }) => shown.toLead === 'partner' && shown.basis.agency === agency)
    if (lead !== undefined && partner !== undefined)
      pair(lead.person, partner.person, [lead.shown.basis.entry, partner.shown.basis.entry])
  }
  return { pairs, entries }
}

const newest = ({ basis }: Bond): number => Math.max(...basis.map(({ recordedAt }) => recordedAt.epochMilliseconds))

const parentsOf = (
  here: ReadonlyMap<PersonId, Listed>,
  relationships: readonly Bond[],
  couples: Couples,
): { of: ReadonlyMap<PersonId, PersonId[]>; entries: EntryId[] } => {
  const of = new Map<PersonId, PersonId[]>()
  const entries: EntryId[] = []
  const add = (parent: PersonId, child: PersonId, from: readonly EntryId[]): void => {
    if (
      parent === child ||
      !here.has(parent) ||
      !here.has(child) ||
      couples.pairs.get(child) === parent ||
      of.get(parent)?.includes(child) === true ||
      of.get(child)?.includes(parent) === true
    )
      return
    of.set(child, [...(of.get(child) ?? []), parent])
    entries.push(...from)
  }
  for (const { type, from, to, basis } of relationships)
    if (type === 'parent' && typeof from === 'object' && 'person' in from)
      add(
        from.person,
        to,
        basis.map(({ entry }) => entry),
      )
  for (const list of Map.groupBy([...here.values()], ({ shown }) => shown.basis.agency).values()) {
    const lead = list.find(({ shown }) => shown.toLead === 'lead')
    for (const child of list)
      if (
        lead !== undefined &&
        (child.shown.toLead === 'child' || child.shown.toLead === 'stepchild' || child.shown.toLead === 'foster-child')
      )
        add(lead.person, child.person, [child.shown.basis.entry])
  }
  return { of, entries }
}

/** One for each baby expected; a month or a year that is said is read to its last day, so that no baby is counted early. Without a date it is told among what is not known. */
const expectedOf = (
  here: ReadonlyMap<PersonId, Listed>,
  people: ReadonlyMap<PersonId, Countable>,
): { due: Temporal.PlainDate; entries: EntryId[] }[] =>
  [...here.keys()].flatMap((person) =>
    (people.get(person)?.pregnancies ?? []).flatMap(({ unborn, expected }) => {
      const due = expected.shown === undefined ? undefined : span(expected.shown.value)?.last
      if (due === undefined || unborn === 0) return []
      const entries = expected.shown?.basis.map(({ entry }) => entry) ?? []
      return Array.from({ length: unborn === 'not-known' ? 1 : unborn }, (_, at) => ({
        due,
        entries: at === 0 ? entries : [],
      }))
    }),
  )
