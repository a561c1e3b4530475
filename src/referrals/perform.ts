import { dayInLondon } from '#platform/dates.ts'
import type { Decision, Refusal } from '#platform/decision.ts'
import { accept, refuse } from '#platform/decision.ts'
import type { Tx } from '#platform/database/index.ts'
import { append, versionsOf } from '#record/index.ts'
import type { Authorship, Entry, EntryId, NewEntry, RecordBook, SubjectId } from '#record/index.ts'

export type ReferralsReason =
  | 'referrals.child-not-known'
  | 'referrals.in-the-future'
  | 'referrals.ends-before-it-begins'

export const referralSentences: Readonly<Record<ReferralsReason, string>> = {
  'referrals.child-not-known': 'Rooftree holds no such record of a child.',
  'referrals.in-the-future': 'The day has not come yet. What has not happened cannot be recorded.',
  'referrals.ends-before-it-begins': 'The last day is before the first.',
}

/** One thing that children's social care says it did about a child. */
export interface StateAboutCase {
  readonly child: SubjectId
  /** Made by a kind of `entries.ts` about this child. */
  readonly entry: NewEntry
  readonly corrects?: EntryId
  readonly sourceRow?: string
}

/** What cannot be meant: a child nobody knows, what has not happened yet, an end before a beginning. Pure. */
export const decideAboutCases = (
  asks: readonly StateAboutCase[],
  known: ReadonlySet<SubjectId>,
  today: Temporal.PlainDate,
): Decision<NewEntry[], ReferralsReason> => {
  const because = asks.flatMap(({ child, entry }, at): Refusal<ReferralsReason>[] => [
    ...(known.has(child) ? [] : [{ reason: 'referrals.child-not-known' as const, field: `${at}` }]),
    ...(entry.happenedOn !== undefined && entry.happenedOn > today.toString()
      ? [{ reason: 'referrals.in-the-future' as const, field: `${at}` }]
      : []),
    ...(entry.trueFrom !== undefined && entry.trueUntil !== undefined && entry.trueUntil < entry.trueFrom
      ? [{ reason: 'referrals.ends-before-it-begins' as const, field: `${at}` }]
      : []),
  ])
  if (because.length > 0) return refuse(because)
  return accept(
    asks.map(({ entry, corrects, sourceRow }) => ({
      ...entry,
      ...(corrects === undefined ? {} : { corrects }),
      ...(sourceRow === undefined ? {} : { sourceRow }),
    })),
  )
}

/** Record all of it, or hand back every reason why not; `field` is which of the asks it is about. */
export const performStateAboutCases = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateAboutCase[],
): Promise<Decision<Entry[], ReferralsReason>> => {
  const versions = await versionsOf(tx, [...new Set(asks.map(({ child }) => child))])
  const known = new Set([...versions].filter(([, version]) => version > 0).map(([id]) => id))
  const decision = decideAboutCases(asks, known, dayInLondon(said.at))
  return decision.accepted ? accept(await append(book, tx, said, decision.value)) : decision
}
