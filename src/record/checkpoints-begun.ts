import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import type { Checkpoint, CheckpointStore } from './checkpoint.ts'

const noted = new WeakMap<CheckpointStore, string>()

/** Move the checkpoint on, if the chain still goes through where it was. */
export const moveCheckpoint = async (
  database: Database,
  checkpoints: CheckpointStore,
  reached: Checkpoint,
): Promise<'missed' | 'contradicted' | undefined> => {
  const kept = await checkpoints.read().catch(() => undefined)
  if (kept !== undefined) {
    const there = await database.transaction('app', async (tx) =>
      sql<{ hash: Uint8Array }>`select hash from seal where sequence = ${kept.sequence}`.execute(tx),
    )
    const [link] = there.rows
    if (link === undefined || Buffer.from(link.hash).toString('base64') !== kept.hash) return 'contradicted'
  }
  return (await noteCheckpoint(database, checkpoints, await checkpoints.write(reached), reached)) ? 'missed' : undefined
}

/**
 * Write down once that this checkpoint was begun.
 *
 * @returns whether others had been begun before it
 */
const noteCheckpoint = async (
  database: Database,
  checkpoints: CheckpointStore,
  store: string | undefined,
  { sequence, at }: Checkpoint,
): Promise<boolean> => {
  if (store === undefined || noted.get(checkpoints) === store) return false
  const others = await database.transaction('app', async (tx) => {
    const fresh =
      await sql`insert into checkpoint_begun values (${store}::uuid, ${at}::timestamptz, ${sequence}) on conflict do nothing returning id`.execute(
        tx,
      )
    return fresh.rows.length > 0 && (await checkpointsBegun(tx)).length > 1
  })
  noted.set(checkpoints, store)
  return others
}

export interface CheckpointBegun {
  readonly id: string
  readonly begunAt: string
  readonly sequence: number
}

/** The first one first. */
export const checkpointsBegun = async (tx: Tx): Promise<CheckpointBegun[]> => {
  const found = await sql<{
    id: string
    begun_at: string
    sequence: number
  }>`select id, begun_at, sequence from checkpoint_begun order by sequence, begun_at, id`.execute(tx)
  return found.rows.map(({ id, begun_at: begunAt, sequence }) => ({ id, begunAt, sequence }))
}
