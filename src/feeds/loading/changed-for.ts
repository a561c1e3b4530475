import { sql } from 'kysely'
import { principalsOf } from '#access/index.ts'
import type { Viewer } from '#access/index.ts'
import { familyTitles } from '#families/index.ts'
import type { Database, Tx, ViewerStanding } from '#platform/database/index.ts'
import { entriesAbout } from '#record/index.ts'
import type { SubjectId } from '#record/index.ts'

/** What a delivery changed for one family or home: of what it says something new, never what. */
export interface ChangedFor {
  readonly scope: SubjectId
  /** Only for those who may see the family's names. */
  readonly title?: string
  readonly sentence: string
}

export interface Changes {
  readonly listed: readonly ChangedFor[]
  /** Families and homes for which something changed, listed here or not. */
  readonly families: number
  readonly homes: number
}

/** For whoever runs this installation and reads everything: ids, no names. In an `app` transaction. */
export const changedForAll = async (tx: Tx, delivery: string, today: Temporal.PlainDate, most = 200): Promise<Changes> => {
  const found = await sql<{ scope: string; said: Record<string, number> }>`
    select scope, jsonb_object_agg(what, how_many) as said from (
      select r.scope, c.what, sum(c.how_many) as how_many from feed_changed c join (${reached(today)}) r on r.subject = c.subject
      where c.delivery = ${delivery} group by r.scope, c.what) of group by scope order by scope limit ${most}`.execute(tx)
  return { listed: found.rows.map(({ scope, said }) => ({ scope, sentence: sentenceFor(new Map(Object.entries(said))) })), ...(await countsOf(tx, delivery, today)) }
}

/** For one viewer: the families and homes whose page they may open, and of those only what row security shows them. */
export const changedForViewer = async (database: Database, delivery: string, viewer: Viewer, standing: ViewerStanding, most = 50): Promise<Changes> => {
  const { today } = standing
  const { scopes, counts } = await database.transaction('app', async (tx) => {
    const found = await sql<{ scope: string; subjects: string[] }>`
      select r.scope, jsonb_agg(distinct c.subject) as subjects from feed_changed c join (${reached(today)}) r on r.subject = c.subject
      where c.delivery = ${delivery} and exists (select from access_grant g where g.scope = r.scope and g.principal = any (${[...principalsOf(viewer)]}::text[])
        and g.from_day <= ${today.toString()}::date and (g.until_day is null or g.until_day > ${today.toString()}::date))
      group by r.scope order by r.scope limit ${most}`.execute(tx)
    return { scopes: found.rows, counts: await countsOf(tx, delivery, today) }
  })
  const listed = await database.transaction(standing, async (tx) => {
    const titles = await familyTitles(tx, scopes.map(({ scope }) => scope).filter((scope) => scope.startsWith('family:')), { on: today })
    const each: ChangedFor[] = []
    for (const { scope, subjects } of scopes) {
      const said = new Map<string, number>()
      for (const { source, kind } of await entriesAbout(tx, { subjects })) if (source === `feed:${delivery}`) said.set(kind, (said.get(kind) ?? 0) + 1)
      const title = titles.get(scope)
      if (said.size > 0) each.push({ scope, sentence: sentenceFor(said), ...(title === undefined ? {} : { title }) })
    }
    return each
  })
  return { listed, ...counts }
}

const reached = (today: Temporal.PlainDate) => sql`
  select distinct scope, subject from access_reach where (from_day is null or from_day <= ${today.toString()}::date) and (until_day is null or until_day > ${today.toString()}::date)`

const countsOf = async (tx: Tx, delivery: string, today: Temporal.PlainDate): Promise<{ families: number; homes: number }> => {
  const found = await sql<{ families: number; homes: number }>`
    select count(distinct r.scope) filter (where r.scope like 'family:%') as families, count(distinct r.scope) filter (where r.scope like 'home:%') as homes
    from feed_changed c join (${reached(today)}) r on r.subject = c.subject where c.delivery = ${delivery}`.execute(tx)
  return found.rows[0] ?? { families: 0, homes: 0 }
}

const sentenceFor = (said: ReadonlyMap<string, number>): string => {
  const parts = [...said].map(([kind, count]) => `${inWords[kind] ?? 'something else'}${count > 1 ? ` (${count})` : ''}`).toSorted()
  return `The delivery says something new of ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}` : (parts[0] ?? '')}.`
}

const inWords: Readonly<Record<string, string>> = {
  PersonRecordOpened: 'people it did not name before', NamesStated: 'names', SexStated: 'sex', NhsNumberStated: 'NHS numbers', UpnStated: 'pupil numbers', BirthStated: 'birth dates', DeathStated: 'a death',
  PregnancyStated: 'an expected birth', PregnancyEnded: 'an expected birth', AddressStated: 'where people live', HomeNamed: 'the address of a home', RelationshipStated: 'how people are related',
  FamilyOpened: 'a family file', FamilyMemberJoined: 'who is in the family', FamilyMemberLeft: 'who is in the family no more', InvolvementStarted: 'who works with the family', InvolvementEnded: 'who works with the family no more',
  ResponsibilityForHomeStarted: 'whose patch the home is on', ResponsibilityForHomeEnded: 'whose patch the home was on', HomeDescribed: 'what the home is', RoomsStated: 'its rooms', SleepsHereStated: 'who sleeps there',
  SleepingArrangementStated: 'where people sleep in it', OnTenancyStated: 'who is on the tenancy', OnApplicationStated: 'who is on the application', TenancyStated: 'the tenancy', RegisterApplicationStated: 'the housing application',
  ConditionStated: 'the state of the home', PlacementStated: 'temporary accommodation', AddressHidden: 'an address that must stay hidden', AddressHidingExplained: 'why an address is hidden', ContactReceived: 'contacts', ReferralReceived: 'referrals', AssessmentStated: 'assessments',
  SectionFortySevenStated: 'section 47 enquiries', ConferenceStated: 'conferences', ChildInNeedPlanStated: 'child in need plans', ChildProtectionPlanStated: 'child protection plans', VisitStated: 'visits',
  EntryWithdrawn: 'what was taken back', NoLongerSaid: 'what is no longer said',
}
