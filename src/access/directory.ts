import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'

/** An agency, a team or somebody who uses Rooftree, as a page names them. */
export interface Listing {
  readonly id: string
  readonly name: string
  /** What a person does, in their agency's words. */
  readonly title?: string
  readonly role?: string
  readonly agency?: string
  readonly phone?: string
}

export type Directory = ReadonlyMap<string, Listing>

/** The names of these agencies, teams and people, and how to ring them; people who have left too. In an `app` transaction. */
export const namesOf = async (tx: Tx, ids: Iterable<string>): Promise<Directory> => {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const found = await sql<{
    id: string
    name: string
    title: string | null
    role: string | null
    agency: string | null
    phone: string | null
  }>`
    select id, name, null as title, null as role, null as agency, phone from agency where id = any (${asked}::text[])
    union all select id, name, null, null, agency, phone from team where id = any (${asked}::text[])
    union all select id, name, title, role, agency, phone from app_user where id = any (${asked}::text[])`.execute(tx)
  return new Map(
    found.rows.map(({ id, name, title, role, agency, phone }) => [
      id,
      {
        id,
        name,
        ...(title === null ? {} : { title }),
        ...(role === null ? {} : { role }),
        ...(agency === null ? {} : { agency }),
        ...(phone === null ? {} : { phone }),
      },
    ]),
  )
}

/** People and teams whose name holds these words, for choosing whom to involve. In an `app` transaction. */
export const peopleAndTeams = async (tx: Tx, words: string, howMany = 20): Promise<Listing[]> => {
  const found = await sql<{ id: string; name: string; title: string | null; agency: string; phone: string | null }>`
    select id, name, title, agency, phone from (
      select id, name, title, agency, phone from app_user where not has_left
      union all select id, name, null, agency, phone from team) of
    where strpos(lower(name), lower(${words})) > 0 order by name, id limit ${howMany}`.execute(tx)
  return found.rows.map(({ id, name, title, agency, phone }) => ({
    id,
    name,
    agency,
    ...(title === null ? {} : { title }),
    ...(phone === null ? {} : { phone }),
  }))
}
