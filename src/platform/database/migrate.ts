import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { Fault } from '../fault.ts'
import type { Database, Tx } from './index.ts'
import { installRoutines, routinesHash } from './routines.ts'

/**
 * What one room has in the database. Its migrations make its tables, one step after another; a step that was published is never changed.
 * Its functions, triggers and row policies are no steps: they stand in one text, which is installed again whenever it changes.
 */
export interface RoomShape {
  readonly name: string
  readonly migrations: readonly string[]
  readonly functions?: string
}

interface MigratedFor {
  /** The PostgreSQL user that serves, which must be able to stand as the app and as a viewer. */
  readonly servedBy?: string
  /** How whoever started Rooftree knows this database, for the words of a refusal. */
  readonly where?: string
}

/**
 * Bring the database to the shape this edition needs: the steps that it lacks, in the order of the rooms, and the rooms' functions. All of
 * it in one transaction under a lock, so that two servers starting together do not both do it, and an upgrade is whole or is nothing.
 *
 * @example await migrate(database, [recordRoom, accessRoom]) // ['record/0001', 'access/0001'] the first time, [] the second
 * @returns the names of the steps that ran now
 * @throws Fault `database.other-edition` where steps ran that these rooms do not have; nothing is changed then
 */
export const migrate = async (
  database: Database,
  rooms: readonly RoomShape[],
  { servedBy, where = 'This database' }: MigratedFor = {},
): Promise<string[]> =>
  database.transaction('owner', async (tx) => {
    await sql`select pg_advisory_xact_lock(7061, 1)`.execute(tx)
    await sql.raw(foundation).execute(tx)
    // Whoever makes a role may grant it, and yet not stand in it until granted that too (PostgreSQL 16 on).
    const owner = await sql<{ name: string }>`select current_user::text as name`.execute(tx)
    for (const user of [owner.rows[0]?.name, servedBy === undefined ? undefined : decodeURIComponent(servedBy)])
      if (user !== undefined && user !== '') await letStand(tx, user)
    const steps = stepsOf(rooms)
    const ran = await sql<{ name: string }>`select name from rooftree.migration`.execute(tx)
    const done = new Set(ran.rows.map(({ name }) => name))
    refuseUnknown([...done], new Set(steps.map(({ name }) => name)), where)
    const waiting = steps.filter(({ name }) => !done.has(name))
    const text = rooms.map(({ functions = '' }) => functions).join('\n')
    // The steps too, since one of them may replace a table and so lose its triggers.
    const wanted = hash('sha256', JSON.stringify([steps.map(({ name }) => name), text]))
    if (waiting.length === 0 && (await routinesHash(tx)) === wanted) return []
    await installRoutines(tx, wanted, text, async () => {
      for (const { name, up } of waiting) {
        await sql`insert into rooftree.migration (name) values (${name})`.execute(tx)
        await sql.raw(up).execute(tx)
      }
    })
    return waiting.map(({ name }) => name)
  })

/** Every step of these rooms under its name, in the order in which they run. */
export const stepsOf = (rooms: readonly RoomShape[]): { name: string; up: string }[] =>
  rooms.flatMap((room) =>
    room.migrations.map((up, n) => ({ name: `${room.name}/${String(n + 1).padStart(4, '0')}`, up })),
  )

const refuseUnknown = (done: readonly string[], known: ReadonlySet<string>, where: string): void => {
  const unknown = done.filter((name) => !known.has(name)).toSorted()
  if (unknown.length === 0) return
  const named =
    unknown.length > 3 ? `${unknown.slice(0, 3).join(', ')} and ${unknown.length - 3} more` : unknown.join(', ')
  // Edition 0.1.0 named its steps without a room.
  const first = unknown.every((name) => !name.includes('/'))
  throw new Fault(
    'database.other-edition',
    first
      ? `${where} was made by Rooftree 0.1.0 (it carries ${named}), and a record of 0.1.0 is not carried over. Nothing was changed. Name another folder or an empty database (ROOFTREE_DATA, DATABASE_URL); or remove this one, if only invented people are in it.`
      : `${where} was made by a newer edition of Rooftree: it carries ${named}, which this edition does not know. Nothing was changed. Start that newer edition; or name another folder or an empty database (ROOFTREE_DATA, DATABASE_URL) and restore the backup that you made before upgrading.`,
  )
}

const letStand = async (tx: Tx, user: string): Promise<void> => {
  const able = await sql<{
    able: boolean
  }>`select pg_has_role(${user}, 'rooftree_app', 'set') and pg_has_role(${user}, 'rooftree_viewer', 'set') as able`.execute(
    tx,
  )
  if (able.rows[0]?.able !== true)
    await sql`grant rooftree_app, rooftree_viewer to ${sql.id(user)} with set true`.execute(tx)
}

// Roles belong to the whole cluster: another database of the same server may have made them already.
const foundation = `
create schema if not exists rooftree;
create table if not exists rooftree.migration (name text primary key, ran_at timestamptz not null default now());
create table if not exists rooftree.routines_installed (hash text not null);
do $$ begin
  if not exists (select from pg_roles where rolname = 'rooftree_app') then create role rooftree_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'rooftree_viewer') then create role rooftree_viewer nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema rooftree to rooftree_app, rooftree_viewer;
`
