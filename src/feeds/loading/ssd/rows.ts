import type { Tx } from '#platform/database/index.ts'
import type { RowOf } from '../../format.ts'
import type { ssd } from '../../ssd/index.ts'
import { familyIdFor, recordIdFor } from '../ids.ts'
import { rowsBy } from '../loaded-rows.ts'
import type { Line, LoadedRow, Source } from '../loaded-rows.ts'

type SsdTables = (typeof ssd)['tables']
export type SsdRow<T extends keyof SsdTables> = RowOf<SsdTables[T]['columns']>

export const linesOf = <T extends keyof SsdTables>(rows: readonly LoadedRow[], table: T): Line<SsdRow<T>>[] =>
  rows
    .filter(({ tbl }) => tbl === table)
    .map(({ row, key, file, line, minted }) => ({
      // It was read by this table's own columns before it was staged.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      row: row as SsdRow<T>,
      key,
      file,
      line,
      minted: minted ?? undefined,
    }))

export const recordOf = ({ agency, kind }: Source, ref: string): string => recordIdFor(agency, kind, ref)
export const familyOf = ({ agency, kind }: Source, ref: string): string => familyIdFor(agency, kind, ref)

/** People of the extract by the case system's key, and who of them is somebody's mother. */
export interface PeopleKnown {
  readonly people: ReadonlyMap<string, SsdRow<'person'>>
  readonly mothers: ReadonlySet<string>
}

export const peopleKnown = async (tx: Tx, source: Source, refs: readonly string[]): Promise<PeopleKnown> => {
  const people = linesOf(await rowsBy(tx, source, 'person', refs), 'person')
  // The key of a mother's row begins with hers; a family's few people are asked for by unit.
  const mothers = await rowsBy(tx, source, 'mother', refs, 'moth_childs_person_id')
  return {
    people: new Map(people.map(({ key, row }) => [key, row])),
    mothers: new Set(linesOf(mothers, 'mother').map(({ row }) => row.moth_person_id)),
  }
}

export const isUnborn = (person: SsdRow<'person'>): boolean =>
  person.pers_dob === undefined && person.pers_expected_dob !== undefined

/** A child, an adult, or not known: a person under 18 is a child (Children Act 1989 s.105). */
export const roleOf = (
  person: SsdRow<'person'> | undefined,
  mothers: ReadonlySet<string>,
  on: Temporal.PlainDate,
): 'child' | 'parent' | 'other' => {
  if (person === undefined) return 'other'
  if (mothers.has(person.pers_person_id) || person.pers_is_mother === 'yes') return 'parent'
  if (isUnborn(person)) return 'child'
  if (person.pers_dob === undefined) return 'other'
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(person.pers_dob).add({ years: 18 }), on) > 0
    ? 'child'
    : 'other'
}
