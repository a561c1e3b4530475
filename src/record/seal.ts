import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import { moveCheckpoint } from './checkpoints-begun.ts'
import type { Checkpoint, CheckpointStore } from './checkpoint.ts'
import { firstLink, hashEntry, hashLink } from './hashing.ts'
import type { EntryRow } from './tables.ts'

export interface Sealed {
  readonly sealed: number
  /** Ids of entries that do not match their own fingerprint: written past Rooftree. They are left unsealed. */
  readonly suspect: readonly string[]
  /**
   * `missed`: there was none, though this record had one; it was removed, or another server keeps it. `contradicted`: the chain does not go through
   * it, so its end was cut off or it was written anew; the checkpoint is left as it is, to say so.
   */
  readonly checkpoint?: 'missed' | 'contradicted'
}

/** How many ids of waiting entries are read at one time: keys, so that a big load's are put in order once and not for each batch. */
const listed = 50_000

/**
 * Give every settled entry its number in the chain. One sealer at a time, by a lock; a transaction that commits late simply gets
 * a later number, so that a reader by number never misses or repeats. The checkpoint outside the database is moved on after.
 */
export const sealPending = async (
  database: Database,
  now: () => Temporal.Instant,
  checkpoints: CheckpointStore,
  batch = 2000,
): Promise<Sealed> => {
  let sealed = 0
  let checkpoint: Sealed['checkpoint']
  for (;;) {
    const waiting = await database.transaction('app', async (tx) =>
      (
        await sql<{
          id: string
        }>`select e.id from unsealed u join entry e on e.id = u.entry_id order by e.recorded_at, e.id limit ${listed}`.execute(
          tx,
        )
      ).rows.map(({ id }) => id),
    )
    // What forms record is sealed at once; after a big load whoever has a page open goes first.
    const { transaction } = waiting.length > batch ? database.unhurried : database
    const suspect: string[] = []
    let inThisRound = 0
    for (let from = 0; from < waiting.length; from += batch) {
      const done = await transaction('app', async (tx) => sealBatch(tx, now(), waiting.slice(from, from + batch)))
      inThisRound += done.sealed
      suspect.push(...done.suspect)
      if (done.reached !== undefined)
        checkpoint = (await moveCheckpoint(database, checkpoints, done.reached)) ?? checkpoint
    }
    sealed += inThisRound
    if (waiting.length < listed || inThisRound === 0) return { sealed, suspect, ...given({ checkpoint }) }
  }
}

const sealBatch = async (
  tx: Tx,
  now: Temporal.Instant,
  ids: readonly string[],
): Promise<Sealed & { reached?: Checkpoint }> => {
  await sql`select pg_advisory_xact_lock(7061, 2)`.execute(tx)
  // Another server may have sealed some of them since. Asked of the chain, which has an index: how many entries wait the database guesses
  // badly, since most of the time none do, and on a guess of one it would go through all of them for each.
  const waiting = await sql<EntryRow>`
    select e.* from entry e where e.id = any (${[...ids]}::uuid[]) and not exists (select from seal s where s.entry_id = e.id) order by e.recorded_at, e.id`.execute(
    tx,
  )
  if (waiting.rows.length === 0) return { sealed: 0, suspect: [] }
  const last = await sql<{
    sequence: number
    hash: Uint8Array
    sealed_at: string
  }>`select sequence, hash, sealed_at from seal order by sequence desc limit 1`.execute(tx)
  const at = later(now, last.rows[0]?.sealed_at).toString({ smallestUnit: 'millisecond' })
  let sequence = last.rows[0]?.sequence ?? 0
  let link: Uint8Array = last.rows[0]?.hash ?? firstLink
  const suspect: string[] = []
  const rows: { sequence: number; entry_id: string; hash: string }[] = []
  for (const row of waiting.rows) {
    if (!hashEntry(row).equals(row.entry_hash)) {
      suspect.push(row.id)
      continue
    }
    sequence += 1
    link = hashLink(link, sequence, row.entry_hash, at)
    rows.push({ sequence, entry_id: row.id, hash: Buffer.from(link).toString('base64') })
  }
  if (rows.length === 0) return { sealed: 0, suspect }
  await sql`
    with linked as (insert into seal select sequence, entry_id, decode(hash, 'base64'), ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (sequence bigint, entry_id uuid, hash text))
    delete from unsealed where entry_id = any (${rows.map(({ entry_id: id }) => id)}::uuid[])`.execute(tx)
  return { sealed: rows.length, suspect, reached: { sequence, hash: Buffer.from(link).toString('base64'), at } }
}

const later = (now: Temporal.Instant, last: string | undefined): Temporal.Instant => {
  if (last === undefined) return now
  const before = Temporal.Instant.from(last)
  return Temporal.Instant.compare(now, before) < 0 ? before : now
}
