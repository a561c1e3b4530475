import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { EntryId } from '#record/index.ts'
import { feedKinds } from './feed-kinds.ts'
import './tables.ts'

/** Who works with a family or has a home on their patch: said from the rows of many, and of no child. Their rows stay when such an entry goes. */
const ofWorkers: ReadonlySet<string> = new Set(['patch', 'team-around'])

/** Which units are said from the rows of which: a person's relations stand in the person's own row. */
const saidFrom = Object.entries(feedKinds).flatMap(([kind, { mapping }]) =>
  mapping.order
    .filter((says) => !ofWorkers.has(says))
    .map((says) => ({ kind, says, rows: mapping.rowsFrom[says] ?? says })),
)

/**
 * When entries are disposed of, what the agency wrote goes with them: the text of the rows that they came from, and the fingerprints of what was
 * said, which could be guessed from. The row keeps its key and one fingerprint of all of it, so that the same row, sent again, is not news;
 * a row that the agency writes differently later is a new statement.
 */
export const forgetRowsOf = async (tx: Tx, entries: readonly EntryId[]): Promise<void> => {
  await sql`
    with said_from as materialized (select * from jsonb_to_recordset(${JSON.stringify(saidFrom)}::jsonb) as r (kind text, says text, rows text)),
    disposed as materialized (
      select distinct f.agency, f.kind, s.rows as unit_type, f.unit from feed_said f join said_from s on s.kind = f.kind and s.says = f.unit_type where f.entry_id = any (${[...entries]}::uuid[])
    ), cleared as (
      update feed_row r set row = null from disposed d where r.agency = d.agency and r.kind = d.kind and r.unit_type = d.unit_type and r.unit = d.unit
    )
    delete from feed_said f using disposed d, said_from s
    where s.kind = d.kind and s.rows = d.unit_type and f.agency = d.agency and f.kind = d.kind and f.unit_type = s.says and f.unit = d.unit`.execute(
    tx,
  )
}
