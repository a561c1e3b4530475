import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, suite, test } from 'node:test'
import { Client } from 'pg'
import { freshDatabase, startPostgres } from './postgres.ts'

async function ask(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url })
  // A killed server cuts the connection; the query that was under way reports it.
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end().catch(() => {})
  }
}

suite('the PostgreSQL of the test run', () => {
  test('a fresh database is empty, sorts by code point, and is gone after its drop', async () => {
    const database = await freshDatabase()
    assert.deepEqual(await ask(database.url, `select count(*)::int from pg_tables where schemaname = 'public'`), [0])
    const sorted = await ask(database.url, `select word from unnest(array['b', 'É', 'a', 'B']) word order by word`)
    assert.deepEqual(sorted, ['B', 'a', 'b', 'É'])
    await database.drop()
    await assert.rejects(ask(database.url, 'select 1'), { code: '3D000' })
  })

  test('two test files never see each other’s tables', async () => {
    await using one = await freshDatabase()
    await using other = await freshDatabase()
    await ask(one.url, 'create table homes (id int)')
    await assert.rejects(ask(other.url, 'select * from homes'), { code: '42P01' })
  })

  test('a copy starts with what the first database holds and then goes its own way', async () => {
    await using one = await freshDatabase()
    await ask(one.url, 'create table homes as select 1 as id')
    await using copy = await freshDatabase({ copyOf: one })
    await ask(copy.url, 'insert into homes values (2)')
    assert.deepEqual(await ask(copy.url, 'select count(*)::int from homes'), [2])
    assert.deepEqual(await ask(one.url, 'select count(*)::int from homes'), [1])
  })
})

suite('a durable PostgreSQL of one’s own', async () => {
  const server = await startPostgres({ durable: true })
  after(() => server.stop())

  test('keeps PostgreSQL’s promises', async () => {
    const sql = `select current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes')`
    assert.deepEqual(await ask(server.url, sql), ['on', 'on', 'on'])
  })

  test('still holds after kill -9 every row it had acknowledged', async () => {
    await ask(server.url, 'create table kept (id int)')
    for (let id = 1; id <= 20; id += 1) await ask(server.url, `insert into kept values (${id})`)
    const sleeper = assert.rejects(ask(server.url, 'select pg_sleep(60)'))
    await server.kill9()
    await sleeper
    await assert.rejects(ask(server.url, 'select 1'), { code: 'ECONNREFUSED' })
    await server.restart()
    assert.deepEqual(await ask(server.url, 'select count(*)::int from kept'), [20])
  })

  test('leaves no folder behind', async () => {
    const other = await startPostgres()
    await other.stop()
    assert.equal(existsSync(other.folder), false)
    await assert.rejects(ask(other.url, 'select 1'), { code: 'ECONNREFUSED' })
  })
})
