/** What a viewer is told of alerts and of referrals that wait. Installed at a start whenever this text has changed. */
export const alertsFunctions = `
-- An alert that names several roles asks any of them: one answer answers it for all. So each is told that it was answered, by which
-- role and when, also where the words are not open to them. An answer is marked as health so that a landlord reads none of it; that
-- there is one is told to whoever would see it if it were marked as its alert is, and so never of a case that is sealed from them.
-- What the viewer is told of some answers, in the order given: all of those they may read, and of the rest that there is one.
create function alert_answers_told(given jsonb, sensitivity text, views jsonb) returns jsonb language plpgsql stable set search_path = rooftree as $$
declare
  told jsonb := '[]';
  one jsonb;
begin
  for one in select value from jsonb_array_elements(given) loop
    if access_decide('alert', one ->> 'sensitivity', one ->> 'agency', one -> 'subjects', views) then
      told := told || jsonb_build_array(one - 'subjects' - 'sensitivity' - 'agency' || '{"read": true}');
    elsif access_decide('alert', sensitivity, one ->> 'agency', one -> 'subjects', views) then
      told := told || jsonb_build_array(jsonb_build_object('at', one -> 'at', 'by', one -> 'by', 'reviewOn', one -> 'reviewOn', 'stands', one -> 'stands', 'read', false));
    end if;
  end loop;
  return told;
end $$;

/* The standing alerts that a viewer reaches by their grants today and may see: the same rule as for the entries they are made of.
   Step by step, by index, so that the work grows with the viewer's own homes and families. Some of them are asked for by name, so that a
   family's page does not grow with everything else that its reader works with. */
create function alerts_seen(alerts text[]) returns table (alert_id text, home_id text, rule text, part text, level text, reasons jsonb, audience text[], raised_at timestamptz,
  moved_at timestamptz, resolved_at timestamptz, answers jsonb)
language plpgsql stable security definer set search_path = rooftree as $$
declare
  views jsonb := access_views();
begin
  if coalesce(current_setting('rooftree.principals', true), '') = '' then return; end if;
  return query select a.alert_id, a.home_id, a.rule, a.part, a.level, a.reasons, a.audience, a.raised_at, a.moved_at, a.resolved_at,
      case when a.answers_given = '[]' then a.answers_given else alert_answers_told(a.answers_given, a.sensitivity, views) end from alert a
    where a.alert_id = any (alerts) and access_decide('alert', a.sensitivity, a.agency, a.subjects, views)
    order by a.raised_at, a.alert_id;
end $$;
create function alerts_for_viewer() returns table (alert_id text, home_id text, rule text, part text, level text, reasons jsonb, audience text[], raised_at timestamptz,
  moved_at timestamptz, resolved_at timestamptz, answers jsonb)
language plpgsql stable security definer set search_path = rooftree as $$
declare
  principals text[] := string_to_array(current_setting('rooftree.principals', true), ',');
  today date := current_setting('rooftree.today', true)::date;
  scopes text[] := array(select distinct g.scope from access_grant g
    where g.principal = any (principals) and g.from_day <= today and (g.until_day is null or g.until_day > today));
  reached text[] := scopes || array(select distinct r.subject from access_reach r
    where r.scope = any (scopes) and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today));
begin
  return query select * from alerts_seen(array(select distinct s.alert_id from alert_subject s join alert a on a.alert_id = s.alert_id
    where s.subject_id = any (reached) and a.resolved_at is null));
end $$;
revoke execute on function alert_answers_told(jsonb, text, jsonb), alerts_seen(text[]), alerts_for_viewer() from public;
grant execute on function alerts_seen(text[]), alerts_for_viewer() to rooftree_viewer;

-- Referrals that nobody has taken up, and what children's social care may read of them before anybody there works with the family.
-- A referral is sent to that agency, so its social workers and their supervisors read what was sent: the reasons, the sender's own
-- words, the address unless it is hidden, and the children's ages. No name of anybody in the home; that opens by taking it up.
-- A sealed case is not listed: whoever holds it reads the referral on the family's page.
create function referrals_waiting() returns table (referral text, alert_id text, made_at text, sensitivity text, subjects jsonb, said jsonb, address text, hidden boolean,
  births jsonb, not_known integer, by_name text, by_title text, agency_name text, phone text)
language plpgsql stable security definer set search_path = rooftree as $$
declare today date := current_setting('rooftree.today', true)::date;
begin
  if coalesce(current_setting('rooftree.role', true), '') not in ('social-worker', 'supervisor') then return; end if;
  if not exists (select from agency a where a.id = current_setting('rooftree.agency', true) and a.kind = 'childrens-social-care') then return; end if;
  return query
  with waiting as materialized (
    select e.*, w.alert_id from referral_waiting w join entry e on e.id = w.entry_id
  ), open as materialized (
    select w.id, bool_or(s.value ->> 'type' in ('home', 'record') and strpos(split_part(access_recalled(s.value ->> 'id'), ';', 2), 'hidden-address') > 0) as hidden
    from waiting w cross join lateral jsonb_array_elements(w.subjects) s group by w.id
    having not bool_or(s.value ->> 'type' in ('home', 'record', 'family') and strpos(split_part(access_recalled(s.value ->> 'id'), ';', 2), 'sealed') > 0)
  ), person as materialized (
    select distinct o.id as entry_id, coalesce(p.person_id, s.value ->> 'id') as person_id, coalesce(r.record_id, s.value ->> 'id') as record_id
    from open o join waiting w on w.id = o.id cross join lateral jsonb_array_elements(w.subjects) s
      left join person_of_record p on p.record_id = s.value ->> 'id' left join person_of_record r on r.person_id = p.person_id where s.value ->> 'type' = 'record'
  ), born as materialized (
    select p.entry_id, p.person_id, min(b.first_day) as first_day, max(b.last_day) as last_day
    from person p left join person_birth b on b.record_id = p.record_id
    where not exists (select from person x join housing_person h on h.record_id = x.record_id where x.entry_id = p.entry_id and x.person_id = p.person_id and h.died)
    group by p.entry_id, p.person_id
  )
  select w.id::text, w.alert_id, to_json(w.recorded_at) #>> '{}', w.sensitivity, w.subjects, b.body::jsonb,
    case when o.hidden then null else (select n.value ->> 'name' from jsonb_array_elements(w.subjects) s join housing_home h on h.home_id = s.value ->> 'id' cross join lateral jsonb_array_elements(h.names) n
      order by (n.value ->> 'agency' = w.agency) desc, n.value ->> 'agency' limit 1) end,
    o.hidden,
    coalesce((select jsonb_agg(jsonb_build_array(c.first_day, c.last_day) order by c.first_day desc, c.last_day desc) from born c where c.entry_id = w.id and c.last_day > today - interval '18 years'), '[]'),
    (select count(*)::integer from born c where c.entry_id = w.id and c.first_day is null),
    u.name, u.title, a.name, coalesce(u.phone, (select t.phone from user_team m join team t on t.id = m.team where m.user_id = w.author order by t.id limit 1), a.phone)
  from waiting w join open o on o.id = w.id join entry_body b on b.entry_id = w.id left join app_user u on u.id = w.author left join agency a on a.id = w.agency
  order by w.recorded_at, w.id;
end $$;
revoke execute on function referrals_waiting() from public;
grant execute on function referrals_waiting() to rooftree_viewer;
`
