import { given } from '#platform/given.ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { assessWhatIsDue } from '#alerts/index.ts'
import { setPolicyTo } from '#alerts/testing/harbour-alerts.ts'
import { writeBorough } from '#synthetic/index.ts'
import { housing, loadDelivery, readDelivery } from '#feeds/index.ts'
import { begin, landlord } from '#feeds/testing/house.ts'
import { migrate, openDatabase } from '#platform/database/index.ts'
import { checkpointInMemory, refoldDue, sealPending } from '#record/index.ts'
import { recordBook as book, rooms } from '#rooms.ts'
import { freshDatabase, startPostgres } from '../test/support/postgres.ts'
import { copyToEmbedded, copyToPostgres } from './copy-floor.ts'
import { inWords, openPages } from './feeds-pages.ts'

/**
 * A council landlord's full delivery: first load, the same again, and one in which every person's row and up to 50,000 in all have changed, in rows a second, against the
 * floor of the same run: a bare COPY of the same rows, as JSON, into a bare table. While it loads, a form's small
 * transaction is asked again and again, and pages of another landlord's officer five times a second: how long did they wait?
 *
 * `node bench/feeds.ts pglite|postgres [households] [bare]`: 88000 households give a council of some 12,000 homes. `bare` leaves pages and forms out.
 */
const engine = process.argv[2] === 'postgres' ? 'postgres' : 'pglite'
const households = Number(process.argv[3] ?? 3000)
const alone = process.argv[4] === 'bare'
const folder = mkdtempSync(join(tmpdir(), 'rooftree-bench-'))
const print = (text: string): void => void process.stdout.write(`${engine} ${text}\n`)
const since = (begun: number): number => (performance.now() - begun) / 1000

const written = await writeBorough({
  households,
  seed: 'bench',
  on: Temporal.PlainDate.from('2026-11-20'),
  folder: join(folder, 'borough'),
})
if (!written.accepted) throw new Error('the borough could not be written')
const paths = [join(folder, 'borough', 'council-homes')]
const at = Temporal.Instant.from('2026-11-20T23:00:00Z')

const server = engine === 'postgres' ? await startPostgres() : undefined
if (server !== undefined) process.env['ROOFTREE_TEST_POSTGRES'] = server.url
const url = server === undefined ? undefined : (await freshDatabase()).url

/** The rows are read before the clock starts; a large delivery is copied in parts, so that memory does not grow with it. */
const floor = async (): Promise<number> => {
  const rows: object[] = []
  for await (const batch of readDelivery(housing, paths, { receivedAt: at }).batches()) rows.push(...batch.rows)
  return url === undefined ? copyToEmbedded(join(folder, 'floor'), rows) : copyToPostgres(url, rows)
}
const bare = await floor()
print(`floor: a bare COPY takes ${Math.round(bare)} rows a second`)

const database = await openDatabase({ folder: join(folder, 'data'), ...given({ url }) })
await migrate(database, rooms)
await begin(database)
await setPolicyTo(database, 'overcrowding-alert', 'bedroom-standard', '2026-06-02', '2026-06-01')
const checkpoints = checkpointInMemory()
const pages = alone ? undefined : await openPages(database, folder, at.subtract({ hours: 24 }), checkpoints)

const waits: number[] = []
const form = async (stopped: AbortSignal): Promise<void> => {
  while (!stopped.aborted) {
    const begun = performance.now()
    await database.transaction('app', async (tx) =>
      sql`insert into subject_head (subject_id, version) values ('family:bench', 1) on conflict (subject_id) do update set version = subject_head.version + 1`.execute(
        tx,
      ),
    )
    waits.push(performance.now() - begun)
    await new Promise((done) => setTimeout(done, 200))
  }
}
const share = (of: number): string => (waits[Math.floor(waits.length * of)] ?? 0).toFixed(0)

