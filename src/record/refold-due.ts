import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import type { RecordBook } from './append.ts'
import type { SubjectId } from './entry.ts'
import type { Projection } from './projection.ts'
import { readAhead } from './read.ts'

/**
 * Make again what loads have left due, in small transactions: in each, the subjects' heads are locked in id order, as a form's would
 * be, so that a form about one of them waits for one chunk at most. What is due of the same subjects is made together, from one reading of
 * their entries. Safe to run twice, and by two servers at once.
 *
 * @returns how many rows' subjects were refolded
 */
export const refoldDue = async (
  database: Database,
  book: RecordBook,
  told: (done: number, all: number) => void = () => undefined,
): Promise<number> => {
  let done = 0
  for (;;) {
    const due = await database.transaction('app', async (tx) =>
      sql<Due>`select projection, subject_id as subject from refold_due where projection = any (${book.projections.map(({ name }) => name)}::text[])`.execute(
        tx,
      ),
    )
    if (due.rows.length === 0) return done
    const all = done + due.rows.length
    for (const [, ofType] of Map.groupBy(book.projections, ({ subjectType }) => subjectType)) {
      const names = new Set(ofType.map(({ name }) => name))
      const subjects = [
        ...new Set(due.rows.filter(({ projection }) => names.has(projection)).map(({ subject }) => subject)),
      ].toSorted()
      let taken = 0
      // Chunks of one type share no subject: while the database writes one, the entries of another are folded.
      const making = await Promise.allSettled(
        Array.from({ length: besides[database.engine] }, async () => {
          while (taken < subjects.length) {
            const some = subjects.slice(taken, taken + chunk[database.unhurried.alone() ? 'alone' : 'beside'])
            taken += some.length
            const made = await database.unhurried.transaction('app', async (tx) => refoldChunk(tx, ofType, some))
            done += made
            told(Math.min(done, all), all)
          }
        }),
      )
      const fault = making.find((one) => one.status === 'rejected')
      if (fault !== undefined) throw fault.reason
    }
  }
}

/** How many chunks are made at a time. */
const besides = { pglite: 1, postgres: 2 } as const

interface Due {
  readonly projection: string
  readonly subject: SubjectId
}

const refoldChunk = async (
  tx: Tx,
  projections: readonly Projection[],
  subjects: readonly SubjectId[],
): Promise<number> => {
  await sql`select from subject_head where subject_id = any (${[...subjects]}::text[]) order by subject_id for update`.execute(
    tx,
  )
  const taken =
    await sql<Due>`delete from refold_due where projection = any (${projections.map(({ name }) => name)}::text[]) and subject_id = any (${[...subjects]}::text[])
    returning projection, subject_id as subject`.execute(tx)
  const of = Map.groupBy(taken.rows, ({ projection }) => projection)
  await readAhead(tx, { subjects: taken.rows.map(({ subject }) => subject) }, async () => {
    for (const projection of projections) {
      const due = (of.get(projection.name) ?? []).map(({ subject }) => subject).toSorted()
      if (due.length > 0) await projection.refold(tx, due)
    }
  })
  return taken.rows.length
}

/** Subjects in one transaction: some hundred milliseconds on the embedded default, where a form must wait for it. */
const chunk = { alone: 300, beside: 100 } as const
