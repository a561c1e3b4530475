/** What lists of homes and the arithmetic of one home are read through. Installed at a start whenever this text has changed. */
export const housingFunctions = `
/* The homes on the viewer's patch in which a child, or somebody expecting one, may live, and the statements of who sleeps there: number
   and ages are what a housing officer is told of everybody in the home (infant safety 6), names are read elsewhere under row security. Nobody
   whose case is sealed is counted; of somebody whose address must not be told, only what the viewer may see anyway. The work
   grows with the patch and not with the borough. */
create function housing_patch() returns table (home_id text, record_id text, entry_id uuid) language plpgsql stable security definer set search_path = rooftree as $$
declare
  views jsonb := access_views();
  today date := current_setting('rooftree.today', true)::date;
  principals text[] := string_to_array(current_setting('rooftree.principals', true), ',');
begin
  if not views ? 'responsible-for-home|birth|ordinary|any' then return; end if;
  return query
  with homes as materialized (
    select distinct g.scope as id from access_grant g
    where g.principal = any (principals) and g.way = 'responsible-for-home' and g.scope like 'home:%' and g.from_day <= today and (g.until_day is null or g.until_day > today)
  ), with_children as materialized (
    select h.id from homes h where exists (
      select from housing_sleeper s left join housing_person p on p.record_id = s.record_id
      where s.home_id = h.id and (p.child_until is null or p.child_until > today or jsonb_array_length(p.pregnancies) > 0))
  ), restriction as materialized (
    select r.subject, r.kind, r.from_day, r.until_day from access_restriction r union all select r.subject, r.kind, r.from_day, r.until_day from access_restriction_said r
  ), restricted as materialized (
    -- A record's restriction counts for all records of the same person. Few are restricted: asking for each sleeper took seconds.
    select coalesce(o.record_id, x.subject) as id, bool_or(x.kind = 'sealed') as sealed, bool_or(x.kind = 'hidden-address') as hidden
    from restriction x left join person_of_record p on p.record_id = x.subject left join person_of_record o on o.person_id = p.person_id
    where x.subject like 'record:%' and (x.from_day is null or x.from_day <= today) and (x.until_day is null or x.until_day > today) group by 1
  ), here as materialized (
    select s.home_id, s.record_id, s.entry_id, coalesce(r.sealed, false) as sealed, coalesce(r.hidden, false) as hidden
    from with_children h join housing_sleeper s on s.home_id = h.id left join restricted r on r.id = s.record_id
  )
  select here.home_id, here.record_id, here.entry_id from here
  where not here.sealed and (not here.hidden or exists (
    select from entry e where e.id = here.entry_id and access_decide(e.topic, e.sensitivity, e.agency, e.subjects, views)));
end $$;
-- What restricts these records, whoever asks: ids only.
create function housing_restricted(records text[]) returns table (record_id text, sealed boolean, hidden boolean) language sql stable security definer set search_path = rooftree as $$
  select id, strpos(split_part(access_recalled(id), ';', 2), 'sealed') > 0, strpos(split_part(access_recalled(id), ';', 2), 'hidden-address') > 0 from unnest(records) as id $$;
/* What the arithmetic of one home is made from, for a viewer whom some grant brings to it: who is said to sleep there and their births, sex and
   couples, whether or not the viewer may read those entries, so that figures do not change with the reader. Nobody whose case is sealed, and
   nobody whose address must not be told unless the viewer may see the statement. Pages show figures from it, and ages. */
create function housing_counted(home text) returns table (kept jsonb, sleepers jsonb, people jsonb) language plpgsql stable security definer set search_path = rooftree as $$
declare views jsonb := access_views();
begin
  if split_part(access_recalled(home), ';', 1) = '' then return; end if;
  return query
  with here as materialized (
    select s.* from housing_sleeper s join entry e on e.id = s.entry_id
    where s.home_id = home and strpos(access_recalled(s.record_id), 'sealed') = 0
      and (strpos(split_part(access_recalled(s.record_id), ';', 2), 'hidden-address') = 0 or access_decide(e.topic, e.sensitivity, e.agency, e.subjects, views))
  ), own as materialized (
    select distinct coalesce(o.record_id, h.record_id) as id, coalesce(p.person_id, h.record_id) as person_id from here h
      left join person_of_record p on p.record_id = h.record_id left join person_of_record o on o.person_id = p.person_id
  )
  select (select to_jsonb(k) from housing_home k where k.home_id = home),
    coalesce((select jsonb_agg(to_jsonb(h) order by h.recorded_at, h.entry_id) from here h), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('record_id', own.id, 'person_id', own.person_id, 'birth', p.birth, 'sex', p.sex, 'died', coalesce(p.died, false),
      'pregnancies', coalesce(p.pregnancies, '[]'), 'bonds', coalesce(p.bonds, '[]'), 'child_until', p.child_until) order by own.id) from own left join housing_person p on p.record_id = own.id), '[]');
end $$;
revoke execute on function housing_counted(text), housing_patch(), housing_restricted(text[]) from public;
grant execute on function housing_counted(text), housing_patch(), housing_restricted(text[]) to rooftree_viewer;
`
