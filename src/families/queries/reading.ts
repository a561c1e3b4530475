import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { entriesAbout, readAhead } from '#record/index.ts'
import type { Entry, SubjectId } from '#record/index.ts'
import { byPerson } from '../facts/clusters.ts'
import { personFacts } from '../facts/person.ts'
import type { PersonFacts } from '../facts/person.ts'
import { findAround, personsOf } from '../projections/persons.ts'
import type { FamilyId, PersonId, RecordId } from '../subjects.ts'

/** The day that ages are told for, and, if asked, the instant up to which the record is read. */
export interface AsOf {
  readonly on: Temporal.PlainDate
  readonly knownAt?: Temporal.Instant
}

export interface PeopleRead {
  readonly persons: ReadonlyMap<RecordId, PersonId>
  readonly entries: readonly Entry[]
}

/**
 * Read once what a family's page and its sections will ask for: the family, its people, their homes, who else lives there, and
 * `further` subjects that sections name. What they ask for beyond that is read when they ask.
 */
export const readAround = async <T>(
  tx: Tx,
  family: FamilyId,
  { knownAt }: AsOf,
  further: readonly SubjectId[],
  work: () => Promise<T>,
): Promise<T> => {
  const around = await findAround(tx, family, knownAt)
  return readAhead(tx, { subjects: [family, ...around, ...further], ...given({ knownAt }) }, work)
}

/** All that the viewer may see about these records, and about the other records of the same persons as known then. */
export const readPeople = async (
  tx: Tx,
  records: readonly RecordId[],
  { knownAt }: AsOf,
  kinds?: readonly string[],
): Promise<PeopleRead> => {
  if (records.length === 0) return { persons: new Map(), entries: [] }
  const persons = await personsOf(tx, [...new Set(records)], knownAt)
  return { persons, entries: await entriesAbout(tx, { subjects: [...persons.keys()], ...given({ knownAt, kinds }) }) }
}

/** Facts of every person among those read. */
export const peopleOf = ({ persons, entries }: PeopleRead, on: Temporal.PlainDate): Map<PersonId, PersonFacts> =>
  new Map([...byPerson(persons)].map(([person, records]) => [person, personFacts(records, entries, on)]))

/** Entries each once, in the order they were read. */
export const together = (...lists: readonly (readonly Entry[])[]): Entry[] => [
  ...new Map(lists.flat().map((entry) => [entry.id, entry])).values(),
]

/** Records that entries name and that were not read yet. */
export const othersNamed = (entries: readonly Entry[], read: ReadonlyMap<RecordId, PersonId>): RecordId[] => [
  ...new Set(
    entries.flatMap(({ subjects }) =>
      subjects.filter(({ type, id }) => type === 'record' && !read.has(id)).map(({ id }) => id),
    ),
  ),
]

/** Which of these records' addresses must not be told, whoever asks: ids only. In a viewer's transaction. */
export const hiddenRecords = async (tx: Tx, records: readonly RecordId[]): Promise<ReadonlySet<RecordId>> => {
  const found = await sql<{
    id: string
  }>`select families_hidden as id from families_hidden(${[...records]}::text[])`.execute(tx)
  return new Set(found.rows.map(({ id }) => id))
}
