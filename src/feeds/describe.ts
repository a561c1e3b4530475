import { dayFrom } from '#platform/dates.ts'
import { longDate } from '#platform/page/index.ts'
import { standing, subjectAbout, worded } from '#record/index.ts'
import type { Entry, EntryId, Naming } from '#record/index.ts'
import { DeliveryApplied, NoLongerSaid } from './loading/entries.ts'

/** What an agency’s extract leaves out, on a timeline. It stands among what is recorded, not among what happened: nothing did. */
export const feedsKinds = worded(
  { DeliveryApplied, NoLongerSaid },
  {
    DeliveryApplied: {
      noun: 'a delivery',
      examples: [
        { feed: 'housing', mode: 'full', read: 1, new: 1, changed: 0, same: 0, gone: 0, entries: 1, fingerprint: 'a1' },
      ],
      tell: ({ body }) => ({ title: `A delivery was applied: ${body.read} rows read` }),
    },
    NoLongerSaid: {
      noun: 'what an agency’s system no longer holds',
      standing: true,
      examples: [{ says: '0198aaaa-0000-7000-8000-000000000001', kind: 'ChildInNeedPlanStated', since: '2026-11-20' }],
      tell: (entry, naming) => {
        const { kind, since } = entry.body
        const day = dayFrom(since)
        return {
          title: `An agency’s system no longer holds something about ${whom(entry, naming)}`,
          text: `It said something of ${naming.noun(kind)}. It has been left out since the extract of ${day === undefined ? since : longDate(day)}. That does not mean that it ended or was wrong.`,
        }
      },
    },
  },
)

const whom = (entry: Entry, naming: Naming): string => {
  const record = subjectAbout(entry, 'record')
  if (record !== undefined) return naming.person(record)
  return subjectAbout(entry, 'home') === undefined ? 'this family' : 'this home'
}

/** Entries of which, among these, their agency’s system says no more. */
export const noLongerSaidIn = (entries: readonly Entry[]): ReadonlySet<EntryId> =>
  new Set(
    standing(entries)
      .filter(NoLongerSaid.is)
      .map(({ body }) => body.says),
  )
