import type { Column, Format, Table } from './format.ts'
import type { Limits } from './limits.ts'
import type { Problems } from './report.ts'

export interface PlacedColumn {
  readonly name: string
  readonly column: Column
  readonly at: number
}

/** Which cell of a record belongs to which column. */
export interface Plan {
  readonly columns: readonly PlacedColumn[]
  readonly changeAt: number | undefined
  readonly width: number
  readonly lacks: readonly string[]
  readonly passedOver: readonly string[]
}

const changeColumn = 'change'

/** Read a header row; undefined when the rows below cannot be read by it, which has then been said. */
export const planOf = (
  header: readonly string[],
  table: Table,
  format: Format,
  delta: boolean,
  limits: Limits,
  problems: Problems,
): Plan | undefined => {
  const file = { about: 'file', file: table.file } as const
  const refusedBefore = problems.inAll()
  if (header.length > limits.columnsInAFile) {
    problems.add('file.too-many-columns', file)
    return undefined
  }
  const names = header.map((cell) => cell.trim().toLowerCase())
  if (!names.some((name) => Object.hasOwn(table.columns, name))) {
    problems.add(separatedOtherwise(names, table) ? 'file.not-commas' : 'file.no-header', file)
    return undefined
  }
  const { columns, twice, unknown, changeAt } = place(names, table)
  for (const name of twice) problems.add('file.header-twice', { ...file, field: name })
  for (const [name, column] of Object.entries(table.columns)) {
    if (column.need !== 'may' && !columns.has(name)) problems.add('file.column-missing', { ...file, field: name })
  }
  if (delta && changeAt === undefined) problems.add('file.change-missing', { ...file, field: changeColumn })
  const readable = problems.inAll() === refusedBefore
  const unknownShown = unknown.map((at) => shownColumn(names[at] ?? '', at, readable))
  if (format.unknownNames === 'refused')
    for (const field of unknownShown) problems.add('file.column-unknown', { ...file, field })
  if (!readable) return undefined
  const lacks = Object.keys(table.columns).filter((name) => !columns.has(name))
  return {
    columns: [...columns.values()],
    changeAt,
    width: header.length,
    lacks,
    passedOver: unknownShown.map((name) => `${table.file}, ${name}`),
  }
}

const place = (
  names: readonly string[],
  table: Table,
): { columns: Map<string, PlacedColumn>; twice: Set<string>; unknown: number[]; changeAt: number | undefined } => {
  const columns = new Map<string, PlacedColumn>()
  const twice = new Set<string>()
  const unknown: number[] = []
  let changeAt: number | undefined
  for (const [at, name] of names.entries()) {
    const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined
    if (name === changeColumn && changeAt === undefined) changeAt = at
    else if (name === changeColumn || columns.has(name)) twice.add(name)
    else if (column === undefined) unknown.push(at)
    else columns.set(name, { name, column, at })
  }
  return { columns, twice, unknown, changeAt }
}

/** One cell that holds two or more known names between other marks. */
const separatedOtherwise = (names: readonly string[], table: Table): boolean =>
  names.length === 1 &&
  (names[0] ?? '').split(/[;\t|]/u).some((name) => Object.hasOwn(table.columns, name.trim().replaceAll('"', '')))

/** A header may be a row of people whose header row is missing: a name is repeated only where the rest shows that it is a header. */
const shownColumn = (name: string, at: number, headerIsSound: boolean): string =>
  headerIsSound && /^[a-z][a-z0-9_]{0,40}$/u.test(name) ? name : `column ${at + 1}`
