import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import pino from 'pino'
import { openFrontDesk, enrolUser, nameAgency } from '#access/index.ts'
import { writeBorough } from '#synthetic/index.ts'
import { loadDelivery } from '#feeds/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { openServer } from '#platform/http/index.ts'
import type { Database } from '#platform/database/index.ts'
import { sealPending } from '#record/index.ts'
import type { CheckpointStore } from '#record/index.ts'
import { navigation, recordBook, routesOf } from '#rooms.ts'

const other = 'agency:tidewall'
const officer = 'user:tidewall-officer'

interface Pages {
  /** Ask for one page after another, five a second, until stopped. @returns how long each kind took */
  readonly askUntil: (stopped: AbortSignal) => Promise<ReadonlyMap<string, readonly number[]>>
  readonly close: () => Promise<void>
}

/** A house with another landlord's homes in it, and the pages of one of its officers. */
export const openPages = async (
  database: Database,
  folder: string,
  at: Temporal.Instant,
  checkpoints: CheckpointStore,
): Promise<Pages> => {
  const said = { by: 'user:rooftree', agency: 'agency:partnership', source: 'form:bench', at }
  await writeBorough({
    households: 3000,
    seed: 'ground',
    on: Temporal.PlainDate.from('2026-11-19'),
    folder: join(folder, 'ground'),
  })
  const paths = [join(folder, 'ground', 'tidewall-homes')]
  const [, first] = parse(readFileSync(join(paths[0] ?? '', 'officers.csv')))
  await database.transaction('app', async (tx) => {
    await nameAgency.record(recordBook, tx, said, [
      { agency: other, name: 'Tidewall Homes', kind: 'social-landlord', dutyFlag: 'not-known' },
    ])
    await enrolUser.record(recordBook, tx, said, [
      {
        user: officer,
        name: first?.[1] ?? '',
        role: 'housing-officer',
        title: 'Housing officer',
        agency: other,
        teams: [],
      },
    ])
  })
  const ground = await loadDelivery(
    { database, book: recordBook },
    { kind: 'housing', agency: other, paths, by: 'user:manager', at },
  )
  if (ground.state !== 'applied') throw new Error(`the ground was not laid: ${JSON.stringify(ground.problems)}`)
  await sealPending(database, () => at, checkpoints)
  await database.transaction('owner', async (tx) => sql`analyze`.execute(tx))
  const house = await openServer({
    database,
    clock: steppedClock(at.add({ hours: 1 })),
    log: pino({ level: 'silent' }),
    notReady: () => undefined,
    routes: routesOf({
      database,
      book: recordBook,
      record: () => ({ partnership: 'Bench', demo: true, loading: false }),
    }),
    desk: openFrontDesk({ database, nav: navigation, isDemo: () => true }),
  })
  const signedIn = await house.inject({
    method: 'POST',
    url: '/sign-in/demo',
    payload: `person=${officer}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const list = await house.inject({ method: 'GET', url: '/my-households', headers: { cookie } })
  const homes = [...new Set([...list.body.matchAll(/href="(\/homes\/[^"/?#]+)"/gu)].map(([, path]) => path ?? ''))]
  if (homes.length === 0) throw new Error('the officer has no homes')
  const asked = [
    { page: 'my households', url: () => '/my-households' },
    { page: 'a home', url: (n: number) => homes[n % homes.length] ?? '' },
    { page: 'a form', url: (n: number) => `${homes[n % homes.length] ?? ''}/sleeping` },
  ]
  return {
    askUntil: async (stopped) => {
      const times = new Map<string, number[]>(asked.map(({ page }) => [page, []]))
      const all: Promise<void>[] = []
      for (let n = 0; !stopped.aborted; n += 1) {
        const { page, url } = asked[n % asked.length] ?? { page: '', url: () => '' }
        all.push(
          (async () => {
            const begun = performance.now()
            const { statusCode } = await house.inject({ method: 'GET', url: url(n), headers: { cookie } })
            if (statusCode !== 200) throw new Error(`${page} answered ${statusCode}`)
            times.get(page)?.push(performance.now() - begun)
          })(),
        )
        await new Promise((done) => setTimeout(done, 200))
      }
      await Promise.all(all)
      return times
    },
    close: async () => house.close(),
  }
}

export const inWords = (times: ReadonlyMap<string, readonly number[]>): string => {
  const share = (of: readonly number[], at: number): string =>
    (of.toSorted((one, two) => one - two)[Math.min(of.length - 1, Math.floor(of.length * at))] ?? 0).toFixed(0)
  const together = [...times.values()].flat()
  return [['all', together] as const, ...times]
    .map(([page, of]) => `${page} (${of.length}) p50 ${share(of, 0.5)} p95 ${share(of, 0.95)} ms`)
    .join('; ')
}
