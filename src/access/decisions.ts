import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx, ViewerStanding } from '#platform/database/index.ts'
import type { SubjectId } from '#record/index.ts'
import { exactMatch } from './looks.ts'
import { inForce, underOneRoof } from './may.ts'
import type { Grant, Restriction } from './may.ts'
import { mayOpen } from './may-open.ts'
import type { Access, DoorFacts, WhomToAsk } from './may-open.ts'
import { isRole, principalsOf } from './roles.ts'
import type { Viewer } from './roles.ts'
import type { Way } from './views.ts'

export type { Access, WhomToAsk } from './may-open.ts'

/** Who a user id is, or undefined for nobody, somebody who has left, or a role this edition does not know. */
export const whoIs = async (tx: Tx, user: string): Promise<Viewer | undefined> => {
  const found = await sql<{
    id: string
    name: string
    role: string
    agency: string
    agency_name: string | null
    teams: string[]
  }>`
    select u.id, u.name, u.role, u.agency, a.name as agency_name, array(select t.team from user_team t where t.user_id = u.id order by t.team) as teams
    from app_user u left join agency a on a.id = u.agency where u.id = ${user} and not u.has_left`.execute(tx)
  const row = found.rows[0]
  if (row === undefined || !isRole(row.role)) return undefined
  return {
    user: row.id,
    name: row.name,
    role: row.role,
    agency: row.agency,
    agencyName: row.agency_name ?? row.agency,
    teams: row.teams,
  }
}

/** In whose standing a viewer's pages are read. */
export const viewerStanding = (viewer: Viewer, today: Temporal.PlainDate): ViewerStanding => ({
  principals: principalsOf(viewer),
  role: viewer.role,
  agency: viewer.agency,
  today,
})

/** May this family's page be opened? In an `app` transaction, before the page is read in the viewer's own standing. */
export const openFamily = async (
  tx: Tx,
  viewer: Viewer,
  family: SubjectId,
  today: Temporal.PlainDate,
): Promise<Access> => open(tx, viewer, family, 'family', today)
/** May the page of the person of this record be opened? */
export const openRecord = async (
  tx: Tx,
  viewer: Viewer,
  record: SubjectId,
  today: Temporal.PlainDate,
): Promise<Access> => open(tx, viewer, record, 'record', today)
/** May this home's page be opened? */
export const openHome = async (tx: Tx, viewer: Viewer, home: SubjectId, today: Temporal.PlainDate): Promise<Access> =>
  open(tx, viewer, home, 'home', today)

const open = async (
  tx: Tx,
  viewer: Viewer,
  subject: SubjectId,
  type: string,
  today: Temporal.PlainDate,
): Promise<Access> => {
  const { facts, scopes } = await doorFacts(tx, viewer, subject, type, today)
  const access = mayOpen(viewer, { ...facts, ask: partnershipOffice }, today)
  return access.may || access.tell === 'nothing' ? access : { ...access, tell: await whomToAsk(tx, scopes, today) }
}

/** By which ways a viewer comes to a subject today: with the role, they decide which parts of its page are open. */
export const waysTo = async (tx: Tx, viewer: Viewer, subject: SubjectId, today: Temporal.PlainDate): Promise<Way[]> => {
  const { facts } = await doorFacts(tx, viewer, subject, subject.split(':')[0] ?? '', today)
  return [...new Set(facts.grants.filter((grant) => inForce(grant, today)).map(({ way }) => way))]
}

export interface KnownElsewhere {
  readonly ask: WhomToAsk
  /** The families that this person belongs to today. */
  readonly families: readonly SubjectId[]
  readonly canGiveReason: boolean
}

/**
 * What may be told of a record that a viewer has just named exactly: whom to ring, and of which families a reason may be given.
 * Undefined where their role may not learn even that. The look that is written down with the answer is what opens the rest.
 */
export const knownElsewhere = async (
  tx: Tx,
  viewer: Viewer,
  record: SubjectId,
  today: Temporal.PlainDate,
): Promise<KnownElsewhere | undefined> => {
  const { facts, scopes } = await doorFacts(tx, viewer, record, 'record', today)
  const access = mayOpen(viewer, { ...facts, identified: true, ask: partnershipOffice }, today)
  if (access.may || access.tell === 'nothing') return undefined
  const found = await sql<{ family: string }>`
    select distinct r.scope as family from access_reach r where r.subject in (select id from access_same(${record})) and r.scope like 'family:%'
      and (r.from_day is null or r.from_day <= ${today.toString()}::date) and (r.until_day is null or r.until_day > ${today.toString()}::date) order by 1`.execute(
    tx,
  )
  return {
    ask: await whomToAsk(tx, scopes, today),
    families: found.rows.map(({ family }) => family),
    canGiveReason: access.canGiveReason,
  }
}

/** The one team to ring about whoever lives in a home, or about a family: see {@link whomToAsk}. */
export const contactRoute = async (
  tx: Tx,
  subjects: readonly SubjectId[],
  today: Temporal.PlainDate,
): Promise<WhomToAsk> => {
  const found = await sql<{ scope: string }>`
    select distinct r.scope from access_reach r where r.subject = any (${[...subjects]}::text[]) and r.scope like 'family:%'
      and (r.from_day is null or r.from_day <= ${today.toString()}::date) and (r.until_day is null or r.until_day > ${today.toString()}::date)`.execute(
    tx,
  )
  return whomToAsk(
    tx,
    found.rows.map(({ scope }) => scope),
    today,
  )
}

