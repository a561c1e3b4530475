/**
 * Family page and search at fifty requests a second, on PostgreSQL, with 3,000 and with 30,000 people in the record:
 * `node bench/pages.ts`. Requests go through the whole house in this process (session, access, look, page), evenly spaced; the
 * floor is the bare SQL of one indexed read in the same run.
 */
import { sql } from 'kysely'
import pino from 'pino'
import { installViews, openFrontDesk, enrolUser, nameAgency, nameTeam, startInvolvement } from '#access/index.ts'
import { nameHome, openFamily, openRecord, recordContact } from '#families/index.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import type { Decision } from '#platform/decision.ts'
import { openServer } from '#platform/http/index.ts'
import { beginRecord, checkpointInMemory, sealPending } from '#record/index.ts'
import { navigation, recordBook, rooms, routesOf } from '#rooms.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { emptyDatabase } from '../test/support/worlds.ts'

const clock = steppedClock(Temporal.Instant.from('2026-03-02T10:00:00Z'))
const said = { by: 'user:maker', agency: 'agency:care', source: 'form:bench', at: clock.now() }
const workers = 100
const agreed = <T>(decision: Decision<T>): T => {
  if (!decision.accepted) throw new Error(JSON.stringify(decision.because.slice(0, 3)))
  return decision.value
}

const given = ['Ana', 'Ben', 'Cat', 'Dan', 'Eve']

/** So many families at once, through the rooms' own commands: a home, five people, a worker, twelve contacts each. */
const families = async (tx: Tx, numbers: readonly number[]): Promise<void> => {
  const homes = agreed(
    await nameHome.record(
      recordBook,
      tx,
      said,
      numbers.map((number) => ({ lines: [`${number} Long Street`], postcode: 'QQ1 1AA', borough: 'inside' as const })),
    ),
  ).ids
  const people = agreed(
    await openRecord.record(
      recordBook,
      tx,
      said,
      numbers.flatMap((number, at) =>
        given.map((name, index) => ({
          statements: [
            {
              say: 'names' as const,
              names: [{ use: 'usual' as const, given: name, family: `Family${number.toString(36)}` }],
            },
            { say: 'birth' as const, on: index < 2 ? '1990-05-04' : `20${15 + index}-0${1 + (number % 9)}-1${index}` },
            {
              say: 'address' as const,
              home: homes[at] ?? '',
              type: 'home' as const,
              address: { lines: [`${number} Long Street`], postcode: 'QQ1 1AA' },
              trueFrom: '2020-01-01',
            },
          ],
        })),
      ),
    ),
  ).ids
  const members = (at: number): string[] => people.slice(at * 5, at * 5 + 5)
  const opened = agreed(
    await openFamily.record(
      recordBook,
      tx,
      said,
      numbers.map((_, at) => ({
        around: members(at).slice(2),
        members: members(at)
          .slice(0, 2)
          .map((record) => ({ record, role: 'parent' as const })),
      })),
    ),
  ).ids
  agreed(
    await startInvolvement.record(
      recordBook,
      tx,
      said,
      numbers.map((number, at) => ({
        family: opened[at] ?? '',
        principal: `user:worker-${number % workers}`,
        role: 'Social worker',
        from: Temporal.PlainDate.from('2025-01-01'),
      })),
    ),
  )
  agreed(
    await recordContact.record(
      recordBook,
      tx,
      said,
      numbers.flatMap((_, at) =>
        Array.from({ length: 12 }, (__, n) => ({
          family: opened[at] ?? '',
          happenedOn: `2025-${String(1 + n).padStart(2, '0')}-11`,
          sensitivity: 'ordinary' as const,
          channel: 'home-visit' as const,
          what: 'Home visit: the cot stands beside the bed, damp behind the wardrobe was seen and photographed.',
          persons: members(at).slice(0, 1),
          children: members(at)
            .slice(2)
            .map((child) => ({ child, seen: 'yes' as const })),
          interpreter: 'not-needed' as const,
        })),
      ),
    ),
  )
}

const fill = async (database: Database, from: number, to: number): Promise<void> => {
  for (let begin = from; begin < to; begin += 50) {
    const numbers = Array.from({ length: Math.min(50, to - begin) }, (_, n) => begin + n)
    await database.transaction('app', async (tx) => families(tx, numbers))
  }
  await sealPending(database, clock.now, checkpointInMemory())
  await database.transaction('owner', async (tx) => void (await sql`analyze`.execute(tx)))
}

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0

