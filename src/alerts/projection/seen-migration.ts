import type { Migration } from '#platform/database/index.ts'

/**
 * Alerts that a page already knows of by their entries: asked for by name, so that a family's page does not grow with everything
 * else that its reader works with.
 */
export const alertsSeenMigration: Migration = {
  name: '0011-alerts-seen',
  up: `
create function alerts_seen(alerts text[]) returns table (alert_id text, home_id text, rule text, part text, level text, reasons jsonb, audience text[], raised_at timestamptz,
  moved_at timestamptz, answer text, review_on date)
language plpgsql stable security definer set search_path = rooftree as $$
declare
  views jsonb := access_views();
  housing boolean := current_setting('rooftree.role', true) = 'housing-officer';
begin
  if coalesce(current_setting('rooftree.principals', true), '') = '' then return; end if;
  return query select a.alert_id, a.home_id, a.rule, a.part, a.level, a.reasons, a.audience, a.raised_at, a.moved_at,
      case when housing then a.housing_answer else a.answer end, case when housing then a.housing_review_on else a.review_on end from alert a
    where a.alert_id = any (alerts) and a.resolved_at is null and access_decide('alert', a.sensitivity, a.agency, a.subjects, views)
    order by a.raised_at, a.alert_id;
end $$;

-- All of them: those that the viewer's grants reach today, of the same telling.
create or replace function alerts_for_viewer() returns table (alert_id text, home_id text, rule text, part text, level text, reasons jsonb, audience text[], raised_at timestamptz,
  moved_at timestamptz, answer text, review_on date)
language plpgsql stable security definer set search_path = rooftree as $$
declare
  principals text[] := string_to_array(current_setting('rooftree.principals', true), ',');
  today date := current_setting('rooftree.today', true)::date;
  scopes text[] := array(select distinct g.scope from access_grant g
    where g.principal = any (principals) and g.from_day <= today and (g.until_day is null or g.until_day > today));
  reached text[] := scopes || array(select distinct r.subject from access_reach r
    where r.scope = any (scopes) and (r.from_day is null or r.from_day <= today) and (r.until_day is null or r.until_day > today));
begin
  return query select * from alerts_seen(array(select distinct s.alert_id from alert_subject s where s.subject_id = any (reached)));
end $$;
revoke execute on function alerts_seen(text[]) from public;
grant execute on function alerts_seen(text[]) to rooftree_viewer;
`,
}
