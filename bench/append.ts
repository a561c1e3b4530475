/**
 * Appending to the record against bare inserts of the same rows (envelope, body, subjects) in the same transactions, by one
 * writer and by eight: `node bench/append.ts`. Two entries a transaction, as a form makes them.
 */
import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { migrate } from '#platform/database/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { append, checkpointInMemory, entryKind, kindsOf, recordRoom, sealPending } from '#record/index.ts'
import type { RecordBook } from '#record/index.ts'
import { emptyDatabase } from '../test/support/worlds.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { plainWords } from '#record/testing/plain-words.ts'

const Seen = entryKind({
  kind: 'Seen',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({ what: z.string() }),
})
const book: RecordBook = { kinds: kindsOf(plainWords(Seen)), projections: [], rules: 'bench' }
const text = 'Home visit: the cot stands beside the bed, damp behind the wardrobe was seen and photographed. '.repeat(3)
const transactions = 600

const appended = async (tx: Tx, writer: number, n: number): Promise<void> => {
  const subjects = [
    { id: `family:${writer}`, type: 'family', role: 'about' },
    { id: `record:${writer}-${n % 5}`, type: 'record', role: 'mentions' },
  ] as const
  await append(
    book,
    tx,
    { by: 'user:bench', agency: 'agency:bench', source: 'form:bench', at: Temporal.Now.instant() },
    [Seen.of({ subjects, body: { what: text } }), Seen.of({ subjects, body: { what: text } })],
  )
}

const inserted = async (tx: Tx, writer: number, n: number): Promise<void> => {
  const rows = [0, 1].map(() => ({ id: randomUUIDv7(), at: new Date().toISOString() }))
  for (const { id, at } of rows) {
    await sql`insert into bare_entry values (${id}, 'Seen', 'contact', ${JSON.stringify([{ id: `family:${writer}` }, { id: `record:${writer}-${n % 5}` }])}::jsonb, 'agency:bench', 'user:bench', 'form:bench', 'ordinary', ${at})`.execute(
      tx,
    )
    await sql`insert into bare_body values (${id}, ${text}, ${randomBytes(16)})`.execute(tx)
    await sql`insert into bare_subject values (${`family:${writer}`}, ${id}), (${`record:${writer}-${n % 5}`}, ${id})`.execute(
      tx,
    )
  }
}

const bareTables = `create table bare_entry (id uuid primary key, kind text, topic text, subjects jsonb, agency text, author text, source text, sensitivity text, recorded_at timestamptz);
create table bare_body (entry_id uuid primary key, body text, salt bytea);
create table bare_subject (subject_id text, entry_id uuid, primary key (subject_id, entry_id));
create index bare_subject_entry on bare_subject (entry_id);
grant select, insert on bare_entry, bare_body, bare_subject to rooftree_app`

const rate = async (
  database: Database,
  writers: number,
  write: (tx: Tx, writer: number, n: number) => Promise<void>,
): Promise<number> => {
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let n = 0; n < transactions / writers; n += 1)
        await database.transaction('app', async (tx) => write(tx, writer, n))
    }),
  )
  return (transactions * 2) / ((performance.now() - begun) / 1000)
}

const compare = async (name: string, database: Database): Promise<void> => {
  await migrate(database, [recordRoom])
  await database.transaction('owner', async (tx) => void (await sql.raw(bareTables).execute(tx)))
  for (const writers of name === 'pglite' ? [1] : [1, 8]) {
    await rate(database, writers, inserted)
    await rate(database, writers, appended)
    const ratios = []
    let best = { bare: 0, ours: 0 }
    for (let round = 0; round < 5; round += 1) {
      const bare = await rate(database, writers, inserted)
      const ours = await rate(database, writers, appended)
      ratios.push(ours / bare)
      best = { bare: Math.max(best.bare, bare), ours: Math.max(best.ours, ours) }
    }
    const middle = ratios.toSorted((a, b) => a - b)[2] ?? 0
    process.stdout.write(
      `${name}, ${writers} writer${writers === 1 ? '' : 's'}: ${Math.round(best.ours)} entries a second appended, ${Math.round(best.bare)} bare; ratio ${middle.toFixed(2)}\n`,
    )
  }
  const begun = performance.now()
  const { sealed } = await sealPending(database, () => Temporal.Now.instant(), checkpointInMemory())
  process.stdout.write(
    `${name}: sealed ${sealed} at ${Math.round(sealed / ((performance.now() - begun) / 1000))} a second\n`,
  )
}

const embedded = await emptyDatabase('pglite')
await compare('pglite', embedded.database)
await embedded.close()
await using server = await startPostgres({ durable: true })
process.env['ROOFTREE_TEST_POSTGRES'] = server.url
const real = await emptyDatabase('postgres')
await compare('postgres', real.database)
await real.close()
