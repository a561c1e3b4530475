import { keysOf, type Format, type Reference, type Table } from './format.ts'
import type { Problems, Report } from './report.ts'
import { keyOf, type ReadRow } from './rows.ts'

interface Seen {
  /** Key → line on which it stands. */
  readonly keys: Map<string, number>
  /** False when the file was not read to its end, so that a key that was not seen may yet be there. */
  whole: boolean
}

/** The keys of a delivery, and whether what refers to them finds them. */
export interface References {
  readonly row: (name: string, row: ReadRow) => void
  readonly endOfFile: (name: string, whole: boolean) => void
  readonly leftToCheck: () => Report['referencesLeftToCheck']
}

export const followReferences = (
  format: Format,
  mode: Report['mode'],
  refused: Problems,
  pointedOut: Problems,
): References => {
  const seen = new Map<string, Seen>()
  const left = new Map<string, { file: string; columns: readonly string[]; to: string; count: number }>()
  // People refer to people further down the same file: those wait for its end.
  let waiting: { table: Table; reference: Reference; line: number; key: string }[] = []

  const leave = (table: Table, reference: Reference): void => {
    const to = format.tables[reference.to]?.file ?? reference.to
    const name = [table.file, ...reference.columns].join('\u001F')
    const known = left.get(name) ?? { file: table.file, columns: reference.columns, to, count: 0 }
    known.count += 1
    left.set(name, known)
  }

  const settle = (table: Table, reference: Reference, line: number, key: string): void => {
    const target = seen.get(reference.to)
    if (target?.keys.has(key) === true) return
    if (target === undefined || mode === 'delta') return leave(table, reference)
    if (!target.whole) return
    const list = reference.unknown === 'flagged' ? pointedOut : refused
    list.add(
      'cell.unknown-reference',
      { about: 'cell', file: table.file, line, field: reference.columns.at(-1) ?? '' },
      `It names a row of ${format.tables[reference.to]?.file ?? reference.to}.`,
    )
  }

  return {
    row: (name, { row, line, change }) => {
      const table = format.tables[name]
      if (table === undefined) return
      const own = seen.get(name) ?? { keys: new Map<string, number>(), whole: false }
      seen.set(name, own)
      const key = keyOf(row, keysOf(table))
      if (key !== undefined) {
        const first = own.keys.get(key)
        if (first !== undefined)
          refused.add('row.key-twice', { about: 'row', file: table.file, line }, `The other is on line ${first}.`)
        else own.keys.set(key, line)
      }
      if (change === 'gone') return
      for (const reference of table.references) {
        const target = keyOf(row, reference.columns)
        if (target === undefined) continue
        if (reference.to === name) {
          if (!own.keys.has(target)) waiting.push({ table, reference, line, key: target })
        } else settle(table, reference, line, target)
      }
    },
    endOfFile: (name, whole) => {
      const own = seen.get(name) ?? { keys: new Map<string, number>(), whole }
      own.whole = whole
      seen.set(name, own)
      for (const { table, reference, line, key } of waiting) settle(table, reference, line, key)
      waiting = []
    },
    leftToCheck: () => [...left.values()],
  }
}
