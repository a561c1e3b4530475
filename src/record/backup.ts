import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database, Tx } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import { beginningOf } from './begin.ts'
import type { CheckpointStore } from './checkpoint.ts'
import { seeOneMoment } from './prepared-loads.ts'

/** A table that a backup carries, and the columns that put its rows in an order. Projections are not carried: they are rebuilt. */
export interface KeptTable {
  readonly table: string
  readonly key: readonly string[]
  /** What must be put right once all tables are restored, in the same transaction. */
  readonly settle?: (tx: Tx) => Promise<void>
}

/** The record itself. Who looked, and other stores apart, are added by their rooms. */
export const recordTables: readonly KeptTable[] = [
  { table: 'entry', key: ['id'] },
  { table: 'entry_body', key: ['entry_id'] },
  { table: 'seal', key: ['entry_id'] },
  { table: 'disposal', key: ['entry_id'] },
  { table: 'subject_head', key: ['subject_id'] },
]

const headShape = z.object({ rooftree: z.literal('backup'), format: z.literal(1), record: z.string() })
const rowShape = z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) })
const endShape = z.object({ end: z.record(z.string(), z.number()), sha256: z.string() })

export type Counts = Record<string, number>

/**
 * Write the whole record to one portable file: gzipped lines of JSON, the same from either engine, so that it is also the way
 * from the embedded default to PostgreSQL. It is written beside and renamed when whole. All tables are read at one moment, so that a seal
 * never stands without its entry while others go on recording; on the embedded default they wait. It reads as the owner: some stores apart
 * may be written but not read by the credentials that serve.
 */
export const backup = async (database: Database, tables: readonly KeptTable[], file: string): Promise<Counts> => {
  const counts: Counts = {}
  const beside = `${file}.new`
  try {
    await database.transaction('owner', async (tx) => {
      await seeOneMoment(tx)
      await pipeline(
        Readable.from(linesOf(tx, tables, counts)),
        createGzip(),
        createWriteStream(beside, { mode: 0o600 }),
      )
    })
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw new Fault('backup.cannot-write', `The backup could not be written to ${file}.`, error)
  }
  return counts
}

async function* linesOf(tx: Tx, tables: readonly KeptTable[], counts: Counts): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  const beginning = await beginningOf(tx)
  if (beginning === undefined) throw new Fault('backup.empty', 'There is nothing to back up: the record is empty.')
  yield line({ rooftree: 'backup', format: 1, record: beginning.record })
  for (const { table, key } of tables) {
    let after = ''
    for (;;) {
      const rows = await page(tx, table, key, after)
      for (const { row } of rows) yield line({ table, row })
      counts[table] = (counts[table] ?? 0) + rows.length
      const last = rows.at(-1)
      if (last === undefined || rows.length < pageSize) break
      after = last.key
    }
  }
  yield `${JSON.stringify({ end: counts, sha256: hash.digest('hex') })}\n`
}

const pageSize = 1000

const page = async (
  tx: Tx,
  table: string,
  columns: readonly string[],
  after: string,
): Promise<{ row: unknown; key: string }[]> => {
  const key = sql.join(
    columns.map((column) => sql`(t.${sql.ref(column)})::text`),
    sql` || ' ' || `,
  )
  const found = await sql<{ row: unknown; key: string }>`
    select to_jsonb(t) as row, ${key} as key from ${sql.table(table)} t where ${key} > ${after} order by ${key} limit ${pageSize}`.execute(
    tx,
  )
  return found.rows
}

/**
 * Put a backup into an empty database: all of it or nothing. Rebuild and verify after.
 *
 * @throws Fault `restore.not-empty`, `restore.not-a-backup` (with the line), `restore.cut-off`, `restore.changed`
 */
