import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { Entry, SubjectId } from './entry.ts'
import { writtenAs } from './rows.ts'
import type { Prepared } from './rows.ts'

/** First in a page's transaction: all of it sees one moment, so that what is decided and the versions that are noted belong together. */
export const seeOneMoment = async (tx: Tx): Promise<void> => {
  await sql`set transaction isolation level repeatable read`.execute(tx)
}

/**
 * A big load in two halves. First its entries are decided and prepared, page by page, in small transactions of which nobody sees anything;
 * then all of them are recorded in one transaction, which copies sets and asks nothing. A form waits for one page, or for the copying.
 *
 * Here is what has been decided and not yet written down, and what must be remembered of all that was decided: keys, never bodies. It is
 * kept in memory while the load is decided: whoever decides is one process, and loses all of it together.
 */
export interface Load {
  readonly id: string
  readonly pending: Prepared[]
  readonly due: Map<string, Set<SubjectId>>
  /** Of each subject told of, which version was there when it was first decided about. */
  readonly heads: Map<SubjectId, number>
}

export const beginLoad = (id: string): Load => ({ id, pending: [], due: new Map(), heads: new Map() })

const standingIn = new WeakMap<Tx, Load>()

/** Decide in this transaction as if the load's earlier pages had been recorded. */
export const standInLoad = (tx: Tx, load: Load): void => {
  standingIn.set(tx, load)
}

/** What whoever asks in this transaction may take for told already, beside what is recorded. */
export const toldInLoad = (tx: Tx, subject: SubjectId): boolean => standingIn.get(tx)?.heads.has(subject) === true

export const noteHeads = async (tx: Tx, { heads }: Load, subjects: readonly SubjectId[]): Promise<void> => {
  const unseen = subjects.filter((id) => !heads.has(id))
  if (unseen.length === 0) return
  const found = await sql<{
    subject_id: string
    version: number
  }>`select subject_id, version from subject_head where subject_id = any (${unseen}::text[])`.execute(tx)
  for (const id of unseen) heads.set(id, 0)
  for (const { subject_id: id, version } of found.rows) heads.set(id, version)
}

export const keepForLoad = (
  load: Load,
  prepared: readonly Prepared[],
  due: readonly { readonly projection: string; readonly subjects: readonly SubjectId[] }[],
): void => {
  load.pending.push(...prepared)
  for (const { projection, subjects } of due) {
    const of = load.due.get(projection) ?? new Set()
    for (const subject of subjects) of.add(subject)
    load.due.set(projection, of)
  }
}

/** What a page has prepared, taken out to be written down while the next is decided. */
export const takePage = (load: Load): readonly Prepared[] => load.pending.splice(0)

export const writePage = async (tx: Tx, { id }: Load, prepared: readonly Prepared[]): Promise<void> => {
  if (prepared.length === 0) return
  await sql`insert into load_entry select ${id}, id, kind, topic, subjects, agency, author, on_behalf_of, source, source_row, sensitivity, retention, rules,
    happened_on, true_from, true_until, recorded_at, source_recorded_at, corrects, body_hash, entry_hash, body, salt from ${writtenAs(prepared)} r`.execute(
    tx,
  )
}

/** Write down what the load has told of and what it makes due: once, when all is decided, in transactions that hold up nobody for long. */
export const closeLoad = async (
  within: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  { id, heads, due }: Load,
): Promise<void> => {
  for (const some of slices([...heads].toSorted(([one], [other]) => (one < other ? -1 : 1)))) {
    await within(
      async (tx) =>
        void (await sql`insert into load_head (load, subject_id, version) select ${id}, h ->> 0, (h ->> 1)::bigint from jsonb_array_elements(${JSON.stringify(some)}::jsonb) as h`.execute(
          tx,
        )),
    )
  }
  for (const [projection, subjects] of due) {
    for (const some of slices([...subjects].toSorted())) {
      await within(
        async (tx) =>
          void (await sql`insert into load_due (load, projection, subject_id) select ${id}, ${projection}, s from jsonb_array_elements_text(${JSON.stringify(some)}::jsonb) as s`.execute(
            tx,
          )),
      )
    }
  }
}

const slices = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / slice) }, (_, at) => all.slice(at * slice, (at + 1) * slice))
const slice = 2000

/** Whether somebody has recorded something about one of its subjects since the load decided about it. */
export const hasMoved = async (tx: Tx, { id }: Load): Promise<boolean> => {
  const found =
    await sql`select from load_head l join subject_head h on h.subject_id = l.subject_id where l.load = ${id} and h.version <> l.version limit 1`.execute(
      tx,
    )
  return found.rows.length > 0
}

/**
 * Record all that was prepared. Heads of subjects that were there already are not moved, as by {@link forALoad}; what projections must
 * make again is due with the same commit.
 *
 * @returns how many entries
 */
export const recordLoad = async (tx: Tx, { id }: Load): Promise<number> => {
  // Long keys go into an index sooner in its own order.
  await sql`insert into subject_head (subject_id, version) select subject_id, 1 from load_head where load = ${id} and version = 0 order by subject_id on conflict (subject_id) do nothing`.execute(
    tx,
  )
  const recorded =
    await sql`insert into entry select id, kind, topic, subjects, agency, author, on_behalf_of, source, source_row, sensitivity, retention, rules,
    happened_on, true_from, true_until, recorded_at, source_recorded_at, corrects, body_hash, entry_hash from load_entry where load = ${id}`.execute(
      tx,
    )
  await sql`insert into entry_subject select s.id, e.id, s.type, s.role from load_entry e cross join jsonb_to_recordset(e.subjects) as s (id text, type text, role text) where e.load = ${id} order by s.id`.execute(
    tx,
  )
  await sql`insert into entry_body select id, body, salt from load_entry where load = ${id}`.execute(tx)
  await sql`insert into unsealed select id from load_entry where load = ${id}`.execute(tx)
  await sql`insert into refold_due (projection, subject_id) select projection, subject_id from load_due where load = ${id} on conflict do nothing`.execute(
    tx,
  )
  return Number(recorded.numAffectedRows ?? 0n)
}

/** Drop what was prepared for loads whose id begins so: recorded by now, refused or broken off. */
export const forgetLoads = async (tx: Tx, prefix: string): Promise<void> => {
  await sql`delete from load_entry where starts_with(load, ${prefix})`.execute(tx)
  await sql`delete from load_head where starts_with(load, ${prefix})`.execute(tx)
  await sql`delete from load_due where starts_with(load, ${prefix})`.execute(tx)
}

export const subjectsOf = (entries: readonly Entry[]): SubjectId[] =>
  [...new Set(entries.flatMap((entry) => entry.subjects.map(({ id }) => id)))].toSorted()
