import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { Format } from '../format.ts'
import type { Report } from '../report.ts'
import type { Mapping, Source } from './loaded-rows.ts'
import { separator } from './loaded-rows.ts'
import type { Within } from './pace.ts'
import { changeFrom } from './stage.ts'

export interface Counts {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly gone: number
  /** Rows that the agency's last word held, in the files that this delivery has. */
  readonly heldBefore: number
}

/**
 * Hold the staged rows against what the agency last said, set by set, each in a transaction of its own: nobody but this delivery reads
 * them, and a later delivery of the agency that comes between overtakes it. In a full delivery, rows that are not there are gone, in the
 * files that are; absence from a delivery without a manifest means nothing.
 */
export const compare = async (write: Within, source: Source, report: Report): Promise<Counts> => {
  const { agency, kind, delivery } = source
  const tables = report.files.map(({ table }) => table)
  await write(async (tx) => sql`analyze feed_staged (delivery, tbl, key, unit_type, unit, change)`.execute(tx))
  if (report.mode === 'full') {
    await write(async (tx) =>
      sql`insert into feed_staged (delivery, tbl, key, unit_type, unit, file, line, row, hash, minted)
      select ${delivery}::uuid, r.tbl, r.key, r.unit_type, r.unit, r.file, 0, null, 'gone', null from feed_row r
      where r.agency = ${agency} and r.kind = ${kind} and not r.gone and r.tbl = any (${tables}::text[])
        and not exists (select from feed_staged s where s.delivery = ${delivery} and s.tbl = r.tbl and s.key = r.key)`.execute(
        tx,
      ),
    )
  }
  // Staged rows were held against it one by one; what was applied since is heard too.
  for (const table of tables) {
    await write(async (tx) =>
      sql`update feed_staged s set change = now.change from (
      select s.tbl, s.key, ${changeFrom} as change from feed_staged s left join feed_row r on r.agency = ${agency} and r.kind = ${kind} and r.tbl = s.tbl and r.key = s.key where s.delivery = ${delivery} and s.tbl = ${table}
    ) now where s.delivery = ${delivery} and s.tbl = now.tbl and s.key = now.key and s.change is distinct from now.change`.execute(
        tx,
      ),
    )
  }
  // A row that is gone came with its key alone; a home or record keeps the id that it was given first.
  await write(async (tx) =>
    sql`update feed_staged s set unit = case when s.change = 'gone' then r.unit else s.unit end, minted = coalesce(r.minted, s.minted) from feed_row r
    where s.delivery = ${delivery} and (s.change = 'gone' or s.minted <> r.minted) and r.agency = ${agency} and r.kind = ${kind} and r.tbl = s.tbl and r.key = s.key`.execute(
      tx,
    ),
  )
  return write(async (tx) => {
    const counted = await sql<{
      change: string
      rows: number
    }>`select change, count(*) as rows from feed_staged where delivery = ${delivery} group by change`.execute(tx)
    const held = await sql<{
      rows: number
    }>`select count(*) as rows from feed_row where agency = ${agency} and kind = ${kind} and not gone and tbl = any (${tables}::text[])`.execute(
      tx,
    )
    const of = (change: string): number => counted.rows.find((row) => row.change === change)?.rows ?? 0
    return {
      new: of('new'),
      changed: of('changed'),
      same: of('same'),
      gone: of('gone'),
      heldBefore: held.rows[0]?.rows ?? 0,
    }
  })
}

/** Note which units say something else now. */
export const noteTouched = async (write: Within, source: Source, mapping: Mapping): Promise<void> => {
  const { agency, kind, delivery } = source
  await write(async (tx) => sql`delete from feed_touched where delivery = ${delivery}`.execute(tx))
  // The unit that a changed row leaves says something else too: a room that is another home's now.
  await write(async (tx) =>
    sql`insert into feed_touched select distinct ${delivery}::uuid, r.unit_type, r.unit from feed_row r join feed_staged s on s.tbl = r.tbl and s.key = r.key
    where s.delivery = ${delivery} and s.change in ('changed', 'gone') and r.agency = ${agency} and r.kind = ${kind} on conflict do nothing`.execute(
      tx,
    ),
  )
  await write(async (tx) =>
    sql`insert into feed_touched select distinct ${delivery}::uuid, unit_type, unit from feed_staged where delivery = ${delivery} and change <> 'same' on conflict do nothing`.execute(
      tx,
    ),
  )
  await write(async (tx) => {
    await sql`analyze feed_touched`.execute(tx)
    await mapping.alsoTouched(tx, source)
  })
}

/** Take the changes over as the agency's last word. */
export const takeOver = async (tx: Tx, source: Source): Promise<void> => {
  const { agency, kind, delivery } = source
  await sql`insert into feed_row (agency, kind, tbl, key, unit_type, unit, file, line, row, hash, minted, delivery, gone)
    select ${agency}, ${kind}, tbl, key, unit_type, unit, file, line, row, hash, minted, delivery, false from feed_staged where delivery = ${delivery} and change in ('new', 'changed')
    on conflict (agency, kind, tbl, key) do update set unit = excluded.unit, file = excluded.file, line = excluded.line, row = excluded.row, hash = excluded.hash,
      minted = coalesce(feed_row.minted, excluded.minted), delivery = excluded.delivery, gone = false`.execute(tx)
  await sql`update feed_row r set gone = true, delivery = s.delivery from feed_staged s
    where s.delivery = ${delivery} and s.change = 'gone' and r.agency = ${agency} and r.kind = ${kind} and r.tbl = s.tbl and r.key = s.key`.execute(
    tx,
  )
}

interface UnknownReference {
  readonly file: string
  readonly line: number
  readonly field: string
  readonly to: string
  readonly unknown: 'refused' | 'flagged'
}

/** The references that reading could not settle, to rows of earlier deliveries: one join for each. */
export const unknownReferences = async (
  tx: Tx,
  delivery: string,
  source: Source,
  format: Format,
  report: Report,
): Promise<UnknownReference[]> => {
  const found: UnknownReference[] = []
  for (const [tbl, table] of Object.entries(format.tables)) {
    for (const { columns, to, unknown } of table.references) {
      const target = format.tables[to]?.file ?? to
      if (
        !report.referencesLeftToCheck.some(
          (left) => left.file === table.file && left.to === target && left.columns.join() === columns.join(),
        )
      )
        continue
      const key = sql.join(
        columns.map((column) => sql`(s.row ->> ${sql.lit(column)})`),
        sql` || ${sql.lit(separator)} || `,
      )
      const rows = await sql<{ line: number }>`
        select s.line from feed_staged s where s.delivery = ${delivery} and s.tbl = ${tbl} and s.row is not null and (${key}) is not null
          and not exists (select from feed_staged t where t.delivery = s.delivery and t.tbl = ${to} and t.key = (${key}) and t.row is not null)
          and not exists (select from feed_row r where r.agency = ${source.agency} and r.kind = ${source.kind} and r.tbl = ${to} and r.key = (${key}) and not r.gone
            and not exists (select from feed_staged g where g.delivery = s.delivery and g.tbl = ${to} and g.key = r.key and g.row is null))
        order by s.line limit 500`.execute(tx)
      found.push(
        ...rows.rows.map(({ line }) => ({ file: table.file, line, field: columns.at(-1) ?? '', to: target, unknown })),
      )
    }
  }
  return found
}
