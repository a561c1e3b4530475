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

/** How much may go unseen, as the partnership set it. */
interface MayGo {
  /** In per cent of what was held. */
  readonly share: number
  /** Fewer rows than this may go from a table, whatever share of it they are. */
  readonly rows: number
  readonly rowsGuarded: number
}

/** Whether so much of a table is gone that a person must look. */
export const isThinned = (
  { before, gone }: { readonly before: number; readonly gone: number },
  guarded: boolean,
  { share, rows, rowsGuarded }: MayGo,
): boolean =>
  gone > 0 && ((guarded && gone >= before) || (gone >= (guarded ? rowsGuarded : rows) && gone * 100 > before * share))

/** A table can all but vanish and be lost in the size of the whole: each is looked at by itself. */
export const thinnedTables = async (
  tx: Tx,
  { agency, kind, delivery }: Source,
  report: Report,
  format: Format,
  mayGo: MayGo,
): Promise<Thinned[]> => {
  const { rows } = await sql<{ tbl: string; gone: number; before: number }>`
    select g.tbl, g.gone, (select count(*) from feed_row r where r.agency = ${agency} and r.kind = ${kind} and r.tbl = g.tbl and not r.gone) as before
    from (select tbl, count(*) as gone from feed_staged where delivery = ${delivery} and change = 'gone' group by tbl) g`.execute(
    tx,
  )
  const byTable = new Map(rows.map((row) => [row.tbl, row]))
  return report.files.flatMap(({ file, table, rows: now }) => {
    const counts = byTable.get(table)
    return counts !== undefined && isThinned(counts, format.tablesGuarded.includes(table), mayGo)
      ? [{ file, before: counts.before, now, gone: counts.gone }]
      : []
  })
}
