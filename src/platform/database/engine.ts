/** One connection to a database, whichever engine it is. */
export interface Connection {
  readonly query: (sql: string, parameters: readonly unknown[]) => Promise<Answer>
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
