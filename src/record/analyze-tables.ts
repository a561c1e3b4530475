import { sql } from 'kysely'
import type { Database } from '#platform/database/index.ts'

/** How many entries at once make other tables of those that the planner knows. */
export const manyEntries = 10_000

/**
 * For after many rows have come at once, and for the night. The planner is told how large each table has become: PostgreSQL finds out by
 * itself, but a minute or two later, and until then asks pages as if a landlord's homes had not come. The embedded default never does, nor
 * does it clear away rows that are gone; there it is done table by table, when nobody waits for a page.
 */
export const analyzeTables = async (database: Database): Promise<void> => {
  if (database.engine === 'postgres')
    return void (await database.unhurried.transaction('app', async (tx) => sql`select record_look_over()`.execute(tx)))
  const tables = await database.transaction(
    'app',
    async (tx) =>
      (
        await sql<{
          name: string
        }>`select quote_ident(tablename) as name from pg_tables where schemaname = 'rooftree' order by 1`.execute(tx)
      ).rows,
  )
  for (const { name } of tables) {
    await database.unhurried.giveWay()
    // Outside a transaction, as clearing away must be.
    const connection = await database.raw.connect()
    try {
      await connection.query(`vacuum (analyze) rooftree.${name}`, [])
    } finally {
      connection.release()
    }
  }
}
