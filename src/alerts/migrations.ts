/**
 * `alert` and `alert_subject` are made from the record. `alert_look` is the sweep's own diary: on which day each home is to be looked at
 * again, and when it was last looked at, by which decisions of the partnership, so that a move can say why; `alert_sweep` under which
 * settings all homes were last looked at. Neither is a fact: lost, both are made by looking at every home once. `referral_waiting` is of
 * referrals that nobody has taken up.
 */
export const alertsMigrations: readonly string[] = [
  `
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
  first_answered_at timestamptz,
  answers integer not null,
  not_right integer not null,
  referred boolean not null,
  answers_given jsonb not null default '[]'
);
create index alert_home on alert (home_id);
create table alert_subject (alert_id text not null, subject_id text not null, primary key (subject_id, alert_id));
create index alert_subject_alert on alert_subject (alert_id);
create table alert_look (home_id text primary key, on_day date not null, looked_at timestamptz, decisions uuid[], counts_on date);
create index alert_look_day on alert_look (on_day);
create table alert_sweep (name text primary key, settings text not null);
create table referral_waiting (entry_id uuid primary key, alert_id text not null);
create index referral_waiting_alert on referral_waiting (alert_id);
grant select, insert, update, delete on alert, alert_subject, alert_look, alert_sweep to rooftree_app;
grant select, insert, delete on referral_waiting to rooftree_app;
`,
]
