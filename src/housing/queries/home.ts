import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import { viewerStanding } from '#access/index.ts'
import type { Viewer } from '#access/index.ts'
import {
  AddressStated,
  BirthStated,
  ChildOfPregnancyBorn,
  DeathStated,
  HomeNamed,
  livingIn,
  peopleOf,
  PregnancyEnded,
  PregnancyStated,
  readPeople,
  relationshipsOf,
  RelationshipStated,
  SexStated,
} from '#families/index.ts'
import type { PeopleRead, PersonFacts } from '#families/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { policySubject } from '#policies/index.ts'
import { entriesAbout, EntryWithdrawn, standing, versionsOf } from '#record/index.ts'
import type { Entry, EntryId } from '#record/index.ts'
import { answersFor } from '../answers-for.ts'
import type { HomeAnswers, NoAnswers } from '../answers-for.ts'
import { SleepingArrangementStated, SleepsHereStated } from '../entries/index.ts'
import { differencesOf } from '../facts/differences.ts'
import type { Difference } from '../facts/differences.ts'
import { homeFacts } from '../facts/home.ts'
import type { HomeFacts } from '../facts/home.ts'
import { namedIn } from '../facts/sleeping.ts'
import { notKnownOf } from '../facts/not-known.ts'
import type { NotKnown } from '../facts/not-known.ts'
import { bedAndBreakfast } from '../facts/placement-nights.ts'
import type { BedAndBreakfast } from '../facts/placement-nights.ts'
import { housingNumbers, housingPolicies } from '../policies.ts'
import type { HousingNumbers } from '../policies.ts'
import type { HomeId, PersonId, RecordId } from '../subjects.ts'

export interface HomeView {
  readonly home: HomeId
  readonly on: Temporal.PlainDate
  /** Undefined where no agency whose addresses the viewer may see has named it. */
  readonly address: string | undefined
  readonly uprn: string | undefined
  readonly facts: HomeFacts
  /** People of the lists as far as the viewer may know of them: names and ages to show come from here. */
  readonly people: ReadonlyMap<PersonId, PersonFacts>
  /** The viewer's own agency, or another whose names the viewer may see, holds a record with a name. */
  readonly answers: HomeAnswers | NoAnswers
  readonly couples: ReadonlyMap<PersonId, PersonId>
  readonly differences: readonly Difference[]
  readonly notKnown: readonly NotKnown[]
  readonly stay: BedAndBreakfast | undefined
  readonly numbers: HousingNumbers
  /** Entries that the viewer may read; what rests on others is told without its source. */
  readonly visible: ReadonlySet<EntryId>
  readonly entries: readonly Entry[]
  readonly version: number
}

/** What the arithmetic is made from. */
const countedKinds: readonly string[] = [
  SleepsHereStated,
  AddressStated,
  BirthStated,
  DeathStated,
  SexStated,
  PregnancyStated,
  PregnancyEnded,
  ChildOfPregnancyBorn,
  RelationshipStated,
  EntryWithdrawn,
].map(({ kind }) => kind)

/**
 * A home's page. What is shown of it and its people is read in the viewer's standing. Who is counted, how old they are, of what sex
 * and who are a couple is read for everybody alike, so that the figures do not change with the reader; but nobody is counted
 * whose case is sealed to the viewer, or whose address must not be told, unless the viewer may read a statement that they sleep here.
 */
export const readHome = async (
  database: Database,
  viewer: Viewer,
  home: HomeId,
  on: Temporal.PlainDate,
  knownAt?: Temporal.Instant,
): Promise<HomeView> => {
  const asOf = { on, ...given({ knownAt }) }
  const known = knownAt === undefined ? {} : { knownAt }
  const living = await database.transaction('app', async (tx) => livingIn(tx, home, on))
  const seen = await database.transaction(viewerStanding(viewer, on), async (tx) => {
    const own = await entriesAbout(tx, { subjects: [home], ...known })
    const named = [...new Set([...living, ...recordsIn(own)])]
    const read = await readPeople(tx, named, asOf)
    const policies = await entriesAbout(tx, {
      subjects: housingPolicies.map(({ id }) => policySubject(id).id),
      ...known,
    })
    return {
      own,
      read,
      restricted: await restrictedAmong(tx, named),
      numbers: housingNumbers(policies, on),
      untold: await untoldIn(tx, own),
      version: (await versionsOf(tx, [home])).get(home) ?? 0,
    }
  })
  const open = [...seen.restricted].filter(([, closed]) => !closed).map(([record]) => record)
  const counted = await database.transaction('app', async (tx) => readPeople(tx, open, asOf, countedKinds))
  return viewOf(home, on, seen, counted)
}

interface Seen {
  readonly own: readonly Entry[]
  readonly read: PeopleRead
  readonly numbers: HousingNumbers
  readonly version: number
  /** Whose place a statement about somebody else would tell to a reader who may not know it: see {@link untoldIn}. */
  readonly untold: ReadonlySet<string>
}

