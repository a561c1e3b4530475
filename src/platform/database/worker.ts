/**
 * The embedded PostgreSQL, in a thread of its own: a long query keeps this thread busy and leaves the one that serves pages
 * free (measured: 28 ms of delay at worst, against 6.4 s in one thread). It answers one request after another.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types } from '@electric-sql/pglite'
import { Fault } from '../fault.ts'
import type { WorkerAnswer, WorkerAsk } from './worker-messages.ts'

const port = parentPort
if (port === null) throw new Fault('database.worker', 'This file runs as a worker thread only.')

const folder: unknown = workerData
if (typeof folder !== 'string') throw new Fault('database.worker', 'The worker needs the folder of the database.')

const asText = (value: string): string => value
const asIso = (value: string): string => value.replace(' ', 'T').replace(/\+00$/u, 'Z')

const database = new PGlite(folder, {
  parsers: { [types.DATE]: asText, [types.TIMESTAMPTZ]: asIso, [types.INT8]: Number, [types.NUMERIC]: asText },
})

const answer = async (ask: WorkerAsk): Promise<WorkerAnswer> => {
  try {
    if (ask.kind === 'close') {
      await database.close()
      return { id: ask.id, rows: [], affected: 0 }
    }
    if (ask.kind === 'script') {
      // The rows of every statement: the job queue looks for those of the first.
      const results = await database.exec(ask.sql)
      return { id: ask.id, rows: results.flatMap(({ rows }) => rows), affected: results.at(-1)?.affectedRows ?? 0 }
    }
    const result = await database.query(ask.sql, ask.parameters)
    return { id: ask.id, rows: result.rows, affected: result.affectedRows ?? 0 }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'
    return { id: ask.id, failed: { message: error instanceof Error ? error.message : String(error), code } }
  }
}

let queue = database.waitReady.then(() => port.postMessage('ready'))
port.on('message', (ask: WorkerAsk) => {
  queue = queue.then(async () => port.postMessage(await answer(ask)))
})
