import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { setPersons } from '#access/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { EntryWithdrawn } from '#record/index.ts'
import type { Projection, SubjectId } from '#record/index.ts'
import { PersonRecordOpened, RecordsJoined, RecordsParted } from '../entries/index.ts'
import { clusters } from '../facts/clusters.ts'
import type { FamilyId, PersonId, RecordId } from '../subjects.ts'

/** Which joinings name a record: where the walk from record to record goes. */
export const joinings: Projection = {
  name: 'joinings',
  tables: ['record_joined'],
  edition: 1,
  subjectType: 'record',
  kinds: new Set([RecordsJoined.kind]),
  refold: async (tx, records) => {
    await sql`delete from record_joined where record_id = any (${[...records]}::text[])`.execute(tx)
    await sql`insert into record_joined select distinct s.subject_id, s.entry_id from entry_subject s join entry e on e.id = s.entry_id
      where s.subject_id = any (${[...records]}::text[]) and e.kind = ${RecordsJoined.kind}`.execute(tx)
  },
}

/** Which records are one person. Joining and parting move rows of this table and nothing else. */
export const persons: Projection = {
  name: 'persons',
  tables: [],
  edition: 1,
  subjectType: 'record',
  kinds: new Set([PersonRecordOpened, RecordsJoined, RecordsParted, EntryWithdrawn].map(({ kind }) => kind)),
  refold: async (tx, records) => {
    const found = await personsOf(tx, records, undefined, true)
    await setPersons(
      tx,
      [...found].map(([record, person]) => ({ record, person })),
    )
  },
}

/**
 * The persons of these records, each with all their records, as known at an instant or now.
 *
 * @param alone whether to wait for whoever else is joining or parting: two joinings that meet in a third record may touch no
 *   record in common, and each would miss the other
 */
export const personsOf = async (
  tx: Tx,
  records: readonly RecordId[],
  knownAt?: Temporal.Instant,
  alone = false,
): Promise<Map<RecordId, PersonId>> => {
  if (alone) {
    const any = await sql<{ any: boolean }>`
      select exists (select from record_joined where record_id = any (${[...records]}::text[])) as any`.execute(tx)
    if (any.rows[0]?.any !== true) return clusters(records, [])
    await sql`select pg_advisory_xact_lock(7061, 3)`.execute(tx)
  }
  const ahead = alone ? undefined : found.get(tx)
  if (
    ahead !== undefined &&
    ahead.knownAt?.epochNanoseconds === knownAt?.epochNanoseconds &&
    records.every((record) => ahead.persons.has(record))
  )
    return among(ahead.persons, records)
  return (await personsAmong(tx, sql`${[...records]}::text[]`, knownAt)).persons
}

/** The persons found ahead in a transaction, for as long as nobody is joined or parted in it. */
const found = new WeakMap<
  Tx,
  { readonly knownAt: Temporal.Instant | undefined; readonly persons: ReadonlyMap<RecordId, PersonId> }
>()

/**
 * Find once who and what a family's page is about, for several readings that each ask for some of it. In the viewer's transaction.
 * @returns ids of records, and of the homes they live in
 */
export const findAround = async (
  tx: Tx,
  family: FamilyId,
  knownAt: Temporal.Instant | undefined,
): Promise<SubjectId[]> => {
  const { asked, persons } = await personsAmong(tx, sql`families_around(${family})`, knownAt)
  found.set(tx, { knownAt, persons: new Map([...persons].filter(([record]) => record.startsWith('record:'))) })
  return [...new Set([...asked, ...persons.keys()])]
}

const personsAmong = async (
  tx: Tx,
  records: RawBuilder<unknown>,
  knownAt: Temporal.Instant | undefined,
): Promise<{ readonly asked: readonly SubjectId[]; readonly persons: Map<RecordId, PersonId> }> => {
  const at = knownAt?.toString() ?? null
  const answer = await sql<{ asked: SubjectId[]; records: RecordId[]; joined: RecordId[][] }>`
    with these as materialized (select ${records} as ids),
    of as materialized (select ids, families_records_of(ids, ${at}::timestamptz) as records from these)
    select to_jsonb(ids) as asked, to_jsonb(of.records) as records, coalesce((select jsonb_agg(to_jsonb(j.records)) from families_joinings(of.records, ${at}::timestamptz) j), '[]') as joined from of`.execute(
    tx,
  )
  const row = answer.rows[0] ?? { asked: [], records: [], joined: [] }
  return {
    asked: row.asked,
    persons: clusters(
      row.records,
      row.joined.map((joined) => ({ records: joined })),
    ),
  }
}

const among = (persons: ReadonlyMap<RecordId, PersonId>, records: readonly RecordId[]): Map<RecordId, PersonId> => {
  const wanted = new Set(records.map((record) => persons.get(record)))
  return new Map([...persons].filter(([, person]) => wanted.has(person)))
}
