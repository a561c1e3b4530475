import { sql } from 'kysely'
import { agencyKinds, isRole } from '#access/index.ts'
import type { Role } from '#access/index.ts'
import type { Tx } from '#platform/database/index.ts'

export interface AgencyListed {
  readonly id: string
  readonly name: string
  readonly kind: (typeof agencyKinds)[number] | 'other'
}
interface TeamListed {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly phone: string
}
export interface PersonListed {
  readonly id: string
  readonly name: string
  readonly role: Role | undefined
  readonly title: string
  readonly agency: string
  readonly phone: string | undefined
  readonly email: string | undefined
  readonly teams: readonly string[]
  readonly hasLeft: boolean
}

/** Everybody and everything that is enrolled, in the order of names. */
export interface Register {
  readonly agencies: readonly AgencyListed[]
  readonly teams: readonly TeamListed[]
  readonly people: readonly PersonListed[]
}

/** In an `app` transaction: who uses Rooftree is no secret of any family. */
export const readRegister = async (tx: Tx): Promise<Register> => {
  const agencies = await sql<{
    id: string
    name: string
    kind: string
  }>`select id, name, kind from agency order by name, id`.execute(tx)
  const teams = await sql<TeamListed>`select id, name, agency, phone from team order by name, id`.execute(tx)
  const people = await sql<{
    id: string
    name: string
    role: string
    title: string
    agency: string
    phone: string | null
    email: string | null
    teams: string[]
    has_left: boolean
  }>`
    select u.id, u.name, u.role, u.title, u.agency, u.phone, u.email, array(select t.team from user_team t where t.user_id = u.id order by t.team) as teams, u.has_left
    from app_user u order by u.name, u.id`.execute(tx)
  return {
    agencies: agencies.rows.map(({ id, name, kind }) => ({
      id,
      name,
      kind: agencyKinds.find((known) => known === kind) ?? 'other',
    })),
    teams: teams.rows,
    people: people.rows.map(({ id, name, role, title, agency, phone, email, teams: of, has_left: hasLeft }) => ({
      id,
      name,
      role: isRole(role) ? role : undefined,
      title,
      agency,
      phone: phone ?? undefined,
      email: email ?? undefined,
      teams: of,
      hasLeft,
    })),
  }
}

/** Those whose name, title, agency or team holds these words. */
export const among = ({ agencies, teams, people }: Register, words: string): readonly PersonListed[] => {
  const wanted = words.toLocaleLowerCase('en-GB')
  const nameOf = new Map([...agencies, ...teams].map(({ id, name }) => [id, name]))
  return people.filter((person) =>
    [person.name, person.title, nameOf.get(person.agency), ...person.teams.map((team) => nameOf.get(team))].some(
      (text) => text?.toLocaleLowerCase('en-GB').includes(wanted) === true,
    ),
  )
}
