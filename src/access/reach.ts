import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { SubjectId } from '#record/index.ts'
import './tables.ts'

export type RestrictionKind = 'hidden-address' | 'sealed'

export interface RestrictionRow {
  readonly subject: SubjectId
  readonly kind: RestrictionKind
  /** First day, and the day from which it no longer holds. Without them: always. */
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** That a family or a home reaches a subject, from its first day until the day from which it no longer does. Without them: always. */
export interface ReachRow {
  readonly scope: SubjectId
  readonly subject: SubjectId
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/**
 * What reaches what, as some sources say (a family of itself and its merged files, a record of the families and homes it belongs
 * to). Replaces what those sources had said before, in two statements however many they are.
 */
export const setReachOf = async (
  tx: Tx,
  sources: readonly { readonly source: SubjectId; readonly rows: readonly ReachRow[] }[],
): Promise<void> => {
  if (sources.length === 0) return
  await sql`delete from access_reach where source = any (${sources.map(({ source }) => source)}::text[])`.execute(tx)
  const rows = sources.flatMap(({ source, rows: of }) => of.map((row) => ({ source, ...row })))
  if (rows.length === 0) return
  await sql`insert into access_reach (source, scope, subject, from_day, until_day)
    select distinct source, scope, subject, "from", until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (source text, scope text, subject text, "from" date, until date)`.execute(
    tx,
  )
}

/** Which person each of these records is of. Joining and parting move a row; grants and reach stay as they were stated. */
export const setPersons = async (
  tx: Tx,
  rows: readonly { readonly record: SubjectId; readonly person: string }[],
): Promise<void> => {
  if (rows.length === 0) return
  await sql`insert into person_of_record (record_id, person_id)
    select record, person from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (record text, person text)
    on conflict (record_id) do update set person_id = excluded.person_id`.execute(tx)
}

/** What must be withheld because of some sources (a record, a family). Replaces what those sources had withheld, in two statements. */
export const setRestrictionsOf = async (
  tx: Tx,
  sources: readonly { readonly source: SubjectId; readonly rows: readonly RestrictionRow[] }[],
): Promise<void> => {
  if (sources.length === 0) return
  await sql`delete from access_restriction where source = any (${sources.map(({ source }) => source)}::text[])`.execute(
    tx,
  )
  const rows = sources.flatMap(({ source, rows: of }) => of.map((row) => ({ source, ...row })))
  if (rows.length === 0) return
  await sql`insert into access_restriction (source, subject, kind, from_day, until_day)
    select distinct source, subject, kind, "from", until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (source text, subject text, kind text, "from" date, until date)`.execute(
    tx,
  )
}
