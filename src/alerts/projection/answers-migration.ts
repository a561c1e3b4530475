import type { Migration } from '#platform/database/index.ts'

/** The answers of alerts whose rows were made before answers were kept with them. */
export const answersFromRecord = `
update alert a set answers_given = coalesce((
  select jsonb_agg(jsonb_build_object('entry', e.id, 'at', e.recorded_at, 'by', b.body::jsonb ->> 'by', 'answer', b.body::jsonb ->> 'answer', 'reviewOn', b.body::jsonb ->> 'reviewOn',
      'agency', e.agency, 'sensitivity', e.sensitivity, 'subjects', e.subjects,
      'referred', exists (select from entry_subject rs join entry r on r.id = rs.entry_id where rs.subject_id = a.alert_id and r.kind = 'ReferralMade' and r.author = e.author and r.recorded_at = e.recorded_at),
      'stands', e.recorded_at >= coalesce((select max(c.recorded_at) from entry_subject cs join entry c on c.id = cs.entry_id join entry_body cb on cb.entry_id = c.id
        where cs.subject_id = a.alert_id and c.kind = 'AlertChanged' and cb.body::jsonb ->> 'asksAgain' = 'yes'), a.raised_at)) order by e.recorded_at, e.id)
  from entry_subject s join entry e on e.id = s.entry_id join entry_body b on b.entry_id = e.id
  where s.subject_id = a.alert_id and e.kind = 'AlertAnswered' and not exists (select from entry w where w.corrects = e.id)), '[]')
where a.answers > 0`

/**
 * An alert that names several roles asks any of them: one answer answers it for all. So each is told that it was answered, by which
 * role and when, also where the words are not open to them. An answer is marked as health so that a landlord reads none of it; that
 * there is one is told to whoever would see it if it were marked as its alert is, and so never of a case that is sealed from them.
 */
export const alertAnswersMigration: Migration = {
  name: '0012-alert-answers',
  up: `
alter table alert add column answers_given jsonb not null default '[]', drop column housing_answer, drop column housing_review_on;
${answersFromRecord};

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

drop function alerts_for_viewer();
drop function alerts_seen(text[]);
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
`,
}
