import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import { keysOf } from '../format.ts'
import type { Format } from '../format.ts'
import { readDelivery } from '../read-delivery.ts'
import type { Circumstances } from '../read-delivery.ts'
import type { Report } from '../report.ts'
import { keyOf } from '../rows.ts'
import { separator } from './loaded-rows.ts'
import type { Mapping } from './loaded-rows.ts'

/**
 * Read a delivery into the staging table, a batch to a transaction, so that a form never waits longer than for one batch; the next is read
 * meanwhile. A broken-off staging leaves rows that the next run of the same agency clears away.
 *
 * @param told in the transaction of each batch: how many rows are staged
 */
export const stage = async (
  database: Database,
  format: Format,
  mapping: Mapping,
  delivery: string,
  { agency, kind }: { readonly agency: string; readonly kind: string },
  paths: readonly string[],
  circumstances: Circumstances,
  told: (tx: Tx, rows: number) => Promise<void>,
): Promise<Report> => {
  const reading = readDelivery(format, paths, circumstances)
  let rows = 0
  let staging: Promise<void> = Promise.resolve()
  try {
    for await (const batch of reading.batches()) {
      const of = format.tables[batch.table]
      const unit = mapping.unitOf[batch.table]
      if (of === undefined || unit === undefined) continue
      const keys = keysOf(of)
      const staged = batch.rows.map(({ line, change, row }) => [
        keyOf(row, keys) ?? '',
        unitKey(row, unit.by),
        line,
        change === 'set' ? row : null,
        change === 'set' ? hashOf(canonicalize(row) ?? '') : 'gone',
        mapping.minted(agency, batch.table, row) ?? null,
      ])
      rows += staged.length
      const soFar = rows
      await staging
      staging = database.unhurried.transaction('app', async (tx) => {
        await sql`insert into feed_staged (delivery, tbl, key, unit_type, unit, file, line, row, hash, minted, change)
          select ${delivery}, s.tbl, s.key, ${unit.unit}, s.unit, ${batch.file}, s.line, s.row, s.hash, s.minted, ${changeFrom}
          from (select ${batch.table}::text as tbl, s ->> 0 as key, s ->> 1 as unit, (s ->> 2)::integer as line, nullif(s -> 3, 'null') as row, s ->> 4 as hash, s ->> 5 as minted
            from jsonb_array_elements(${JSON.stringify(staged)}::jsonb) as s) s
          left join feed_row r on r.agency = ${agency} and r.kind = ${kind} and r.tbl = s.tbl and r.key = s.key
          on conflict do nothing`.execute(tx)
        await told(tx, soFar)
      })
      // Whoever waits for it hears of a fault; until then it is nobody's.
      staging.catch(() => undefined)
    }
    await staging
  } finally {
    await staging.catch(() => undefined)
  }
  return reading.report()
}

/** What a staged row `s` is beside the row `r` that the agency said last, if any. Looked at as it is staged, and once more before it is applied. */
export const changeFrom = sql.raw(`case when r.key is null then (case when s.row is null then 'same' else 'new' end)
  when s.row is null then (case when r.gone then 'same' else 'gone' end) when r.gone then 'new' when r.hash = s.hash then 'same' else 'changed' end`)

export const hashOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 32)

/** A row that is gone has its key only; its unit is the one that it had. */
const unitKey = (row: Readonly<Record<string, unknown>>, by: readonly string[]): string =>
  by.map((name) => (typeof row[name] === 'string' ? row[name] : '')).join(separator)
