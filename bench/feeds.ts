import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { writeBorough } from '#borough/index.ts'
import { housing, loadDelivery, readDelivery } from '#feeds/index.ts'
import { begin, book, landlord } from '#feeds/testing/house.ts'
import { openDatabase } from '#platform/database/index.ts'
import { refoldDue } from '#record/index.ts'
import { freshDatabase, startPostgres } from '../test/support/postgres.ts'

/**
 * A council landlord's full delivery: first load, the same again, and one in which every person's row has changed, in rows a second, against the
 * floor of the same run: the same rows, as JSON, put into a bare table in batches of the same size. While it loads, a form's small
 * transaction is asked again and again: how long did it wait?
 *
 * `node bench/feeds.ts pglite|postgres [households]`: 88000 households give a council of some 12,000 homes.
 */
const engine = process.argv[2] === 'postgres' ? 'postgres' : 'pglite'
const households = Number(process.argv[3] ?? 3000)
const folder = mkdtempSync(join(tmpdir(), 'rooftree-bench-'))
const print = (text: string): void => void process.stdout.write(`${engine} ${text}\n`)
const since = (begun: number): number => (performance.now() - begun) / 1000

const written = await writeBorough({ households, seed: 'bench', on: Temporal.PlainDate.from('2026-11-20'), folder: join(folder, 'borough') })
if (!written.accepted) throw new Error('the borough could not be written')
const paths = [join(folder, 'borough', 'council-homes')]
const at = Temporal.Instant.from('2026-11-20T23:00:00Z')

const server = engine === 'postgres' ? await startPostgres() : undefined
if (server !== undefined) process.env['ROOFTREE_TEST_POSTGRES'] = server.url
const database = await openDatabase({ folder: join(folder, 'data'), ...(server === undefined ? {} : { url: (await freshDatabase()).url }) })
await begin(database)

const floor = async (): Promise<number> => {
  const batches: string[] = []
  let rows = 0
  for await (const batch of readDelivery(housing, paths, { receivedAt: at }).batches()) {
    batches.push(JSON.stringify(batch.rows))
    rows += batch.rows.length
  }
  await database.transaction('owner', async (tx) => sql`create table bench_floor (row jsonb)`.execute(tx))
  const begun = performance.now()
  for (const batch of batches) await database.transaction('owner', async (tx) => sql`insert into bench_floor select jsonb_array_elements(${batch}::jsonb)`.execute(tx))
  const perSecond = rows / since(begun)
  await database.transaction('owner', async (tx) => sql`drop table bench_floor`.execute(tx))
  return perSecond
}

const waits: number[] = []
const loading = new AbortController()
const form = async (): Promise<void> => {
  while (!loading.signal.aborted) {
    const begun = performance.now()
    await database.transaction('app', async (tx) => sql`insert into subject_head (subject_id, version) values ('family:bench', 1) on conflict (subject_id) do update set version = subject_head.version + 1`.execute(tx))
    waits.push(performance.now() - begun)
    await new Promise((done) => setTimeout(done, 20))
  }
}

const share = (of: number): string => (waits[Math.floor(waits.length * of)] ?? 0).toFixed(0)

/** The same delivery a day later, in which the landlord writes every surname otherwise. */
const rewritten = (of: string): void => {
  const file = join(of, 'people.csv')
  const [header, ...rows] = parse(readFileSync(file))
  const surname = header?.indexOf('surname') ?? -1
  if (header === undefined || surname < 0) throw new Error('people.csv names no surname')
  const written = [header, ...rows.map((row) => row.with(surname, `${row[surname] ?? ''}-Quay`))]
  writeFileSync(file, written.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join(''))
  const manifest = join(of, 'manifest.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/"extracted_at":\s*"[^"]*"/u, '"extracted_at": "2026-11-20T22:00:00Z"'))
}

const bare = await floor()
print(`floor: ${Math.round(bare)} bare rows a second`)
const forms = form()
for (const name of ['first load', 'the same again', 'every person changed']) {
  if (name === 'every person changed') rewritten(join(folder, 'borough', 'council-homes'))
  const begun = performance.now()
  const processor = process.cpuUsage()
  waits.length = 0
  const delivery = await loadDelivery({ database, book }, { kind: 'housing', agency: landlord, paths, by: 'user:manager', at })
  const seconds = since(begun)
  const { read, entries, changed } = delivery.counts
  const used = process.cpuUsage(processor)
  print(`${name}: ${delivery.state}, ${read} rows, ${entries} entries in ${seconds.toFixed(1)} s: ${Math.round(read / seconds)} rows a second, ${(read / seconds / bare).toFixed(3)} of the floor, ${Math.round(entries / seconds)} entries a second${changed > 0 ? `, ${changed} rows changed` : ''}; processor of this process ${((used.user + used.system) / 1e6).toFixed(1)} s, load average ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
  waits.sort((one, other) => one - other)
  print(`  a form's transaction meanwhile, asked ${waits.length} times: p50 ${share(0.5)} ms, p95 ${share(0.95)} ms, longest ${(waits.at(-1) ?? 0).toFixed(0)} ms`)
  if (delivery.state !== 'applied') print(JSON.stringify([delivery.report?.refused.listed.slice(0, 3), delivery.problems.refused.slice(0, 3)]))
}
loading.abort()
await forms
print(`left due: ${await refoldDue(database, book)}; memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
await database.close()
await server?.stop()
rmSync(folder, { recursive: true, force: true })
