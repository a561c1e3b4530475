/**
 * Deliveries, and what each agency last said, row by row: working papers of the way in, not entries. Nobody reads them through row
 * security: pages show a delivery's counts, and what changed is read from the record itself, as each viewer may see it.
 * Decided before they are applied: the rows of a delivery are read by unit while they are still staged.
 */
export const feedsMigrations: readonly string[] = [
  `
create table feed_delivery (
  id uuid primary key, agency text not null, kind text not null, mode text not null, state text not null,
  counts jsonb not null, report jsonb, problems jsonb not null, files_hash text not null, by_user text not null, at timestamptz not null, ended_at timestamptz
);
create index feed_delivery_at on feed_delivery (at desc);
create table feed_staged (
  delivery uuid not null, tbl text not null, key text not null, unit_type text not null, unit text not null, file text not null, line integer not null,
  row jsonb, hash text not null, minted text, change text, primary key (delivery, tbl, key)
);
-- Of rows that say what they said before nothing is looked for.
create index feed_staged_unit on feed_staged (delivery, unit_type, unit) where change <> 'same';
create index feed_staged_home on feed_staged (delivery, (row ->> 'home_ref')) where change <> 'same' and tbl in ('rooms', 'occupancy', 'conditions');
create index feed_staged_family_person on feed_staged (delivery, (row ->> 'fami_person_id')) where change <> 'same' and tbl = 'family';
create index feed_staged_mothers_child on feed_staged (delivery, (row ->> 'moth_childs_person_id')) where change <> 'same' and tbl = 'mother';
create index feed_staged_involved on feed_staged (delivery, (row ->> 'invo_person_id')) where change <> 'same' and tbl = 'involvements';
-- A row whose entries were disposed of keeps its key and its fingerprint, and no text.
create table feed_row (
  agency text not null, kind text not null, tbl text not null, key text not null, unit_type text not null, unit text not null, file text not null,
  line integer not null, row jsonb, hash text not null, minted text, delivery uuid not null, gone boolean not null,
  primary key (agency, kind, tbl, key)
);
create index feed_row_unit on feed_row (agency, kind, unit_type, unit);
create index feed_row_home on feed_row (agency, (row ->> 'home_ref')) where kind = 'housing';
create index feed_row_family_person on feed_row (agency, (row ->> 'fami_person_id')) where tbl = 'family';
create index feed_row_mothers_child on feed_row (agency, (row ->> 'moth_childs_person_id')) where tbl = 'mother';
create index feed_row_involved on feed_row (agency, (row ->> 'invo_person_id')) where tbl = 'involvements';
create table feed_touched (delivery uuid not null, unit_type text not null, unit text not null, primary key (delivery, unit_type, unit));
create table feed_said (
  agency text not null, kind text not null, unit_type text not null, unit text not null, slot text not null, entry_id uuid not null, about text not null,
  hash text not null, if_unsaid text not null, if_gone text not null, primary key (agency, kind, unit_type, unit, slot)
);
-- What was said waits beside what was said before. Each page of a load remembers units of its own, so that nothing is said twice of a slot;
-- only who works with a family is asked of what waits.
create unlogged table feed_said_next (
  load text not null, unit_type text not null, unit text not null, slot text not null, entry_id uuid, about text not null,
  hash text not null, if_unsaid text not null, if_gone text not null
);
create index feed_said_next_family on feed_said_next (load, unit) where slot = 'family';
create table feed_changed (delivery uuid not null, subject text not null, what text not null, how_many integer not null, primary key (delivery, subject, what));
create index feed_changed_subject on feed_changed (subject, delivery);
grant select, insert, update, delete on feed_delivery, feed_staged, feed_row, feed_touched, feed_said, feed_said_next, feed_changed to rooftree_app;
-- A load fills these tables faster than they are looked at by themselves; without their statistics the sets would be compared row by row.
grant maintain on feed_staged, feed_row, feed_touched, feed_said to rooftree_app;
`,
]
