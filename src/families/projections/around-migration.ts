import type { Migration } from '#platform/database/index.ts'

/** What a family's page is made of, found in one step so that it can be read in one. */
export const aroundMigration: Migration = {
  name: '0010-families-around',
  up: `
create function families_same(records text[]) returns text[] language sql stable security definer set search_path = rooftree as $$
  select array(select unnest(records) union select o.record_id from person_of_record p join person_of_record o on o.person_id = p.person_id where p.record_id = any (records)) $$;

-- The records that a family has reached at any time with all records of the same persons, the homes they live in today, and whose
-- records live there. Ids only, whoever asks: what is told of them is asked of row security, entry by entry.
create function families_around(family text) returns text[] language plpgsql stable security definer
set search_path = rooftree set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  today date := current_setting('rooftree.today', true);
  members text[] := families_same(array(select distinct r.subject from access_reach r where r.scope = family and starts_with(r.subject, 'record:')));
  homes text[] := array(select distinct r.scope from access_reach r where r.subject = any (members) and starts_with(r.scope, 'home:')
    and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today));
begin
  return members || homes || families_same(array(select distinct r.subject from access_reach r
    where r.scope = any (homes) and starts_with(r.subject, 'record:') and r.subject <> all (members)
      and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today)));
end $$;

revoke execute on function families_around(text), families_same(text[]) from public;
grant execute on function families_around(text) to rooftree_viewer;
`,
}
