import { sql } from 'kysely'
import type { Database, Tx } from './index.ts'

/** One step of the database's shape. Names sort in the order they run; a step that has run is never changed. */
export interface Migration {
  readonly name: string
  readonly up: string
}

/**
 * Bring the database to the shape this edition needs. Each step runs in a transaction of its own, under a lock, so that two
 * servers starting together do not both run it, and a step that is cut off leaves nothing behind.
 *
 * @param servedBy the PostgreSQL user that serves, which must be able to stand as the app and as a viewer
 * @returns the names of the steps that ran now
 */
export const migrate = async (
  database: Database,
  migrations: readonly Migration[],
  servedBy?: string,
): Promise<string[]> => {
  await database.transaction('owner', async (tx) => {
    await lock(tx)
    await sql.raw(foundation).execute(tx)
    // Whoever makes a role may grant it, and yet not stand in it until granted that too (PostgreSQL 16 on).
    const owner = await sql<{ name: string }>`select current_user::text as name`.execute(tx)
    for (const user of [owner.rows[0]?.name, servedBy === undefined ? undefined : decodeURIComponent(servedBy)])
      if (user !== undefined && user !== '') await letStand(tx, user)
  })
  const ran: string[] = []
  for (const migration of migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const isNew = await database.transaction('owner', async (tx) => {
      await lock(tx)
      const done = await sql<{
        name: string
      }>`insert into rooftree.migration (name) values (${migration.name}) on conflict do nothing returning name`.execute(
        tx,
      )
      if (done.rows.length === 0) return false
      await sql.raw(migration.up).execute(tx)
      return true
    })
    if (isNew) ran.push(migration.name)
  }
  return ran
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

const lock = async (tx: Tx): Promise<unknown> => sql`select pg_advisory_xact_lock(7061, 1)`.execute(tx)

// Roles belong to the whole cluster: another database of the same server may have made them already.
const foundation = `
create schema if not exists rooftree;
create table if not exists rooftree.migration (name text primary key, ran_at timestamptz not null default now());
do $$ begin
  if not exists (select from pg_roles where rolname = 'rooftree_app') then create role rooftree_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'rooftree_viewer') then create role rooftree_viewer nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema rooftree to rooftree_app, rooftree_viewer;
`
