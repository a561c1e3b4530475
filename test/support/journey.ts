import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { AlertAnswered, AlertChanged, AlertRaised, AlertResolved, assessWhatIsDue } from '#alerts/index.ts'
import type { Level } from '#alerts/index.ts'
import type { Role } from '#access/index.ts'
import { openFrontDesk } from '#access/index.ts'
import { deliveryById } from '#feeds/index.ts'
import { begin, landlord } from '#feeds/testing/house.ts'
import { signedIn } from '#families/testing/visitor.ts'
import type { AtTheDoor, Shown } from '#families/testing/visitor.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { openServer } from '#platform/http/index.ts'
import { openLog } from '#platform/log.ts'
import { checkpointInMemory, entriesById, refoldDue, sealPending, standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { recordBook, rooms, routesOf } from '#rooms.ts'
import type { DeliveryBuilder } from './deliveries.ts'
import type { EngineName } from './engines.ts'
import { ruleIsOff } from './rule-off.ts'
import { emptyDatabase } from './worlds.ts'
import { zipOf } from './zips.ts'

/** The opened house of one journey: everything that is done in it goes through its routes, by somebody who is signed in. */
export interface Journey {
  readonly as: (user: string) => Promise<AtTheDoor>
  /** Fill in a form as a browser does, with what it holds hidden. */
  readonly fill: (user: string, path: string, fields: Readonly<Record<string, string>>) => Promise<Shown>
  /** A landlord’s files come in by the page of deliveries. */
  readonly deliver: (delivery: DeliveryBuilder) => Promise<void>
  /** It is noon of another day, and what the server does by itself each minute is done. */
  readonly dayComes: (day: string) => Promise<void>
  /** Every entry that stands: what a journey asserts of. */
  readonly record: () => Promise<Entry[]>
  readonly close: () => Promise<void>
}

export const noon = (day: string): Temporal.Instant => Temporal.Instant.from(`${day}T12:00:00Z`)

/** Whoever loads deliveries and decides settings in these houses. */
export const manager = 'user:manager'

/** @param recommendation whose rule is left out of the house where the run asks for that */
export const openJourney = async (engine: EngineName, recommendation: number, day: string): Promise<Journey> => {
  const { database, close } = await emptyDatabase(engine)
  await begin(database)
  await migrate(database, rooms)
  const clock = steppedClock(noon(day))
  const server = await openServer({
    database,
    clock,
    log: openLog('silent'),
    notReady: () => undefined,
    routes: routesOf({
      database,
      book: recordBook,
      record: () => ({ partnership: 'Harbour Reach', demo: true, loading: false }),
    }),
    desk: openFrontDesk({ database, nav: [], isDemo: () => true }),
  })
  const doors = new Map<string, AtTheDoor>()
  const as = async (user: string): Promise<AtTheDoor> => {
    const door = doors.get(user) ?? (await signedIn({ server }, user))
    doors.set(user, door)
    return door
  }
  const byItself = async (): Promise<void> => {
    await sealPending(database, () => clock.now(), checkpoints)
    await refoldDue(database, recordBook)
    if (!ruleIsOff(recommendation)) await assessWhatIsDue(database, recordBook, clock.now())
  }
  const checkpoints = checkpointInMemory()
  return {
    as,
    fill: async (user, path, fields) => {
      const door = await as(user)
      const done = await door.post(path, { ...hiddenIn((await door.get(path)).text), ...fields })
      await byItself()
      return done
    },
    deliver: async (delivery) => {
      await settled(database, await sent(server, await as(manager), delivery))
      await byItself()
    },
    dayComes: async (next) => {
      clock.set(noon(next))
      doors.clear()
      await byItself()
    },
    record: async () => everything(database),
    close: async () => {
      await server.close()
      await close()
    },
  }
}

const hiddenIn = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/gu)]
      .map(([, name = '', value = '']): [string, string] => [name, value])
      .filter(([name]) => name !== '_csrf'),
  )

/** @returns where the delivery is told of */
const sent = async (
  server: Awaited<ReturnType<typeof openServer>>,
  door: AtTheDoor,
  delivery: DeliveryBuilder,
): Promise<string> => {
  const token = /name="_csrf" value="([^"]+)"/u.exec((await door.get('/feeds/new')).text)?.[1] ?? ''
  const line = '----rooftree-journey'
  const fields = { _csrf: token, kind: 'housing', agency: landlord }
  const zip = zipOf([...delivery.files()].map(([name, content]) => ({ name, content })))
  const reply = await server.inject({
    method: 'POST',
    url: '/feeds/new',
    headers: { cookie: door.cookie, 'content-type': `multipart/form-data; boundary=${line}` },
    payload: Buffer.concat([
      ...Object.entries(fields).map(([name, value]) =>
        Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
      ),
      Buffer.from(
        `--${line}\r\ncontent-disposition: form-data; name="file"; filename="delivery.zip"\r\ncontent-type: application/zip\r\n\r\n`,
      ),
      zip,
      Buffer.from(`\r\n--${line}--\r\n`),
    ]),
  })
  assert.equal(reply.statusCode, 303, reply.body)
  return reply.headers.location ?? ''
}

const settled = async (database: Database, location: string): Promise<void> => {
  for (let asked = 0; asked < 20_000; asked += 1) {
    const delivery = await database.unhurried.transaction('app', async (tx) =>
      deliveryById(tx, location.replace('/feeds/', '')),
    )
    if (delivery === undefined || delivery.state === 'staging' || delivery.state === 'staged') continue
    assert.equal(delivery.state, 'applied')
    return
  }
  assert.fail('the delivery never settled')
}

const everything = async (database: Database): Promise<Entry[]> =>
  database.transaction('app', async (tx) => {
    const ids = await sql<{ id: string }>`select id from entry`.execute(tx)
    return standing([
      ...(
        await entriesById(
          tx,
          ids.rows.map(({ id }) => id),
        )
      ).values(),
    ])
  })

export const homesOf = ({ subjects }: Entry): string[] =>
  subjects.filter(({ type }) => type === 'home').map(({ id }) => id)
const alertsOf = ({ subjects }: Entry): string[] => subjects.filter(({ type }) => type === 'alert').map(({ id }) => id)

/** Homes about which somebody of these roles is asked, or decided: an alert of theirs stands, or one was answered. */
export const homesSeenTo = (record: readonly Entry[], level: Level, role: Role): ReadonlySet<string> => {
  const ended = new Set(record.filter(AlertResolved.is).flatMap(alertsOf))
  const asked = record
    .filter((entry) => AlertRaised.is(entry) || AlertChanged.is(entry))
    .filter(({ body }) => body.level === level && body.audience.includes(role))
    .filter((entry) => !alertsOf(entry).some((alert) => ended.has(alert)))
  const alerts = new Set(asked.flatMap(alertsOf))
  const decided = record
    .filter(AlertAnswered.is)
    .filter((entry) => entry.body.by === role && alertsOf(entry).some((alert) => alerts.has(alert)))
  return new Set([...asked, ...decided].flatMap(homesOf))
}
