import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import type { Database } from '#platform/database/index.ts'
import { keysOf } from '../format.ts'
import type { Format } from '../format.ts'
import { readDelivery } from '../read-delivery.ts'
import type { Circumstances } from '../read-delivery.ts'
import type { Report } from '../report.ts'
import { keyOf } from '../rows.ts'
import { separator } from './loaded-rows.ts'
import type { Mapping } from './loaded-rows.ts'

/**
 * Read a delivery into the staging table, a batch to a transaction, so that a form never waits longer than for one batch. A broken-off
 * staging leaves rows that the next run of the same agency clears away.
 */
export const stage = async (database: Database, format: Format, mapping: Mapping, delivery: string, { agency, kind }: { readonly agency: string; readonly kind: string }, paths: readonly string[], circumstances: Circumstances, told: (rows: number) => Promise<void>): Promise<Report> => {
  const reading = readDelivery(format, paths, circumstances)
  let rows = 0
  for await (const batch of reading.batches()) {
    const of = format.tables[batch.table]
    const unit = mapping.unitOf[batch.table]
    if (of === undefined || unit === undefined) continue
    const keys = keysOf(of)
    const staged = batch.rows.map(({ line, change, row }) => {
      const content = change === 'set' ? (canonicalize(row) ?? '') : ''
      return {
        tbl: batch.table, key: keyOf(row, keys) ?? '', unit_type: unit.unit, unit: unitKey(row, unit.by), file: batch.file, line, row: change === 'set' ? row : null,
        hash: change === 'set' ? hashOf(content) : 'gone', minted: mapping.minted(agency, batch.table, row) ?? null,
      }
    })
    await database.transaction('app', async (tx) => {
      await sql`insert into feed_staged (delivery, tbl, key, unit_type, unit, file, line, row, hash, minted, change)
        select ${delivery}, s.*, ${changeFrom} from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as s (tbl text, key text, unit_type text, unit text, file text, line integer, row jsonb, hash text, minted text)
        left join feed_row r on r.agency = ${agency} and r.kind = ${kind} and r.tbl = s.tbl and r.key = s.key
        on conflict do nothing`.execute(tx)
    })
    rows += staged.length
    await told(rows)
  }
  return reading.report()
}

/** What a staged row `s` is beside the row `r` that the agency said last, if any. Looked at as it is staged, and once more before it is applied. */
export const changeFrom = sql.raw(`case when r.key is null then (case when s.row is null then 'same' else 'new' end)
  when s.row is null then (case when r.gone then 'same' else 'gone' end) when r.gone then 'new' when r.hash = s.hash then 'same' else 'changed' end`)

export const hashOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 32)

/** A row that is gone has its key only; its unit is the one that it had. */
const unitKey = (row: Readonly<Record<string, unknown>>, by: readonly string[]): string => by.map((name) => (typeof row[name] === 'string' ? row[name] : '')).join(separator)