/** Ask evenly, whether or not the one before has been answered. */
const atFiftyASecond = async (seconds: number, ask: (n: number) => Promise<number>): Promise<string> => {
  const times: number[] = []
  const asked: Promise<void>[] = []
  for (let n = 0; n < seconds * 50; n += 1) {
    asked.push(
      (async () => {
        const begun = performance.now()
        const status = await ask(n)
        if (status !== 200) throw new Error(`answered ${status}`)
        times.push(performance.now() - begun)
      })(),
    )
    await new Promise((done) => setTimeout(done, 20))
  }
  await Promise.all(asked)
  return `p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`
}

await using server = await startPostgres({ durable: true })
process.env['ROOFTREE_TEST_POSTGRES'] = server.url
const { database, close } = await emptyDatabase('postgres')
await migrate(database, rooms)
await database.transaction('app', installViews)
await database.transaction('app', async (tx) => {
  await beginRecord(recordBook, tx, said, 'Bench', true)
  agreed(
    await nameAgency.record(recordBook, tx, said, [
      { agency: 'agency:care', name: 'Care', kind: 'childrens-social-care', dutyFlag: 'yes' },
    ]),
  )
  agreed(
    await nameTeam.record(recordBook, tx, said, [
      { team: 'team:east', name: 'East', agency: 'agency:care', phone: '01632 960000' },
    ]),
  )
  agreed(
    await enrolUser.record(
      recordBook,
      tx,
      said,
      Array.from({ length: workers }, (_, n) => ({
        user: `user:worker-${n}`,
        name: `Worker ${n}`,
        role: 'social-worker' as const,
        title: 'Social worker',
        agency: 'agency:care',
        teams: ['team:east'],
      })),
    ),
  )
})
const house = await openServer({
  database,
  clock,
  log: pino({ level: 'silent' }),
  notReady: () => undefined,
  routes: routesOf({
    database,
    book: recordBook,
    record: () => ({ partnership: 'Bench', demo: true, loading: false }),
  }),
  desk: openFrontDesk({ database, nav: navigation, isDemo: () => true }),
})
let filled = 0
for (const people of [3_000, 30_000]) {
  await fill(database, filled, people / 5)
  filled = people / 5
  const cookies: string[] = []
  for (let n = 0; n < 20; n += 1) {
    const response = await house.inject({
      method: 'POST',
      url: '/sign-in/demo',
      payload: `person=user:worker-${n}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      remoteAddress: `127.0.1.${n}`,
    })
    cookies.push(response.cookies.map(({ name, value }) => `${name}=${value}`).join('; '))
  }
  const known = await database.transaction(
    'app',
    async (tx) =>
      (
        await sql<{
          scope: string
          principal: string
        }>`select scope, principal from access_grant where principal = any (${cookies.map((_, n) => `user:worker-${n}`)}::text[]) order by entry_id desc limit 200`.execute(
          tx,
        )
      ).rows,
  )
  const get = async (url: string, cookie: string | undefined): Promise<number> =>
    (await house.inject({ method: 'GET', url, headers: { cookie: cookie ?? '' } })).statusCode
  const familyPage = async (n: number): Promise<number> => {
    const { scope, principal } = known[n % known.length] ?? { scope: '', principal: '' }
    return get(`/families/${encodeURIComponent(scope)}`, cookies[Number(principal.split('-')[1])])
  }
  const tokens = await Promise.all(
    cookies.map(
      async (cookie) =>
        /name="_csrf" value="([^"]+)"/u.exec(
          (await house.inject({ method: 'GET', url: '/find', headers: { cookie } })).body,
        )?.[1] ?? '',
    ),
  )
  // A search is sent, not written into an address.
  const search = async (n: number): Promise<number> => {
    const at = n % cookies.length
    const payload = new URLSearchParams({
      name: `Ana Family${((n * 37) % filled).toString(36)}`,
      _csrf: tokens[at] ?? '',
    }).toString()
    return (
      await house.inject({
        method: 'POST',
        url: '/find',
        headers: { cookie: cookies[at] ?? '', 'content-type': 'application/x-www-form-urlencoded' },
        payload,
      })
    ).statusCode
  }
  const bare = async (n: number): Promise<number> =>
    database.transaction('app', async (tx) =>
      (await sql`select * from entry_subject where subject_id = ${known[n % known.length]?.scope ?? ''}`.execute(tx))
        .rows.length > 0
        ? 200
        : 500,
    )
  for (let n = 0; n < 30; n += 1) await Promise.all([familyPage(n), search(n)])
  process.stdout.write(`${people} people, family page: ${await atFiftyASecond(8, familyPage)}\n`)
  process.stdout.write(`${people} people, search: ${await atFiftyASecond(8, search)}\n`)
  process.stdout.write(`${people} people, bare indexed read (floor): ${await atFiftyASecond(2, bare)}\n`)
}
await house.close()
await close()
