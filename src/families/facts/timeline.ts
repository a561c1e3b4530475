import { given } from '#platform/given.ts'
import { standing } from '#record/index.ts'
import type { Entry, EntryId } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { byDate } from '#platform/said-dates.ts'
import { BirthStated, DeathStated, PregnancyEnded } from '../entries/index.ts'
import { basisOf, inOrder } from './basis.ts'
import type { Basis } from './basis.ts'

/** One entry at its place in time. */
export interface TimelineItem {
  readonly entry: Entry
  /** When it happened or began, as it was said; else the day it was recorded. */
  readonly when: string
  readonly dated: 'happened' | 'true-from' | 'recorded'
  readonly basis: Basis
  /** The entry that this one puts right. */
  readonly corrects?: EntryId
}

/** What happened, in order of when it happened, and what was recorded first before what was recorded later. */
export const timelineOf = (all: readonly Entry[]): TimelineItem[] =>
  standing(all)
    .map((entry): TimelineItem => ({
      entry,
      ...whenOf(entry),
      basis: basisOf(entry),
      ...given({ corrects: entry.corrects }),
    }))
    .toSorted((a, b) => byDate(a.when, b.when) || inOrder(a.entry, b.entry))

const whenOf = (entry: Entry): Pick<TimelineItem, 'when' | 'dated'> => {
  if (entry.happenedOn !== undefined) return { when: entry.happenedOn, dated: 'happened' }
  if ((BirthStated.is(entry) || DeathStated.is(entry) || PregnancyEnded.is(entry)) && entry.body.on !== 'not-known')
    return { when: entry.body.on, dated: 'happened' }
  if (entry.trueFrom !== undefined) return { when: entry.trueFrom, dated: 'true-from' }
  return { when: dayInLondon(entry.recordedAt).toString(), dated: 'recorded' }
}
