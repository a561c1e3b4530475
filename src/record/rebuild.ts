import { sql } from 'kysely'
import type { Database } from '#platform/database/index.ts'
import type { RecordBook } from './append.ts'

/**
 * Make every projection again from the record. Each is emptied and filled in one transaction, so that a reader sees the old rows
 * or the new, and a broken-off rebuild changes nothing.
 *
 * @returns how many subjects each projection was made for
 */
export const rebuild = async (
  database: Database,
  book: RecordBook,
  told: (done: number, all: number) => void = () => undefined,
): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const projection of book.projections) {
    counts[projection.name] = await database.transaction('app', async (tx) => {
      for (const table of projection.tables) await sql`delete from ${sql.table(table)}`.execute(tx)
      const found = await sql<{ id: string }>`
        select distinct s.subject_id as id from entry_subject s join entry e on e.id = s.entry_id
        where s.subject_type = ${projection.subjectType} and e.kind = any (${[...projection.kinds]}::text[]) order by 1`.execute(
        tx,
      )
      const subjects = found.rows.map(({ id }) => id)
      for (let from = 0; from < subjects.length; from += chunk) {
        await projection.refold(tx, subjects.slice(from, from + chunk))
        told(Math.min(from + chunk, subjects.length), subjects.length)
      }
      return subjects.length
    })
  }
  return counts
}

const chunk = 500
