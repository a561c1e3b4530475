import { sql } from 'kysely'
import type { Tx } from './index.ts'

/** The hash under which functions, triggers, views and row policies were installed last. */
export const routinesHash = async (tx: Tx): Promise<string | undefined> =>
  (await sql<{ hash: string }>`select hash from rooftree.routines_installed`.execute(tx)).rows[0]?.hash

/**
 * Take every function, trigger, view and row policy away, change the tables beneath, and install them as they are said today. So what the
 * text no longer has is gone, with what was granted on it; a function may change its arguments; and a step may change a column that a policy
 * reads. Nobody sees the moment between: it is one transaction, and the tables are locked until it ends.
 */
export const installRoutines = async (
  tx: Tx,
  hash: string,
  text: string,
  beneath: () => Promise<void>,
): Promise<void> => {
  await sql.raw(takeAway).execute(tx)
  await beneath()
  if (text.trim() !== '') await sql.raw(text).execute(tx)
  await sql`delete from rooftree.routines_installed`.execute(tx)
  await sql`insert into rooftree.routines_installed values (${hash})`.execute(tx)
}

// Never by cascade: what a default or an index rests on is part of a table, and taking it away must fail.
const takeAway = `
do $$ declare
  one record;
  names text;
begin
  for one in select policyname, tablename from pg_policies where schemaname = 'rooftree' loop
    execute format('drop policy %I on rooftree.%I', one.policyname, one.tablename);
  end loop;
  for one in select t.tgname, c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'rooftree'::regnamespace and not t.tgisinternal loop
    execute format('drop trigger %I on rooftree.%I', one.tgname, one.relname);
  end loop;
  names := (select string_agg(format('rooftree.%I', viewname), ', ') from pg_views where schemaname = 'rooftree');
  if names is not null then execute 'drop view ' || names; end if;
  names := (select string_agg(oid::regprocedure::text, ', ') from pg_proc where pronamespace = 'rooftree'::regnamespace and prokind = 'f');
  if names is not null then execute 'drop function ' || names; end if;
end $$;
`
