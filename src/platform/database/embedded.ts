import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Fault } from '../fault.ts'
import type { Answer, Connection, Engine } from './engine.ts'
import { lockFolder } from './folder-lock.ts'
import type { WorkerAnswer, WorkerAsk } from './worker-messages.ts'

/**
 * Open the embedded default in `folder`, creating it when it is new. A new database is made in a folder beside it and renamed
 * when whole, so that a process killed during its very first start finds nothing half-made the next time.
 *
 * It survives a crash of the process, not a loss of power: PGlite does not wait for the disk.
 */
export const openEmbedded = async (folder: string): Promise<Engine> => {
  const lock = lockFolder(folder)
  try {
    const home = join(folder, 'postgres')
    for (const name of readdirSync(folder))
      if (name.startsWith('postgres.new')) rmSync(join(folder, name), { recursive: true })
    if (!existsSync(home)) await createIn(folder, home)
    return serve(await startWorker(home), lock.release)
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Whether a folder holds an embedded database already. */
export const hasEmbedded = (folder: string): boolean => existsSync(join(folder, 'postgres'))

const createIn = async (folder: string, home: string): Promise<void> => {
  const fresh = join(folder, 'postgres.new')
  mkdirSync(fresh, { mode: 0o700 })
  const worker = await startWorker(fresh)
  await worker.ask({ kind: 'close' })
  await worker.end()
  renameSync(fresh, home)
}

interface RunningWorker {
  readonly ask: (what: Ask) => Promise<Answer>
  readonly end: () => Promise<unknown>
}
type Ask = { kind: 'query'; sql: string; parameters: unknown[] } | { kind: 'script'; sql: string } | { kind: 'close' }

const startWorker = async (home: string): Promise<RunningWorker> => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: home })
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (why: Error) => void }>()
  const failAll = (why: Error): void => {
    for (const { reject } of waiting.values()) reject(why)
    waiting.clear()
  }
  let next = 0
  await new Promise<void>((resolve, reject) => {
    worker.once('error', (error) =>
      reject(new Fault('database.cannot-open', 'The embedded database cannot be opened.', error)),
    )
    worker.once('message', () => resolve())
  })
  worker.on('error', (error) => failAll(new Fault('database.stopped', 'The embedded database stopped.', error)))
  worker.on('exit', () => failAll(new Fault('database.stopped', 'The embedded database stopped.')))
  worker.on('message', (answer: WorkerAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('failed' in answer) asked?.reject(Object.assign(new Error(answer.failed.message), { code: answer.failed.code }))
    else asked?.resolve(answer)
  })
  return {
    ask: async (what) =>
      new Promise((resolve, reject) => {
        const id = next++
        waiting.set(id, { resolve, reject })
        const message: WorkerAsk = { id, ...what }
        // A thread of our own has no origin; the rule means windows.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage(message)
      }),
    end: async () => worker.terminate(),
  }
}

const serve = async (worker: RunningWorker, unlock: () => void): Promise<Engine> => {
  await worker.ask({ kind: 'script', sql: "SET timezone = 'UTC'; SET search_path = rooftree, public; SET jit = off" })
  // One connection: whoever asks next waits until it is given back.
  let free: Promise<void> = Promise.resolve()
  const connect = async (): Promise<Connection> => {
    const before = free
    const { promise, resolve } = Promise.withResolvers<void>()
    free = before.then(async () => promise)
    await before
    return {
      query: async (sql, parameters) =>
        worker.ask(
          parameters.length === 0 && sql.includes(';')
            ? { kind: 'script', sql }
            : { kind: 'query', sql, parameters: [...parameters] },
        ),
      release: () => resolve(),
    }
  }
  return {
    name: 'pglite',
    connect,
    close: async () => {
      const last = await connect()
      await worker.ask({ kind: 'close' })
      last.release()
      await worker.end()
      unlock()
    },
  }
}
