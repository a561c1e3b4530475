/** Sessions and drafts are not part of the record: they are private, short-lived rows that are purged. */
export const httpMigrations: readonly string[] = [
  `
create table session (
  token_hash bytea primary key,
  user_id text not null,
  csrf text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  message text
);
create table draft (
  user_id text not null,
  action text not null,
  fields jsonb not null,
  saved_at timestamptz not null,
  primary key (user_id, action)
);
grant select, insert, update, delete on session, draft to rooftree_app;
`,
]

declare module '#platform/database/tables.ts' {
  interface Tables {
    session: {
      token_hash: Uint8Array
      user_id: string
      csrf: string
      started_at: string
      seen_at: string
      message: string | null
    }
    draft: { user_id: string; action: string; fields: unknown; saved_at: string }
  }
}
