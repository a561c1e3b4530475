import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { accept } from '#platform/decision.ts'
import type { Decision } from '#platform/decision.ts'
import type { Authorship, Entry, NewEntry, RecordBook, Subject } from '#record/index.ts'
import { AgencyNamed, TeamNamed, UserEnrolled, UserLeft } from '../entries.ts'
import type { agencyKinds } from '../entries.ts'
import type { Role } from '../roles.ts'
import { decideEach, perform, when } from './perform.ts'
import type { AccessReason } from './perform.ts'

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
export interface PeopleFacts {
  readonly agencies: ReadonlySet<string>
  /** Each team's agency. */
  readonly teams: ReadonlyMap<string, string>
  readonly users: ReadonlyMap<string, { readonly hasLeft: boolean }>
}

const about = (id: string, type: Subject['type']): Subject => ({ id, type, role: 'about' })
const mentions = (id: string, type: Subject['type']): Subject => ({ id, type, role: 'mentions' })

export const nameAgencies = (asks: readonly NameAgency[]): Decision<NewEntry[], AccessReason> =>
  accept(asks.map(({ agency, ...body }) => AgencyNamed.of({ subjects: [about(agency, 'agency')], body })))

export const nameTeams = (asks: readonly NameTeam[], facts: PeopleFacts): Decision<NewEntry[], AccessReason> =>
  decideEach(
    asks,
    ({ agency }) => when([!facts.agencies.has(agency), 'agency.not-known', 'agency']),
    ({ team, ...body }) => [TeamNamed.of({ subjects: [about(team, 'team'), mentions(body.agency, 'agency')], body })],
  )

/** A team of another agency would lend its access to somebody whose agency's own rows they see: one agency each. */
export const enrolUsers = (asks: readonly EnrolUser[], facts: PeopleFacts): Decision<NewEntry[], AccessReason> =>
  decideEach(
    asks,
    ({ agency, teams }) =>
      when(
        [!facts.agencies.has(agency), 'agency.not-known', 'agency'],
        [teams.some((team) => !facts.teams.has(team)), 'team.not-known', 'teams'],
        [
          teams.some((team) => facts.teams.has(team) && facts.teams.get(team) !== agency),
          'team.of-another-agency',
          'teams',
        ],
      ),
    ({ user, ...body }) => [
      UserEnrolled.of({
        subjects: [
          about(user, 'user'),
          mentions(body.agency, 'agency'),
          ...body.teams.map((team) => mentions(team, 'team')),
        ],
        body: { ...body, teams: [...body.teams] },
      }),
    ],
  )

export const recordLeavers = (
  asks: readonly { readonly user: string }[],
  facts: PeopleFacts,
): Decision<NewEntry[], AccessReason> =>
  decideEach(
    asks,
    ({ user }) =>
      when(
        [!facts.users.has(user), 'user.not-known', 'user'],
        [facts.users.get(user)?.hasLeft === true, 'user.has-left', 'user'],
      ),
    ({ user }) => [UserLeft.of({ subjects: [about(user, 'user')], body: {} })],
  )

export const peopleFacts = async (tx: Tx): Promise<PeopleFacts> => {
  const agencies = await sql<{ id: string }>`select id from agency`.execute(tx)
  const teams = await sql<{ id: string; agency: string }>`select id, agency from team`.execute(tx)
  const users = await sql<{ id: string; has_left: boolean }>`select id, has_left from app_user`.execute(tx)
  return {
    agencies: new Set(agencies.rows.map(({ id }) => id)),
    teams: new Map(teams.rows.map(({ id, agency }) => [id, agency])),
    users: new Map(users.rows.map(({ id, has_left }) => [id, { hasLeft: has_left }])),
  }
}

type Performed = Promise<Decision<Entry[], AccessReason>>
export const performNameAgencies = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly NameAgency[],
): Performed => perform(book, tx, said, nameAgencies(asks))
export const performNameTeams = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly NameTeam[],
): Performed => perform(book, tx, said, nameTeams(asks, await peopleFacts(tx)))
export const performEnrolUsers = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly EnrolUser[],
): Performed => perform(book, tx, said, enrolUsers(asks, await peopleFacts(tx)))
export const performRecordLeavers = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly { readonly user: string }[],
): Performed => perform(book, tx, said, recordLeavers(asks, await peopleFacts(tx)))
