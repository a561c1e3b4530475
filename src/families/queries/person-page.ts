import type { Tx } from '#platform/database/index.ts'
import { standing, versionsOf } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { RecordsJoined } from '../entries/index.ts'
import { membershipsOf } from '../facts/memberships.ts'
import type { Membership } from '../facts/memberships.ts'
import { personFacts } from '../facts/person.ts'
import type { PersonFacts } from '../facts/person.ts'
import { relationshipsOf } from '../facts/relationships.ts'
import type { Relationship } from '../facts/relationships.ts'
import { responsibilitiesOf } from '../facts/responsibility.ts'
import type { Responsibility } from '../facts/responsibility.ts'
import { timelineOf } from '../facts/timeline.ts'
import type { TimelineItem } from '../facts/timeline.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import { hiddenRecords, othersNamed, peopleOf, readPeople, together } from './reading.ts'
import type { AsOf } from './reading.ts'

export interface PersonView {
  readonly person: PersonId
  readonly records: readonly RecordId[]
  readonly facts: PersonFacts
  /** This person and those they are related to, as far as they may be known. */
  readonly people: ReadonlyMap<PersonId, PersonFacts>
  readonly persons: ReadonlyMap<RecordId, PersonId>
  readonly memberships: readonly Membership[]
  readonly relationships: readonly Relationship[]
  readonly responsibilities: readonly Responsibility[]
  /** The decisions that made these records one person; each can be taken back. */
  readonly joinings: readonly Entry[]
  readonly involvement: readonly Entry[]
  /** The latest first. */
  readonly timeline: readonly TimelineItem[]
  /** All that was read, what was put right or taken back too. */
  readonly entries: readonly Entry[]
  /** Whether their address must not be told. */
  readonly hidden: boolean
  readonly version: number
}

/** What the person page shows, or undefined where the viewer sees nothing of such a record. */
export const personPage = async (tx: Tx, record: RecordId, asOf: AsOf): Promise<PersonView | undefined> => {
  const read = await readPeople(tx, [record], asOf)
  const person = read.persons.get(record)
  if (person === undefined || read.entries.length === 0) return undefined
  const kin = await readPeople(tx, othersNamed(read.entries, read.persons), asOf)
  const persons = new Map([...kin.persons, ...read.persons])
  const records = [...read.persons]
    .filter(([, of]) => of === person)
    .map(([id]) => id)
    .toSorted()
  const stood = standing(read.entries)
  const version = (await versionsOf(tx, [record])).get(record) ?? 0
  return {
    person,
    records,
    facts: personFacts(records, read.entries, asOf.on),
    people: peopleOf({ persons, entries: together(read.entries, kin.entries) }, asOf.on),
    persons,
    memberships: membershipsOf(stood).filter((membership) => records.includes(membership.record)),
    relationships: relationshipsOf(stood, persons, asOf.on),
    responsibilities: responsibilitiesOf(stood, persons, asOf.on),
    joinings: stood.filter(RecordsJoined.is),
    involvement: stood.filter(({ topic }) => topic === 'involvement'),
    timeline: timelineOf(read.entries).toReversed(),
    entries: read.entries,
    hidden: (await hiddenRecords(tx, records)).size > 0,
    version,
  }
}
