import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import type { Authorship, Entry, NewEntry, SubjectId } from './entry.ts'
import type { Kinds } from './kinds.ts'
import type { Projection } from './projection.ts'
import { prepare } from './rows.ts'
import type { Prepared } from './rows.ts'

/** What may be recorded, what is kept in step with it, and by which edition of the rules. Made once, by `app.ts`. */
export interface RecordBook {
  readonly kinds: Kinds
  readonly projections: readonly Projection[]
  readonly rules: string
  /** How entries are taken in: see {@link forALoad}. */
  readonly pace?: 'load'
}

/**
 * The same book for a big load. Heads of subjects that are there already are not moved, so that no form waits for the load and no
 * form's expectation is broken by it; projections are not refolded in the load's own transaction, but written down as due, and made
 * in small locked chunks after it by `refoldDue`.
 */
export const forALoad = (book: RecordBook): RecordBook => ({ ...book, pace: 'load' })

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
  const prepared = statements.map((statement) => prepare(book.kinds, book.rules, said, statement))
  const entries = prepared.map(({ entry }) => entry)
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
  const ids = [...new Set(entries.flatMap((entry) => entry.subjects.map(({ id }) => id)))].toSorted()
  await sql`insert into subject_head (subject_id, version) select id, 1 from unnest(${ids}::text[]) as id order by id on conflict (subject_id) do nothing`.execute(tx)
}

const moveHeads = async (tx: Tx, entries: readonly Entry[], expect: ReadonlyMap<SubjectId, number>): Promise<void> => {
  const ids = [...new Set(entries.flatMap((entry) => entry.subjects.map(({ id }) => id)))].toSorted()
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
    select e.id, s.subject_id from unnest(${corrections.map(({ corrects }) => corrects)}::uuid[]) as e (id) left join entry_subject s on s.entry_id = e.id`.execute(tx)
  for (const correction of corrections) {
    const corrected = found.rows.filter(({ id }) => id === correction.corrects).map(({ subject_id }) => subject_id)
    const own = new Set<string | null>(correction.subjects.map(({ id }) => id))
    if (!corrected.every((id) => own.has(id))) throw new Fault('record.correction-elsewhere', `A ${correction.kind} entry corrects an entry about somebody else, or one that is not there.`)
  }
}

const write = async (tx: Tx, prepared: readonly Prepared[]): Promise<void> => {
  const rows = JSON.stringify(
    prepared.map(({ row, body, salt }) => ({
      ...row,
      body_hash: Buffer.from(row.body_hash).toString('base64'),
      entry_hash: Buffer.from(row.entry_hash).toString('base64'),
      body,
      salt: salt.toString('base64'),
    })),
  )
  await sql`
    with said as materialized (
      select * from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, kind text, topic text, subjects jsonb, agency text, author text,
        on_behalf_of text, source text, source_row text, sensitivity text, retention text, rules text, happened_on text, true_from text,
        true_until text, recorded_at timestamptz, source_recorded_at timestamptz, corrects uuid, body_hash text, entry_hash text, body text, salt text)
    ), envelope as (
      insert into entry select id, kind, topic, subjects, agency, author, on_behalf_of, source, source_row, sensitivity, retention, rules,
        happened_on, true_from, true_until, recorded_at, source_recorded_at, corrects, decode(body_hash, 'base64'), decode(entry_hash, 'base64') from said
    ), subject as (
      insert into entry_subject select s.id, said.id, s.type, s.role from said cross join jsonb_to_recordset(said.subjects) as s (id text, type text, role text)
    ), body as (
      insert into entry_body select id, body, decode(salt, 'base64') from said
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

const noteDue = async (book: RecordBook, tx: Tx, entries: readonly Entry[]): Promise<void> => {
  for (const projection of book.projections) {
    const touched = touchedBy(projection, entries).toSorted()
    if (touched.length > 0) await sql`insert into refold_due (projection, subject_id) select ${projection.name}, id from unnest(${touched}::text[]) as id on conflict do nothing`.execute(tx)
  }
}
