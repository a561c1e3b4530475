/**
 * Who may know, as rows. `access_grant` says through which way a person or team enters a scope (a family or a home) and from when
 * until when; `access_reach` which subjects a scope reaches; `access_view` what each role sees through each way. Row security on
 * the record only reads them. Restrictions stand in two tables: `access_restriction` holds what the families room works out (the
 * home of somebody whose address is hidden), `access_restriction_said` what was said outright, so that each can be made again alone.
 */
export const accessMigrations: readonly string[] = [
  `
create table agency (id text primary key, name text not null, kind text not null, phone text, email text, duty_flag text not null);
create table team (id text primary key, name text not null, agency text not null, phone text not null, email text);
create table app_user (
  id text primary key, name text not null, role text not null, title text not null, agency text not null, phone text, email text, has_left boolean not null
);
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
create index access_reach_scope on access_reach (scope, subject);
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
-- Looks stand in a chain of their own. Whoever writes a look down writes one row and waits for nothing; within a second the sealer takes
-- those that wait and seals them together, each batch covering the one before.
create table look_unsealed (look_id uuid not null);
create table look_seal (batch bigint primary key, looks uuid[] not null, hash bytea not null, sealed_at timestamptz not null);

grant select, insert, update, delete on agency, team, app_user, user_team, access_grant, lead_practitioner, access_reach, person_of_record,
  access_restriction, access_restriction_said to rooftree_app;
grant select, insert, delete on access_view to rooftree_app;
grant select, insert on look to rooftree_app;
grant select, insert on look_seal to rooftree_app;
grant select, insert, delete on look_unsealed to rooftree_app;

alter table entry enable row level security;
alter table entry_body enable row level security;
grant select on entry, entry_body, seal to rooftree_viewer;
`,
]
