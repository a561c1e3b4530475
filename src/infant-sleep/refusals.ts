import { sharedSentences } from '#record/index.ts'
import { gramsPossible, weeksPossible } from './entries.ts'

/** Why something about a baby was not recorded, in words for the person who asked. */
export const refusalSentences = {
  ...sharedSentences,
  'record-not-known': 'Rooftree holds no such person’s record.',
  'no-day': 'Give the day on which it was seen, told or read.',
  'weeks-not-possible': `Weeks of pregnancy at birth are a whole number from ${weeksPossible.least} to ${weeksPossible.most}, and days over are from 0 to 6.`,
  'weight-not-possible': `A birth weight is a whole number of grams from ${gramsPossible.least} to ${gramsPossible.most}, such as 3250.`,
  'pregnancy-not-known': 'No such pregnancy is recorded of this person.',
  'pregnancy-over': 'This pregnancy is over. Record it of the baby instead.',
} as const satisfies Record<string, string>

export type InfantRefusal = keyof typeof refusalSentences
