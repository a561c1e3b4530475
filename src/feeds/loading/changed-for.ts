import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import { principalsOf } from '#access/index.ts'
import type { Viewer } from '#access/index.ts'
import { familyTitles } from '#families/index.ts'
import type { Database, Tx, ViewerStanding } from '#platform/database/index.ts'
import { entriesAbout, EntryWithdrawn } from '#record/index.ts'
import type { Kinds, SubjectId } from '#record/index.ts'
import { NoLongerSaid } from './entries.ts'

/** What a delivery changed for one family or home: of what it says something new, never what. */
interface ChangedFor {
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
export const changedForAll = async (
  tx: Tx,
  kinds: Kinds,
  delivery: string,
  today: Temporal.PlainDate,
  most = 200,
): Promise<Changes> => {
  const found = await sql<{ scope: string; said: Record<string, number> }>`
    select scope, jsonb_object_agg(what, how_many) as said from (
      select r.scope, c.what, sum(c.how_many) as how_many from feed_changed c join (${reached(today)}) r on r.subject = c.subject
      where c.delivery = ${delivery} group by r.scope, c.what) of group by scope order by scope limit ${most}`.execute(
    tx,
  )
  return {
    listed: found.rows.map(({ scope, said }) => ({
      scope,
      sentence: sentenceFor(kinds, new Map(Object.entries(said))),
    })),
    ...(await countsOf(tx, delivery, today)),
  }
}

/** For one viewer: the families and homes whose page they may open, and of those only what row security shows them. */
export const changedForViewer = async (
  database: Database,
  kinds: Kinds,
  delivery: string,
  viewer: Viewer,
  standing: ViewerStanding,
  most = 50,
): Promise<Changes> => {
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
    const titles = await familyTitles(
      tx,
      scopes.map(({ scope }) => scope).filter((scope) => scope.startsWith('family:')),
      { on: today },
    )
    const each: ChangedFor[] = []
    for (const { scope, subjects } of scopes) {
      const said = new Map<string, number>()
      for (const { source, kind } of await entriesAbout(tx, { subjects }))
        if (source === `feed:${delivery}`) said.set(kind, (said.get(kind) ?? 0) + 1)
      const title = titles.get(scope)
      if (said.size > 0) each.push({ scope, sentence: sentenceFor(kinds, said), ...given({ title }) })
    }
    return each
  })
  return { listed, ...counts }
}

const reached = (today: Temporal.PlainDate) => sql`
  select distinct scope, subject from access_reach where (from_day is null or from_day <= ${today.toString()}::date) and (until_day is null or until_day > ${today.toString()}::date)`

const countsOf = async (
  tx: Tx,
  delivery: string,
  today: Temporal.PlainDate,
): Promise<{ families: number; homes: number }> => {
  const found = await sql<{ families: number; homes: number }>`
    select count(distinct r.scope) filter (where r.scope like 'family:%') as families, count(distinct r.scope) filter (where r.scope like 'home:%') as homes
    from feed_changed c join (${reached(today)}) r on r.subject = c.subject where c.delivery = ${delivery}`.execute(tx)
  return found.rows[0] ?? { families: 0, homes: 0 }
}

/**
 * Of what a delivery says something new, what it leaves out, and what it takes back: three things that must not be read for one another.
 *
 * @example "The delivery says something new of birth dates (3). It leaves out 25 things that an earlier delivery said; that does not mean that they ended or were wrong."
 */
const sentenceFor = (kinds: Kinds, said: ReadonlyMap<string, number>): string => {
  const leftOut = said.get(NoLongerSaid.kind) ?? 0
  const takenBack = said.get(EntryWithdrawn.kind) ?? 0
  const news = [...said]
    .filter(([kind]) => kind !== NoLongerSaid.kind && kind !== EntryWithdrawn.kind)
    .map(([kind, count]) => `${kinds.get(kind)?.words.noun ?? 'something else'}${count > 1 ? ` (${count})` : ''}`)
    .toSorted()
  const does = [
    ...(news.length === 0
      ? []
      : [
          `says something new of ${news.length > 1 ? `${news.slice(0, -1).join(', ')} and ${news.at(-1) ?? ''}` : (news[0] ?? '')}`,
        ]),
    ...(leftOut === 0
      ? []
      : [
          `leaves out ${leftOut === 1 ? 'one thing that an earlier delivery said; that does not mean that it ended or was wrong' : `${leftOut} things that an earlier delivery said; that does not mean that they ended or were wrong`}`,
        ]),
    ...(takenBack === 0
      ? []
      : [`takes back ${takenBack === 1 ? 'one thing' : `${takenBack} things`} that an earlier delivery said`]),
  ]
  return does.map((one, at) => `${at === 0 ? 'The delivery' : 'It'} ${one}.`).join(' ')
}
