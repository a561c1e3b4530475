import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely } from 'kysely'
import type { Transaction } from 'kysely'
import { Fault } from '../fault.ts'
import { dialectOver } from './dialect.ts'
import { openEmbedded } from './embedded.ts'
import type { Engine } from './engine.ts'
import { beginAs } from './begin-as.ts'
import { givingWay } from './giving-way.ts'
import type { GivingWay } from './giving-way.ts'
import { openPostgres } from './postgres.ts'
import type { Tables } from './tables.ts'

export type { Engine } from './engine.ts'
export type { Tables } from './tables.ts'
export { hasEmbedded } from './embedded.ts'
export { migrate, stepsOf } from './migrate.ts'
export type { RoomShape } from './migrate.ts'
export { wholeOrNothing } from './whole-or-nothing.ts'

export type Tx = Transaction<Tables>

/**
 * In whose standing a transaction runs. `owner` migrates and restores; `app` writes for the rooms' commands; a viewer reads
 * through row security, as the person who looks, on a day.
 */
export type Standing = 'owner' | 'app' | ViewerStanding
export interface ViewerStanding {
  /** The person and the teams they act for: `user:…`, `team:…`. Grant rows name these. */
  readonly principals: readonly string[]
  /** The role they are enrolled in; what it sees is written in the access room. */
  readonly role: string
  readonly agency: string
  readonly today: Temporal.PlainDate
}

/**
 * The database, whichever engine. Every query runs inside `transaction`: there is no other way to ask, since on the embedded
 * default a query beside an open transaction would wait for ever for the one connection.
 */
export interface Database {
  readonly engine: 'pglite' | 'postgres'
  readonly transaction: <T>(standing: Standing, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** For work that nobody waits for and that goes on for long: it begins its transactions when no page and no form has one open or about to be. */
  readonly unhurried: Pick<Database, 'transaction'> & Pick<GivingWay, 'giveWay' | 'alone'>
  /** For libraries that speak SQL themselves (the job queue). */
  readonly raw: Engine
  readonly close: () => Promise<void>
}

interface DatabaseSettings {
  /** A PostgreSQL URL; without it the embedded default is used. */
  readonly url?: string
  /** Folder of the embedded default. */
  readonly folder: string
  readonly connections?: number
}

export const openDatabase = async (settings: DatabaseSettings): Promise<Database> =>
  databaseOver(
    settings.url === undefined
      ? await openEmbedded(settings.folder)
      : await openPostgres(settings.url, settings.connections),
  )

/** The transaction that the running code is in: how it begins. */
const inside = new AsyncLocalStorage<string>()

export const databaseOver = (engine: Engine): Database => {
  const kysely = new Kysely<Tables>({ dialect: dialectOver(engine, () => inside.getStore() ?? 'begin') })
  const { waitedFor, giveWay, alone } = givingWay()
  const transaction = async <T>(standing: Standing, work: (tx: Tx) => Promise<T>, first = waitedFor): Promise<T> => {
    if (inside.getStore() !== undefined)
      throw new Fault(
        'database.nested-transaction',
        'A transaction was opened inside another: pass the transaction on instead.',
      )
    return first(async () => inside.run(beginAs(standing), async () => kysely.transaction().execute(work)))
  }
  const unhurried: Database['unhurried'] = {
    transaction: async (standing, work) =>
      transaction(standing, work, async (open) => {
        await giveWay()
        return open()
      }),
    giveWay,
    alone,
  }
  return {
    engine: engine.name,
    transaction: async (standing, work) => transaction(standing, work),
    unhurried,
    raw: engine,
    close: engine.close,
  }
}
