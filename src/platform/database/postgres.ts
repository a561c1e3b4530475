import { given } from '#platform/given.ts'
import { Pool, types as builtTypes } from 'pg'
import { Fault } from '../fault.ts'
import type { Connection, Engine } from './engine.ts'
import { statementNames } from './statement-names.ts'

const asText = (value: string): string => value
const asIso = (value: string): string => value.replace(' ', 'T').replace(/\+00$/u, 'Z')
const parsers = new Map<number, (value: string) => unknown>([
  [builtTypes.builtins.DATE, asText],
  [builtTypes.builtins.TIMESTAMPTZ, asIso],
  [builtTypes.builtins.INT8, Number],
  [builtTypes.builtins.NUMERIC, asText],
])

/** Connect to a PostgreSQL server (18 or newer) by its URL. */
export const openPostgres = async (url: string, connections = 10): Promise<Engine> => {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    options: '-c timezone=UTC -c search_path=rooftree,public -c jit=off',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        parsers.get(oid) ?? builtTypes.getTypeParser(oid, format),
    },
  })
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  const nameOf = statementNames()
  const connect = async (): Promise<Connection> => {
    const client = await pool.connect()
    return {
      query: async (sql, parameters, again = false) => {
        const name = again && parameters.length > 0 ? nameOf(sql) : undefined
        const result = await client.query({ text: sql, values: [...parameters], ...given({ name }) })
        const last = Array.isArray(result) ? result.at(-1) : result
        return { rows: last.rows ?? [], affected: last.rowCount ?? 0 }
      },
      release: () => client.release(),
    }
  }
  try {
    ;(await connect()).release()
  } catch (error) {
    await pool.end()
    throw new Fault(
      'database.cannot-connect',
      'The database at DATABASE_URL cannot be reached. Check the address, the credentials and that the server runs.',
      error,
    )
  }
  return { name: 'postgres', connect, close: async () => pool.end() }
}
