import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { accept, refuse } from '#platform/decision.ts'
import { Fault } from '#platform/fault.ts'
import { emptyDatabase, engines } from '../../../test/support/worlds.ts'
import type { OpenedForTest } from '../../../test/support/worlds.ts'
import { migrate, wholeOrNothing } from './index.ts'
import type { Database } from './index.ts'

for (const engine of engines) {
  describe(`the database on ${engine}`, () => {
    let opened: OpenedForTest
    let database: Database
    const notes = {
      name: '0001-notes',
      up: 'create table note (text text primary key, at timestamptz, on_day date, n bigint, raw bytea); grant select, insert on note to rooftree_app',
    }
    before(async () => {
      opened = await emptyDatabase(engine)
      database = opened.database
    })
    after(async () => opened.close())

    it('runs each migration once, and nothing of one that breaks off', async () => {
      assert.deepEqual(await migrate(database, [notes]), ['0001-notes'])
      assert.deepEqual(await migrate(database, [notes]), [])
      await assert.rejects(
        migrate(database, [notes, { name: '0002-broken', up: 'create table half (n int); select 1/0' }]),
      )
      const tables = await database.transaction('owner', async (tx) =>
        sql`select from pg_tables where tablename = 'half'`.execute(tx),
      )
      assert.equal(tables.rows.length, 0)
    })

    it('gives instants, days, numbers and bytes alike from both engines', async () => {
      const [row] = await database.transaction('app', async (tx) => {
        await sql`insert into note values ('one', '2026-03-29T01:30:00.123+01:00', '2026-03-29', 9007199254740991, decode('00ff', 'hex'))`.execute(
          tx,
        )
        return (
          await sql<{
            at: string
            on_day: string
            n: number
            raw: Uint8Array
          }>`select at, on_day, n, raw from note where text = 'one'`.execute(tx)
        ).rows
      })
      assert.equal(row?.at, '2026-03-29T00:30:00.123Z')
      assert.equal(row.on_day, '2026-03-29')
      assert.equal(row.n, Number.MAX_SAFE_INTEGER)
      assert.deepEqual([...row.raw], [0, 255])
    })

    it('refuses a transaction inside another at once, instead of waiting for ever', async () => {
      await assert.rejects(
        database.transaction('app', async () => database.transaction('app', async () => 1)),
        (error: unknown) => error instanceof Fault && error.code === 'database.nested-transaction',
      )
      assert.equal(await database.transaction('app', async () => 1), 1)
    })

    it('keeps nothing of a transaction that fails, nor of commands whose last was refused', async () => {
      const write = async (text: string, then: () => Promise<unknown>): Promise<unknown> =>
        database.transaction('app', async (tx) => {
          await sql`insert into note (text) values (${text})`.execute(tx)
          return then()
        })
      await assert.rejects(write('failed', async () => Promise.reject(new Error('no'))))
      const refused = await wholeOrNothing(database, async (tx) => {
        await sql`insert into note (text) values ('refused')`.execute(tx)
        return refuse([{ reason: 'late' }])
      })
      assert.deepEqual(refused, { accepted: false, because: [{ reason: 'late' }] })
      await wholeOrNothing(database, async (tx) => {
        await sql`insert into note (text) values ('accepted')`.execute(tx)
        return accept('kept')
      })
      const kept = await database.transaction('app', async (tx) =>
        (await sql<{ text: string }>`select text from note order by text`.execute(tx)).rows.map(({ text }) => text),
      )
      assert.deepEqual(kept, ['accepted', 'one'])
    })

    it('serves many at once, each with what it asked for', async () => {
      const answers = await Promise.all(
        Array.from({ length: 40 }, async (_, n) =>
          database.transaction(
            'app',
            async (tx) => (await sql<{ n: number }>`select ${n}::int as n`.execute(tx)).rows[0]?.n,
          ),
        ),
      )
      assert.deepEqual(
        answers,
        Array.from({ length: 40 }, (_, n) => n),
      )
    })

    it('lets the app change no shape, and goes back to its own standing after each transaction', async () => {
      await assert.rejects(
        database.transaction('app', async (tx) => sql`create table mine (n int)`.execute(tx)),
        /permission denied/u,
      )
      const [row] = await database.transaction(
        'owner',
        async (tx) => (await sql<{ role: string }>`select current_user as role`.execute(tx)).rows,
      )
      assert.notEqual(row?.role, 'rooftree_app')
    })
  })
}
