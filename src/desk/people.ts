import { sql } from 'kysely'
import { isRole, roleRules } from '#access/index.ts'
import type { Database } from '#platform/database/index.ts'

/** Somebody who may sign in, as the demo's list names them. */
export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly roleTitle: string
  readonly title: string
  readonly agency: string
  readonly agencyName: string
}

export const demoPeople = async (database: Database): Promise<DemoPerson[]> =>
  database.transaction('app', async (tx) => {
    const found = await sql<{
      id: string
      name: string
      role: string
      title: string
      agency: string
      agency_name: string | null
    }>`
      select u.id, u.name, u.role, u.title, u.agency, a.name as agency_name from app_user u left join agency a on a.id = u.agency
      where not u.has_left order by a.name, u.title, u.name, u.id`.execute(tx)
    return found.rows.map((row) => ({
      id: row.id,
      name: row.name,
      role: row.role,
      roleTitle: isRole(row.role) ? roleRules(row.role).title : row.role,
      title: row.title,
      agency: row.agency,
      agencyName: row.agency_name ?? row.agency,
    }))
  })
