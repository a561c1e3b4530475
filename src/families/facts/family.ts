import { standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { holdsOn } from '#platform/said-dates.ts'
import { folded } from '../folding.ts'
import { FamiliesMerged, FamilyNamed, FamilyOpened, FamilySplit } from '../entries/index.ts'
import type { FamilyId, PersonId, RecordId } from '../subjects.ts'
import { basisOf, factOf } from './basis.ts'
import type { Basis, Fact } from './basis.ts'
import { byPerson } from './clusters.ts'
import { householdsOf } from './households.ts'
import type { Households } from './households.ts'
import { membershipsOf } from './memberships.ts'
import type { Membership } from './memberships.ts'
import { shortName, written } from './names.ts'
import { personFacts } from './person.ts'
import type { PersonFacts } from './person.ts'
import type { Pregnancy } from './pregnancies.ts'
import { relationshipsOf } from './relationships.ts'
import type { Other, Relationship } from './relationships.ts'
import { responsibilitiesOf } from './responsibility.ts'
import type { Responsibility } from './responsibility.ts'
import { unknownsOf } from './unknowns.ts'
import type { Unknown } from './unknowns.ts'

export interface Member {
  readonly person: PersonId
  readonly facts: PersonFacts
  readonly memberships: readonly Membership[]
}

export interface FamilyFacts {
  readonly family: FamilyId
  readonly opened?: { readonly on: Temporal.PlainDate; readonly basis: Basis }
  readonly name: Fact<string>
  /** Members on the day, children first, the eldest first; twins by name. */
  readonly members: readonly Member[]
  /** Who belonged to it before, or will from a later day. */
  readonly others: readonly Member[]
  readonly children: readonly PersonId[]
  readonly unborn: readonly { readonly mother: PersonId; readonly pregnancy: Pregnancy }[]
  readonly relationships: readonly Relationship[]
  readonly responsibilities: readonly Responsibility[]
  readonly households: Households
  /** People who matter to the family and are not members of it. */
  readonly network: readonly Other[]
  readonly unknowns: readonly Unknown[]
  readonly changes: readonly {
    readonly what: 'split' | 'merged'
    readonly from: FamilyId
    readonly into: FamilyId
    readonly because: string
    readonly basis: Basis
  }[]
}

/** Fold one family from the entries about it and about the records of its members; `persons` says which records are one person. */
export const familyFacts = (
  family: FamilyId,
  all: readonly Entry[],
  persons: ReadonlyMap<RecordId, PersonId>,
  on: Temporal.PlainDate,
): FamilyFacts => {
  const entries = standing(all)
  const own = entries.filter(({ subjects }) => subjects.some(({ id, role }) => id === family && role === 'about'))
  const memberships = membershipsOf(own)
  const records = byPerson(persons)
  const people = Map.groupBy(memberships, ({ record }) => persons.get(record) ?? record)
  const everybody = [...people].map(([person, of]): Member => ({
    person,
    facts: personFacts(records.get(person) ?? of.map(({ record }) => record), entries, on),
    memberships: of,
  }))
  const isMember = (member: Member): boolean => member.memberships.some(({ from, until }) => holdsOn(from, until, on))
  const members = everybody
    .filter(isMember)
    .toSorted((a, b) => (isChildHere(a, on) === isChildHere(b, on) ? byBirth(a, b) : isChildHere(a, on) ? -1 : 1))
  const now = new Map(members.map(({ person, facts }) => [person, facts]))
  const children = members.filter((member) => isChildHere(member, on)).map(({ person }) => person)
  const relationships = relationshipsOf(entries, persons, on)
  const responsibilities = responsibilitiesOf(entries, persons, on)
  const opened = own.find(FamilyOpened.is)
  return {
    family,
    ...(opened === undefined ? {} : { opened: { on: dayInLondon(opened.recordedAt), basis: basisOf(opened) } }),
    name: factOf(own.filter(FamilyNamed.is).map((entry) => ({ entry, value: entry.body.name }))),
    members,
    others: everybody.filter((member) => !isMember(member)),
    children,
    unborn: members
      .filter(({ facts }) => !facts.noticesStop)
      .flatMap(({ person, facts }) =>
        facts.pregnancies.filter(({ unborn }) => unborn !== 0).map((pregnancy) => ({ mother: person, pregnancy })),
      ),
    relationships,
    responsibilities,
    households: householdsOf(now),
    network: networkOf(now, relationships),
    unknowns: unknownsOf(now, new Set(children), relationships, responsibilities),
    changes: changesOf(own),
  }
}

/** What a list calls a family: its name, or its children's. Undefined where neither may be seen or is known. */
export const familyTitle = ({
  name,
  members,
  children,
}: Pick<FamilyFacts, 'name' | 'members' | 'children'>): string | undefined => {
  if (name.shown !== undefined) return name.shown.value
  const short = members
    .filter(({ person }) => children.includes(person))
    .flatMap(({ facts }) =>
      facts.names.display.shown === undefined ? [] : [shortName(facts.names.display.shown.value)],
    )
  const last = short.at(-1)
  if (last === undefined) return undefined
  return `Family of ${short.length === 1 ? last : `${short.slice(0, -1).join(', ')} and ${last}`}`
}

const isChildHere = (member: Member, on: Temporal.PlainDate): boolean =>
  member.memberships.some(({ role, from, until }) => role === 'child' && holdsOn(from, until, on))

const byBirth = (one: Member, other: Member): number => {
  const left = one.facts.birth.shown?.value ?? '9999'
  const right = other.facts.birth.shown?.value ?? '9999'
  if (left !== right) return left < right ? -1 : 1
  const names = [one, other].map(({ facts }) =>
    facts.names.display.shown === undefined ? '' : folded(written(facts.names.display.shown.value)),
  )
  return (names[0] ?? '') < (names[1] ?? '') ? -1 : 1
}

const networkOf = (now: ReadonlyMap<PersonId, PersonFacts>, relationships: readonly Relationship[]): Other[] => {
  const others = new Map<string, Other>()
  for (const { from, to, current } of relationships) {
    if (!current || from === 'not-known') continue
    if (!now.has(to)) others.set(to, { person: to })
    if ('described' in from) others.set(from.described, from)
    else if (!now.has(from.person)) others.set(from.person, from)
  }
  return [...others.values()]
}

const changesOf = (own: readonly Entry[]): FamilyFacts['changes'] =>
  own.flatMap((entry): FamilyFacts['changes'] => {
    if (FamilySplit.is(entry))
      return [
        {
          what: 'split',
          from: entry.body.from,
          into: entry.body.into,
          because: entry.body.because,
          basis: basisOf(entry),
        },
      ]
    if (FamiliesMerged.is(entry))
      return [
        {
          what: 'merged',
          from: entry.body.from,
          into: entry.body.into,
          because: entry.body.because,
          basis: basisOf(entry),
        },
      ]
    return []
  })