export const viewOf = (home: HomeId, on: Temporal.PlainDate, seen: Seen, counted: PeopleRead): HomeView => {
  const visibleEntries = together(seen.own, seen.read.entries)
  const visible = new Set(visibleEntries.map(({ id }) => id))
  const persons = new Map([...counted.persons, ...seen.read.persons])
  const all = together(visibleEntries, counted.entries)
  const facts = homeFacts(home, all, persons, on, seen.untold)
  const people = peopleOf({ persons, entries: visibleEntries }, on)
  const forArithmetic = peopleOf({ persons, entries: all }, on)
  const stood = standing(visibleEntries)
  const named = stood.filter(HomeNamed.is).findLast((entry) => entry.subjects.some(({ id }) => id === home))?.body
  return {
    home,
    on,
    address:
      named === undefined
        ? undefined
        : [named.unit, ...named.lines, named.postcode].filter((part) => part !== undefined).join(', '),
    uprn: named?.uprn,
    facts,
    people,
    answers: answersFor(facts, forArithmetic, relationshipsOf(standing(all), persons, on), on),
    couples: couplesSeen(stood, persons, facts, visible),
    differences: differencesOf(facts, forArithmetic),
    notKnown: notKnownOf(facts, forArithmetic),
    stay: bedAndBreakfast(
      facts.placements.map(({ value }) => value),
      on,
      seen.numbers,
    ),
    numbers: seen.numbers,
    visible,
    entries: seen.own,
    version: seen.version,
  }
}

/**
 * Those whom a statement of where somebody else sleeps names, and about whom this reader could not read the same statement: where
 * they sleep must not be told by way of another. In the viewer's transaction; asks nothing where nobody shares a bed.
 */
export const untoldIn = async (tx: Tx, own: readonly Entry[]): Promise<ReadonlySet<string>> => {
  const asked = own
    .filter(SleepingArrangementStated.is)
    .flatMap((entry) =>
      entry.body.with.map((record) => ({
        named: namedIn(entry, record),
        topic: entry.topic,
        sensitivity: entry.sensitivity,
        agency: entry.agency,
        subjects: entry.subjects.map(({ id, type, role }) => ({
          id,
          type,
          role: type !== 'record' ? role : id === record ? 'about' : 'mentions',
        })),
      })),
    )
  if (asked.length === 0) return new Set()
  const found = await sql<{ named: string }>`
    select a.named from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (named text, topic text, sensitivity text, agency text, subjects jsonb)
    where not access_decide(a.topic, a.sensitivity, a.agency, a.subjects, (select access_views()))`.execute(tx)
  return new Set(found.rows.map(({ named }) => named))
}

export const recordsIn = (entries: readonly Entry[]): RecordId[] =>
  entries.flatMap(({ subjects }) => subjects.filter(({ type }) => type === 'record').map(({ id }) => id))

const together = (...lists: readonly (readonly Entry[])[]): Entry[] => [
  ...new Map(lists.flat().map((entry) => [entry.id, entry])).values(),
]

/** Couples that the viewer may know to be such: by a relationship that was stated, or by the landlord's list. */
const couplesSeen = (
  stood: readonly Entry[],
  persons: ReadonlyMap<RecordId, PersonId>,
  { sleeping, on }: HomeFacts,
  visible: ReadonlySet<EntryId>,
): Map<PersonId, PersonId> => {
  const couples = new Map<PersonId, PersonId>()
  const pair = (one: PersonId, other: PersonId): void => {
    if (!couples.has(one) && !couples.has(other)) couples.set(one, other).set(other, one)
  }
  for (const { type, from, to, current } of relationshipsOf(stood, persons, on))
    if (type === 'partner' && current && typeof from === 'object' && 'person' in from) pair(from.person, to)
  for (const list of Map.groupBy(
    sleeping.filter(({ says, shown }) => says === 'yes' && visible.has(shown.basis.entry)),
    ({ shown }) => shown.basis.agency,
  ).values()) {
    const [lead, partner] = ['lead', 'partner'].map((part) => list.find(({ shown }) => shown.toLead === part)?.person)
    if (lead !== undefined && partner !== undefined) pair(lead, partner)
  }
  return couples
}

/** Each record, and whether it must be left out of the figures unless a statement that they sleep here may be read. In the viewer's transaction. */
const restrictedAmong = async (tx: Tx, records: readonly RecordId[]): Promise<Map<RecordId, boolean>> => {
  const found = await sql<{
    record_id: string
    closed: boolean
  }>`select record_id, sealed or hidden as closed from housing_restricted(${[...records]}::text[])`.execute(tx)
  return new Map(found.rows.map(({ record_id: record, closed }) => [record, closed]))
}
