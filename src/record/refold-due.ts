import { sql } from 'kysely'
import type { Database, Migration } from '#platform/database/index.ts'
import type { RecordBook } from './append.ts'

/** Which projections' rows a load has left to be made again. Committed with the load itself: a killed server finds them when it comes back. */
export const loadMigration: Migration = {
  name: '0005-record-loads',
  up: `
create table refold_due (projection text not null, subject_id text not null, primary key (projection, subject_id));
grant select, insert, update, delete on refold_due to rooftree_app;
`,
}

/**
 * Make again what loads have left due, in small transactions: in each, the subjects' heads are locked in id order, as a form's would
 * be, so that a form about one of them waits for one chunk at most. Safe to run twice, and by two servers at once.
 *
 * @returns how many rows' subjects were refolded
 */
export const refoldDue = async (database: Database, book: RecordBook, told: (done: number, all: number) => void = () => undefined): Promise<number> => {
  const due = await database.transaction('app', async (tx) => sql<{ due: number }>`select count(*) as due from refold_due`.execute(tx))
  const all = due.rows[0]?.due ?? 0
  let done = 0
  if (all === 0) return 0
  for (const projection of book.projections) {
    for (;;) {
      const refolded = await database.transaction('app', async (tx) => {
        const taken = await sql<{ id: string }>`
          delete from refold_due where projection = ${projection.name} and subject_id in (
            select subject_id from refold_due where projection = ${projection.name} order by subject_id limit ${chunk} for update skip locked)
          returning subject_id as id`.execute(tx)
        const subjects = taken.rows.map(({ id }) => id).toSorted()
        if (subjects.length === 0) return 0
        await sql`select from subject_head where subject_id = any (${subjects}::text[]) order by subject_id for update`.execute(tx)
        await projection.refold(tx, subjects)
        return subjects.length
      })
      if (refolded === 0) break
      done += refolded
      told(Math.min(done, all), all)
    }
  }
  return done
}

const chunk = 250
