import type { Tx } from '#platform/database/index.ts'
import { entriesAbout, standing, versionsOf } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { FamiliesMerged, FamilyMemberJoined, RelationshipStated } from '../entries/index.ts'
import { familyFacts, familyTitle } from '../facts/family.ts'
import type { FamilyFacts } from '../facts/family.ts'
import type { PersonFacts } from '../facts/person.ts'
import { timelineOf } from '../facts/timeline.ts'
import type { TimelineItem } from '../facts/timeline.ts'
import type { FamilyId, PersonId, RecordId } from '../subjects.ts'
import { hiddenRecords, othersNamed, peopleOf, readPeople, together } from './reading.ts'
import type { AsOf } from './reading.ts'

export interface FamilyView {
  readonly family: FamilyId
  readonly title: string | undefined
  readonly facts: FamilyFacts
  /** Members, and those of the network of whom the viewer may know something. */
  readonly people: ReadonlyMap<PersonId, PersonFacts>
  readonly persons: ReadonlyMap<RecordId, PersonId>
  /** Who works with them, as the access room recorded it: standing entries of topic `involvement`. */
  readonly involvement: readonly Entry[]
  /** Plans, restrictions and whatever other rooms say of this family or its members. */
  readonly ofOtherRooms: readonly Entry[]
  /** The latest first. */
  readonly timeline: readonly TimelineItem[]
  /** All that was read, what was put right or taken back too. */
  readonly entries: readonly Entry[]
  /** Records whose address must not be told. */
  readonly hidden: ReadonlySet<RecordId>
  /** For a form on this page: what it had seen. */
  readonly version: number
}

/**
 * What the family page shows, or undefined where the viewer sees nothing of such a family.
 *
 * @param hiddenAmong whose address must not be told to this reader: in a viewer's transaction, as row security has it
 */
export const familyPage = async (
  tx: Tx,
  family: FamilyId,
  asOf: AsOf,
  hiddenAmong = hiddenRecords,
): Promise<FamilyView | undefined> => {
  const known = asOf.knownAt === undefined ? {} : { knownAt: asOf.knownAt }
  const own = await entriesAbout(tx, { subjects: [family], ...known })
  if (own.length === 0) return undefined
  const merged = standing(own)
    .filter(FamiliesMerged.is)
    .filter(({ body }) => body.into === family)
    .map(({ body }) => body.from)
  const before = merged.length === 0 ? [] : await entriesAbout(tx, { subjects: merged, ...known })
  const members = standing(own)
    .filter(FamilyMemberJoined.is)
    .map(({ body }) => body.record)
  const read = await readPeople(tx, members, asOf)
  const kin = await readPeople(
    tx,
    othersNamed(standing(read.entries).filter(RelationshipStated.is), read.persons),
    asOf,
  )
  const persons = new Map([...kin.persons, ...read.persons])
  const entries = together(own, before, read.entries)
  const facts = familyFacts(family, entries, persons, asOf.on)
  const version = (await versionsOf(tx, [family])).get(family) ?? 0
  const stood = standing(entries)
  return {
    family,
    title: familyTitle(facts),
    facts,
    people: peopleOf({ persons, entries: together(entries, kin.entries) }, asOf.on),
    persons,
    involvement: stood.filter(({ topic }) => topic === 'involvement'),
    ofOtherRooms: stood.filter(
      ({ topic }) => topic === 'plan' || topic === 'restriction' || topic === 'alert' || topic === 'housing',
    ),
    timeline: timelineOf(entries).toReversed(),
    entries,
    hidden: await hiddenAmong(tx, [...read.persons.keys()]),
    version,
  }
}

interface TimelinePage {
  readonly items: readonly TimelineItem[]
  readonly page: number
  readonly pages: number
  readonly total: number
}

/** One page of a timeline, the latest first; page 1 is the newest. */
export const pageOf = (timeline: readonly TimelineItem[], page: number, size = 25): TimelinePage => {
  const pages = Math.max(1, Math.ceil(timeline.length / size))
  const shown = Math.min(Math.max(1, page), pages)
  return { items: timeline.slice((shown - 1) * size, shown * size), page: shown, pages, total: timeline.length }
}

/** What lists call these families, as far as the viewer may see their children's names. */
export const familyTitles = async (
  tx: Tx,
  families: readonly FamilyId[],
  asOf: AsOf,
): Promise<Map<FamilyId, string | undefined>> => {
  const known = asOf.knownAt === undefined ? {} : { knownAt: asOf.knownAt }
  const own = await entriesAbout(tx, {
    subjects: families,
    kinds: ['FamilyOpened', 'FamilyNamed', 'FamilyMemberJoined', 'FamilyMemberLeft', 'EntryWithdrawn'],
    ...known,
  })
  const children = standing(own)
    .filter(FamilyMemberJoined.is)
    .filter(({ body }) => body.role === 'child')
    .map(({ body }) => body.record)
  const names = await entriesAbout(tx, {
    subjects: [...new Set(children)],
    kinds: ['NamesStated', 'BirthStated', 'EntryWithdrawn'],
    ...known,
  })
  const persons = new Map(children.map((record) => [record, record]))
  return new Map(
    families.map((family) => [family, familyTitle(familyFacts(family, together(own, names), persons, asOf.on))]),
  )
}
