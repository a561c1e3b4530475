import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { installViews, openFrontDesk } from '#access/index.ts'
import { loadDemo } from '#demo/index.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { openServer } from '#platform/http/index.ts'
import { checkpointInMemory } from '#record/index.ts'
import { navigation, recordBook, rooms, routesOf } from '#rooms.ts'
import { emptyDatabase } from './worlds.ts'

export const harbourDay = Temporal.PlainDate.from('2026-03-02')

/** Harbour Reach with its door open, on a fixed day, for tests that walk through the whole house. */
export interface HarbourReach {
  readonly database: Database
  readonly server: FastifyInstance
  /** Everything that was logged. */
  readonly logged: () => string
  readonly close: () => Promise<void>
}

export const openHarbourReach = async (): Promise<HarbourReach> => {
  const { database, close } = await emptyDatabase('pglite')
  await migrate(database, rooms)
  await database.transaction('app', installViews)
  const clock = steppedClock(Temporal.Instant.from('2026-03-02T10:00:00Z'))
  await loadDemo({ database, book: recordBook, checkpoints: checkpointInMemory(), clock }, () => undefined)
  const lines: string[] = []
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(line) })
  const server = await openServer({
    database,
    clock,
    log,
    notReady: () => undefined,
    routes: routesOf({
      database,
      book: recordBook,
      record: () => ({ partnership: 'Harbour Reach', demo: true, loading: false }),
    }),
    desk: openFrontDesk({ database, nav: navigation, isDemo: () => true }),
  })
  return {
    database,
    server,
    logged: () => lines.join(''),
    close: async () => {
      await server.close()
      await close()
    },
  }
}

/** Sign somebody in. @returns the cookie */
export const signIn = async (server: FastifyInstance, person: string): Promise<string> => {
  const response = await server.inject({
    method: 'POST',
    url: '/sign-in/demo',
    payload: `person=${person}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    remoteAddress: `127.0.0.${1 + (person.length % 200)}`,
  })
  return response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
