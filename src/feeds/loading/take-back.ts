import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import { endInvolvement } from '#access/index.ts'
import { correctEntry, endMembership, withdrawEntry } from '#families/index.ts'
import { OnApplicationStated, OnTenancyStated, SleepsHereStated, stateOccupancy } from '#housing/index.ts'
import type { StateOccupancy } from '#housing/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import { append, entriesById } from '#record/index.ts'
import type { Authorship, Entry, RecordBook } from '#record/index.ts'
import type { ToTakeBack } from './differences.ts'
import { NoLongerSaid } from './entries.ts'
import type { WhenGone } from './statements.ts'

/** Take back what an agency says no more, each as its slot asks. What somebody else has put right or ended meanwhile is left alone. */
export const takeBack = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  taken: readonly ToTakeBack[],
  extractDay: Temporal.PlainDate,
): Promise<Entry[]> => {
  const known: { entry: Entry; how: WhenGone }[] = []
  const endOn = new Map<string, Temporal.PlainDate>()
  const entries = await entriesById(
    tx,
    taken.filter(({ how }) => how !== 'keep').map(({ was }) => was.entry),
  )
  for (const { was, how, on } of taken) {
    endOn.set(was.entry, on ?? extractDay)
    const entry = how === 'keep' ? undefined : entries.get(was.entry)
    if (entry?.body !== undefined && entry.corrected !== true && entry.agency === said.agency)
      known.push({ entry, how })
  }
  const by = (...hows: readonly WhenGone[]): Entry[] =>
    known.filter(({ how }) => hows.includes(how)).map(({ entry }) => entry)
  const since = extractDay.toString()
  const begunBy = ({ trueFrom }: Entry): boolean => trueFrom === undefined || trueFrom < since
  const states = by('end-state').filter(({ trueUntil }) => trueUntil === undefined)
  const made: Entry[] = []

  const withdrawn = [...by('withdraw'), ...states.filter((entry) => !begunBy(entry))]
  if (withdrawn.length > 0)
    made.push(
      ...entriesOf(
        await withdrawEntry.record(
          book,
          tx,
          said,
          withdrawn.map(({ id }) => ({ entry: id, because: 'The agency’s own record says this no more.' })),
        ),
      ),
    )
  const ended = states.filter(begunBy)
  if (ended.length > 0) {
    made.push(
      ...entriesOf(
        await correctEntry.record(
          book,
          tx,
          said,
          ended.map(({ id, body }) => ({
            entry: id,
            body: body ?? {},
            trueUntil: since,
            because:
              'Since the day of this extract the agency’s record says it no more. That is not the same as having moved.',
          })),
        ),
      ),
    )
  }
  const gone = by('say-gone')
  if (gone.length > 0) {
    made.push(
      ...(await append(
        book,
        tx,
        said,
        gone.map(({ id, kind, subjects, topic, sensitivity }) =>
          NoLongerSaid.of({ subjects, topic, sensitivity, body: { says: id, kind, since } }),
        ),
      )),
    )
  }
  const lists = by('not-listed').flatMap((entry) => noLongerListed(entry, since))
  if (lists.length > 0) made.push(...entriesOf(await stateOccupancy.record(book, tx, said, lists)))
  made.push(
    ...(await leave(book, tx, said, by('leave-family'), since)),
    ...(await endInvolvements(book, tx, said, by('end-involvement'), endOn)),
  )
  return made
}

/** These commands were asked only of what stands: a refusal would be a mistake of ours, and undoes the delivery. */
const entriesOf = (
  done:
    | { readonly accepted: true; readonly value: { readonly entries: readonly Entry[] } }
    | { readonly accepted: false; readonly because: readonly { readonly reason: string }[] },
): readonly Entry[] => {
  if (!done.accepted)
    throw new Fault(
      'feeds.cannot-take-back',
      `What an agency says no more could not be taken back: ${[...new Set(done.because.map(({ reason }) => reason))].join(', ')}.`,
    )
  return done.value.entries
}

const noLongerListed = (entry: Entry, since: string): StateOccupancy[] => {
  const home = entry.subjects.find(({ type }) => type === 'home')?.id
  if (home === undefined) return []
  const beside = { home, trueFrom: since }
  if (SleepsHereStated.is(entry))
    return [{ list: 'sleeps-here', ...beside, record: entry.body.record, says: 'no-longer-listed' }]
  if (OnTenancyStated.is(entry))
    return [
      {
        list: 'on-tenancy',
        ...beside,
        record: entry.body.record,
        says: 'no-longer-listed',
        ...given({ tenancy: entry.body.tenancy }),
      },
    ]
  if (OnApplicationStated.is(entry))
    return [
      {
        list: 'on-application',
        ...beside,
        record: entry.body.record,
        says: 'no-longer-listed',
        ...given({ application: entry.body.application }),
      },
    ]
  return []
}

const leave = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  joined: readonly Entry[],
  since: string,
): Promise<readonly Entry[]> => {
  const asks = joined.flatMap(({ subjects }) => {
    const family = subjects.find(({ type }) => type === 'family')?.id
    const record = subjects.find(({ type }) => type === 'record')?.id
    return family === undefined || record === undefined
      ? []
      : [{ family, record, trueFrom: since, because: 'The agency’s family file names them no more.' }]
  })
  if (asks.length === 0) return []
  const open = await sql<{
    member: string
  }>`select family_id || ' ' || record_id as member from family_member where family_id = any (${asks.map(({ family }) => family)}::text[]) and until_day is null`.execute(
    tx,
  )
  const members = new Set(open.rows.map(({ member }) => member))
  const still = asks.filter(({ family, record }) => members.has(`${family} ${record}`))
  return still.length === 0 ? [] : entriesOf(await endMembership.record(book, tx, said, still))
}

const endInvolvements = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  started: readonly Entry[],
  endOn: ReadonlyMap<string, Temporal.PlainDate>,
): Promise<readonly Entry[]> => {
  if (started.length === 0) return []
  const open = await sql<{ id: string; scope: string; principal: string; from: string }>`
    select entry_id as id, scope, principal, from_day as "from" from access_grant where entry_id = any (${started.map(({ id }) => id)}::uuid[]) and until_day is null`.execute(
    tx,
  )
  const asks = open.rows.flatMap(({ id, scope, principal, from }) => {
    const on = endOn.get(id)
    return on === undefined ? [] : [{ scope, principal, on: on.toString() < from ? Temporal.PlainDate.from(from) : on }]
  })
  const done = await endInvolvement.record(book, tx, said, asks)
  if (!done.accepted)
    throw new Fault('feeds.cannot-take-back', 'An involvement that an agency says no more could not be ended.')
  return done.value.entries
}
