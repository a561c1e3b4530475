import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import type { Connection, Submittable } from 'pg'

/** Rows as lines of CSV with one cell, a row as JSON. */
const linesOf = (rows: readonly object[]): string =>
  rows.map((row) => `"${JSON.stringify(row).replaceAll('"', '""')}"\n`).join('')

/** A bare COPY of rows into a bare table of a PostgreSQL server: what the engine can take in at all. @returns rows a second */
export const copyToPostgres = async (url: string, rows: readonly object[]): Promise<number> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('create table bench_copy (row jsonb)')
  const lines = Buffer.from(linesOf(rows))
  const begun = performance.now()
  await copyIn(client, lines)
  const perSecond = rows.length / ((performance.now() - begun) / 1000)
  const { rows: counted } = await client.query<{ rows: string }>('select count(*) as rows from bench_copy')
  if (Number(counted[0]?.rows) !== rows.length) throw new Error('COPY took other rows than it was given')
  await client.query('drop table bench_copy')
  await client.end()
  return perSecond
}

const copyIn = async (client: Client, lines: Buffer): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  const copying: Submittable & Record<`handle${string}`, (...told: never[]) => void> = {
    submit: (connection: Connection) => {
      connection.query('copy bench_copy from stdin (format csv)')
    },
    handleCopyInResponse: (connection: {
      readonly sendCopyFromChunk: (chunk: Buffer) => void
      readonly endCopyFrom: () => void
    }) => {
      for (let from = 0; from < lines.length; from += 65_536)
        connection.sendCopyFromChunk(lines.subarray(from, from + 65_536))
      connection.endCopyFrom()
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => {
      resolve(undefined)
    },
    handleError: (error: Error) => {
      reject(error)
    },
  }
  client.query(copying)
  await promise
}

/** The same on the embedded engine, opened by itself. */
export const copyToEmbedded = async (folder: string, rows: readonly object[]): Promise<number> => {
  const database = new PGlite(folder)
  await database.exec('create table bench_copy (row jsonb)')
  const blob = new Blob([linesOf(rows)])
  const begun = performance.now()
  await database.query("copy bench_copy from '/dev/blob' (format csv)", [], { blob })
  const perSecond = rows.length / ((performance.now() - begun) / 1000)
  const counted = await database.query<{ rows: number }>('select count(*)::int as rows from bench_copy')
  if (counted.rows[0]?.rows !== rows.length) throw new Error('COPY took other rows than it was given')
  await database.close()
  return perSecond
}