/** The same delivery a day later, in which the landlord writes every surname otherwise and has been told by another of who sleeps where: up to 50,000 rows. */
const rewritten = (of: string): void => {
  const left = rewrite(join(of, 'people.csv'), 'surname', (said) => `${said}-Quay`, 50_000)
  rewrite(join(of, 'occupancy.csv'), 'known_how', (said) => (said === 'seen' ? 'told' : 'seen'), left)
  const manifest = join(of, 'manifest.json')
  writeFileSync(
    manifest,
    readFileSync(manifest, 'utf8').replace(/"extracted_at":\s*"[^"]*"/u, '"extracted_at": "2026-11-20T22:00:00Z"'),
  )
}

const rewrite = (file: string, column: string, other: (said: string) => string, most: number): number => {
  const [header, ...rows] = parse(readFileSync(file))
  const at = header?.indexOf(column) ?? -1
  if (header === undefined || at < 0) throw new Error(`${file} names no ${column}`)
  const written = [header, ...rows.map((row, number) => (number < most ? row.with(at, other(row[at] ?? '')) : row))]
  writeFileSync(
    file,
    written.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join(''),
  )
  return Math.max(0, most - rows.length)
}

/** Seal what was recorded and look again at every home that it touches, under the settings of the bedroom standard. */
const reassess = async (): Promise<string> => {
  const begun = performance.now()
  const { sealed } = await sealPending(database, () => at.add({ hours: 1 }), checkpoints)
  const sealing = since(begun)
  const { homes, raised, changed, resolved } = await assessWhatIsDue(database, book, at.add({ hours: 1 }))
  return `${sealed} entries sealed in ${sealing.toFixed(1)} s, ${homes} homes looked at again in ${(since(begun) - sealing).toFixed(1)} s (${raised} alerts raised, ${changed} changed, ${resolved} resolved)`
}

if (pages !== undefined) {
  await pages.askUntil(AbortSignal.timeout(2000))
  print(
    `pages before: ${inWords(await pages.askUntil(AbortSignal.timeout(12_000)))}, load average ${loadavg()[0]?.toFixed(1) ?? ''}`,
  )
}
for (const name of ['first load', 'the same again', 'changed rows']) {
  if (name === 'changed rows') rewritten(join(folder, 'borough', 'council-homes'))
  const begun = performance.now()
  const processor = process.cpuUsage()
  waits.length = 0
  const loading = new AbortController()
  const forms = pages === undefined ? undefined : form(loading.signal)
  const asked = pages?.askUntil(loading.signal)
  const delivery = await loadDelivery(
    { database, book },
    { kind: 'housing', agency: landlord, paths, by: 'user:manager', at },
  )
  const seconds = since(begun)
  loading.abort()
  await forms
  const { read, entries, changed } = delivery.counts
  const used = process.cpuUsage(processor)
  print(
    `${name}: ${delivery.state}, ${read} rows, ${entries} entries in ${seconds.toFixed(1)} s: ${Math.round(read / seconds)} rows a second, ${(read / seconds / bare).toFixed(4)} of the floor, ${Math.round(entries / seconds)} entries a second${changed > 0 ? `, ${changed} rows changed` : ''}; processor of this process ${((used.user + used.system) / 1e6).toFixed(1)} s, load average ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  )
  if (asked !== undefined) {
    waits.sort((one, other) => one - other)
    print(
      `  a form's transaction meanwhile (${waits.length}): p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, longest ${(waits.at(-1) ?? 0).toFixed(0)} ms; pages: ${inWords(await asked)}`,
    )
  }
  if (entries > 0) print(`  ${await reassess()}; since its beginning ${since(begun).toFixed(1)} s`)
  if (delivery.state !== 'applied')
    print(JSON.stringify([delivery.report?.refused.listed.slice(0, 3), delivery.problems.refused.slice(0, 3)]))
}
print(`left due: ${await refoldDue(database, book)}; memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
await pages?.close()
await database.close()
await server?.stop()
rmSync(folder, { recursive: true, force: true })
