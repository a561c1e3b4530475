import type { Migration } from '#platform/database/index.ts'

/**
 * The record. `entry` is the envelope, which never changes; `entry_body` stands apart so that a disposal can remove it without
 * breaking the chain, which covers the body's salted hash. `seal` gives settled entries a gapless number and a chained hash.
 * No foreign keys from bodies and subjects to entries: one statement writes all three, and `verify` checks what keys would.
 */
export const recordMigration: Migration = {
  name: '0001-record',
  up: `
create table entry (
  id uuid primary key,
  kind text not null,
  topic text not null,
  subjects jsonb not null,
  agency text not null,
  author text not null,
  on_behalf_of text,
  source text not null,
  source_row text,
  sensitivity text not null,
  retention text not null,
  rules text not null,
  happened_on text,
  true_from text,
  true_until text,
  recorded_at timestamptz not null,
  source_recorded_at timestamptz,
  corrects uuid,
  body_hash bytea not null,
  entry_hash bytea not null
);
create index entry_corrects on entry (corrects) where corrects is not null;
create table entry_subject (
  subject_id text not null,
  entry_id uuid not null,
  subject_type text not null,
  role text not null,
  primary key (subject_id, entry_id, role)
);
create index entry_subject_entry on entry_subject (entry_id);
create table entry_body (entry_id uuid primary key, body text not null, salt bytea not null);
create table unsealed (entry_id uuid not null);
create table seal (sequence bigint primary key, entry_id uuid not null unique, hash bytea not null, sealed_at timestamptz not null);
create index seal_at on seal (sealed_at);
create table disposal (entry_id uuid primary key, by_entry uuid not null);
create table subject_head (subject_id text primary key, version bigint not null);
create table follower (name text primary key, sequence bigint not null);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on entry for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on entry_subject for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on seal for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on disposal for each statement execute function refuse_change();
create trigger append_only before update or truncate on entry_body for each statement execute function refuse_change();
create function refuse_undisposed() returns trigger language plpgsql as $$
begin
  if not exists (select from rooftree.disposal d join rooftree.entry e on e.id = d.by_entry and e.kind = 'EntriesDisposed' where d.entry_id = old.entry_id) then
    raise exception 'the record is append-only: a body goes only by a disposal entry' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
create trigger disposal_only before delete on entry_body for each row execute function refuse_undisposed();

-- Run with the owner's eyes: which entries mention a subject, and whether one was corrected, is asked before row security answers
-- which of them may be read.
create function record_entries_about(subjects text[]) returns setof uuid language sql stable security definer set search_path = rooftree as $$
  select distinct entry_id from entry_subject where subject_id = any (subjects) $$;
create function record_corrected(entry uuid, known_at timestamptz) returns boolean language sql stable security definer set search_path = rooftree as $$
  select exists (select from entry c left join seal s on s.entry_id = c.id where c.corrects = entry and (known_at is null or s.sealed_at <= known_at)) $$;
create function record_corrected_among(entries uuid[], known_at timestamptz) returns setof uuid language sql stable security definer set search_path = rooftree as $$
  select distinct c.corrects from entry c left join seal s on s.entry_id = c.id where c.corrects = any (entries) and (known_at is null or s.sealed_at <= known_at) $$;
create function record_versions(subjects text[]) returns table (subject_id text, version bigint) language sql stable security definer set search_path = rooftree as $$
  select h.subject_id, h.version from subject_head h where h.subject_id = any (subjects) $$;

grant select, insert on entry, entry_subject, entry_body, seal, disposal to rooftree_app;
grant delete on entry_body to rooftree_app;
grant select, insert, delete on unsealed to rooftree_app;
grant select, insert, update on subject_head, follower to rooftree_app;
`,
}
