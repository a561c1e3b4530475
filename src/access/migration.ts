import type { Migration } from '#platform/database/index.ts'

/**
 * Who may know, as rows. `access_grant` says through which way a person or team enters a scope (a family or a home) and from when
 * until when; `access_reach` which subjects a scope reaches; `access_view` what each role sees through each way. Row security on
 * the record only reads them. Restrictions stand in two tables: `access_restriction` holds what the families room works out (the
 * home of somebody whose address is hidden), `access_restriction_said` what was said outright, so that each can be made again alone.
 */
export const accessMigration: Migration = {
  name: '0002-access',
  up: `
create table agency (id text primary key, name text not null, kind text not null, phone text, email text, duty_flag text not null);
create table team (id text primary key, name text not null, agency text not null, phone text not null, email text);
create table app_user (id text primary key, name text not null, role text not null, title text not null, agency text not null, phone text, email text, has_left boolean not null);
create table user_team (user_id text not null, team text not null, primary key (user_id, team));
create index user_team_team on user_team (team);

create table access_grant (
  entry_id uuid primary key,
  principal text not null,
  scope text not null,
  way text not null,
  because text not null,
  team text,
  from_day date not null,
  until_day date
);
create index access_grant_scope on access_grant (scope, principal);
create index access_grant_principal on access_grant (principal);
create table lead_practitioner (entry_id uuid primary key, family text not null, user_id text not null, from_day date not null);
create index lead_practitioner_family on lead_practitioner (family);
create index lead_practitioner_user on lead_practitioner (user_id);

create table access_reach (source text not null, scope text not null, subject text not null, from_day date, until_day date);
create index access_reach_source on access_reach (source);
create index access_reach_subject on access_reach (subject, scope);
create table person_of_record (record_id text primary key, person_id text not null);
create index person_of_record_person on person_of_record (person_id, record_id);
create table access_restriction (source text not null, subject text not null, kind text not null, from_day date, until_day date);
create index access_restriction_source on access_restriction (source);
create index access_restriction_subject on access_restriction (subject);
create table access_restriction_said (entry_id uuid primary key, subject text not null, kind text not null, from_day date, until_day date);
create index access_restriction_said_subject on access_restriction_said (subject);
create table access_view (
  role text not null, way text not null, topic text not null, sensitivity text not null, whose text not null,
  primary key (role, way, topic, sensitivity, whose)
);

create table look (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  user_id text not null,
  role text not null,
  agency text not null,
  what text not null,
  subjects text[] not null,
  known_at timestamptz,
  outcome text not null,
  because text not null,
  reference text not null
);
create index look_subjects on look using gin (subjects);
create index look_user on look (user_id, at);
create trigger append_only before update or delete or truncate on look for each statement execute function refuse_change();

grant select, insert, update, delete on agency, team, app_user, user_team, access_grant, lead_practitioner, access_reach, person_of_record,
  access_restriction, access_restriction_said to rooftree_app;
grant select, insert, delete on access_view to rooftree_app;
grant select, insert on look to rooftree_app;

-- Records that are one person, and the subject itself.
create function access_same(about text) returns table (id text) language sql stable set search_path = rooftree as $$
  select about union select o.record_id from person_of_record p join person_of_record o on o.person_id = p.person_id where p.record_id = about $$;

-- Families with a member of whom some record lives in a home.
-- Step by step, so that every step goes by an index: one query with a join on either of two columns read all of access_reach.
create function access_families_living(home text, today date) returns text[] language plpgsql stable
set search_path = rooftree set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  living text[] := array(select r.subject from access_reach r
    where r.scope = home and r.subject <> home and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today));
  same text[] := living || array(select o.record_id from person_of_record p join person_of_record o on o.person_id = p.person_id where p.record_id = any (living));
begin
  return array(select distinct f.scope from access_reach f
    where f.subject = any (same) and starts_with(f.scope, 'family:') and (f.from_day is null or f.from_day <= today) and (f.until_day is null or f.until_day > today));
end $$;

create function access_hidden(about text, today date) returns boolean language sql stable set search_path = rooftree as $$
  select exists (select from (select r.kind, r.from_day, r.until_day from access_restriction r where r.subject = about
      union all select r.kind, r.from_day, r.until_day from access_restriction_said r where r.subject = about) x
    where x.kind = 'hidden-address' and (x.from_day is null or x.from_day <= today) and (x.until_day is null or x.until_day > today)) $$;

-- Through which ways the viewer reaches one subject today, and what restricts it: 'involved,reason-given;sealed'.
-- Step by step and always by index: one joined query was planned as a scan of every grant once there were thousands, and a plan kept
-- from when the tables were empty would go on scanning them.
create function access_reached(about text) returns text language plpgsql stable security definer
set search_path = rooftree set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  principals text[] := string_to_array(current_setting('rooftree.principals', true), ',');
  today date := current_setting('rooftree.today', true);
  same text[] := about || array(select o.record_id from person_of_record p join person_of_record o on o.person_id = p.person_id where p.record_id = about);
  scopes text[] := array(select r.scope from access_reach r
    where r.subject = any (same) and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today));
  roofs text[] := '{}';
  roof text;
  ways text;
  under text := '';
begin
  -- A family reaches the home where any record of a member lives, whichever agency says so; a home never reaches another home.
  if starts_with(about, 'home:') then scopes := scopes || access_families_living(about, today); end if;
  ways := (select string_agg(distinct g.way, ',') from access_grant g
    where g.scope = any (scopes) and g.principal = any (principals) and g.from_day <= today and (g.until_day is null or g.until_day > today));
  -- Whoever lives under one roof with a family is reached from it, unless the viewer works with them anyway; not where the home is hidden.
  if starts_with(about, 'record:') and strpos(coalesce(ways, ''), 'involved') = 0 then
    foreach roof in array scopes loop
      if starts_with(roof, 'home:') and not access_hidden(roof, today) then roofs := roofs || access_families_living(roof, today); end if;
    end loop;
    if exists (select from access_grant g
      where g.scope = any (roofs) and g.way = 'involved' and g.principal = any (principals) and g.from_day <= today and (g.until_day is null or g.until_day > today))
    then under := ',under-one-roof'; end if;
  end if;
  return concat(ways, under, ';',
    (select string_agg(distinct x.kind, ',') from (
        select r.kind, r.from_day, r.until_day from access_restriction r where r.subject = any (same)
        union all select r.kind, r.from_day, r.until_day from access_restriction_said r where r.subject = any (same)) x
      where (x.from_day is null or x.from_day <= today) and (x.until_day is null or x.until_day > today)));
end $$;

-- The same, remembered for the transaction as '|subject=answer|…': a page asks about a few subjects for hundreds of entries.
create function access_remember(about text) returns text language plpgsql stable as $$
declare
  memo text := current_setting('rooftree.reached', true);
  answer text := rooftree.access_reached(about);
begin
  if memo is null or memo = '' or length(memo) > 60000 then memo := '|'; end if;
  perform set_config('rooftree.reached', memo || about || '=' || answer || '|', true);
  return answer;
end $$;

-- As remembered, or looked up and remembered.
create function access_recalled(about text) returns text language plpgsql stable as $$
declare
  known text := split_part(split_part(current_setting('rooftree.reached', true), '|' || about || '=', 2), '|', 1);
begin
  return case when coalesce(known, '') = '' then rooftree.access_remember(about) else known end;
end $$;

-- What the viewer's role sees, as {"way|topic|sensitivity|whose": 1}. Asked once per query.
create function access_views() returns jsonb language sql stable security definer set search_path = rooftree as $$
  select coalesce(jsonb_object_agg(way || '|' || topic || '|' || sensitivity || '|' || whose, 1), '{}') from access_view where role = current_setting('rooftree.role', true) $$;

-- May this viewer see something with this envelope? The same rule as may() in may.ts; a property test holds the two equal. Asked for
-- every row, so it sets no search path (that alone would treble its cost) and names everything in full instead.
create function access_decide(topic text, sensitivity text, agency text, subjects jsonb, views jsonb) returns boolean language plpgsql stable cost 2000 as $$
declare
  memo text := current_setting('rooftree.reached', true);
  about boolean; about_any boolean := false;
  about_only_reference boolean := topic = 'reference' and sensitivity = 'ordinary';
  entered text := '';
  sealed boolean := false; hidden boolean := false;
  subject jsonb; id text; kind text; reached text; way text; prefix text;
begin
  if coalesce(current_setting('rooftree.principals', true), '') = '' then return false; end if;
  for i in 0 .. jsonb_array_length(subjects) - 1 loop
    subject := subjects -> i;
    id := subject ->> 'id';
    kind := subject ->> 'type';
    about := subject ->> 'role' = 'about';
    about_any := about_any or about;
    -- Agencies, people who use Rooftree and settings are never reached or restricted.
    continue when kind in ('agency', 'user', 'team', 'policy');
    about_only_reference := about_only_reference and not about;
    reached := split_part(split_part(memo, '|' || id || '=', 2), '|', 1);
    if coalesce(reached, '') = '' then
      reached := rooftree.access_remember(id);
      memo := current_setting('rooftree.reached', true);
    end if;
    if about then
      entered := entered || reached;
      sealed := sealed or strpos(reached, 'sealed') > 0;
    end if;
    hidden := hidden or strpos(reached, 'hidden-address') > 0 and (kind = 'home' or topic in ('address', 'housing'));
  end loop;
  if about_any and about_only_reference then return true; end if;
  foreach way in array array['involved', 'responsible-for-home', 'reason-given', 'under-one-roof'] loop
    if strpos(entered, way) > 0 then
      prefix := way || '|' || topic || '|';
      if (views ? (prefix || sensitivity || '|any') or views ? (prefix || sensitivity || '|own-agency') and agency = current_setting('rooftree.agency', true))
        and (not sealed or views ? (prefix || 'sealed|any') or views ? (prefix || 'sealed|own-agency') and agency = current_setting('rooftree.agency', true))
        and (not hidden or views ? (prefix || 'hidden-address|any') or views ? (prefix || 'hidden-address|own-agency') and agency = current_setting('rooftree.agency', true))
      then return true; end if;
    end if;
  end loop;
  return false;
end $$;

-- May this viewer see this entry? Remembers the last one allowed: its body, read next, need not be asked about again.
create function access_may_see(entry uuid, topic text, sensitivity text, agency text, subjects jsonb, views jsonb) returns boolean language plpgsql stable cost 2000 as $$
begin
  if not rooftree.access_decide(topic, sensitivity, agency, subjects, views) then return false; end if;
  perform set_config('rooftree.allowed', entry::text, true);
  return true;
end $$;

-- Who has looked at a subject (a person: at any record of theirs), newest first; only for those whose role sees looks.
create function access_looks(about text, about_type text, how_many integer, skipping integer)
returns table (at timestamptz, user_id text, role text, agency text, what text, known_at timestamptz, outcome text, because text, reference text)
language plpgsql stable security definer set search_path = rooftree as $$
begin
  if not access_decide('looks', 'ordinary', '', jsonb_build_array(jsonb_build_object('id', about, 'type', about_type, 'role', 'about')), access_views()) then return; end if;
  return query select l.at, l.user_id, l.role, l.agency, l.what, l.known_at, l.outcome, l.because, l.reference from look l
    where l.subjects && array(select s.id from access_same(about) s) order by l.at desc, l.id desc limit how_many offset skipping;
end $$;

revoke execute on function access_same(text), access_families_living(text, date), access_hidden(text, date), access_reached(text), access_remember(text), access_recalled(text), access_views(), access_decide(text, text, text, jsonb, jsonb),
  access_may_see(uuid, text, text, text, jsonb, jsonb), access_looks(text, text, integer, integer) from public;
grant execute on function access_same(text), access_families_living(text, date), access_hidden(text, date) to rooftree_app;
grant execute on function access_reached(text), access_remember(text), access_recalled(text), access_views(), access_decide(text, text, text, jsonb, jsonb),
  access_may_see(uuid, text, text, text, jsonb, jsonb), access_looks(text, text, integer, integer) to rooftree_viewer;

alter table entry enable row level security;
alter table entry_body enable row level security;
create policy commands on entry to rooftree_app using (true) with check (true);
create policy commands on entry_body to rooftree_app using (true) with check (true);
create policy viewers on entry for select to rooftree_viewer using (access_may_see(id, topic, sensitivity, agency, subjects, (select access_views())));
create policy viewers on entry_body for select to rooftree_viewer
  using (entry_id::text = current_setting('rooftree.allowed', true) or exists (select from entry e where e.id = entry_id));
grant select on entry, entry_body, seal to rooftree_viewer;
`,
}
