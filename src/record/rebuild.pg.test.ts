import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { migrate } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import { append, entryKind, kindsOf, rebuildRisen, recordRoom } from './index.ts'
import type { Projection } from './index.ts'
import { plainWords } from './testing/plain-words.ts'

const Seen = entryKind({
  kind: 'Seen',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({ what: z.string() }),
})

for (const engine of engines)
  describe(`projections by the edition that made them, on ${engine}`, { concurrency: false }, () => {
    let database: Database
    let close: () => Promise<void>
    let refolded: string[] = []
    let breaks: string | undefined
    /** Writes down by which edition each record's row was made. */
    const listing = (name: string, edition: number): Projection => ({
      name,
      edition,
      tables: [name],
      subjectType: 'record',
      kinds: new Set([Seen.kind]),
      refold: async (tx, subjects) => {
        refolded.push(name)
        await sql`delete from ${sql.table(name)} where record_id = any (${[...subjects]}::text[])`.execute(tx)
        await sql`insert into ${sql.table(name)} select id, ${edition}::integer from unnest(${[...subjects]}::text[]) as id`.execute(
          tx,
        )
        if (breaks === name) throw new Error('the power went')
      },
    })
    const book = (first: number, second: number) => ({
      kinds: kindsOf(plainWords(Seen)),
      projections: [listing('first', first), listing('second', second)],
      rules: 'test',
    })
    const start = async (first: number, second: number): Promise<Record<string, number>> => {
      refolded = []
      return rebuildRisen(database, book(first, second))
    }
    const madeBy = async (name: string): Promise<number[]> =>
      database.transaction('app', async (tx) =>
        (
          await sql<{ made_by: number }>`select distinct made_by from ${sql.table(name)} order by 1`.execute(tx)
        ).rows.map((row) => row.made_by),
      )

    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      const tables = ['first', 'second'].map(
        (name) =>
          `create table ${name} (record_id text primary key, made_by integer); grant select, insert, delete on ${name} to rooftree_app;`,
      )
      await migrate(database, [recordRoom, { name: 'lists', migrations: tables }])
      assert.deepEqual(await start(1, 1), {})
      const said = {
        by: 'user:test',
        agency: 'agency:csc',
        source: 'form:test',
        at: Temporal.Instant.from('2026-03-04T12:00:00Z'),
      }
      const saw = (n: number) =>
        Seen.of({ subjects: [{ id: `record:${n}`, type: 'record', role: 'about' }], body: { what: 'well' } })
      await database.transaction('app', async (tx) => append(book(1, 1), tx, said, [1, 2, 3].map(saw)))
    })
    after(async () => close())

    it('does nothing at a start of the same edition', async () => {
      assert.deepEqual(await start(1, 1), {})
      assert.deepEqual(refolded, [])
    })

    it('makes again the one that rose, and no other', async () => {
      assert.deepEqual(await start(2, 1), { first: 3 })
      assert.deepEqual(refolded, ['first'])
      assert.deepEqual([await madeBy('first'), await madeBy('second')], [[2], [1]])
      assert.deepEqual(await start(2, 1), {})
    })

    it('goes on where a start was broken off', async () => {
      breaks = 'second'
      await assert.rejects(start(3, 2), /the power went/u)
      assert.deepEqual([await madeBy('first'), await madeBy('second')], [[3], [1]])
      breaks = undefined
      assert.deepEqual(await start(3, 2), { second: 3 })
      assert.deepEqual([await madeBy('first'), await madeBy('second')], [[3], [2]])
    })

    it('makes one that is new to a record that has entries', async () => {
      await database.transaction('app', async (tx) => sql`delete from first`.execute(tx))
      await database.transaction('owner', async (tx) =>
        sql`delete from projection_made where projection = 'first'`.execute(tx),
      )
      assert.deepEqual(await start(3, 2), { first: 3 })
      assert.deepEqual(await madeBy('first'), [3])
    })
  })
