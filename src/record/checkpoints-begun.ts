import { sql } from 'kysely'
import type { Database, Migration, Tx } from '#platform/database/index.ts'
import type { Checkpoint, CheckpointStore } from './checkpoint.ts'

/**
 * Which checkpoints this record has had, so that one that was removed is missed; and that a body goes only when the disposal entry
 * names its entry, and never that of a disposal.
 */
export const recordVerifiedMigration: Migration = {
  name: '0013-record-verified',
  up: `
create table checkpoint_begun (id uuid primary key, begun_at timestamptz not null, sequence bigint not null);
create trigger append_only before update or delete or truncate on checkpoint_begun for each statement execute function refuse_change();
grant select, insert on checkpoint_begun to rooftree_app;

create or replace function refuse_undisposed() returns trigger language plpgsql as $$
begin
  if not exists (select from rooftree.disposal d join rooftree.entry e on e.id = d.by_entry and e.kind = 'EntriesDisposed' join rooftree.entry_body b on b.entry_id = e.id
      where d.entry_id = old.entry_id and b.body::jsonb -> 'entries' ? old.entry_id::text)
    or exists (select from rooftree.entry e where e.id = old.entry_id and e.kind = 'EntriesDisposed') then
    raise exception 'the record is append-only: a body goes only by a disposal entry that names it' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
`,
}

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
