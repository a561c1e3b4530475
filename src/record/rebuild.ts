import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import type { RecordBook } from './append.ts'
import type { Projection } from './projection.ts'

/** Told how far a projection has come: of how many subjects its rows were made. */
export type RebuildTold = (done: number, all: number, projection: string) => void

/**
 * Make every projection again from the record. Each is emptied and filled in one transaction, so that a reader sees the old rows
 * or the new, and a broken-off rebuild changes nothing.
 *
 * @returns how many subjects each projection was made for
 */
export const rebuild = async (
  database: Database,
  book: RecordBook,
  told: RebuildTold = () => undefined,
): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const projection of book.projections) {
    counts[projection.name] = await database.transaction('app', async (tx) => makeAgain(tx, projection, told))
  }
  return counts
}

/**
 * Make again those projections whose edition is not the one that their rows were made by, and those that are new: at the start of an
 * edition that reads entries another way. Each is made in one transaction with the note that it was, so that a start which is broken off
 * goes on where it was, and of two servers one makes it and the other finds it made.
 *
 * @returns how many subjects each of them was made for; empty at every further start
 */
export const rebuildRisen = async (
  database: Database,
  book: RecordBook,
  told: RebuildTold = () => undefined,
): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  const risen = await database.transaction('app', async (tx) => risenOf(tx, book.projections))
  if (risen.length === 0) return counts
  const nothingSaid = await database.transaction('app', async (tx) => {
    const any = await sql`select from entry limit 1`.execute(tx)
    if (any.rows.length > 0) return false
    await noteMade(tx, risen)
    return true
  })
  if (nothingSaid) return counts
  for (const projection of risen) {
    const made = await database.transaction('app', async (tx) => {
      await sql`select pg_advisory_xact_lock(7061, 4)`.execute(tx)
      return (await risenOf(tx, [projection])).length === 0 ? undefined : makeAgain(tx, projection, told)
    })
    if (made !== undefined) counts[projection.name] = made
  }
  return counts
}

const risenOf = async (tx: Tx, projections: readonly Projection[]): Promise<Projection[]> => {
  const found = await sql<{
    projection: string
    edition: number
  }>`select projection, edition from projection_made`.execute(tx)
  const madeBy = new Map(found.rows.map(({ projection, edition }) => [projection, edition]))
  return projections.filter(({ name, edition }) => madeBy.get(name) !== edition)
}

const makeAgain = async (tx: Tx, projection: Projection, told: RebuildTold): Promise<number> => {
  for (const table of projection.tables) await sql`delete from ${sql.table(table)}`.execute(tx)
  const found = await sql<{ id: string }>`
    select distinct s.subject_id as id from entry_subject s join entry e on e.id = s.entry_id
    where s.subject_type = ${projection.subjectType} and e.kind = any (${[...projection.kinds]}::text[]) order by 1`.execute(
    tx,
  )
  const subjects = found.rows.map(({ id }) => id)
  for (let from = 0; from < subjects.length; from += chunk) {
    await projection.refold(tx, subjects.slice(from, from + chunk))
    told(Math.min(from + chunk, subjects.length), subjects.length, projection.name)
  }
  await noteMade(tx, [projection])
  return subjects.length
}

const noteMade = async (tx: Tx, projections: readonly Projection[]): Promise<void> => {
  const made = JSON.stringify(projections.map(({ name, edition }) => ({ name, edition })))
  await sql`insert into projection_made select name, edition from jsonb_to_recordset(${made}::jsonb) as r (name text, edition integer)
    on conflict (projection) do update set edition = excluded.edition`.execute(tx)
}

const chunk = 500
