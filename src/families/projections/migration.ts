import type { Migration } from '#platform/database/index.ts'

/**
 * Rows for search and lists. Each search row names the entry it was taken from, so that a search may answer by a row only where
 * the viewer may see that entry. No table here is readable by viewers: they ask through functions that return ids only.
 */
export const familiesMigration: Migration = {
  name: '0003-families',
  up: `
create table person_name (record_id text not null, entry_id uuid not null, name_no integer not null, whole text collate "C" not null, words text[] not null);
create index person_name_record on person_name (record_id);
create index person_name_whole on person_name (whole);
create table person_birth (record_id text not null, entry_id uuid not null, first_day date not null, last_day date not null);
create index person_birth_record on person_birth (record_id);
create table person_number (record_id text not null, entry_id uuid not null, kind text not null, value text not null);
create index person_number_record on person_number (record_id);
create index person_number_value on person_number (value);
create table person_postcode (record_id text not null, entry_id uuid not null, postcode text not null);
create index person_postcode_record on person_postcode (record_id);
create table family_member (family_id text not null, record_id text not null, role text not null, from_day date, until_day date);
create index family_member_family on family_member (family_id);
create index family_member_record on family_member (record_id);
-- Every joining that ever named a record, taken back or not, so that walking from record to record reads this small table alone.
create table record_joined (record_id text not null, entry_id uuid not null, primary key (record_id, entry_id));
create index record_joined_entry on record_joined (entry_id);

-- The only place where a child's records from before and after an adoption stand beside each other. No entry, page or projection does.
create table adoption_link (
  before_record text not null,
  after_record text not null,
  linked_at timestamptz not null,
  linked_by text not null,
  because text not null,
  primary key (before_record, after_record)
);
create trigger append_only before update or delete or truncate on adoption_link for each statement execute function refuse_change();

grant select, insert, delete on person_name, person_birth, person_number, person_postcode, family_member, record_joined to rooftree_app;
-- Commands write a link and cannot read it back.
grant insert on adoption_link to rooftree_app;

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
  select id from unnest(records) as id where strpos(split_part(access_reached(id), ';', 2), 'hidden-address') > 0 $$;

/* Who may be found. A viewer browses among the people their grants reach today, by any name, number or postcode in an entry they
   may see; so the work grows with their own families, not with the borough. Anybody else is found only exactly, by whole name
   and whole birth date or by a number, by roles that may learn that somebody is known, and never a sealed person or family. */
create function families_find(asked_words text[], asked_whole text, born_first date, born_last date, asked_number text, asked_postcode text, may_learn boolean, how_many integer)
returns table (record_id text, found text, matched_by text) language plpgsql stable security definer set search_path = rooftree as $$
declare
  views jsonb := access_views();
  today date := current_setting('rooftree.today', true)::date;
  principals text[] := string_to_array(current_setting('rooftree.principals', true), ',');
  own text := current_setting('rooftree.agency', true);
begin
  return query
  with reached as materialized (
    select distinct coalesce(o.record_id, r.subject) as id
    from access_grant g
      join access_reach r on r.scope = g.scope and r.subject like 'record:%' and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today)
      left join person_of_record p on p.record_id = r.subject
      left join person_of_record o on o.person_id = p.person_id
    where g.principal = any (principals) and g.from_day <= today and (g.until_day is null or g.until_day > today)
  ), near as (
    select n.record_id, n.entry_id, 'name' as matched_by from reached join person_name n on n.record_id = reached.id
      where cardinality(asked_words) > 0 and not exists (
        select from unnest(asked_words) w where not exists (select from unnest(n.words) m where starts_with(m, w)))
    union all select n.record_id, n.entry_id, n.kind from reached join person_number n on n.record_id = reached.id where n.value = asked_number
    union all select n.record_id, n.entry_id, 'postcode' from reached join person_postcode n on n.record_id = reached.id where n.postcode = asked_postcode
    union all select n.record_id, n.entry_id, 'birth' from reached join person_birth n on n.record_id = reached.id
      where cardinality(asked_words) = 0 and asked_number is null and asked_postcode is null and n.first_day <= born_last and n.last_day >= born_first
  ), seen as (
    select distinct near.record_id, near.matched_by from near join entry e on e.id = near.entry_id
    where access_decide(e.topic, e.sensitivity, e.agency, e.subjects, views)
      and (born_first is null or near.matched_by <> 'name' or exists (
        select from access_same(near.record_id) s join person_birth b on b.record_id = s.id join entry be on be.id = b.entry_id
        where b.first_day <= born_last and b.last_day >= born_first and access_decide(be.topic, be.sensitivity, be.agency, be.subjects, views)))
    limit how_many
  ), exact as (
    select n.record_id, n.kind as matched_by from person_number n join entry e on e.id = n.entry_id
      where may_learn and n.value = asked_number and (n.kind <> 'reference' or e.agency = own)
    union
    select n.record_id, 'name-and-birth' from person_name n
      where may_learn and n.whole = asked_whole and born_first = born_last
        and exists (select from access_same(n.record_id) s join person_birth b on b.record_id = s.id where b.first_day = born_first and b.last_day = born_last)
  ), known as (
    select exact.record_id, exact.matched_by from exact
    where not exists (select from reached where reached.id = exact.record_id)
      and not exists (
        select from (select s.id from access_same(exact.record_id) s
            union select r.scope from access_same(exact.record_id) s join access_reach r on r.subject = s.id and r.scope like 'family:%'
              and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today)) of
        where strpos(split_part(access_reached(of.id), ';', 2), 'sealed') > 0)
    limit how_many
  )
  select seen.record_id, 'content', seen.matched_by from seen
  union all select known.record_id, 'existence', known.matched_by from known;
end $$;

revoke execute on function families_joining_stood(uuid, timestamptz), adoption_closed(text[]), adoption_links(text), families_records_of(text[], timestamptz), families_joinings(text[], timestamptz),
  families_hidden(text[]), families_find(text[], text, date, date, text, text, boolean, integer) from public;
grant execute on function adoption_closed(text[]), families_records_of(text[], timestamptz), families_joinings(text[], timestamptz) to rooftree_app;
grant execute on function adoption_closed(text[]), adoption_links(text), families_hidden(text[]), families_records_of(text[], timestamptz), families_joinings(text[], timestamptz),
  families_find(text[], text, date, date, text, text, boolean, integer) to rooftree_viewer;
`,
}
