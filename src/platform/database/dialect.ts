import { CompiledQuery, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import { Fault } from '../fault.ts'
import type { Connection, Engine } from './engine.ts'

/**
 * Kysely over either engine: the SQL is PostgreSQL's on both, only the way to a connection differs.
 *
 * @param begin the statements that begin the transaction which is asked for
 */
export const dialectOver = (engine: Engine, begin: () => string): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new EngineDriver(engine, begin),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

class EngineDriver implements Driver {
  readonly #engine: Engine
  readonly #begin: () => string

  constructor(engine: Engine, begin: () => string) {
    this.#engine = engine
    this.#begin = begin
  }

  async init(): Promise<void> {
    // Engines are open before the dialect is made.
  }

  async acquireConnection(): Promise<EngineConnection> {
    return new EngineConnection(await this.#engine.connect())
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin()))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(connection: EngineConnection): Promise<void> {
    connection.release()
  }

  async destroy(): Promise<void> {
    // The database's own `close` closes the engine: Kysely would not, where no query was ever asked.
  }
}

class EngineConnection implements DatabaseConnection {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async executeQuery<R>(compiled: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.#connection.query(compiled.sql, compiled.parameters, true)
    // The one place where rows get their type: Kysely has worked it out from the query that was written.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return { rows: rows as R[], numAffectedRows: BigInt(affected) }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Fault(
      'database.no-streaming',
      'Read in pages: the embedded default has no cursors outside a transaction.',
    )
  }

  release(): void {
    this.#connection.release()
  }
}
