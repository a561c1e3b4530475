import type { Refusal } from '#platform/decision.ts'
import { sharedSentences } from '#record/index.ts'
import type { Decided as DecidedFor, SubjectId } from '#record/index.ts'

/** Why something about a home was not recorded, in words for the person who asked. */
export const refusalSentences = {
  ...sharedSentences,
  'home-not-known': 'Rooftree holds no such home.',
  'record-not-known': 'Rooftree holds no such person’s record.',
  'nothing-said': 'Say at least one thing about the home.',
  'no-rooms': 'Give at least one room.',
  'same-room-twice':
    'Two rooms have the same name. Name them so that they can be told apart, such as front bedroom and back bedroom.',
  'area-not-possible': 'A floor area is a number above 0 and below 10,000, in square metres or square feet.',
  'shares-with-themselves': 'Somebody cannot share a bed with themselves.',
  'cot-is-shared': 'A cot or crib is for one child. Record where each child sleeps, or that nobody knows.',
  'done-before-reported': 'It cannot have been made safe or finished before it was reported.',
  'stage-and-dates-differ': 'It is said to be done, and no day is given on which it was done; or the other way round.',
  'ended-before-it-began': 'It ended before it began.',
  'bid-before-registered': 'There cannot have been a bid before the application was registered.',
} as const satisfies Record<string, string>

export type HousingRefusal = keyof typeof refusalSentences

export type Found = Refusal<HousingRefusal>

/** What one ask of this room comes to. */
export type Decided = DecidedFor<string, HousingRefusal>

/** What a decision needs to know: which homes and records the record has ever told of, and the day. */
export interface Known {
  readonly subjects: ReadonlySet<SubjectId>
  readonly today: Temporal.PlainDate
}
