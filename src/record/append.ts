import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import type { Authorship, Entry, EntryId, NewEntry, SubjectId } from './entry.ts'
import type { Kinds } from './kinds.ts'
import { keepForLoad, noteHeads, subjectsOf } from './prepared-loads.ts'
import type { Load } from './prepared-loads.ts'
import type { Projection } from './projection.ts'
import { momentOf, prepare, writtenAs } from './rows.ts'
import type { Prepared } from './rows.ts'

/** What may be recorded, what is kept in step with it, and by which edition of the rules. Made once, by `app.ts`. */
export interface RecordBook {
  readonly kinds: Kinds
  readonly projections: readonly Projection[]
  readonly rules: string
  /** How entries are taken in: see {@link forALoad}. */
  readonly pace?: 'load'
  /** What rooms keep beside the record of what entries say, and remove when those are disposed of. */
  readonly keptApart?: readonly ((tx: Tx, entries: readonly EntryId[]) => Promise<void>)[]
  /** Entries are prepared for this load, which records them together later: see {@link preparing}. */
  readonly load?: Load
}

/**
 * The same book for a big load. Heads of subjects that are there already are not moved, so that no form waits for the load and no
 * form's expectation is broken by it; projections are not refolded in the load's own transaction, but written down as due, and made
 * in small locked chunks after it by `refoldDue`.
 */
export const forALoad = (book: RecordBook): RecordBook => ({ ...book, pace: 'load' })

/** The same book for deciding what a load will record: commands work as ever, and nothing is recorded yet. */
export const preparing = (book: RecordBook, load: Load): RecordBook => ({ ...book, load })

/** Somebody else recorded something about the same subject since the form was opened. The transaction is undone. */
export class RecordConflict extends Error {
  readonly subject: SubjectId

  constructor(subject: SubjectId) {
    super('The record has changed since this form was opened.')
    this.name = 'RecordConflict'
    this.subject = subject
  }
}

/**
 * Add entries to the record, together or not at all, and refold every projection they touch. The subjects are locked in id
 * order, so that two people's commands about one family wait for each other and never for a third.
 *
 * @param expect versions of subjects as the form saw them
 * @throws RecordConflict when a subject has moved on
 */
export const append = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  statements: readonly NewEntry[],
  expect: ReadonlyMap<SubjectId, number> = new Map(),
): Promise<Entry[]> => {
  if (statements.length === 0) return []
  const moment = momentOf(said)
  const prepared = statements.map((statement) => prepare(book.kinds, book.rules, said, moment, statement))
  const entries = prepared.map(({ entry }) => entry)
  if (book.load !== undefined) {
    await checkCorrections(tx, entries)
    await noteHeads(tx, book.load, subjectsOf(entries))
    keepForLoad(book.load, prepared, dueOf(book, entries))
    return entries
  }
  if (book.pace === 'load') await addHeads(tx, entries)
  else await moveHeads(tx, entries, expect)
  await checkCorrections(tx, entries)
  await write(tx, prepared)
  if (book.pace === 'load') await noteDue(book, tx, entries)
  else await refold(book, tx, entries)
  return entries
}

/** Of subjects nobody has written about before; those that are there stay as they are and are not locked. */
const addHeads = async (tx: Tx, entries: readonly Entry[]): Promise<void> => {
  const ids = subjectsOf(entries)
  await sql`insert into subject_head (subject_id, version) select id, 1 from unnest(${ids}::text[]) as id order by id on conflict (subject_id) do nothing`.execute(
    tx,
  )
}

const moveHeads = async (tx: Tx, entries: readonly Entry[], expect: ReadonlyMap<SubjectId, number>): Promise<void> => {
  const ids = subjectsOf(entries)
  const moved = await sql<{ subject_id: string; version: number }>`
    insert into subject_head (subject_id, version) select id, 1 from unnest(${ids}::text[]) as id order by id
    on conflict (subject_id) do update set version = subject_head.version + 1 returning subject_id, version`.execute(tx)
  for (const { subject_id, version } of moved.rows) {
    const expected = expect.get(subject_id)
    if (expected !== undefined && version !== expected + 1) throw new RecordConflict(subject_id)
  }
}

/** A correction stands beside what it corrects: about the same subjects, so that whoever reads of one reads of the other. */
const checkCorrections = async (tx: Tx, entries: readonly Entry[]): Promise<void> => {
  const corrections = entries.filter(({ corrects }) => corrects !== undefined)
  if (corrections.length === 0) return
  const found = await sql<{ id: string; subject_id: string | null }>`
    select e.id, s.subject_id from unnest(${corrections.map(({ corrects }) => corrects)}::uuid[]) as e (id) left join entry_subject s on s.entry_id = e.id`.execute(
    tx,
  )
  for (const correction of corrections) {
    const corrected = found.rows.filter(({ id }) => id === correction.corrects).map(({ subject_id }) => subject_id)
    const own = new Set<string | null>(correction.subjects.map(({ id }) => id))
    if (!corrected.every((id) => own.has(id)))
      throw new Fault(
        'record.correction-elsewhere',
        `A ${correction.kind} entry corrects an entry about somebody else, or one that is not there.`,
      )
  }
}

const write = async (tx: Tx, prepared: readonly Prepared[]): Promise<void> => {
  await sql`
    with said as materialized (
      select * from ${writtenAs(prepared)} r
    ), envelope as (
      insert into entry select id, kind, topic, subjects, agency, author, on_behalf_of, source, source_row, sensitivity, retention, rules,
        happened_on, true_from, true_until, recorded_at, source_recorded_at, corrects, body_hash, entry_hash from said
    ), subject as (
      insert into entry_subject select s.id, said.id, s.type, s.role from said cross join jsonb_to_recordset(said.subjects) as s (id text, type text, role text)
    ), body as (
      insert into entry_body select id, body, salt from said
    )
    insert into unsealed select id from said`.execute(tx)
}

/** Make the projections' rows again for every subject that these entries touch. */
export const refold = async (book: RecordBook, tx: Tx, entries: readonly Entry[]): Promise<void> => {
  for (const projection of book.projections) {
    const touched = touchedBy(projection, entries)
    if (touched.length > 0) await projection.refold(tx, touched)
  }
}

const touchedBy = (projection: Projection, entries: readonly Entry[]): SubjectId[] => {
  const touched = new Set<SubjectId>()
  for (const entry of entries) {
    if (!projection.kinds.has(entry.kind)) continue
    for (const { id, type } of entry.subjects) if (type === projection.subjectType) touched.add(id)
  }
  return [...touched]
}

const dueOf = (book: RecordBook, entries: readonly Entry[]): { projection: string; subjects: SubjectId[] }[] =>
  book.projections
    .map((projection) => ({ projection: projection.name, subjects: touchedBy(projection, entries) }))
    .filter(({ subjects }) => subjects.length > 0)

const noteDue = async (book: RecordBook, tx: Tx, entries: readonly Entry[]): Promise<void> => {
  const due = dueOf(book, entries).flatMap(({ projection, subjects }) =>
    subjects.toSorted().map((subject) => ({ projection, subject })),
  )
  if (due.length === 0) return
  await sql`insert into refold_due (projection, subject_id) select p, s from unnest(${due.map(({ projection }) => projection)}::text[], ${due.map(({ subject }) => subject)}::text[]) as d (p, s)
    on conflict do nothing`.execute(tx)
}
