/**
 * The record. `entry` is the envelope, which never changes; `entry_body` stands apart so that a disposal can remove it without
 * breaking the chain, which covers the body's salted hash. `seal` gives settled entries a gapless number and a chained hash.
 * No foreign keys from bodies and subjects to entries: one statement writes all three, and `verify` checks what keys would.
 * `checkpoint_begun` says which checkpoints this record has had, so that one that was removed is missed.
 */
export const recordMigrations: readonly string[] = [
  `
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

create table checkpoint_begun (id uuid primary key, begun_at timestamptz not null, sequence bigint not null);

-- Which projections' rows a load has left to be made again. Committed with the load itself: a killed server finds them when it comes back.
create table refold_due (projection text not null, subject_id text not null, primary key (projection, subject_id));

-- By which edition of each projection its rows were made.
create table projection_made (projection text primary key, edition integer not null);

-- A big load, prepared page by page. Not logged: what was prepared is worth nothing after a crash, and the load begins again.
create unlogged table load_entry (
  load text not null, id uuid not null, kind text not null, topic text not null, subjects jsonb not null, agency text not null,
  author text not null, on_behalf_of text, source text not null, source_row text, sensitivity text not null, retention text not null,
  rules text not null, happened_on text, true_from text, true_until text, recorded_at timestamptz not null, source_recorded_at timestamptz,
  corrects uuid, body_hash bytea not null, entry_hash bytea not null, body text not null, salt bytea not null
);
create index load_entry_load on load_entry (load);
create unlogged table load_head (load text not null, subject_id text not null, version bigint not null, primary key (load, subject_id));
create unlogged table load_due (load text not null, projection text not null, subject_id text not null, primary key (load, projection, subject_id));

grant select, insert on entry, entry_subject, entry_body, seal, disposal to rooftree_app;
grant delete on entry_body to rooftree_app;
grant select, insert, delete on unsealed to rooftree_app;
grant select, insert, update on subject_head, follower to rooftree_app;
grant select, insert on checkpoint_begun to rooftree_app;
grant select, insert, update, delete on refold_due to rooftree_app;
grant select, insert, update on projection_made to rooftree_app;
grant select, insert, delete on load_entry, load_head, load_due to rooftree_app;
grant maintain on load_entry, load_head, load_due to rooftree_app;
`,
]
