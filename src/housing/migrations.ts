/**
 * What lists of homes are made from: facts and dates, never results, so that a birthday changes an answer without an entry.
 * `housing_home` is made from the entries about a home; `housing_sleeper` and `housing_person` from those about a record, because a
 * move ends an address that names another home. `housing_look_on` holds the days on which an answer may change by itself.
 * No table here is readable by viewers: they ask `housing_patch`, which returns ids only.
 */
export const housingMigrations: readonly string[] = [
  `
create table housing_home (
  home_id text primary key,
  landlord text,
  landlord_agency text,
  tenure text,
  ward text,
  bedrooms integer,
  rooms jsonb,
  conditions jsonb not null,
  placements jsonb not null,
  applications jsonb not null,
  entries jsonb not null,
  names jsonb not null
);
create table housing_sleeper (
  home_id text not null,
  record_id text not null,
  entry_id uuid not null,
  agency text not null,
  by text not null,
  says text not null,
  to_lead text,
  temporary boolean not null,
  true_from text,
  true_until text,
  as_of date not null,
  recorded_at timestamptz not null
);
create index housing_sleeper_home on housing_sleeper (home_id);
create index housing_sleeper_record on housing_sleeper (record_id);
create table housing_person (
  record_id text primary key, birth jsonb, sex jsonb, died boolean not null, pregnancies jsonb not null, bonds jsonb not null, child_until date
);
create table housing_look_on (subject_id text not null, on_day date not null);
create index housing_look_on_subject on housing_look_on (subject_id);
create index housing_look_on_day on housing_look_on (on_day);
grant select, insert, delete on housing_home, housing_sleeper, housing_person, housing_look_on to rooftree_app;
`,
]