/** What a door is decided on, and the scopes that reach the subject: read at every visit, so in as few statements as can be. */
const doorFacts = async (
  tx: Tx,
  viewer: Viewer,
  subject: SubjectId,
  type: string,
  today: Temporal.PlainDate,
): Promise<{ readonly facts: Omit<DoorFacts, 'ask'>; readonly scopes: readonly SubjectId[] }> => {
  const found = await sql<{
    known: boolean
    scopes: string[]
    identified: boolean
    grants: GrantRow[]
    restrictions: RestrictionRow[]
  }>`
    with same as materialized (select array(select id from access_same(${subject})) as ids),
    reached as materialized (select array(select distinct r.scope from access_reach r, same where r.subject = any (ids)
        and (r.from_day is null or r.from_day <= ${today.toString()}::date) and (r.until_day is null or r.until_day > ${today.toString()}::date)
        union select unnest(access_families_living(${subject}, ${today.toString()}::date)) where starts_with(${subject}, 'home:')) as scopes)
    select exists (select from subject_head where subject_id = ${subject}) as known, scopes,
      exists (select from look l where l.user_id = ${viewer.user} and l.at >= ${today.subtract({ days: 1 }).toString()}::date
        and l.outcome = 'listed' and l.because = ${exactMatch} and l.subjects && ids) as identified,
      (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from (${grantRows(sql`scopes`, principalsOf(viewer))}) g) as grants,
      (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
        select subject, kind, from_day as "from", until_day as until from access_restriction where subject = any (ids)
        union all select subject, kind, from_day, until_day from access_restriction_said where subject = any (ids)) x) as restrictions
    from same, reached`.execute(tx)
  const row = found.rows[0] ?? { known: false, scopes: [], identified: false, grants: [], restrictions: [] }
  const roofs = type === 'record' ? await grantsUnderOneRoof(tx, viewer, row.scopes, today) : []
  return {
    facts: {
      subject,
      known: row.known && subject.startsWith(`${type}:`),
      grants: [...row.grants.map(grantFrom), ...roofs],
      restrictions: row.restrictions.map(({ from, until, ...rest }) => ({
        ...rest,
        from: from ?? undefined,
        until: until ?? undefined,
      })),
      identified: row.identified,
    },
    scopes: row.scopes,
  }
}

/** Through families that live in one of these homes, hidden homes left out. */
const grantsUnderOneRoof = async (
  tx: Tx,
  viewer: Viewer,
  scopes: readonly SubjectId[],
  today: Temporal.PlainDate,
): Promise<Grant[]> => {
  const homes = scopes.filter((scope) => scope.startsWith('home:'))
  if (homes.length === 0) return []
  const found = await sql<GrantRow>`
    with roofs as materialized (select array(select distinct unnest(access_families_living(home, ${today.toString()}::date)) from unnest(${homes}::text[]) as home
      where not access_hidden(home, ${today.toString()}::date)) as scopes)
    select g.* from roofs, lateral (${grantRows(sql`roofs.scopes`, principalsOf(viewer))}) g where g.way = 'involved'`.execute(
    tx,
  )
  return found.rows.map(grantFrom).map(underOneRoof)
}

type GrantRow = Omit<Grant, 'until'> & { until: string | null }
type RestrictionRow = Omit<Restriction, 'from' | 'until'> & { from: string | null; until: string | null }

const grantFrom = ({ until, ...grant }: GrantRow): Grant => ({ ...grant, until: until ?? undefined })

const grantRows = (scopes: RawBuilder<unknown>, principals: readonly string[]): RawBuilder<unknown> => sql`
  select principal, scope, way, because, from_day as "from", until_day as until from access_grant
  where scope = any (${scopes}) and principal = any (${[...principals]}::text[]) order by way, from_day, entry_id`

const partnershipOffice: WhomToAsk = { team: 'The partnership office' }

/** The team of whoever leads the work; otherwise the team that has worked with the family longest; otherwise children's social care. */
const whomToAsk = async (tx: Tx, scopes: readonly SubjectId[], today: Temporal.PlainDate): Promise<WhomToAsk> => {
  const day = today.toString()
  const found = await sql<{ name: string; phone: string | null }>`
    (select t.name, t.phone, 1 as rank, g.from_day from access_grant g join team t on t.id = g.team
      where g.scope = any (${[...scopes]}::text[]) and g.way = 'involved' and g.from_day <= ${day}::date and (g.until_day is null or g.until_day > ${day}::date)
      and g.principal in (select user_id from lead_practitioner where family = g.scope and from_day <= ${day}::date order by from_day desc, entry_id desc limit 1))
    union all
    (select t.name, t.phone, 2, g.from_day from access_grant g join team t on t.id = g.team
      where g.scope = any (${[...scopes]}::text[]) and g.way = 'involved' and g.from_day <= ${day}::date and (g.until_day is null or g.until_day > ${day}::date))
    union all select name, phone, 3, null from agency where kind = 'childrens-social-care'
    order by rank, from_day, name limit 1`.execute(tx)
  const row = found.rows[0]
  return row === undefined ? partnershipOffice : { team: row.name, ...(row.phone === null ? {} : { phone: row.phone }) }
}

/** The families and homes a viewer may enter today, and why: what "my work" lists. */
export const scopesOf = async (tx: Tx, viewer: Viewer, today: Temporal.PlainDate): Promise<Grant[]> => {
  const day = today.toString()
  const found = await sql<GrantRow>`
    select principal, scope, way, because, from_day as "from", until_day as until from access_grant
    where principal = any (${[...principalsOf(viewer)]}::text[]) and from_day <= ${day}::date and (until_day is null or until_day > ${day}::date)
    order by scope, way, from_day, entry_id`.execute(tx)
  return found.rows.map(grantFrom)
}
