import type { Format, Table } from './format.ts'
import type { Limits } from './limits.ts'
import type { PlacedColumn, Plan } from './header.ts'
import type { CsvRecord } from './records.ts'
import type { Problems } from './report.ts'

/** A row as read: by column name, what the cell says, undefined where it is not known. */
export type LooseRow = Record<string, unknown>

export interface ReadRow {
  readonly line: number
  readonly change: 'set' | 'gone'
  readonly row: LooseRow
  /** Whether nothing was refused in it. */
  readonly sound: boolean
}

/** What a row is read against. */
interface RowReading {
  readonly table: Table
  readonly format: Pick<Format, 'placeholders'>
  readonly plan: Plan
  readonly mode: 'full' | 'delta' | 'unsaid'
  /** Last day that can have happened: the day of the extract in London. */
  readonly extractDay: string
  readonly limits: Limits
  readonly refused: Problems
  readonly pointedOut: Problems
}

/** One record as a row; every reason against it is said. Undefined when it cannot be read at all, or is a line of commas. */
export const readRow = (record: CsvRecord, reading: RowReading): ReadRow | undefined => {
  const { table, plan, refused } = reading
  const { cells, line } = record
  const before = refused.inAll()
  if (cells.length !== plan.width) {
    refused.add(
      'row.wrong-number-of-cells',
      { about: 'row', file: table.file, line },
      `The header has ${plan.width}, the row ${cells.length}.`,
    )
    return undefined
  }
  const change = changeOf(record, reading)
  const { row, wrong } = readCells(
    record,
    reading,
    change === 'gone' ? plan.columns.filter(({ column }) => column.need === 'key') : plan.columns,
  )
  if (change !== 'gone') checkRules(row, wrong, line, reading)
  return { line, change, row, sound: refused.inAll() === before }
}

/** A spreadsheet often ends in rows of nothing but commas. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

const changeOf = ({ cells, line }: CsvRecord, { table, plan, mode, refused }: RowReading): 'set' | 'gone' => {
  if (plan.changeAt === undefined) return 'set'
  const said = (cells[plan.changeAt] ?? '').trim().toLowerCase()
  if (said === 'gone') {
    if (mode !== 'delta') refused.add('row.gone-in-full', { about: 'row', file: table.file, line })
    return 'gone'
  }
  if (said !== 'set' && (said !== '' || mode === 'delta'))
    refused.add('row.change-wrong', { about: 'row', file: table.file, line })
  return 'set'
}

// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/u

const readCells = (
  record: CsvRecord,
  reading: RowReading,
  columns: readonly PlacedColumn[],
): { row: LooseRow; wrong: ReadonlySet<string> } => {
  const { table, format, limits, refused, pointedOut } = reading
  const row: LooseRow = {}
  const wrong = new Set<string>()
  for (const placed of columns) {
    const { name, column, at } = placed
    const before = refused.inAll()
    const written = (record.cells[at] ?? '').trim()
    const cell = { about: 'cell', file: table.file, line: record.line, field: name } as const
    row[name] = undefined
    if (written === '' || format.placeholders?.includes(written) === true) {
      if (column.need !== 'may') refused.add('cell.must-be-filled', cell)
    } else if (written.length > limits.charactersInACell) refused.add('cell.too-long', cell)
    else if (control.test(written)) refused.add('cell.control-character', cell)
    else {
      const read = column.cell.read(written)
      if ('value' in read) {
        row[name] = read.value
        if (read.flag !== undefined) pointedOut.add(read.flag, cell)
      } else {
        const other = fitsBetter(written, placed, record, reading)
        if (other === undefined) refused.add(read.wrong, cell, `It takes: ${column.cell.type}.`)
        else
          refused.add('cell.looks-swapped', cell, `It may belong in ${other}; this column takes: ${column.cell.type}.`)
      }
    }
    if (refused.inAll() > before) wrong.add(name)
  }
  for (const name of reading.plan.lacks) row[name] = undefined
  return { row, wrong }
}

/**
 * Another column of the row whose cell would fit here, and which would take what is here. It must itself be wrong, or hold what can
 * only belong here: nearly every number would fit a column of text.
 */
const fitsBetter = (
  written: string,
  here: PlacedColumn,
  { cells }: CsvRecord,
  { plan }: RowReading,
): string | undefined =>
  plan.columns.find(({ name, column, at }) => {
    const there = (cells[at] ?? '').trim()
    if (name === here.name || there === '') return false
    const changesPlaces = 'value' in here.column.cell.read(there) && 'value' in column.cell.read(written)
    return changesPlaces && (here.column.cell.telling === true || 'wrong' in column.cell.read(there))
  })?.name

const checkRules = (
  row: LooseRow,
  wrong: ReadonlySet<string>,
  line: number,
  { table, extractDay, refused }: RowReading,
): void => {
  for (const rule of table.rules) {
    const cell = (field: string) => ({ about: 'cell', file: table.file, line, field }) as const
    if (rule.rule === 'together') {
      const [one, other] = rule.fields
      if (wrong.has(one) || wrong.has(other)) continue
      if ((row[one] === undefined) !== (row[other] === undefined))
        refused.add('cell.only-one-of-two', cell(row[one] === undefined ? one : other), `They are ${one} and ${other}.`)
      continue
    }
    const day = row[rule.field]
    if (typeof day !== 'string') continue
    if (rule.rule === 'not-after-extract') {
      if (day > extractDay) refused.add('cell.after-the-extract', cell(rule.field))
    } else {
      const than = row[rule.than]
      if (typeof than === 'string' && day < than)
        refused.add('cell.before', cell(rule.field), `The other is ${rule.than}.`)
    }
  }
}

/** The key of a row as one text, or undefined when a part of it was refused. */
export const keyOf = (row: LooseRow, columns: readonly string[]): string | undefined => {
  const parts = columns.map((name) => row[name])
  return parts.every((part) => typeof part === 'string') ? parts.join('\u001F') : undefined
}
