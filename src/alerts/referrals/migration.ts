import type { Migration } from '#platform/database/index.ts'

/**
 * Referrals that nobody has taken up, and what children's social care may read of them before anybody there works with the family.
 * A referral is sent to that agency, so its social workers and their supervisors read what was sent: the reasons, the sender's own
 * words, the address unless it is hidden, and the children's ages. No name of anybody in the home; that opens by taking it up.
 * A sealed case is not listed: whoever holds it reads the referral on the family's page.
 */
export const referralsWaitingMigration: Migration = {
  name: '0009-referrals-waiting',
  up: `
create table referral_waiting (entry_id uuid primary key, alert_id text not null);
create index referral_waiting_alert on referral_waiting (alert_id);
insert into referral_waiting select e.id, s.subject_id from entry e join entry_subject s on s.entry_id = e.id
  where e.kind = 'ReferralMade' and s.subject_type = 'alert' and not exists (select from entry w where w.corrects = e.id);
grant select, insert, delete on referral_waiting to rooftree_app;

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
`,
}
