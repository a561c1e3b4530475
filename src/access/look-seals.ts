import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import type { ChainFault, CheckpointStore } from '#record/index.ts'

/** The text of a look that the chain covers, the same on either engine: instants in microseconds. */
const written = sql`json_build_array(l.id, (extract(epoch from l.at) * 1000000)::bigint, l.user_id, l.role, l.agency, l.what, l.subjects, (extract(epoch from l.known_at) * 1000000)::bigint,
  l.outcome, l.because, l.reference)::text`

const firstBatch = Buffer.alloc(32)

const hashBatch = (before: Uint8Array, batch: number, sealedAt: string, looks: readonly string[]): Buffer =>
  hash(
    'sha256',
    Buffer.concat([
      before,
      Buffer.from(`${batch}|${Date.parse(sealedAt)}|${looks.map((look) => hash('sha256', look)).join('|')}`),
    ]),
    'buffer',
  )

/** Seal the looks that wait, and move the checkpoint on. One sealer at a time. */
export const sealLooks = async (
  database: Database,
  now: Temporal.Instant,
  checkpoints: CheckpointStore,
  most = 500,
): Promise<number> => {
  let sealed = 0
  for (;;) {
    const done = await database.transaction('app', async (tx) => sealBatch(tx, now, most))
    if (done === undefined) return sealed
    const kept = (await checkpoints.read().catch(() => undefined))?.looks
    // Where the chain does not go through what the checkpoint says, it was cut or written anew: the checkpoint stays, to say so.
    if (kept === undefined || (await database.transaction('app', async (tx) => hashAt(tx, kept.batch))) === kept.hash)
      await checkpoints.write({ looks: { batch: done.batch, hash: base64(done.hash) } })
    sealed += done.sealed
    if (done.sealed < most) return sealed
  }
}

