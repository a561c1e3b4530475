/**
 * Rows for search and lists. Each search row names the entry it was taken from, so that a search may answer by a row only where
 * the viewer may see that entry. No table here is readable by viewers: they ask through functions that return ids only.
 */
export const familiesMigrations: readonly string[] = [
  `
create table person_name (record_id text not null, entry_id uuid not null, name_no integer not null, whole text collate "C" not null, words text[] not null);
create index person_name_record on person_name (record_id);
create index person_name_whole on person_name (whole);
create table person_birth (record_id text not null, entry_id uuid not null, first_day date not null, last_day date not null);
create index person_birth_record on person_birth (record_id);
create table person_number (record_id text not null, entry_id uuid not null, kind text not null, value text not null);
create index person_number_record on person_number (record_id);
create index person_number_value on person_number (value);
create table person_postcode (record_id text not null, entry_id uuid not null, postcode text not null);
create index person_postcode_record on person_postcode (record_id);
create table family_member (family_id text not null, record_id text not null, role text not null, from_day date, until_day date);
create index family_member_family on family_member (family_id);
create index family_member_record on family_member (record_id);
-- Every joining that ever named a record, taken back or not, so that walking from record to record reads this small table alone.
create table record_joined (record_id text not null, entry_id uuid not null, primary key (record_id, entry_id));
create index record_joined_entry on record_joined (entry_id);

-- The only place where a child's records from before and after an adoption stand beside each other. No entry, page or projection does.
create table adoption_link (
  before_record text not null,
  after_record text not null,
  linked_at timestamptz not null,
  linked_by text not null,
  because text not null,
  primary key (before_record, after_record)
);

grant select, insert, delete on person_name, person_birth, person_number, person_postcode, family_member, record_joined to rooftree_app;
-- Commands write a link and cannot read it back.
grant insert on adoption_link to rooftree_app;
`,
]
