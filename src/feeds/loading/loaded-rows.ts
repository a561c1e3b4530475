import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { NotTaken, Place, Saying } from './statements.ts'
import './tables.ts'

/** A row as an agency says it now, with where it stands in the delivery that said it last. */
export interface LoadedRow extends Place {
  readonly tbl: string
  readonly key: string
  readonly unit: string
  readonly row: object
  readonly minted: string | null
}
export interface Line<R> extends Place {
  readonly row: R
  readonly key: string
  readonly minted: string | undefined
}

/** What an agency's deliveries of one kind are read for. */
export interface Source {
  readonly agency: string
  readonly agencyName: string
  readonly kind: string
  readonly extractDay: Temporal.PlainDate
  readonly delivery: string
  /** Under which what the delivery says is prepared. */
  readonly load: string
}

/** What a row belongs to: rows of one unit are said together, so that a changed room is said with its home's other rooms. */
interface UnitOf {
  readonly unit: string
  readonly by: readonly string[]
}

export interface Said {
  readonly sayings: readonly Saying[]
  readonly notTaken: readonly NotTaken[]
}

/** How one kind of delivery becomes what the rooms are asked. */
export interface Mapping {
  readonly unitOf: Readonly<Record<string, UnitOf>>
  /** The id of the home or record that a row stands for. Given once; the row keeps it. */
  readonly minted: (agency: string, tbl: string, row: Readonly<Record<string, unknown>>) => string | undefined
  /** Kinds of unit in the order in which they are said: who is spoken of comes before what is said of them. */
  readonly order: readonly string[]
  /** Kinds of unit that are said from the rows of another kind. */
  readonly rowsFrom: Readonly<Record<string, string>>
  /** Units that say something else because a row of another unit changed. */
  readonly alsoTouched: (tx: Tx, source: Source) => Promise<void>
  /** What of all that the agency says now, in this delivery or before, could be taken for nobody: said at every delivery until it is put right. */
  readonly notPlaced: (tx: Tx, source: Source) => Promise<readonly NotTakenCount[]>
  /** What the units of a page say now. */
  readonly say: (
    tx: Tx,
    source: Source,
    unitType: string,
    units: readonly string[],
    rows: readonly LoadedRow[],
  ) => Promise<ReadonlyMap<string, Said>>
}

export const separator = '\u001F'

/** The rows as the agency says them with this delivery, before it is applied: what it leaves as it was, and what it says anew. */
export const rowsNow = ({ agency, kind, delivery }: Source) => sql`(
  select tbl, key, unit_type, unit, file, line, row, minted from feed_staged where delivery = ${delivery} and change in ('new', 'changed')
  union all select r.tbl, r.key, r.unit_type, r.unit, r.file, r.line, r.row, r.minted from feed_row r where r.agency = ${agency} and r.kind = ${sql.lit(kind)} and not r.gone and r.row is not null
    and not exists (select from feed_staged s where s.delivery = ${delivery} and s.tbl = r.tbl and s.key = r.key and s.change in ('changed', 'gone')))`

export const rowsOfUnits = async (
  tx: Tx,
  source: Source,
  unitType: string,
  units: readonly string[],
): Promise<LoadedRow[]> => {
  const found = await sql<{ told: string }>`
    select ${asText} from ${rowsNow(source)} r where unit_type = ${unitType} and unit = any (${[...units]}::text[]) order by tbl, key`.execute(
    tx,
  )
  return found.rows.map(rowFrom)
}

/** As one text, which both engines hand on in half the time of a row with its columns. */
const asText = sql.raw('json_build_array(tbl, key, unit, file, line, row, minted)::text as told')

const rowFrom = ({ told }: { readonly told: string }): LoadedRow => {
  // As it was staged, in the order of the columns above.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const [tbl, key, unit, file, line, row, minted] = JSON.parse(told) as [
    string,
    string,
    string,
    string,
    number,
    object,
    string | null,
  ]
  return { tbl, key, unit, file, line, row, minted }
}

/** @param field a field of the row, where the rows are not looked for by their key */
export const rowsBy = async (
  tx: Tx,
  source: Source,
  tbl: string,
  keys: readonly (string | undefined)[],
  field?: 'home_ref' | 'fami_person_id' | 'moth_childs_person_id' | 'invo_person_id',
): Promise<LoadedRow[]> => {
  const wanted = [...new Set(keys.filter((key) => key !== undefined))]
  if (wanted.length === 0) return []
  const match =
    field === undefined ? sql`key = any (${wanted}::text[])` : sql`row ->> ${sql.lit(field)} = any (${wanted}::text[])`
  const found = await sql<{ told: string }>`
    select ${asText} from ${rowsNow(source)} r where tbl = ${sql.lit(tbl)} and ${match} order by tbl, key`.execute(tx)
  return found.rows.map(rowFrom)
}

export const byUnit = (rows: readonly LoadedRow[]): ReadonlyMap<string, readonly LoadedRow[]> =>
  Map.groupBy(rows, ({ unit }) => unit)

export interface NotTakenCount extends NotTaken {
  readonly count: number
}
