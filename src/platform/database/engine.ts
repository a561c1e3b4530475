/** One connection to a database, whichever engine it is. */
export interface Connection {
  /** @param again whether the same text is likely to be asked again, so that planning it once is worth while */
  readonly query: (sql: string, parameters: readonly unknown[], again?: boolean) => Promise<Answer>
  readonly release: () => void
}

export interface Answer {
  readonly rows: unknown[]
  readonly affected: number
}

/** What both engines offer: connections, one at a time on the embedded default, a pool on PostgreSQL. */
export interface Engine {
  readonly name: 'pglite' | 'postgres'
  readonly connect: () => Promise<Connection>
  readonly close: () => Promise<void>
}
