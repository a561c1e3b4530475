import type { Tx } from '#platform/database/index.ts'

/** How transactions are opened: each its own, or all in one. */
export type Within = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** How a load is decided. */
export interface Pace {
  /** Opens the transaction in which a page is decided: it sees one moment, and writes nothing. */
  readonly decide: Within
  readonly write: Within
  /** Units of one kind taken together: what one page of asks holds in memory, and how long whoever shares its connection waits for it. */
  readonly page: number
  /** Whether one page may be written down while the next is decided: on a connection of its own. */
  readonly ahead: boolean
}

/** Units in a page: whoever asks for something on the embedded default waits for its one connection. */
export const pageOn = { pglite: 250, postgres: 1000 } as const
