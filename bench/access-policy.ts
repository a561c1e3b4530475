import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { accessRoom, installViews, setPersons, setReachOf } from '#access/index.ts'
import { migrate, openDatabase } from '#platform/database/index.ts'
import type { Standing } from '#platform/database/index.ts'
import { append, checkpointInMemory, entriesAbout, entryKind, kindsOf, recordRoom, sealPending } from '#record/index.ts'
import type { NewEntry, RecordBook, Topic } from '#record/index.ts'
import { freshDatabase, startPostgres } from '../test/support/postgres.ts'
import { plainWords } from '#record/testing/plain-words.ts'

/**
 * What row security adds to reading one family's page: about 300 entries over 8 subjects, among 2,000 families of 7 records and
 * 60,000 entries. Read as a command reads (no policy), as a social worker of the family, and as a stranger.
 *
 * `node bench/access-policy.ts pglite|postgres`
 */
const engine = process.argv[2] === 'postgres' ? 'postgres' : 'pglite'
const server = engine === 'postgres' ? await startPostgres() : undefined
if (server !== undefined) process.env['ROOFTREE_TEST_POSTGRES'] = server.url
const folder = mkdtempSync(join(tmpdir(), 'rooftree-bench-'))
const database = await openDatabase({ folder, ...(server === undefined ? {} : { url: (await freshDatabase()).url }) })
await migrate(database, [recordRoom, accessRoom])
await database.transaction('app', installViews)

const Stated = entryKind({
  kind: 'Stated',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({ what: z.string() }),
})
const book: RecordBook = { kinds: kindsOf(plainWords(Stated)), projections: [], rules: 'bench' }
const said = {
  by: 'user:bench',
  agency: 'agency:csc',
  source: 'form:bench',
  at: Temporal.Instant.from('2026-01-01T00:00:00Z'),
}
const topics: readonly Topic[] = ['contact', 'identity', 'birth', 'plan', 'housing', 'address']

const families = Array.from({ length: 2000 }, () => ({
  family: `family:${crypto.randomUUID()}`,
  records: Array.from({ length: 7 }, () => `record:${crypto.randomUUID()}`),
}))
const page = families[1]?.family ?? ''
const onPage = [page, ...(families[1]?.records ?? [])]

await database.transaction('app', async (tx) => {
  await setReachOf(
    tx,
    families.map(({ family, records }) => ({
      source: family,
      rows: [family, ...records].map((subject) => ({ scope: family, subject })),
    })),
  )
  await setPersons(
    tx,
    families.flatMap(({ family, records }) =>
      records.map((record, nth) => ({ record, person: `person:${family}:${Math.floor(nth / 2)}` })),
    ),
  )
  await sql`insert into access_grant (entry_id, principal, scope, way, because, from_day)
    select gen_random_uuid(), 'team:' || ((n + worker) % 50), family, 'involved', 'works with the family', '2026-01-01'
    from unnest(${families.map(({ family }) => family)}::text[]) with ordinality as f (family, n), generate_series(1, 5) worker`.execute(
    tx,
  )
})
const statement = (subject: string, n: number): NewEntry =>
  Stated.of({
    topic: topics[n % topics.length] ?? 'contact',
    sensitivity: n % 5 === 0 ? 'health' : 'ordinary',
    subjects: [
      { id: subject, type: subject === page ? 'family' : 'record', role: 'about' },
      { id: `user:${n % 40}`, type: 'user', role: 'mentions' },
    ],
    body: { what: 'seen at home on that day, all well '.repeat(5) },
  })
const others = families.slice(2).flatMap(({ records }) => records)
for (let from = 0; from < 60_000; from += 1000)
  await database.transaction('app', async (tx) =>
    append(
      book,
      tx,
      said,
      Array.from({ length: 1000 }, (_, n) => statement(others[(from + n) % others.length] ?? page, from + n)),
    ),
  )
await database.transaction('app', async (tx) =>
  append(
    book,
    tx,
    said,
    Array.from({ length: 300 }, (_, n) => statement(onPage[n % 8] ?? page, Math.floor(n / 8) + n)),
  ),
)
await sealPending(database, () => said.at, checkpointInMemory())
await database.transaction('owner', async (tx) => sql`analyze`.execute(tx))

const today = Temporal.PlainDate.from('2026-11-01')
const worker = { principals: ['user:x', 'team:3'], role: 'social-worker', agency: 'agency:csc', today }
const time = async (name: string, standing: Standing): Promise<void> => {
  const took: number[] = []
  let shown = 0
  for (let round = 0; round < 100; round++)
    await database.transaction(standing, async (tx) => {
      const started = performance.now()
      shown = (await entriesAbout(tx, { subjects: onPage })).length
      took.push(performance.now() - started)
    })
  took.sort((one, other) => one - other)
  const at = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(1)
  process.stdout.write(
    `${engine} ${name}: ${shown} entries, p10 ${at(0.1)} ms, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms\n`,
  )
}
await time('command, no policy', 'app')
await time('social worker', worker)
await time('stranger', { ...worker, principals: ['user:nobody'] })
await time('command, no policy', 'app')
await database.close()
await server?.stop()
rmSync(folder, { recursive: true, force: true })
