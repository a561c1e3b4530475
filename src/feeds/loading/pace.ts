import type { Database, Tx } from '#platform/database/index.ts'

/** How transactions are opened: each its own, or all in one. */
export type Within = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/** How a load is decided. */
export interface Pace {
  /** Opens the transaction in which a page is decided: it sees one moment, and writes nothing. */
  readonly decide: Within
  readonly write: Within
  /** Units of one kind taken together: what one page of asks holds in memory, and how long whoever shares its connection waits for it. */
  readonly page: () => number
  /** Lets those through who wait for a page, where that does not keep the connection from them. */
  readonly giveWay: () => Promise<void>
  /** Whether one page may be written down while the next is decided: on a connection of its own. */
  readonly ahead: boolean
}

/** Units in a page: whoever asks for something on the embedded default waits for its one connection, and elsewhere for this process. */
const pageOn = { pglite: { alone: 250, beside: 50 }, postgres: { alone: 1000, beside: 250 } } as const

/** A load takes minutes, and whoever has a page open comes first. */
export const unhurriedly = (database: Database): Pick<Pace, 'write' | 'giveWay' | 'page'> => ({
  write: async (work) => database.unhurried.transaction('app', work),
  giveWay: database.engine === 'postgres' ? database.unhurried.giveWay : async () => undefined,
  page: () => pageOn[database.engine][database.unhurried.alone() ? 'alone' : 'beside'],
})
