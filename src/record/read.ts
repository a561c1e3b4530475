import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { Entry, EntryId, SubjectId } from './entry.ts'
import { toldInLoad } from './prepared-loads.ts'
import { asEntry, entryFrom } from './rows.ts'

export interface Reading {
  readonly subjects: readonly SubjectId[]
  readonly kinds?: readonly string[]
  /** Only what was sealed by this instant. Without it: everything recorded, sealed or not. */
  readonly knownAt?: Temporal.Instant
}

/**
 * The entries that mention any of the subjects, in the order they were sealed. In a viewer's transaction row security leaves
 * out what the viewer may not see; whether an entry had been corrected by then is told all the same, so that nobody goes on
 * believing what was put right behind a door that is closed to them.
 */
export const entriesAbout = async (tx: Tx, { subjects, kinds, knownAt }: Reading): Promise<Entry[]> => {
  if (subjects.length === 0) return []
  const ahead = readings.get(tx)
  if (
    ahead !== undefined &&
    ahead.knownAt?.epochNanoseconds === knownAt?.epochNanoseconds &&
    subjects.every((id) => ahead.subjects.has(id))
  )
    return among(ahead.entries, new Set(subjects), kinds)
  const at = knownAt?.toString() ?? null
  const found = await sql<{ entry: string }>`
    with about as materialized (select array(select record_entries_about(${[...subjects]}::text[])) as ids)
    select ${asEntry(sql`e.id = any (array(select record_corrected_among((select ids from about), ${at}::timestamptz)))`)}
    from entry e left join entry_body b on b.entry_id = e.id left join seal s on s.entry_id = e.id
    where e.id = any ((select ids from about)::uuid[])
      and (${at}::timestamptz is null or s.sealed_at <= ${at}::timestamptz)
      and (${kinds ?? null}::text[] is null or e.kind = any (${kinds ?? null}::text[]))
    order by s.sequence nulls last, e.recorded_at, e.id`.execute(tx)
  return found.rows.map(entryFrom)
}

/** What was read ahead in a transaction, for as long as nothing is recorded in it. */
const readings = new WeakMap<
  Tx,
  {
    readonly subjects: ReadonlySet<SubjectId>
    readonly entries: readonly Entry[]
    readonly knownAt: Temporal.Instant | undefined
  }
>()

/** Read everything about these subjects once, for several projections, or parts of a page, that each ask for some of it. Nothing may be recorded in `work`. */
export const readAhead = async <T>(
  tx: Tx,
  { subjects, knownAt }: Omit<Reading, 'kinds'>,
  work: () => Promise<T>,
): Promise<T> => {
  const asked = new Set(subjects)
  readings.set(tx, {
    subjects: asked,
    knownAt,
    entries: await entriesAbout(tx, { subjects: [...asked], ...given({ knownAt }) }),
  })
  try {
    return await work()
  } finally {
    readings.delete(tx)
  }
}

const among = (
  entries: readonly Entry[],
  subjects: ReadonlySet<SubjectId>,
  kinds: readonly string[] | undefined,
): Entry[] => {
  const wanted = kinds === undefined ? undefined : new Set(kinds)
  return entries.filter(
    ({ kind, subjects: about }) =>
      (wanted === undefined || wanted.has(kind)) && about.some(({ id }) => subjects.has(id)),
  )
}

/** One entry by its id, if it may be seen. */
export const entryById = async (tx: Tx, id: EntryId): Promise<Entry | undefined> =>
  (await entriesById(tx, [id])).get(id)

/** Entries by their ids, those that may be seen. */
export const entriesById = async (tx: Tx, ids: readonly EntryId[]): Promise<Map<EntryId, Entry>> => {
  if (ids.length === 0) return new Map()
  const found = await sql<{ entry: string }>`
    select ${asEntry(sql`record_corrected(e.id, null)`)}
    from entry e left join entry_body b on b.entry_id = e.id left join seal s on s.entry_id = e.id where e.id = any (${[...ids]}::uuid[])`.execute(
    tx,
  )
  return new Map(found.rows.map(entryFrom).map((entry) => [entry.id, entry]))
}

/** How often each subject has been written about by people's commands: what a form sends back to show what it had seen. */
export const versionsOf = async (tx: Tx, subjects: readonly SubjectId[]): Promise<Map<SubjectId, number>> => {
  // Of what a load has told of already only that it is there is asked.
  const unknown = subjects.filter((id) => !toldInLoad(tx, id))
  const found =
    unknown.length === 0
      ? { rows: [] }
      : await sql<{ subject_id: string; version: number }>`
    select subject_id, version from record_versions(${unknown}::text[])`.execute(tx)
  const versions = new Map(found.rows.map(({ subject_id, version }) => [subject_id, version]))
  return new Map(subjects.map((id) => [id, versions.get(id) ?? (toldInLoad(tx, id) ? 1 : 0)]))
}

/** Entries by each subject that they name, in whatever role, in the order given. */
export const bySubject = (entries: readonly Entry[]): Map<SubjectId, Entry[]> => {
  const of = new Map<SubjectId, Entry[]>()
  for (const entry of entries) {
    for (const id of new Set(entry.subjects.map((subject) => subject.id))) {
      const list = of.get(id)
      if (list === undefined) of.set(id, [entry])
      else list.push(entry)
    }
  }
  return of
}

/** Which of these subjects the record has ever told of: one round trip however many. */
export const existing = async (tx: Tx, ids: readonly SubjectId[]): Promise<ReadonlySet<SubjectId>> => {
  if (ids.length === 0) return new Set()
  const versions = await versionsOf(tx, [...new Set(ids)])
  return new Set([...versions].filter(([, version]) => version > 0).map(([id]) => id))
}
