import type { AskRefused as AskRefusedFor } from '#record/index.ts'

/** Why something about a home was not recorded, in words for the person who asked. */
export const refusalSentences = {
  'home-not-known': 'Rooftree holds no such home.',
  'record-not-known': 'Rooftree holds no such person’s record.',
  'not-a-date': 'Give a whole date, such as 23 November 2026.',
  'in-the-future': 'The date is in the future. Record it when it has happened.',
  'until-before-from': 'The last day is before the first.',
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
  'not-of-its-kind': 'What you gave does not fit. Shorten long texts, and give numbers as numbers.',
} as const satisfies Record<string, string>

export type HousingRefusal = keyof typeof refusalSentences

export type AskRefused = AskRefusedFor<HousingRefusal>

export const housingSentence = (reason: HousingRefusal): string => refusalSentences[reason]
