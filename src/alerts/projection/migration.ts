import type { Migration } from '#platform/database/index.ts'

/**
 * `alert` and `alert_subject` are made from the record. `alert_look` is the sweep's own diary: on which day each home is to be looked at
 * again; `alert_sweep` under which settings all homes were last looked at. Neither is a fact: lost, both are made by looking at every home once.
 */
export const alertsMigration: Migration = {
  name: '0006-alerts',
  up: `
create table alert (
  alert_id text primary key,
  home_id text not null,
  rule text not null,
  part text not null,
  episode integer not null,
  level text not null,
  reasons jsonb not null,
  audience text[] not null,
  policy jsonb not null,
  agency text not null,
  sensitivity text not null,
  subjects jsonb not null,
  raised_at timestamptz not null,
  moved_at timestamptz not null,
  changes integer not null,
  resolved_at timestamptz,
  resolved_why text,
  answer text,
  answered_at timestamptz,
  answered_role text,
  review_on date,
  housing_answer text,
  housing_review_on date,
  first_answered_at timestamptz,
  answers integer not null,
  not_right integer not null,
  referred boolean not null
);
create index alert_home on alert (home_id);
create table alert_subject (alert_id text not null, subject_id text not null, primary key (subject_id, alert_id));
create index alert_subject_alert on alert_subject (alert_id);
create table alert_look (home_id text primary key, on_day date not null);
create index alert_look_day on alert_look (on_day);
create table alert_sweep (name text primary key, settings text not null);
grant select, insert, update, delete on alert, alert_subject, alert_look, alert_sweep to rooftree_app;

/* The standing alerts that a viewer reaches by their grants today and may see: the same rule as for the entries they are made of. A
   housing officer is told only of housing's own answer, since that is the only one they may read.
   Step by step, by index, so that the work grows with the viewer's own homes and families. */
create function alerts_for_viewer() returns table (alert_id text, home_id text, rule text, part text, level text, reasons jsonb, audience text[], raised_at timestamptz,
  moved_at timestamptz, answer text, review_on date)
language plpgsql stable security definer set search_path = rooftree as $$
declare
  views jsonb := access_views();
  principals text[] := string_to_array(current_setting('rooftree.principals', true), ',');
  today date := current_setting('rooftree.today', true)::date;
  scopes text[] := array(select distinct g.scope from access_grant g
    where g.principal = any (principals) and g.from_day <= today and (g.until_day is null or g.until_day > today));
  reached text[] := scopes || array(select distinct r.subject from access_reach r
    where r.scope = any (scopes) and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today));
  housing boolean := current_setting('rooftree.role', true) = 'housing-officer';
  ids text[] := array(select distinct s.alert_id from alert_subject s where s.subject_id = any (reached));
begin
  if coalesce(current_setting('rooftree.principals', true), '') = '' then return; end if;
  return query select a.alert_id, a.home_id, a.rule, a.part, a.level, a.reasons, a.audience, a.raised_at, a.moved_at,
      case when housing then a.housing_answer else a.answer end, case when housing then a.housing_review_on else a.review_on end from alert a
    where a.alert_id = any (ids) and a.resolved_at is null and access_decide('alert', a.sensitivity, a.agency, a.subjects, views)
    order by a.raised_at, a.alert_id;
end $$;
revoke execute on function alerts_for_viewer() from public;
grant execute on function alerts_for_viewer() to rooftree_viewer;
`,
}
