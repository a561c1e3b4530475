/** What the families room asks of rows that no viewer may read: ids out, never names. Installed at a start whenever this text has changed. */
export const familiesFunctions = `
create trigger append_only before update or delete or truncate on adoption_link for each statement execute function refuse_change();

-- Records that an adoption closed: they are never joined with any other, and the refusal does not say which one it would have been.
create function adoption_closed(records text[]) returns setof text language sql stable security definer set search_path = rooftree as $$
  select distinct before_record from adoption_link where before_record = any (records) $$;

-- Both ends of a link, for the roles that the partnership trusts with it; nothing for anybody else.
create function adoption_links(about text) returns setof adoption_link language sql stable security definer set search_path = rooftree as $$
  select * from adoption_link where about in (before_record, after_record)
    and current_setting('rooftree.role', true) = any (array['adoption-records-manager']) $$;

-- Did a joining stand at an instant?
create function families_joining_stood(joining uuid, known_at timestamptz) returns boolean language plpgsql stable security definer set search_path = rooftree as $$
begin
  return (known_at is null or exists (select from seal l where l.entry_id = joining and l.sealed_at <= known_at))
    and not exists (select from entry c where c.corrects = joining and (known_at is null or exists (select from seal l where l.entry_id = c.id and l.sealed_at <= known_at)));
end $$;

-- Which records were one person as far as known at an instant, and by which joinings, whoever asks: ids only.
create function families_records_of(asked text[], known_at timestamptz) returns text[] language plpgsql stable security definer set search_path = rooftree as $$
declare
  reached text[] := asked;
  fresh text[] := asked;
begin
  loop
    fresh := array(
      select distinct other.record_id from record_joined own join record_joined other on other.entry_id = own.entry_id
      where own.record_id = any (fresh) and other.record_id <> all (reached) and families_joining_stood(own.entry_id, known_at));
    exit when cardinality(fresh) = 0;
    reached := reached || fresh;
  end loop;
  return reached;
end $$;
create function families_joinings(asked text[], known_at timestamptz) returns table (entry_id uuid, records text[]) language plpgsql stable security definer set search_path = rooftree as $$
begin
  return query select j.entry_id, array_agg(j.record_id order by j.record_id) from record_joined j
    where j.entry_id in (select own.entry_id from record_joined own where own.record_id = any (asked)) and families_joining_stood(j.entry_id, known_at)
    group by j.entry_id;
end $$;

-- Which of these records live, or may be written to, where it must not be told.
create function families_hidden(records text[]) returns setof text language sql stable security definer set search_path = rooftree as $$
  select id from unnest(records) as id where strpos(split_part(access_recalled(id), ';', 2), 'hidden-address') > 0 $$;

/* Who may be found. A viewer browses among the people their grants reach today, by any name, number or postcode in an entry they
   may see; so the work grows with their own families, not with the borough. Anybody else is found only exactly, by whole name
   and whole birth date or by a number, by roles that may learn that somebody is known, and never a sealed person or family.
   Step by step: as one query it was planned as a scan of everybody (920 ms among 300,000 people, against 5). */
create function families_reached() returns text[] language plpgsql stable security definer set search_path = rooftree as $$
declare
  principals text[] := string_to_array(current_setting('rooftree.principals', true), ',');
  today date := current_setting('rooftree.today', true);
  scopes text[] := array(select distinct g.scope from access_grant g
    where g.principal = any (principals) and g.from_day <= today and (g.until_day is null or g.until_day > today));
  records text[] := array(select distinct r.subject from access_reach r
    where r.scope = any (scopes) and r.subject like 'record:%' and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today));
  people text[] := array(select distinct p.person_id from person_of_record p where p.record_id = any (records));
  homes text[];
begin
  -- Whoever lives under one roof with them is found by name too, by roles that see name and age of such people: so two records can be joined.
  if exists (select from access_view v where v.role = current_setting('rooftree.role', true) and v.way = 'under-one-roof') then
    records := records || array(select p.record_id from person_of_record p where p.person_id = any (people));
    homes := array(select distinct r.scope from access_reach r
      where r.subject = any (records) and starts_with(r.scope, 'home:') and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today));
    records := records || array(select distinct r.subject from access_reach r
      where r.scope = any (homes) and r.subject like 'record:%' and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today));
  end if;
  return array(select p.record_id from person_of_record p where p.person_id = any (people) union select unnest(records));
end $$;
create function families_known(asked text) returns boolean language plpgsql stable security definer set search_path = rooftree as $$
declare
  today date := current_setting('rooftree.today', true);
  same text[] := array(select s.id from access_same(asked) s);
  families text[] := array(select distinct r.scope from access_reach r where r.subject = any (same) and r.scope like 'family:%'
    and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today));
begin
  return not exists (select from unnest(same || families) as id where strpos(split_part(access_recalled(id), ';', 2), 'sealed') > 0);
end $$;
create function families_born(asked text, first date, last date, views jsonb) returns boolean language plpgsql stable security definer set search_path = rooftree as $$
declare
  same text[] := array(select s.id from access_same(asked) s);
begin
  return exists (select from person_birth b join entry e on e.id = b.entry_id where b.record_id = any (same) and b.first_day <= last and b.last_day >= first
    and (views is null or access_decide(e.topic, e.sensitivity, e.agency, e.subjects, views)));
end $$;
create function families_born_exactly(asked text, day date) returns boolean language plpgsql stable security definer set search_path = rooftree as $$
declare
  same text[] := array(select s.id from access_same(asked) s);
begin
  return exists (select from person_birth b where b.record_id = any (same) and b.first_day = day and b.last_day = day);
end $$;
create function families_find(asked_words text[], asked_whole text, born_first date, born_last date, asked_number text, asked_postcode text, may_learn boolean, how_many integer)
returns table (record_id text, found text, matched_by text) language plpgsql stable security definer set search_path = rooftree as $$
declare
  views jsonb := access_views();
  own text := current_setting('rooftree.agency', true);
  reached text[] := families_reached();
begin
  if coalesce(current_setting('rooftree.principals', true), '') = '' then return; end if;
  return query
  with near as materialized (
    select n.record_id, n.entry_id, 'name' as matched_by from person_name n where n.record_id = any (reached)
      and cardinality(asked_words) > 0 and not exists (select from unnest(asked_words) w where not exists (select from unnest(n.words) m where starts_with(m, w)))
    union all select n.record_id, n.entry_id, n.kind from person_number n where n.record_id = any (reached) and n.value = asked_number
    union all select n.record_id, n.entry_id, 'postcode' from person_postcode n where n.record_id = any (reached) and n.postcode = asked_postcode
    union all select n.record_id, n.entry_id, 'birth' from person_birth n where n.record_id = any (reached)
      and cardinality(asked_words) = 0 and asked_number is null and asked_postcode is null and n.first_day <= born_last and n.last_day >= born_first
  )
  select distinct near.record_id, 'content', near.matched_by from near join entry e on e.id = near.entry_id
  where access_decide(e.topic, e.sensitivity, e.agency, e.subjects, views)
    and (born_first is null or near.matched_by <> 'name' or families_born(near.record_id, born_first, born_last, views))
  limit how_many;
  if not may_learn then return; end if;
  if asked_number is not null then
    return query select distinct n.record_id, 'existence', n.kind from person_number n join entry e on e.id = n.entry_id
      where n.value = asked_number and (n.kind <> 'reference' or e.agency = own) and n.record_id <> all (reached) and families_known(n.record_id) limit how_many;
  end if;
  if asked_whole is not null and born_first = born_last then
    return query with named as materialized (select distinct n.record_id from person_name n where n.whole = asked_whole)
      select named.record_id, 'existence', 'name-and-birth' from named
      where named.record_id <> all (reached) and families_born_exactly(named.record_id, born_first) and families_known(named.record_id) limit how_many;
  end if;
end $$;

revoke execute on function families_joining_stood(uuid, timestamptz), families_reached(), families_known(text), families_born(text, date, date, jsonb), families_born_exactly(text, date), adoption_closed(text[]), adoption_links(text), families_records_of(text[], timestamptz), families_joinings(text[], timestamptz),
  families_hidden(text[]), families_find(text[], text, date, date, text, text, boolean, integer) from public;
grant execute on function adoption_closed(text[]), families_records_of(text[], timestamptz), families_joinings(text[], timestamptz) to rooftree_app;
grant execute on function adoption_closed(text[]), adoption_links(text), families_hidden(text[]), families_records_of(text[], timestamptz), families_joinings(text[], timestamptz),
  families_find(text[], text, date, date, text, text, boolean, integer) to rooftree_viewer;

-- What a family's page is made of, found in one step so that it can be read in one.
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
`
