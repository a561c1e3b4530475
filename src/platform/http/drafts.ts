import { sql } from 'kysely'
import type { Database } from '#platform/database/index.ts'
import { csrfFieldName } from '#platform/page/index.ts'
import { fieldsOf } from './form.ts'
import type { FormFields } from './form.ts'

/** Keep what somebody had typed into a form. Only they see it again; it is purged, not recorded. */
export const keepDraft = async (
  database: Database,
  user: string,
  action: string,
  fields: FormFields,
  at: Temporal.Instant,
): Promise<void> => {
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => name !== csrfFieldName))
  await database.transaction('app', async (tx) => {
    await sql`insert into draft values (${user}, ${action}, ${JSON.stringify(kept)}::jsonb, ${at.toString()})
      on conflict (user_id, action) do update set fields = excluded.fields, saved_at = excluded.saved_at`.execute(tx)
  })
}

export const findDraft = async (database: Database, user: string, action: string): Promise<FormFields | undefined> =>
  database.transaction('app', async (tx) => {
    const found = await sql<{
      fields: unknown
    }>`select fields from draft where user_id = ${user} and action = ${action}`.execute(tx)
    return found.rows[0] === undefined ? undefined : fieldsOf(found.rows[0].fields)
  })

export const dropDraft = async (database: Database, user: string, action: string): Promise<void> =>
  database.transaction('app', async (tx) => {
    await sql`delete from draft where user_id = ${user} and action = ${action}`.execute(tx)
  })

export const purgeDrafts = async (database: Database, before: Temporal.Instant): Promise<void> =>
  database.transaction('app', async (tx) => {
    await sql`delete from draft where saved_at < ${before.toString()}`.execute(tx)
  })
