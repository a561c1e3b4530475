import { sql } from 'kysely'
import { setPersons } from '#access/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { EntryWithdrawn } from '#record/index.ts'
import type { Projection } from '#record/index.ts'
import { PersonRecordOpened, RecordsJoined, RecordsParted } from '../entries/index.ts'
import { clusters } from '../facts/clusters.ts'
import type { PersonId, RecordId } from '../subjects.ts'

/** Which joinings name a record: where the walk from record to record goes. */
export const joinings: Projection = {
  name: 'joinings',
  tables: ['record_joined'],
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
  subjectType: 'record',
  kinds: new Set([PersonRecordOpened, RecordsJoined, RecordsParted, EntryWithdrawn].map(({ kind }) => kind)),
  refold: async (tx, records) => {
    const found = await personsOf(tx, records, undefined, true)
    await setPersons(tx, [...found].map(([record, person]) => ({ record, person })))
  },
}

/**
 * The persons of these records, each with all their records, as known at an instant or now.
 *
 * @param alone whether to wait for whoever else is joining or parting: two joinings that meet in a third record may touch no
 *   record in common, and each would miss the other
 */
export const personsOf = async (tx: Tx, records: readonly RecordId[], knownAt?: Temporal.Instant, alone = false): Promise<Map<RecordId, PersonId>> => {
  const at = knownAt?.toString() ?? null
  if (alone) {
    const any = await sql<{ any: boolean }>`
      select exists (select from record_joined where record_id = any (${[...records]}::text[])) as any`.execute(tx)
    if (any.rows[0]?.any !== true) return clusters(records, [])
    await sql`select pg_advisory_xact_lock(7061, 3)`.execute(tx)
  }
  const found = await sql<{ records: RecordId[]; joined: RecordId[][] }>`
    with of as materialized (select families_records_of(${[...records]}::text[], ${at}::timestamptz) as records)
    select to_jsonb(of.records) as records, coalesce((select jsonb_agg(to_jsonb(j.records)) from families_joinings(of.records, ${at}::timestamptz) j), '[]') as joined from of`.execute(tx)
  const all = found.rows[0] ?? { records: [...records], joined: [] }
  return clusters(all.records, all.joined.map((joined) => ({ records: joined })))
}
