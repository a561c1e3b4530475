import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import type { Entry } from './entry.ts'
import { asEntry, entryFrom } from './rows.ts'

/**
 * Hand a follower the next sealed entries after its last, in order, and move it on in the same transaction: it never misses an
 * entry and never sees one twice, however often it is stopped half-way.
 *
 * @returns how many entries it was given; 0 when it has caught up
 */
export const follow = async (
  database: Database,
  name: string,
  handle: (tx: Tx, entries: readonly Entry[]) => Promise<void>,
  batch = 500,
): Promise<number> =>
  database.transaction('app', async (tx) => {
    await sql`insert into follower values (${name}, 0) on conflict do nothing`.execute(tx)
    const at = await sql<{ sequence: number }>`select sequence from follower where name = ${name} for update`.execute(
      tx,
    )
    const found = await sql<{ entry: string }>`
      select ${asEntry(sql`record_corrected(e.id, s.sealed_at)`)}
      from seal s join entry e on e.id = s.entry_id left join entry_body b on b.entry_id = e.id
      where s.sequence > ${at.rows[0]?.sequence ?? 0} order by s.sequence limit ${batch}`.execute(tx)
    const entries = found.rows.map(entryFrom)
    const last = entries.at(-1)?.seal?.sequence
    if (last === undefined) return 0
    await handle(tx, entries)
    await sql`update follower set sequence = ${last} where name = ${name}`.execute(tx)
    return entries.length
  })
