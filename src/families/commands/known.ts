import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { FamilyId, RecordId } from '../subjects.ts'
import '../projections/tables.ts'

export interface OpenMembership {
  readonly family: FamilyId
  readonly record: RecordId
  readonly role: string
}

/** Memberships without an end, of families or of records. */
export const openMemberships = async (
  tx: Tx,
  of: { readonly families?: readonly FamilyId[]; readonly records?: readonly RecordId[] },
): Promise<OpenMembership[]> => {
  const found = await sql<OpenMembership>`
    select family_id as family, record_id as record, role from family_member
    where until_day is null and (family_id = any (${[...(of.families ?? [])]}::text[]) or record_id = any (${[...(of.records ?? [])]}::text[]))
    order by family_id, record_id`.execute(tx)
  return found.rows
}

/** Records that are closed for joining. */
export const closedRecords = async (tx: Tx, records: readonly RecordId[]): Promise<ReadonlySet<RecordId>> => {
  const found = await sql<{
    id: string
  }>`select adoption_closed as id from adoption_closed(${[...records]}::text[])`.execute(tx)
  return new Set(found.rows.map(({ id }) => id))
}

export interface StandingJoining {
  readonly entry: string
  readonly records: readonly RecordId[]
}

/** The joinings that name any of these records and still stand. */
export const joiningsOf = async (tx: Tx, records: readonly RecordId[]): Promise<StandingJoining[]> => {
  const found = await sql<{ entry: string; records: string[] }>`
    select entry_id as entry, to_jsonb(records) as records from families_joinings(${[...records]}::text[], null) order by entry_id`.execute(
    tx,
  )
  return found.rows
}
