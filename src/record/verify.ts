import { sql } from 'kysely'
import type { Database } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { longDate } from '#platform/page/index.ts'
import type { Checkpoint, CheckpointStore } from './checkpoint.ts'
import { checkpointsBegun } from './checkpoints-begun.ts'
import type { CheckpointBegun } from './checkpoints-begun.ts'
import { firstLink, hashBody, hashEntry, hashLink } from './hashing.ts'
import type { EntryRow } from './tables.ts'

export interface Verified {
  readonly holds: boolean
  readonly sealed: number
  readonly disposed: number
  readonly faults: readonly ChainFault[]
  /** What could not be checked here, in words: it holds as far as can be told. */
  readonly warnings: readonly string[]
}

export interface ChainFault {
  /** The number in the chain, where the fault has one. */
  readonly sequence?: number
  readonly entry?: string
  readonly what: string
}

type Link = EntryRow & {
  sequence: number
  hash: Uint8Array
  sealed_at: string
  sealed_entry: string
  entry_id: string | null
  body: string | null
  salt: Uint8Array | null
  disposed_by: string | null
  disposal_kind: string | null
  disposal_names: boolean | null
  indexed: readonly string[] | null
}

/**
 * Does the chain hold? Every link is computed again from the envelope, the body and the link before it; what is missing, changed,
 * out of order, slipped in or cut off is named. A body that a disposal removed is counted as disposed. Seal first.
 */
export const verify = async (
  database: Database,
  checkpoints: CheckpointStore,
  told: (done: number, all: number) => void = () => undefined,
): Promise<Verified> => {
  const faults: ChainFault[] = []
  const all = await count(database)
  const checkpoint = await checkpoints.read()
  let before: { sequence: number; hash: Uint8Array; at: string } = { sequence: 0, hash: firstLink, at: '' }
  let disposed = 0
  let atCheckpoint: string | undefined
  for (;;) {
    const links = await page(database, before.sequence)
    for (const link of links) {
      if (link.sequence !== before.sequence + 1)
        faults.push({
          sequence: before.sequence + 1,
          what: `Numbers ${before.sequence + 1} to ${link.sequence - 1} are missing from the chain.`,
        })
      faults.push(...faultsOf(link, before.hash, before.at))
      if (link.body === null && isDisposed(link)) disposed += 1
      before = { sequence: link.sequence, hash: link.hash, at: link.sealed_at }
      if (link.sequence === checkpoint?.sequence) atCheckpoint = Buffer.from(link.hash).toString('base64')
    }
    told(before.sequence, all)
    if (links.length < pageSize) break
  }
  if (checkpoint !== undefined && checkpoint.sequence > before.sequence) {
    faults.push({
      what: `The chain ends at ${before.sequence}, but the checkpoint outside the database says it had reached ${checkpoint.sequence}: its end was cut off.`,
    })
  } else if (checkpoint !== undefined && atCheckpoint !== undefined && atCheckpoint !== checkpoint.hash) {
    faults.push({
      sequence: checkpoint.sequence,
      what: 'The chain was written anew: its link differs from the checkpoint kept outside the database.',
    })
  }
  const warnings: string[] = []
  if (before.sequence > 0) {
    const told = checkpointTold(checkpoint, await database.transaction('app', checkpointsBegun))
    faults.push(...told.faults)
    warnings.push(...told.warnings)
  }
  faults.push(...(await strays(database)), ...(await headsOff(database)))
  return { holds: faults.length === 0, sealed: before.sequence, disposed, faults, warnings }
}

const isDisposed = ({ disposal_kind: kind, disposal_names: names, kind: own }: Link): boolean =>
  kind === 'EntriesDisposed' && names === true && own !== 'EntriesDisposed'

/** Without the checkpoint that was kept from the beginning, an end that was cut off is not seen: said, and a fault where this record had one. */
const checkpointTold = (
  checkpoint: Checkpoint | undefined,
  begun: readonly CheckpointBegun[],
): { faults: ChainFault[]; warnings: string[] } => {
  const [first] = begun
  if (checkpoint === undefined) {
    if (first === undefined)
      return {
        faults: [],
        warnings: [
          'There is no checkpoint here. Without it nobody can notice whether the end of the record was cut off.',
        ],
      }
    return {
      faults: [
        {
          what: `The checkpoint is missing: this record has had one since ${dayOf(first.begunAt)}. Either it was removed, or this is not the folder in which it is kept. Without it nobody can notice whether the end of the record was cut off.`,
        },
      ],
      warnings: [],
    }
  }
  const own = begun.find(({ id }) => id === checkpoint.store)
  if (own === undefined || first === undefined || own.id === first.id) return { faults: [], warnings: [] }
  return {
    faults: [],
    warnings: [
      `The checkpoint here was begun on ${dayOf(own.begunAt)} at number ${own.sequence}, after another that began on ${dayOf(first.begunAt)}. An end that was cut off before then cannot be noticed by this one: verify with the other too.`,
    ],
  }
}

const dayOf = (instant: string): string => longDate(dayInLondon(Temporal.Instant.from(instant)))

const pageSize = 2000

