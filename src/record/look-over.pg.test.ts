import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { migrate } from '#platform/database/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import type { OpenedForTest } from '../../test/support/worlds.ts'
import { analyzeTables, recordRoom } from './index.ts'

for (const engine of engines) {
  describe(`looking ${engine} over after many rows have come`, () => {
    let opened: OpenedForTest
    before(async () => {
      opened = await emptyDatabase(engine)
      await migrate(opened.database, [recordRoom])
    })
    after(async () => opened.close())
    const asOwner = async <T>(text: string): Promise<T[]> =>
      opened.database.transaction('owner', async (tx) => (await sql.raw<T>(text).execute(tx)).rows)
    const known = async (): Promise<number> =>
      (
        await asOwner<{ rows: number }>(
          `select reltuples::integer as rows from pg_class where oid = 'rooftree.unsealed'::regclass`,
        )
      )[0]?.rows ?? Number.NaN
    const size = async (): Promise<number> =>
      (await asOwner<{ size: number }>(`select pg_relation_size('rooftree.unsealed')::integer as size`))[0]?.size ??
      Number.NaN

    it('tells the planner how large a table has become, though who serves may not change it', async () => {
      await asOwner('insert into unsealed select gen_random_uuid() from generate_series(1, 5000)')
      await analyzeTables(opened.database)
      assert.equal(await known(), 5000)
    })

    if (engine === 'pglite') {
      it('clears away rows that are gone, which the embedded default would keep for ever', async () => {
        const before = await size()
        await asOwner('delete from unsealed')
        await analyzeTables(opened.database)
        assert.ok((await size()) < before / 10)
        assert.equal(await known(), 0)
      })
    }
  })
}
