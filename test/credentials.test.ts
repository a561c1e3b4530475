import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { openHouse } from '#house.ts'
import { databaseOver } from '#platform/database/index.ts'
import { openPostgres } from '#platform/database/postgres.ts'
import { steppedClock } from '#platform/dates.ts'
import { startJobs } from '#platform/jobs.ts'
import { openLog } from '#platform/log.ts'
import { readSettings } from '#platform/settings.ts'
import { backup, beginRecord, restore, verify } from '#record/index.ts'
import { engines } from './support/engines.ts'
import { startPostgres } from './support/postgres.ts'
import type { PostgresServer } from './support/postgres-server.ts'

const said = {
  by: 'user:rooftree',
  agency: 'agency:partnership',
  source: 'start',
  at: Temporal.Instant.from('2026-01-05T09:00:00Z'),
}

/** The script of docs/running.md. Its roles belong to the whole server, hence a server of its own. */
describe(
  'PostgreSQL with credentials that serve and others that migrate',
  { skip: !engines.includes('postgres') },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'rooftree-credentials-'))
    let server: PostgresServer
    before(async () => {
      server = await startPostgres()
      await asked(
        server.url,
        "create role rooftree_owner login password 'one' createrole",
        "create role rooftree_serve login password 'two'",
      )
      for (const name of ['first', 'second'])
        await asked(
          server.url,
          `create database ${name} owner rooftree_owner`,
          `grant create on database ${name} to rooftree_serve`,
        )
    })
    after(async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    const address = (user: string, password: string, name: string): string =>
      Object.assign(new URL(server.url), { username: user, password, pathname: `/${name}` }).href
    const settings = (name: string): ReturnType<typeof readSettings> =>
      readSettings({
        ROOFTREE_DATA: join(folder, name),
        DATABASE_URL: address('rooftree_serve', 'two', name),
        ROOFTREE_MIGRATION_URL: address('rooftree_owner', 'one', name),
      })
    const house = (name: string, as?: 'owner'): ReturnType<typeof openHouse> =>
      openHouse(settings(name), steppedClock(said.at), as)

    it('serves, and does its jobs, without being able to change the shape or to read what is kept apart', async () => {
      const open = await house('first')
      await open.database.transaction('app', async (tx) => beginRecord(open.book, tx, said, 'A partnership', false))
      await open.seal()
      await (await startJobs(open.database, [], openLog('silent'), open.settings.databaseUrl)).stop()
      for (const statement of [
        'alter table entry add column more text',
        'alter table look disable trigger all',
        'select from adoption_link',
      ]) {
        await assert.rejects(
          open.database.transaction('owner', async (tx) => sql.raw(statement).execute(tx)),
          /must be owner|permission denied/u,
        )
      }
      await open.close()
    })

    it('backs up and restores with those that migrate', async () => {
      const file = join(folder, 'backup.gz')
      const from = await house('first', 'owner')
      const { entry } = await backup(from.database, from.tables, file)
      await from.close()
      const into = await house('second', 'owner')
      assert.equal((await restore(into.database, into.tables, file, into.checkpoints))['entry'], entry)
      assert.equal(entry, 1)
      assert.equal((await verify(into.database, into.checkpoints)).holds, true)
      await into.close()
    })
  },
)

const asked = async (url: string, ...statements: readonly string[]): Promise<void> => {
  const database = databaseOver(await openPostgres(url, 1))
  const connection = await database.raw.connect()
  for (const statement of statements) await connection.query(statement, [])
  connection.release()
  await database.close()
}
