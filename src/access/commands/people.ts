import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { command } from '#record/index.ts'
import type { Subject } from '#record/index.ts'
import { AgencyNamed, TeamNamed, UserEnrolled, UserLeft } from '../entries.ts'
import type { agencyKinds } from '../entries.ts'
import type { Role } from '../roles.ts'
import { accessSentences, when } from './refusals.ts'
import type { Decided } from './refusals.ts'

interface Reached {
  readonly phone?: string
  readonly email?: string
}
export interface NameAgency extends Reached {
  readonly agency: string
  readonly name: string
  readonly kind: (typeof agencyKinds)[number]
  readonly dutyFlag: 'yes' | 'no' | 'not-known'
}
export interface NameTeam {
  readonly team: string
  readonly name: string
  readonly agency: string
  readonly phone: string
  readonly email?: string
}
export interface EnrolUser extends Reached {
  readonly user: string
  readonly name: string
  readonly role: Role
  readonly title: string
  readonly agency: string
  readonly teams: readonly string[]
}

/** Which agencies, teams and people are known, as far as a rule asks. */
interface PeopleFacts {
  readonly agencies: ReadonlySet<string>
  /** Each team's agency. */
  readonly teams: ReadonlyMap<string, string>
  readonly users: ReadonlyMap<string, { readonly hasLeft: boolean }>
}

const about = (id: string, type: Subject['type']): Subject => ({ id, type, role: 'about' })
const mentions = (id: string, type: Subject['type']): Subject => ({ id, type, role: 'mentions' })

export const nameAgency = command({
  name: 'name agency',
  sentences: accessSentences,
  gather: async (_tx, _asks: readonly NameAgency[]) => undefined,
  decide: ({ agency, ...body }): Decided => ({
    because: [],
    entries: [AgencyNamed.of({ subjects: [about(agency, 'agency')], body })],
    id: agency,
  }),
})

export const nameTeam = command({
  name: 'name team',
  sentences: accessSentences,
  gather: async (tx, _asks: readonly NameTeam[]) => peopleFacts(tx),
  decide: ({ team, ...body }, { agencies }): Decided => ({
    because: when([!agencies.has(body.agency), 'agency.not-known', 'agency']),
    entries: [TeamNamed.of({ subjects: [about(team, 'team'), mentions(body.agency, 'agency')], body })],
    id: team,
  }),
})

/** A team of another agency would lend its access to somebody whose agency's own rows they see: one agency each. */
export const decideEnrolment = ({ user, ...body }: EnrolUser, { agencies, teams }: PeopleFacts): Decided => ({
  because: when(
    [!agencies.has(body.agency), 'agency.not-known', 'agency'],
    [body.teams.some((team) => !teams.has(team)), 'team.not-known', 'teams'],
    [body.teams.some((team) => teams.has(team) && teams.get(team) !== body.agency), 'team.of-another-agency', 'teams'],
  ),
  entries: [
    UserEnrolled.of({
      subjects: [
        about(user, 'user'),
        mentions(body.agency, 'agency'),
        ...body.teams.map((team) => mentions(team, 'team')),
      ],
      body: { ...body, teams: [...body.teams] },
    }),
  ],
  id: user,
})

export const enrolUser = command({
  name: 'enrol user',
  sentences: accessSentences,
  gather: async (tx, _asks: readonly EnrolUser[]) => peopleFacts(tx),
  decide: decideEnrolment,
})

export const recordLeaver = command({
  name: 'record leaver',
  sentences: accessSentences,
  gather: async (tx, _asks: readonly { readonly user: string }[]) => peopleFacts(tx),
  decide: ({ user }, { users }): Decided => ({
    because: when(
      [!users.has(user), 'user.not-known', 'user'],
      [users.get(user)?.hasLeft === true, 'user.has-left', 'user'],
    ),
    entries: [UserLeft.of({ subjects: [about(user, 'user')], body: {} })],
    id: user,
  }),
})

const peopleFacts = async (tx: Tx): Promise<PeopleFacts> => {
  const agencies = await sql<{ id: string }>`select id from agency`.execute(tx)
  const teams = await sql<{ id: string; agency: string }>`select id, agency from team`.execute(tx)
  const users = await sql<{ id: string; has_left: boolean }>`select id, has_left from app_user`.execute(tx)
  return {
    agencies: new Set(agencies.rows.map(({ id }) => id)),
    teams: new Map(teams.rows.map(({ id, agency }) => [id, agency])),
    users: new Map(users.rows.map(({ id, has_left }) => [id, { hasLeft: has_left }])),
  }
}
