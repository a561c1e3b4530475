import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { given } from '#platform/given.ts'
import { command } from '#record/index.ts'
import type { Subject, SubjectId } from '#record/index.ts'
import {
  InvolvementEnded,
  InvolvementStarted,
  LeadPractitionerNamed,
  ResponsibilityForHomeEnded,
  ResponsibilityForHomeStarted,
} from '../entries.ts'
import type { Way } from '../views.ts'
import { accessSentences, when } from './refusals.ts'
import type { Decided } from './refusals.ts'

export interface StartInvolvement {
  readonly family: SubjectId
  /** A person or a team. */
  readonly principal: string
  /** In the agency's words: "health visitor", "children looked after nurse". */
  readonly role: string
  /** The team to ring for this work; for a person without one, a team they belong to. */
  readonly team?: string
  readonly from: Temporal.PlainDate
  /** The first day without it, where that is known from the start. */
  readonly until?: Temporal.PlainDate
}
export interface StartResponsibility {
  readonly home: SubjectId
  readonly principal: string
  readonly role: string
  readonly from: Temporal.PlainDate
  readonly until?: Temporal.PlainDate
}
/** Ends what a person or team has open on a family or a home. `on` is the first day without it. */
export interface EndInvolvement {
  readonly scope: SubjectId
  readonly principal: string
  readonly on: Temporal.PlainDate
}
export interface NameLeadPractitioner {
  readonly family: SubjectId
  readonly user: string
  readonly from: Temporal.PlainDate
}

interface InvolvementFacts {
  /** Each person's (who has not left) and team's agency, and a person's first team. */
  readonly principals: ReadonlyMap<string, { readonly agency: string; readonly team?: string }>
  readonly grants: readonly {
    readonly entry: string
    readonly scope: SubjectId
    readonly principal: string
    readonly way: Way
    readonly from: string
    readonly until: string | undefined
  }[]
}

const typeOf = (principal: string): Subject['type'] => (principal.startsWith('team:') ? 'team' : 'user')
const mentioned = (principal: string, facts: InvolvementFacts, team?: string): Subject[] => {
  const agency = facts.principals.get(principal)?.agency
  const all: Subject[] = [{ id: principal, type: typeOf(principal), role: 'mentions' }]
  if (team !== undefined && team !== principal) all.push({ id: team, type: 'team', role: 'mentions' })
  if (agency !== undefined) all.push({ id: agency, type: 'agency', role: 'mentions' })
  return all
}
const days = (
  from: Temporal.PlainDate,
  until: Temporal.PlainDate | undefined,
): { trueFrom: string; trueUntil?: string } => ({
  trueFrom: from.toString(),
  ...(until === undefined ? {} : { trueUntil: until.toString() }),
})

/** The grant of this principal on this scope that holds on a day and was started by a person or a feed, not by a reason. */
const openOn = (
  facts: InvolvementFacts,
  scope: SubjectId,
  principal: string,
  day: string,
): InvolvementFacts['grants'][number] | undefined =>
  facts.grants.find(
    (grant) =>
      grant.scope === scope &&
      grant.principal === principal &&
      grant.way !== 'reason-given' &&
      grant.from <= day &&
      (grant.until === undefined || day < grant.until),
  )

interface Start {
  readonly principal: string
  readonly from: Temporal.PlainDate
  readonly until?: Temporal.PlainDate
}
const startRefusals = (
  scope: SubjectId,
  { principal, from, until }: Start,
  facts: InvolvementFacts,
): ReturnType<typeof when> =>
  when(
    [!facts.principals.has(principal), 'principal.not-known', 'principal'],
    [until !== undefined && Temporal.PlainDate.compare(until, from) < 0, 'involvement.ends-before-it-starts', 'until'],
    [openOn(facts, scope, principal, from.toString()) !== undefined, 'involvement.already-started', 'from'],
  )

const decideStart = (ask: StartInvolvement, facts: InvolvementFacts): Decided => {
  const { family, principal, role, from, until } = ask
  const team = ask.team ?? facts.principals.get(principal)?.team
  return {
    because: startRefusals(family, ask, facts),
    entries: [
      InvolvementStarted.of({
        subjects: [{ id: family, type: 'family', role: 'about' }, ...mentioned(principal, facts, team)],
        body: { principal, role, ...given({ team }) },
        ...days(from, until),
      }),
    ],
    id: family,
  }
}