const sealBatch = async (
  tx: Tx,
  now: Temporal.Instant,
  most: number,
): Promise<{ batch: number; hash: Buffer; sealed: number } | undefined> => {
  const any = await sql`select from look_unsealed limit 1`.execute(tx)
  if (any.rows.length === 0) return undefined
  await sql`select pg_advisory_xact_lock(7061, 3)`.execute(tx)
  const waiting = await sql<{
    id: string
    look: string
  }>`select l.id, ${written} as look from look_unsealed u join look l on l.id = u.look_id order by l.at, l.id limit ${most}`.execute(
    tx,
  )
  if (waiting.rows.length === 0) return undefined
  const last = await sql<{
    batch: number
    hash: Uint8Array
  }>`select batch, hash from look_seal order by batch desc limit 1`.execute(tx)
  const batch = (last.rows[0]?.batch ?? 0) + 1
  const at = now.toString({ smallestUnit: 'millisecond' })
  const ids = waiting.rows.map(({ id }) => id)
  const sealed = hashBatch(
    last.rows[0]?.hash ?? firstBatch,
    batch,
    at,
    waiting.rows.map(({ look }) => look),
  )
  await sql`with sealed as (insert into look_seal values (${batch}, ${ids}::uuid[], ${sealed}, ${at}::timestamptz)) delete from look_unsealed where look_id = any (${ids}::uuid[])`.execute(
    tx,
  )
  return { batch, hash: sealed, sealed: ids.length }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const hashAt = async (tx: Tx, batch: number): Promise<string | undefined> => {
  const found = await sql<{ hash: Uint8Array }>`select hash from look_seal where batch = ${batch}`.execute(tx)
  return found.rows[0] === undefined ? undefined : base64(found.rows[0].hash)
}

interface LooksVerified {
  readonly looks: number
  readonly faults: readonly ChainFault[]
  readonly warnings: readonly string[]
}

/** Were looks changed, removed or slipped in? Seal first. */
export const verifyLooks = async (database: Database, checkpoints: CheckpointStore): Promise<LooksVerified> => {
  const checkpoint = await checkpoints.read()
  const faults: ChainFault[] = []
  let before: { batch: number; hash: Uint8Array } = { batch: 0, hash: firstBatch }
  let looks = 0
  for (;;) {
    const batches = await database.transaction('app', async (tx) => batchesAfter(tx, before.batch))
    for (const { batch, hash: kept, sealed_at: at, looks: found } of batches) {
      if (batch !== before.batch + 1)
        faults.push({ what: `Batches ${before.batch + 1} to ${batch - 1} of the looks are missing.` })
      const gone = found.filter(({ look }) => look === null).length
      if (gone > 0)
        faults.push({
          what: `${gone} of the ${found.length} looks in batch ${batch} ${gone === 1 ? 'is' : 'are'} gone.`,
        })
      else if (
        !hashBatch(
          before.hash,
          batch,
          at,
          found.map(({ look }) => look ?? ''),
        ).equals(kept)
      )
        faults.push({
          what: `Batch ${batch} of the looks does not match its fingerprint: a look in it was changed, or the batch before it was.`,
        })
      looks += found.length - gone
      before = { batch, hash: kept }
    }
    if (batches.length < pageSize) break
  }
  const reached = checkpoint?.looks
  if (reached !== undefined && reached.batch > before.batch)
    faults.push({
      what: `The looks end at batch ${before.batch}, but the checkpoint outside the database says they had reached ${reached.batch}: their end was cut off.`,
    })
  else if (
    reached !== undefined &&
    (await database.transaction('app', async (tx) => hashAt(tx, reached.batch))) !== reached.hash
  )
    faults.push({
      what: 'The chain of the looks was written anew: it differs from the checkpoint kept outside the database.',
    })
  faults.push(...(await strayLooks(database)))
  const warnings =
    before.batch > 0 && checkpoint !== undefined && reached === undefined
      ? ['The checkpoint here says nothing of looks. Nobody can notice by it whether the latest looks were removed.']
      : []
  return { looks, faults, warnings }
}

const pageSize = 50

interface Batch {
  readonly batch: number
  readonly hash: Uint8Array
  readonly sealed_at: string
  readonly looks: readonly { readonly look: string | null }[]
}

const batchesAfter = async (tx: Tx, after: number): Promise<Batch[]> => {
  const found = await sql<Batch>`
    select s.batch, s.hash, s.sealed_at, (select json_agg(json_build_object('look', case when l.id is not null then ${written} end) order by x.n) from unnest(s.looks) with ordinality as x (id, n) left join look l on l.id = x.id) as looks
    from look_seal s where s.batch > ${after} order by s.batch limit ${pageSize}`.execute(tx)
  return found.rows
}

const strayLooks = async (database: Database): Promise<ChainFault[]> => {
  const found = await database.transaction('app', async (tx) =>
    sql<{ n: number }>`
    select count(*) as n from look l left join (select unnest(looks) as id from look_seal) s on s.id = l.id left join look_unsealed u on u.look_id = l.id where s.id is null and u.look_id is null`.execute(
      tx,
    ),
  )
  const strays = found.rows[0]?.n ?? 0
  return strays === 0
    ? []
    : [
        {
          what: `${strays} ${strays === 1 ? 'look was' : 'looks were'} slipped in past Rooftree: not in the chain of looks.`,
        },
      ]
}

/** After a restore: the new checkpoint begins with the looks that the backup had sealed. */
export const beginLooksCheckpoint = async (database: Database, checkpoints: CheckpointStore): Promise<void> => {
  const found = await database.transaction('app', async (tx) =>
    sql<{ batch: number; hash: Uint8Array }>`select batch, hash from look_seal order by batch desc limit 1`.execute(tx),
  )
  const [last] = found.rows
  if (last !== undefined) await checkpoints.write({ looks: { batch: last.batch, hash: base64(last.hash) } })
}

/** After a restore, in its transaction: those wait that the backup had not sealed. */
export const looksRestored = async (tx: Tx): Promise<void> => {
  await sql`delete from look_unsealed u using (select unnest(looks) as id from look_seal) s where s.id = u.look_id`.execute(
    tx,
  )
}
