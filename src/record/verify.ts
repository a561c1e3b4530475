import { sql } from 'kysely'
import type { Database } from '#platform/database/index.ts'
import type { CheckpointStore } from './checkpoint.ts'
import { firstLink, hashBody, hashEntry, hashLink } from './hashing.ts'
import type { EntryRow } from './tables.ts'

export interface Verified {
  readonly holds: boolean
  readonly sealed: number
  readonly disposed: number
  readonly faults: readonly ChainFault[]
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
  subject_rows: number
}

/**
 * Does the chain hold? Every link is computed again from the envelope, the body and the link before it; what is missing, changed,
 * out of order, slipped in or cut off is named. A body that a disposal removed is counted as disposed. Seal first.
 */
export const verify = async (database: Database, checkpoints: CheckpointStore, told: (done: number, all: number) => void = () => undefined): Promise<Verified> => {
  const faults: ChainFault[] = []
  const all = await count(database)
  const checkpoint = await checkpoints.read()
  let before: { sequence: number; hash: Uint8Array; at: string } = { sequence: 0, hash: firstLink, at: '' }
  let disposed = 0
  let atCheckpoint: string | undefined
  for (;;) {
    const links = await page(database, before.sequence)
    for (const link of links) {
      if (link.sequence !== before.sequence + 1) faults.push({ sequence: before.sequence + 1, what: `Numbers ${before.sequence + 1} to ${link.sequence - 1} are missing from the chain.` })
      faults.push(...faultsOf(link, before.hash, before.at))
      if (link.body === null && link.disposal_kind === 'EntriesDisposed') disposed += 1
      before = { sequence: link.sequence, hash: link.hash, at: link.sealed_at }
      if (link.sequence === checkpoint?.sequence) atCheckpoint = Buffer.from(link.hash).toString('base64')
    }
    told(before.sequence, all)
    if (links.length < pageSize) break
  }
  if (checkpoint !== undefined && checkpoint.sequence > before.sequence) {
    faults.push({ what: `The chain ends at ${before.sequence}, but the checkpoint outside the database says it had reached ${checkpoint.sequence}: its end was cut off.` })
  } else if (checkpoint !== undefined && atCheckpoint !== undefined && atCheckpoint !== checkpoint.hash) {
    faults.push({ sequence: checkpoint.sequence, what: 'The chain was written anew: its link differs from the checkpoint kept outside the database.' })
  }
  faults.push(...(await strays(database)))
  return { holds: faults.length === 0, sealed: before.sequence, disposed, faults }
}

const pageSize = 2000

const page = async (database: Database, after: number): Promise<Link[]> =>
  database.transaction('app', async (tx) => {
    const found = await sql<Link>`
      select e.*, s.sequence, s.hash, s.sealed_at, s.entry_id as sealed_entry, e.id as entry_id, b.body, b.salt, d.by_entry as disposed_by, de.kind as disposal_kind,
        (select count(*) from entry_subject es where es.entry_id = s.entry_id
          and exists (select from jsonb_to_recordset(e.subjects) as j (id text, type text, role text) where j.id = es.subject_id and j.type = es.subject_type and j.role = es.role)) as subject_rows
      from seal s left join entry e on e.id = s.entry_id left join entry_body b on b.entry_id = s.entry_id
        left join disposal d on d.entry_id = s.entry_id left join entry de on de.id = d.by_entry
      where s.sequence > ${after} order by s.sequence limit ${pageSize}`.execute(tx)
    return found.rows
  })

const faultsOf = (link: Link, before: Uint8Array, beforeAt: string): ChainFault[] => {
  const at = { sequence: link.sequence, entry: link.sealed_entry }
  if (link.entry_id === null) return [{ ...at, what: 'The entry is gone.' }]
  const faults: ChainFault[] = []
  if (!hashEntry(link).equals(link.entry_hash)) faults.push({ ...at, what: 'The envelope was changed: it does not match its fingerprint.' })
  if (!hashLink(before, link.sequence, hashEntry(link), link.sealed_at).equals(link.hash)) faults.push({ ...at, what: 'The link does not follow from the one before it.' })
  if (beforeAt !== '' && Date.parse(link.sealed_at) < Date.parse(beforeAt)) faults.push({ ...at, what: 'It claims to be sealed before the entry in front of it.' })
  if (link.subject_rows !== new Set(link.subjects.map(({ id, role }) => `${id} ${role}`)).size) faults.push({ ...at, what: 'The index of whom it is about does not match the envelope.' })
  if (link.body === null || link.salt === null) {
    if (link.disposal_kind !== 'EntriesDisposed') faults.push({ ...at, what: 'The body is gone, and no disposal says why.' })
  } else if (!hashBody(link.body, link.salt).equals(link.body_hash)) faults.push({ ...at, what: 'The body was changed: it does not match its fingerprint.' })
  return faults
}

/** Entries that are in the tables but in neither the chain nor the queue for it, or that the sealer would not take. */
const strays = async (database: Database): Promise<ChainFault[]> =>
  database.transaction('app', async (tx) => {
    const found = await sql<EntryRow & { queued: boolean }>`
      select e.*, exists (select from unsealed u where u.entry_id = e.id) as queued from entry e
      where not exists (select from seal s where s.entry_id = e.id) order by e.id limit 100`.execute(tx)
    const wrong = found.rows.filter((row) => !row.queued || !hashEntry(row).equals(row.entry_hash))
    const loose = await sql<{ entry_id: string }>`
      select entry_id from entry_body b where not exists (select from entry e where e.id = b.entry_id)
      union all select entry_id from entry_subject b where not exists (select from entry e where e.id = b.entry_id) limit 100`.execute(tx)
    return [
      ...wrong.map(({ id }) => ({ entry: id, what: 'The entry was slipped in past Rooftree: it is not in the chain.' })),
      ...loose.rows.map(({ entry_id }) => ({ entry: entry_id, what: 'A body or an index row belongs to no entry.' })),
    ]
  })

const count = async (database: Database): Promise<number> =>
  database.transaction('app', async (tx) => {
    const found = await sql<{ n: number }>`select count(*) as n from seal`.execute(tx)
    return found.rows[0]?.n ?? 0
  })
