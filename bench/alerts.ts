import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { nameHome, openRecord } from '#families/index.ts'
import { describeHome, readHomeSummaries, stateApplication, stateOccupancy } from '#housing/index.ts'
import { saying, made } from '#housing/testing/harbour-homes.ts'
import { assess } from '#alerts/index.ts'
import { beginAlerts, book, noon, setPolicyTo } from '#alerts/testing/harbour-alerts.ts'
import { openDatabase } from '#platform/database/index.ts'
import { freshDatabase, startPostgres } from '../test/support/postgres.ts'

/**
 * How long it takes to look at 1,000 homes again: everything raised, nothing moved, facts changed in every home, and everything moved by the mere passing of nine months; beside the floor, which is reading
 * the same homes' lists without any rule.
 *
 * `node bench/alerts.ts pglite|postgres [homes]`
 */
const engine = process.argv[2] === 'postgres' ? 'postgres' : 'pglite'
const many = Number(process.argv[3] ?? '1000')
const server = engine === 'postgres' ? await startPostgres() : undefined
if (server !== undefined) process.env['ROOFTREE_TEST_POSTGRES'] = server.url
const folder = mkdtempSync(join(tmpdir(), 'rooftree-bench-'))
const database = await openDatabase({ folder, ...(server === undefined ? {} : { url: (await freshDatabase()).url }) })
await beginAlerts(database)

const born = ['1990-03-04', '1992-07-19', '2016-05-05', '2022-02-02', '2026-03-01']
const homes: string[] = []
for (let from = 0; from < many; from += 100)
  await database.transaction('app', async (tx) => {
    const landlord = saying('landlord', '2026-06-01')
    const named = made(
      await nameHome.record(
        book,
        tx,
        landlord,
        Array.from({ length: 100 }, (_, at) => ({
          lines: [`${from + at} Long Quay`],
          postcode: 'HR1 4QS',
          borough: 'inside' as const,
        })),
      ),
    ).ids
    const people = made(
      await openRecord.record(
        book,
        tx,
        landlord,
        named.flatMap(() =>
          born.map((on, at) => ({
            statements: [
              { say: 'birth' as const, on },
              { say: 'sex' as const, sex: at % 2 === 0 ? ('female' as const) : ('male' as const) },
            ],
          })),
        ),
      ),
    ).ids
    made(
      await describeHome.record(
        book,
        tx,
        landlord,
        named.map((home) => ({ home, bedrooms: 1, tenure: 'council' as const })),
      ),
    )
    made(
      await stateOccupancy.record(
        book,
        tx,
        landlord,
        named.flatMap((home, at) =>
          born.map((_, nth) => ({
            home,
            list: 'sleeps-here' as const,
            record: people[at * born.length + nth] ?? '',
            says: 'yes' as const,
            relationshipToLead: nth === 0 ? ('lead' as const) : nth === 1 ? ('partner' as const) : ('child' as const),
          })),
        ),
      ),
    )
    made(
      await stateApplication.record(
        book,
        tx,
        landlord,
        named.map((home, at) => ({
          home,
          application: `A-${from + at}`,
          status: 'active' as const,
          registeredOn: '2020-01-01',
        })),
      ),
    )
    homes.push(...named)
  })
await setPolicyTo(database, 'overcrowding-alert', 'bedroom-standard', '2026-06-02', '2026-06-01')
await database.transaction('owner', async (tx) => sql`analyze`.execute(tx))

const timed = async (what: string, work: () => Promise<string>, floor?: number): Promise<number> => {
  const started = performance.now()
  const processor = process.cpuUsage()
  const told = await work()
  const took = performance.now() - started
  const { user, system } = process.cpuUsage(processor)
  process.stdout.write(
    `${engine} ${what}: ${Math.round(took)} ms${floor === undefined ? '' : `, ${(took / floor).toFixed(1)} times the floor`} (${told}); processor of this process ${Math.round((user + system) / 1000)} ms, load average ${loadavg()[0]?.toFixed(1) ?? ''}\n`,
  )
  return took
}
const told = async (on: string): Promise<string> => JSON.stringify(await assess(database, book, homes, noon(on)))
const read = async (): Promise<string> => {
  let found = 0
  for (let from = 0; from < homes.length; from += 250)
    found += (
      await database.transaction('app', async (tx) =>
        readHomeSummaries(tx, homes.slice(from, from + 250), Temporal.PlainDate.from('2026-06-02')),
      )
    ).length
  return `${found} homes read`
}
await timed('warm', read)
const floor = await timed('floor, lists of the homes read', read)
await timed('everything raised', async () => told('2026-06-02'), floor)
await timed('nothing moved', async () => told('2026-06-02'), floor)
for (let from = 0; from < homes.length; from += 100)
  await database.transaction('app', async (tx) => {
    const landlord = saying('landlord', '2026-06-03')
    const some = homes.slice(from, from + 100)
    const children = made(
      await openRecord.record(
        book,
        tx,
        landlord,
        some.map(() => ({
          statements: [
            { say: 'birth' as const, on: '2024-01-09' },
            { say: 'sex' as const, sex: 'female' as const },
          ],
        })),
      ),
    ).ids
    made(
      await stateOccupancy.record(
        book,
        tx,
        landlord,
        some.map((home, at) => ({
          home,
          list: 'sleeps-here' as const,
          record: children[at] ?? '',
          says: 'yes' as const,
          relationshipToLead: 'child' as const,
        })),
      ),
    )
  })
await timed('one more child in every home', async () => told('2026-06-04'), floor)
await timed('everything moved, on a birthday', async () => told('2027-03-01'), floor)
await database.close()
await server?.stop()
rmSync(folder, { recursive: true, force: true })
