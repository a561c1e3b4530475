import type { AgencyKind } from '#access/index.ts'
import type { Cell } from './cells.ts'

/**
 * `key`: names the row, with the other keys of its table; always filled. `must`: the column is there and its cell is filled.
 * `may`: the column may be missing and its cell empty; either way the fact is not known.
 */
export type Need = 'key' | 'must' | 'may'

export interface Column<T = unknown, N extends Need = Need> {
  readonly cell: Cell<T>
  readonly need: N
  /** What it says, as the published format explains it. */
  readonly what: string
  readonly example: string
}

export type Columns = Readonly<Record<string, Column>>

/** Columns whose values, together, are the key of a row in another table of the delivery. Compared only when all are filled. */
export interface Reference {
  readonly columns: readonly string[]
  readonly to: string
  /** What happens in a full delivery when there is no such row. A worker who has left may be gone from a case system's list. */
  readonly unknown: 'refused' | 'flagged'
}

/** A rule over the cells of one row. */
type RowRule =
  | { readonly rule: 'not-before'; readonly field: string; readonly than: string }
  | { readonly rule: 'not-after-extract'; readonly field: string }
  | { readonly rule: 'together'; readonly fields: readonly [string, string] }

export interface Table<C extends Columns = Columns> {
  readonly file: string
  /** What a row is, as the published format explains it. */
  readonly what: string
  readonly columns: C
  readonly references: readonly Reference[]
  readonly rules: readonly RowRule[]
}

export interface Format<T extends Readonly<Record<string, Table>> = Readonly<Record<string, Table>>> {
  readonly kind: string
  readonly version: string
  /** Kinds of agency that may send it: whoever else is named as its sender was named by mistake. */
  readonly senders: readonly AgencyKind[]
  /** These agencies in words, as the end of “it is sent by …”. */
  readonly sentBy: string
  /** Without a manifest a delivery of some formats cannot be understood; for others it only says nothing of what is absent. */
  readonly manifest: 'must' | 'may'
  /** What happens to files and columns that the format does not know: a misspelt one must not pass unseen, a wider extract may. */
  readonly unknownNames: 'refused' | 'passed-over'
  /** What its extracts write into a cell where they have nothing. Read as empty: taken for a number, it would be everybody’s. */
  readonly placeholders?: readonly string[]
  /** In the order in which they are read: a table comes after those it refers to. */
  readonly tables: T
  /** Tables without which a full delivery makes no sense. */
  readonly tablesNeeded: readonly (keyof T & string)[]
  /** Tables on which somebody's safety hangs: that one of them has nothing left never goes unseen, however small it was. */
  readonly tablesGuarded: readonly (keyof T & string)[]
}

/** The typed row of a table. What the delivery left open is undefined. */
export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T, infer N> ? ('may' extends N ? T | undefined : T) : never
}

/** What names the row. */
export type KeyOf<C extends Columns> = {
  readonly [K in keyof C as C[K] extends Column<unknown, 'key'> ? K : never]: C[K] extends Column<infer T> ? T : never
}

export const key = <T>(cell: Cell<T>, what: string, example: string): Column<T, 'key'> => ({
  cell,
  need: 'key',
  what,
  example,
})
export const must = <T>(cell: Cell<T>, what: string, example: string): Column<T, 'must'> => ({
  cell,
  need: 'must',
  what,
  example,
})
export const may = <T>(cell: Cell<T>, what: string, example: string): Column<T, 'may'> => ({
  cell,
  need: 'may',
  what,
  example,
})

export const table = <const C extends Columns>(
  file: string,
  what: string,
  columns: C,
  more: { readonly references?: readonly Reference[]; readonly rules?: readonly RowRule[] } = {},
): Table<C> => ({ file, what, columns, references: more.references ?? [], rules: more.rules ?? [] })

export const keysOf = (of: Table): string[] =>
  Object.entries(of.columns)
    .filter(([, { need }]) => need === 'key')
    .map(([name]) => name)

export const refersTo = (to: string, ...columns: readonly string[]): Reference => ({ columns, to, unknown: 'refused' })
export const oughtToKnow = (to: string, ...columns: readonly string[]): Reference => ({
  columns,
  to,
  unknown: 'flagged',
})

export const notBefore = (field: string, than: string): RowRule => ({ rule: 'not-before', field, than })
export const notAfterExtract = (field: string): RowRule => ({ rule: 'not-after-extract', field })
export const together = (one: string, other: string): RowRule => ({ rule: 'together', fields: [one, other] })
