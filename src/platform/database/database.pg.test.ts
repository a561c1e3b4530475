import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { accept, refuse } from '#platform/decision.ts'
import { Fault } from '#platform/fault.ts'
import { emptyDatabase, engines } from '../../../test/support/worlds.ts'
import type { OpenedForTest } from '../../../test/support/worlds.ts'
import { migrate, wholeOrNothing } from './index.ts'
import type { Database, RoomShape } from './index.ts'

for (const engine of engines) {
  describe(`the database on ${engine}`, () => {
    let opened: OpenedForTest
    let database: Database
    const notes: RoomShape = {
      name: 'notes',
      migrations: [
        `create table note (text text primary key, at timestamptz, on_day date, n bigint, raw bytea);
         grant select, insert on note to rooftree_app`,
      ],
    }
    before(async () => {
      opened = await emptyDatabase(engine)
      database = opened.database
    })
    after(async () => opened.close())

    it('runs each step once, and nothing of an upgrade that breaks off', async () => {
      assert.deepEqual(await migrate(database, [notes]), ['notes/0001'])
      assert.deepEqual(await migrate(database, [notes]), [])
      const broken = { name: 'broken', migrations: ['create table half (n int)', 'select 1/0'] }
      await assert.rejects(migrate(database, [notes, broken]), /division by zero/u)
      const tables = await database.transaction('owner', async (tx) =>
        sql`select from pg_tables where tablename = 'half'`.execute(tx),
      )
      assert.equal(tables.rows.length, 0)
      assert.deepEqual(await migrate(database, [notes]), [])
    })

    describe('with functions, triggers and row policies that change without a step', () => {
      let other: OpenedForTest
      const shape = (functions: string, ...more: readonly string[]): RoomShape => ({
        name: 'notes',
        migrations: [
          'create table note (text text primary key); grant select, insert on note to rooftree_app; alter table note enable row level security',
          ...more,
        ],
        functions,
      })
      const answer = (argument: string, say: string): string => `
        create function say(${argument} text) returns text language sql stable as $$ select '${say} ' || ${argument} $$;
        revoke execute on function say(text) from public;
        grant execute on function say(text) to rooftree_app;
        create function lower_it() returns trigger language plpgsql as $$ begin new.text := lower(new.text); return new; end $$;
        create trigger lowers before insert on note for each row execute function lower_it();
        create policy everybody on note to rooftree_app using (true) with check (say(text) <> '');
        create view noted as select text, say(text) as said from note;`
      const said = async (): Promise<unknown> =>
        other.database.transaction('app', async (tx) =>
          (await sql<{ said: string }>`select say('good day') as said`.execute(tx)).rows.map((row) => row.said),
        )
      const standing = async (): Promise<string[]> =>
        other.database.transaction('owner', async (tx) =>
          (
            await sql<{ name: string }>`
              select proname::text as name from pg_proc where pronamespace = 'rooftree'::regnamespace
              union all select tgname::text from pg_trigger where tgrelid = 'rooftree.note'::regclass
              union all select policyname::text from pg_policies where schemaname = 'rooftree'
              union all select viewname::text from pg_views where schemaname = 'rooftree' order by 1`.execute(tx)
          ).rows.map(({ name }) => name),
        )
      before(async () => {
        other = await emptyDatabase(engine)
        await migrate(other.database, [shape(answer('first', 'said'))])
      })
      after(async () => other.close())

      it('installs what the text says now, also where an argument has another name', async () => {
        assert.deepEqual(await said(), ['said good day'])
        assert.deepEqual(await migrate(other.database, [shape(answer('second', 'told'))]), [])
        assert.deepEqual(await said(), ['told good day'])
        assert.deepEqual(await standing(), ['everybody', 'lower_it', 'lowers', 'noted', 'say'])
      })

      it('leaves them as they are where nothing changed', async () => {
        const made = async (): Promise<unknown> =>
          other.database.transaction(
            'owner',
            async (tx) =>
              (await sql`select oid from pg_proc where pronamespace = 'rooftree'::regnamespace order by 1`.execute(tx))
                .rows,
          )
        const before = await made()
        await migrate(other.database, [shape(answer('second', 'told'))])
        assert.deepEqual(await made(), before)
      })

      it('puts them back on a table that a step made anew', async () => {
        const anew = [
          'drop table note; create table note (text text primary key, more text); grant select, insert on note to rooftree_app',
        ]
        assert.deepEqual(await migrate(other.database, [shape(answer('second', 'told'), ...anew)]), ['notes/0002'])
        assert.deepEqual(await standing(), ['everybody', 'lower_it', 'lowers', 'noted', 'say'])
        await migrate(other.database, [shape('', ...anew)])
        assert.deepEqual(await standing(), [])
      })
    })

    it('refuses the database of a newer edition, and one of 0.1.0, says what to do, and changes nothing', async () => {
      const more = { name: 'more', migrations: ['create table more (n int)'] }
      const refusal = async (rooms: readonly RoomShape[]): Promise<string> =>
        migrate(database, rooms, { where: 'The data folder ./data' }).then(
          () => 'not refused',
          (error: unknown) => (error instanceof Fault ? `${error.code}: ${error.message}` : 'another error'),
        )
      await migrate(database, [notes, more])
      assert.match(
        await refusal([notes]),
        /^database\.other-edition: The data folder \.\/data was made by a newer edition.*more\/0001.*restore the backup/u,
      )
      await database.transaction('owner', async (tx) =>
        sql`insert into rooftree.migration (name) values ('0001-record')`.execute(tx),
      )
      await database.transaction('owner', async (tx) =>
        sql`delete from rooftree.migration where name like '%/%'`.execute(tx),
      )
      assert.match(await refusal([notes]), /0\.1\.0.*0001-record.*not carried over.*ROOFTREE_DATA/u)
      const steps = await database.transaction('owner', async (tx) =>
        sql<{ name: string }>`select name from rooftree.migration`.execute(tx),
      )
      assert.deepEqual(steps.rows, [{ name: '0001-record' }])
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
