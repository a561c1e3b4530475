import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { SubjectId } from '#record/index.ts'

/** What opens and what closes around some subjects, as rows in words. */
interface AccessAround {
  readonly opens: ReadonlySet<string>
  readonly closes: ReadonlySet<string>
}

/** In an `app` transaction, before and after something that must let nobody see more than before: see {@link widens}. */
export const accessAround = async (tx: Tx, subjects: readonly SubjectId[]): Promise<AccessAround> => {
  const ids = [...subjects]
  const opens = await sql<{ row: string }>`
    select jsonb_build_array('grant', principal, scope, way, from_day, until_day)::text as row from access_grant where scope = any (${ids}::text[])
    union select jsonb_build_array('reach', scope, subject, from_day, until_day)::text from access_reach where scope = any (${ids}::text[]) or subject = any (${ids}::text[])
    union select jsonb_build_array('same', record_id, person_id)::text from person_of_record where record_id = any (${ids}::text[]) or person_id = any (${ids}::text[])`.execute(
    tx,
  )
  const closes = await sql<{ row: string }>`
    select jsonb_build_array(subject, kind, from_day, until_day)::text as row from access_restriction where subject = any (${ids}::text[])
    union select jsonb_build_array(subject, kind, from_day, until_day)::text from access_restriction_said where subject = any (${ids}::text[])`.execute(
    tx,
  )
  return { opens: new Set(opens.rows.map(({ row }) => row)), closes: new Set(closes.rows.map(({ row }) => row)) }
}

/** Whether somebody may see more after than before: a way in that was not there, or a restriction that is there no more. */
export const widens = (before: AccessAround, after: AccessAround): boolean =>
  !after.opens.isSubsetOf(before.opens) || !before.closes.isSubsetOf(after.closes)
