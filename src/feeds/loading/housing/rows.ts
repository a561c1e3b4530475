import { given } from '#platform/given.ts'
import type { Tx } from '#platform/database/index.ts'
import type { RowOf } from '../../format.ts'
import type { housing } from '../../housing/index.ts'
import { rowsBy } from '../loaded-rows.ts'
import type { Line, LoadedRow, Source } from '../loaded-rows.ts'
import { recordIdFor } from '../ids.ts'

type HousingTables = (typeof housing)['tables']
export type HousingRow<T extends keyof HousingTables> = RowOf<HousingTables[T]['columns']>

/** The rows of one table among those loaded. */
export const linesOf = <T extends keyof HousingTables>(rows: readonly LoadedRow[], table: T): Line<HousingRow<T>>[] =>
  rows
    .filter(({ tbl }) => tbl === table)
    .map(({ row, key, file, line, minted }) => ({
      // It was read by this table's own columns before it was staged.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      row: row as HousingRow<T>,
      key,
      file,
      line,
      minted: minted ?? undefined,
    }))

/** What a page of units needs to know of other rows: homes with their rooms and officers, and who is in the list of people. */
export interface HousingContext {
  readonly source: Source
  readonly homes: ReadonlyMap<string, Line<HousingRow<'homes'>>>
  readonly rooms: ReadonlyMap<string, Line<HousingRow<'rooms'>>>
  readonly officers: ReadonlyMap<string, Line<HousingRow<'officers'>>>
  readonly people: ReadonlyMap<string, Line<HousingRow<'people'>>>
}

export const contextFor = async (tx: Tx, source: Source, rows: readonly LoadedRow[]): Promise<HousingContext> => {
  const named = (field: string): string[] =>
    rows.flatMap(({ row }) => {
      const value: unknown = Reflect.get(row, field)
      return typeof value === 'string' ? [value] : []
    })
  const homes = byKey(linesOf([...rows, ...(await rowsBy(tx, source, 'homes', named('home_ref')))], 'homes'))
  const rooms = named('room_ref').length === 0 ? [] : await rowsBy(tx, source, 'rooms', named('home_ref'), 'home_ref')
  const officers = await rowsBy(tx, source, 'officers', [
    ...named('verified_by'),
    ...[...homes.values()].map(({ row }) => row.officer_ref),
  ])
  const people = await rowsBy(tx, source, 'people', [
    ...named('partner_ref'),
    ...named('parent_ref'),
    ...named('other_parent_ref'),
  ])
  return {
    source,
    homes,
    rooms: byKey(linesOf(rooms, 'rooms')),
    officers: byKey(linesOf(officers, 'officers')),
    people: byKey(linesOf(people, 'people')),
  }
}

const byKey = <R>(lines: readonly Line<R>[]): ReadonlyMap<string, Line<R>> =>
  new Map(lines.map((line) => [line.key, line]))

export const recordOf = ({ source }: HousingContext, ref: string): string =>
  recordIdFor(source.agency, source.kind, ref)
export const homeOf = (context: HousingContext, ref: string): string | undefined => context.homes.get(ref)?.minted

/** An address in one line, as the lines of a letter: at most six, the rest stays with the last. */
export const addressOf = ({
  address,
  postcode,
  unit_description,
}: HousingRow<'homes'>): { lines: string[]; postcode?: string; unit?: string } => {
  const parts = address
    .split(',')
    .map((part) => part.trim().slice(0, 300))
    .filter((part) => part !== '')
  const lines = parts.length > 6 ? [...parts.slice(0, 5), parts.slice(5).join(', ').slice(0, 300)] : parts
  return {
    lines: lines.length === 0 ? [address.slice(0, 300)] : lines,
    ...given({ postcode }),
    ...(unit_description === undefined ? {} : { unit: unit_description.slice(0, 300) }),
  }
}