export const restore = async (
  database: Database,
  tables: readonly KeptTable[],
  file: string,
  checkpoints: CheckpointStore,
): Promise<Counts> => {
  const counts = await database.transaction('owner', async (tx) => {
    if ((await beginningOf(tx)) !== undefined)
      throw new Fault(
        'restore.not-empty',
        'This database already holds a record. Restore into an empty one: nothing was changed.',
      )
    const counted = await readInto(tx, tables, file)
    await sql`insert into entry_subject select s.id, e.id, s.type, s.role from entry e cross join jsonb_to_recordset(e.subjects) as s (id text, type text, role text) on conflict do nothing`.execute(
      tx,
    )
    // What was recorded and not yet sealed when the backup was made waits for its number here.
    await sql`insert into unsealed select id from entry e where not exists (select from seal s where s.entry_id = e.id)`.execute(
      tx,
    )
    for (const { settle } of tables) await settle?.(tx)
    return counted
  })
  const last = await database.transaction('app', async (tx) =>
    sql<{
      sequence: number
      hash: Uint8Array
      sealed_at: string
    }>`select sequence, hash, sealed_at from seal order by sequence desc limit 1`.execute(tx),
  )
  const end = last.rows[0]
  if (end !== undefined)
    await checkpoints.write({
      sequence: end.sequence,
      hash: Buffer.from(end.hash).toString('base64'),
      at: end.sealed_at,
    })
  return counts
}

const readInto = async (tx: Tx, tables: readonly KeptTable[], file: string): Promise<Counts> => {
  const known = new Set(tables.map(({ table }) => table))
  const counts: Counts = {}
  const hash = createHash('sha256')
  let waiting: { table: string; rows: unknown[] } = { table: '', rows: [] }
  let number = 0
  let ended = false
  const flush = async (): Promise<void> => {
    if (waiting.rows.length > 0) await insert(tx, waiting.table, waiting.rows)
    waiting = { table: '', rows: [] }
  }
  for await (const line of readLines(file)) {
    number += 1
    const value = parsed(line, number)
    const end = endShape.safeParse(value)
    if (number === 1) {
      if (!headShape.safeParse(value).success)
        throw new Fault('restore.not-a-backup', `${file} is not a backup made by Rooftree.`)
    } else if (end.success) {
      await flush()
      if (hash.digest('hex') !== end.data.sha256)
        throw new Fault(
          'restore.changed',
          `${file} was changed after it was made: its fingerprint does not match. Nothing was restored.`,
        )
      ended = true
      break
    } else {
      const row = rowShape.safeParse(value)
      if (!row.success || !known.has(row.data.table))
        throw new Fault(
          'restore.not-a-backup',
          `Line ${number} of ${file} is not a row that a backup holds. Nothing was restored.`,
        )
      if (row.data.table !== waiting.table || waiting.rows.length >= pageSize) await flush()
      if (waiting.rows.length === 0) waiting = { table: row.data.table, rows: [] }
      waiting.rows.push(row.data.row)
      counts[row.data.table] = (counts[row.data.table] ?? 0) + 1
    }
    hash.update(`${line}\n`)
  }
  if (!ended)
    throw new Fault(
      'restore.cut-off',
      `${file} ends too early, after line ${number}: it is cut off. Nothing was restored.`,
    )
  return counts
}

const insert = async (tx: Tx, table: string, rows: readonly unknown[]): Promise<void> => {
  await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  )
}

async function* readLines(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip()
  // Errors of either stream reach the loop below through the pipeline.
  const piped = pipeline(createReadStream(file), unzipped).catch((error: unknown) =>
    unzipped.destroy(error instanceof Error ? error : new Error('unreadable')),
  )
  let rest = ''
  try {
    for await (const text of unzipped.setEncoding('utf8')) {
      const lines = `${rest}${String(text)}`.split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    await piped
  } catch (error) {
    throw new Fault(
      'restore.cut-off',
      `${file} cannot be read to its end: it is missing, cut off, or not a gzip file. Nothing was restored.`,
      error,
    )
  }
  if (rest !== '') yield rest
}

const parsed = (line: string, number: number): unknown => {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new Fault('restore.not-a-backup', `Line ${number} is not JSON. Nothing was restored.`, error)
  }
}