export const startInvolvement = command({
  name: 'start involvement',
  sentences: accessSentences,
  gather: async (tx, asks: readonly StartInvolvement[]) =>
    involvementFacts(
      tx,
      asks.map(({ family }) => family),
      asks.map(({ principal }) => principal),
    ),
  decide: decideStart,
})

export const startResponsibility = command({
  name: 'answer for home',
  sentences: accessSentences,
  gather: async (tx, asks: readonly StartResponsibility[]) =>
    involvementFacts(
      tx,
      asks.map(({ home }) => home),
      asks.map(({ principal }) => principal),
    ),
  decide: (ask, facts): Decided => {
    const { home, principal, role, from, until } = ask
    return {
      because: startRefusals(home, ask, facts),
      entries: [
        ResponsibilityForHomeStarted.of({
          subjects: [{ id: home, type: 'home', role: 'about' }, ...mentioned(principal, facts)],
          body: { principal, role },
          ...days(from, until),
        }),
      ],
      id: home,
    }
  },
})

/** Ends involvement with a family or responsibility for a home, whichever is open on the day before. */
export const decideEnd = (ask: EndInvolvement, facts: InvolvementFacts): Decided => {
  const { scope, principal, on } = ask
  const grant =
    openOn(facts, scope, principal, on.subtract({ days: 1 }).toString()) ??
    openOn(facts, scope, principal, on.toString())
  if (grant === undefined)
    return { because: [{ reason: 'involvement.not-open', field: 'principal' }], entries: [], id: scope }
  const ofHome = grant.way === 'responsible-for-home'
  return {
    because: [],
    entries: [
      (ofHome ? ResponsibilityForHomeEnded : InvolvementEnded).of({
        subjects: [{ id: scope, type: ofHome ? 'home' : 'family', role: 'about' }, ...mentioned(principal, facts)],
        body: { principal, started: grant.entry },
        trueUntil: on.toString(),
      }),
    ],
    id: scope,
  }
}

export const endInvolvement = command({
  name: 'end involvement',
  sentences: accessSentences,
  gather: async (tx, asks: readonly EndInvolvement[]) =>
    involvementFacts(
      tx,
      asks.map(({ scope }) => scope),
      asks.map(({ principal }) => principal),
    ),
  decide: decideEnd,
})

/** Only somebody who works with the family, themselves or in a team of theirs, may lead the work. */
const decideLead = ({ family, user, from }: NameLeadPractitioner, facts: InvolvementFacts): Decided => {
  const known = facts.principals.get(user)
  const involved = [user, known?.team ?? ''].some(
    (principal) => openOn(facts, family, principal, from.toString()) !== undefined,
  )
  return {
    because: when(
      [known === undefined, 'user.not-known', 'user'],
      [known !== undefined && !involved, 'lead.not-involved', 'user'],
    ),
    entries: [
      LeadPractitionerNamed.of({
        subjects: [{ id: family, type: 'family', role: 'about' }, ...mentioned(user, facts)],
        body: { user },
        trueFrom: from.toString(),
      }),
    ],
    id: family,
  }
}

export const nameLead = command({
  name: 'name lead',
  sentences: accessSentences,
  gather: async (tx, asks: readonly NameLeadPractitioner[]) =>
    involvementFacts(
      tx,
      asks.map(({ family }) => family),
      asks.map(({ user }) => user),
    ),
  decide: decideLead,
})

const involvementFacts = async (
  tx: Tx,
  scopes: readonly SubjectId[],
  principals: readonly string[],
): Promise<InvolvementFacts> => {
  const known = await sql<{ id: string; agency: string; team: string | null }>`
    select id, agency, (select min(t.team) from user_team t where t.user_id = u.id) as team from app_user u where id = any (${[...principals]}::text[]) and not has_left
    union all select id, agency, id from team where id = any (${[...principals]}::text[])`.execute(tx)
  const grants = await sql<Omit<InvolvementFacts['grants'][number], 'until'> & { until: string | null }>`
    select entry_id as entry, scope, principal, way, from_day as "from", until_day as until from access_grant where scope = any (${[...scopes]}::text[])`.execute(
    tx,
  )
  return {
    principals: new Map(known.rows.map(({ id, agency, team }) => [id, { agency, ...(team === null ? {} : { team }) }])),
    grants: grants.rows.map((row) => ({ ...row, until: row.until ?? undefined })),
  }
}
