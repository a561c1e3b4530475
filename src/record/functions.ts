/** What holds the record together in the database itself, installed at a start whenever this text has changed. */
export const recordFunctions = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the record is append-only: % on % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on entry for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on entry_subject for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on seal for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on disposal for each statement execute function refuse_change();
create trigger append_only before update or truncate on entry_body for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on checkpoint_begun for each statement execute function refuse_change();

-- A body goes only when the disposal entry names its entry, and never that of a disposal.
create function refuse_undisposed() returns trigger language plpgsql as $$
begin
  if not exists (select from rooftree.disposal d join rooftree.entry e on e.id = d.by_entry and e.kind = 'EntriesDisposed'
        join rooftree.entry_body b on b.entry_id = e.id
      where d.entry_id = old.entry_id and b.body::jsonb -> 'entries' ? old.entry_id::text)
    or exists (select from rooftree.entry e where e.id = old.entry_id and e.kind = 'EntriesDisposed') then
    raise exception 'the record is append-only: a body goes only by a disposal entry that names it' using errcode = 'insufficient_privilege';
  end if;
  return old;
end $$;
create trigger disposal_only before delete on entry_body for each row execute function refuse_undisposed();

-- Run with the owner's eyes: which entries mention a subject, and whether one was corrected, is asked before row security answers
-- which of them may be read.
create function record_entries_about(subjects text[]) returns setof uuid
language sql stable security definer set search_path = rooftree as $$
  select distinct entry_id from entry_subject where subject_id = any (subjects) $$;
create function record_corrected(entry uuid, known_at timestamptz) returns boolean
language sql stable security definer set search_path = rooftree as $$
  select exists (select from entry c left join seal s on s.entry_id = c.id
    where c.corrects = entry and (known_at is null or s.sealed_at <= known_at)) $$;
create function record_corrected_among(entries uuid[], known_at timestamptz) returns setof uuid
language sql stable security definer set search_path = rooftree as $$
  select distinct c.corrects from entry c left join seal s on s.entry_id = c.id
    where c.corrects = any (entries) and (known_at is null or s.sealed_at <= known_at) $$;
create function record_versions(subjects text[]) returns table (subject_id text, version bigint)
language sql stable security definer set search_path = rooftree as $$
  select h.subject_id, h.version from subject_head h where h.subject_id = any (subjects) $$;

-- Whoever serves may not change tables, but may have them looked over.
create function record_look_over() returns void language plpgsql security definer set search_path = rooftree as $$
declare
  one text;
begin
  for one in select tablename from pg_tables where schemaname = 'rooftree' order by 1 loop
    execute format('analyze rooftree.%I', one);
  end loop;
end $$;
revoke execute on function record_look_over() from public;
grant execute on function record_look_over() to rooftree_app;
`
