import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { EntryId, SubjectId } from './entry.ts'
import type { EntryRow } from './tables.ts'

/** One entry that somebody thinks of disposing of: told by its envelope alone. */
export interface ForDisposal {
  readonly entry: EntryId
  readonly kind: string
  readonly topic: string
  readonly retention: string
  readonly recordedAt: string
  readonly subjects: EntryRow['subjects']
  /** Why it stays; undefined where its body would go. */
  readonly stays?: 'gone-already' | 'keeps-order' | 'about-others'
}

type Found = Pick<EntryRow, 'id' | 'kind' | 'topic' | 'retention' | 'recorded_at' | 'subjects'> & {
  readonly whole: boolean
}

/** These entries, in the order they were recorded; those that are not there are left out. */
export const forDisposal = async (tx: Tx, entries: readonly EntryId[]): Promise<ForDisposal[]> => {
  const found = await sql<Found>`
    select e.id, e.kind, e.topic, e.retention, e.recorded_at, e.subjects, b.entry_id is not null as whole from entry e left join entry_body b on b.entry_id = e.id
    where e.id = any (${[...entries]}::uuid[]) order by e.recorded_at, e.id`.execute(tx)
  return found.rows.map((row) => judged(row, undefined))
}

/** All entries about a subject. What is said of other people or families in the same entry stays: it is theirs too. */
export const forDisposalAbout = async (tx: Tx, subject: SubjectId): Promise<ForDisposal[]> => {
  const found = await sql<Found>`
    select e.id, e.kind, e.topic, e.retention, e.recorded_at, e.subjects, b.entry_id is not null as whole from entry e left join entry_body b on b.entry_id = e.id
    where e.id = any (array(select entry_id from entry_subject where subject_id = ${subject} and role = 'about')) order by e.recorded_at, e.id`.execute(
    tx,
  )
  return found.rows.map((row) => judged(row, subject))
}

const judged = (
  { id: entry, kind, topic, retention, recorded_at: recordedAt, subjects, whole }: Found,
  of: SubjectId | undefined,
): ForDisposal => {
  const others =
    of !== undefined &&
    subjects.some(({ id, type, role }) => role === 'about' && id !== of && (type === 'record' || type === 'family'))
  // Who works here, settings and disposals are needed to read the rest; a restriction without its body closes nothing.
  const stays = !whole
    ? 'gone-already'
    : retention === 'reference' || topic === 'restriction'
      ? 'keeps-order'
      : others
        ? 'about-others'
        : undefined
  return { entry, kind, topic, retention, recordedAt, subjects, ...(stays === undefined ? {} : { stays }) }
}