const page = async (database: Database, after: number): Promise<Link[]> =>
  database.transaction('app', async (tx) => {
    const found = await sql<Link>`
      select e.*, s.sequence, s.hash, s.sealed_at, s.entry_id as sealed_entry, e.id as entry_id, b.body, b.salt, d.by_entry as disposed_by, de.kind as disposal_kind,
        case when d.by_entry is not null then exists (select from entry_body db where db.entry_id = d.by_entry and db.body::jsonb -> 'entries' @> to_jsonb(s.entry_id::text)) end as disposal_names,
        ${indexed} as indexed
      from seal s left join entry e on e.id = s.entry_id left join entry_body b on b.entry_id = s.entry_id
        left join disposal d on d.entry_id = s.entry_id left join entry de on de.id = d.by_entry
      where s.sequence > ${after} order by s.sequence limit ${pageSize}`.execute(tx)
    return found.rows
  })

/** The rows of the index, as they are compared with the envelope's subjects. */
const indexed = sql`(select json_agg(concat_ws(' ', es.subject_id, es.subject_type, es.role)) from entry_subject es where es.entry_id = e.id)`

const indexMatches = (subjects: EntryRow['subjects'], rows: readonly string[] | null): boolean => {
  const said = new Set(subjects.map(({ id, type, role }) => `${id} ${type} ${role}`))
  return rows?.length === said.size && rows.every((row) => said.has(row))
}

const faultsOf = (link: Link, before: Uint8Array, beforeAt: string): ChainFault[] => {
  const at = { sequence: link.sequence, entry: link.sealed_entry }
  if (link.entry_id === null) return [{ ...at, what: 'The entry is gone.' }]
  const faults: ChainFault[] = []
  if (!hashEntry(link).equals(link.entry_hash))
    faults.push({ ...at, what: 'The envelope was changed: it does not match its fingerprint.' })
  if (!hashLink(before, link.sequence, hashEntry(link), link.sealed_at).equals(link.hash))
    faults.push({ ...at, what: 'The link does not follow from the one before it.' })
  if (beforeAt !== '' && Date.parse(link.sealed_at) < Date.parse(beforeAt))
    faults.push({ ...at, what: 'It claims to be sealed before the entry in front of it.' })
  if (!indexMatches(link.subjects, link.indexed))
    faults.push({ ...at, what: 'The index of whom it is about does not match the envelope.' })
  if (link.body === null || link.salt === null) {
    if (!isDisposed(link))
      faults.push({
        ...at,
        what:
          link.disposed_by === null
            ? 'The body is gone, and no disposal says why.'
            : 'The body is gone, and the disposal that is said to have removed it does not name it.',
      })
  } else if (link.disposed_by !== null)
    faults.push({ ...at, what: 'It is said to have been disposed of, and its body is there.' })
  else if (!hashBody(link.body, link.salt).equals(link.body_hash))
    faults.push({ ...at, what: 'The body was changed: it does not match its fingerprint.' })
  return faults
}

/** Entries that are in the tables but in neither the chain nor the queue for it, or that the sealer would not take. */
const strays = async (database: Database): Promise<ChainFault[]> =>
  database.transaction('app', async (tx) => {
    const found = await sql<EntryRow & { queued: boolean; indexed: readonly string[] | null }>`
      select e.*, ${indexed} as indexed, exists (select from unsealed u where u.entry_id = e.id) as queued from entry e
      where not exists (select from seal s where s.entry_id = e.id) order by e.id limit 100`.execute(tx)
    const wrong = found.rows.filter((row) => !row.queued || !hashEntry(row).equals(row.entry_hash))
    const misread = found.rows.filter((row) => !wrong.includes(row) && !indexMatches(row.subjects, row.indexed))
    const loose = await sql<{ entry_id: string }>`
      select entry_id from entry_body b where not exists (select from entry e where e.id = b.entry_id)
      union all select entry_id from entry_subject b where not exists (select from entry e where e.id = b.entry_id) limit 100`.execute(
      tx,
    )
    return [
      ...wrong.map(({ id }) => ({
        entry: id,
        what: 'The entry was slipped in past Rooftree: it is not in the chain.',
      })),
      ...misread.map(({ id }) => ({ entry: id, what: 'The index of whom it is about does not match the envelope.' })),
      ...loose.rows.map(({ entry_id }) => ({ entry: entry_id, what: 'A body or an index row belongs to no entry.' })),
    ]
  })

/**
 * Each recording of something about a subject moves its head by one; a load moves none but makes the first. So a head that counts more
 * than there are entries tells of entries that are gone, also at the end of the chain, and a subject without a head of a head that is.
 */
const headsOff = async (database: Database): Promise<ChainFault[]> =>
  database.transaction('app', async (tx) => {
    const found = await sql<{ subject_id: string }>`
      select subject_id from subject_head h full join (select subject_id, count(distinct entry_id) as n from entry_subject group by subject_id) s using (subject_id)
      where h.version is null or h.version > coalesce(s.n, 0) order by subject_id limit 100`.execute(tx)
    return found.rows.map(({ subject_id: id }) => ({
      what: `How often something was recorded about ${id} does not match the entries that there are: entries are gone, or were slipped in.`,
    }))
  })

const count = async (database: Database): Promise<number> =>
  database.transaction('app', async (tx) => {
    const found = await sql<{ n: number }>`select count(*) as n from seal`.execute(tx)
    return found.rows[0]?.n ?? 0
  })
