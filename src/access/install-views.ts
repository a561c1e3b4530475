import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { views } from './views.ts'
import './tables.ts'

/** Bring the matrix into the database, for row security to read. Run at every start; the second time changes nothing. */
export const installViews = async (tx: Tx): Promise<void> => {
  const wanted = sql`select role, way, topic, sensitivity, whose from jsonb_to_recordset(${JSON.stringify(views)}::jsonb)
    as r (role text, way text, topic text, sensitivity text, whose text)`
  await sql`delete from access_view where (role, way, topic, sensitivity, whose) not in (${wanted})`.execute(tx)
  await sql`insert into access_view (role, way, topic, sensitivity, whose) ${wanted} on conflict do nothing`.execute(tx)
}
