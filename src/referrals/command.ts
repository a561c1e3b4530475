import { given } from '#platform/given.ts'
import { command, daysRefused, existing, sharedSentences } from '#record/index.ts'
import type { Decided, EntryId, NewEntry, SubjectId } from '#record/index.ts'

const referralSentences = {
  ...sharedSentences,
  'child-not-known': 'Rooftree holds no such record of a child.',
} as const satisfies Record<string, string>
type ReferralsReason = keyof typeof referralSentences

/** One thing that children's social care says it did about a child. */
export interface StateAboutCase {
  readonly child: SubjectId
  /** Made by a kind of `entries.ts` about this child. */
  readonly entry: NewEntry
  readonly corrects?: EntryId
  readonly sourceRow?: string
}

/** What cannot be meant: a child nobody knows, what has not happened yet, an end before a beginning. Pure. */
const decideAboutCase = (
  { child, entry, corrects, sourceRow }: StateAboutCase,
  known: ReadonlySet<SubjectId>,
  today: Temporal.PlainDate,
): Decided<SubjectId, ReferralsReason> => ({
  because: [
    ...(known.has(child) ? [] : [{ reason: 'child-not-known' as const, field: 'child' }]),
    ...daysRefused(entry, today),
  ],
  entries: [{ ...entry, ...given({ corrects, sourceRow }) }],
  id: child,
})

export const stateAboutCase = command({
  name: 'state about case',
  sentences: referralSentences,
  gather: async (tx, asks: readonly StateAboutCase[]) =>
    existing(
      tx,
      asks.map(({ child }) => child),
    ),
  decide: (ask, known, { today }) => decideAboutCase(ask, known, today),
})
