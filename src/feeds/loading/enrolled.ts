import { sql } from 'kysely'
import type { Role } from '#access/index.ts'
import type { Tx } from '#platform/database/index.ts'

/**
 * Who of an agency's people uses Rooftree under each of these names, in one of these roles. Only one who is alone under that name there:
 * a name that two people bear opens nothing.
 */
export const enrolledByName = async (tx: Tx, agency: string, names: readonly string[], roles: readonly Role[]): Promise<ReadonlyMap<string, string>> => {
  if (names.length === 0) return new Map()
  const found = await sql<{ said: string; id: string }>`
    select n.said, min(u.id) as id from (select distinct said from unnest(${[...names]}::text[]) said) n join app_user u on lower(u.name) = lower(n.said)
    where u.agency = ${agency} and not u.has_left and u.role = any (${[...roles]}::text[]) group by n.said having count(*) = 1`.execute(tx)
  return new Map(found.rows.map(({ said, id }) => [said, id]))
}
