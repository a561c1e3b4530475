import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { Format } from '../format.ts'
import type { Report } from '../report.ts'
import type { Source } from './loaded-rows.ts'

/** A table of which more is gone than may go unseen. */
export interface Thinned {
  readonly file: string
  /** Rows that the agency's last word held. */
  readonly before: number
  /** Rows that this delivery has. */
  readonly now: number
  /** Rows held before that it does not have. */
  readonly gone: number
}

/** Of a table of three rows one may go any night. */
export const fewest = { guarded: 3, others: 10 } as const

/** Whether so much of a table is gone that a person must look. @param share in per cent, as the partnership set it */
export const isThinned = ({ before, gone }: { readonly before: number; readonly gone: number }, guarded: boolean, share: number): boolean =>
  gone > 0 && ((guarded && gone >= before) || (gone >= (guarded ? fewest.guarded : fewest.others) && gone * 100 > before * share))

/** A table can all but vanish and be lost in the size of the whole: each is looked at by itself. */
export const thinnedTables = async (tx: Tx, { agency, kind, delivery }: Source, report: Report, format: Format, share: number): Promise<Thinned[]> => {
  const { rows } = await sql<{ tbl: string; gone: number; before: number }>`
    select g.tbl, g.gone, (select count(*) from feed_row r where r.agency = ${agency} and r.kind = ${kind} and r.tbl = g.tbl and not r.gone) as before
    from (select tbl, count(*) as gone from feed_staged where delivery = ${delivery} and change = 'gone' group by tbl) g`.execute(tx)
  const byTable = new Map(rows.map((row) => [row.tbl, row]))
  return report.files.flatMap(({ file, table, rows: now }) => {
    const counts = byTable.get(table)
    return counts !== undefined && isThinned(counts, format.tablesGuarded.includes(table), share) ? [{ file, before: counts.before, now, gone: counts.gone }] : []
  })
}
