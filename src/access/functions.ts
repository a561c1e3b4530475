/** Who may see what, in the database: row security on the record, and what it asks. Installed at a start whenever this text has changed. */
export const accessFunctions = `
create trigger append_only before update or delete or truncate on look for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on look_seal for each statement execute function refuse_change();
create function look_waits() returns trigger language plpgsql as $$
begin
  insert into rooftree.look_unsealed values (new.id);
  return null;
end $$;
create trigger waits after insert on look for each row execute function look_waits();

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

create policy commands on entry to rooftree_app using (true) with check (true);
create policy commands on entry_body to rooftree_app using (true) with check (true);
create policy viewers on entry for select to rooftree_viewer using (access_may_see(id, topic, sensitivity, agency, subjects, (select access_views())));
create policy viewers on entry_body for select to rooftree_viewer
  using (entry_id::text = current_setting('rooftree.allowed', true) or exists (select from entry e where e.id = entry_id));
`
