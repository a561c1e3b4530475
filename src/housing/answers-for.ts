import type { EntryId } from '#record/index.ts'
import { perhapsHere } from './facts/home.ts'
import { householdForOvercrowding } from './household.ts'
import type { Bond, Countable, HomeCounted, RestsOn } from './household.ts'
import { assess, explain, nextChanges } from './overcrowding/index.ts'
import type { Answer, Answers, Household, HouseholdRefusal, NextChanges } from './overcrowding/index.ts'
import type { PersonId } from './subjects.ts'

/** One of the six answers, in sentences (the result first, then the working), with the entries it rests on. */
export interface AnswerShown {
  readonly answer: Answer
  readonly sentences: readonly string[]
  readonly restsOn: readonly EntryId[]
}

export interface HomeAnswers {
  readonly household: Household
  readonly answers: Answers
  readonly shown: readonly AnswerShown[]
  readonly next: NextChanges
  /** People counted whose birthdays cannot be foreseen. */
  readonly birthdaysNotKnown: readonly PersonId[]
  /** What would be so if those also slept here of whom it is not known. */
  readonly ifTheyDo?: Answers
}

export type NoAnswers = { readonly cannot: readonly HouseholdRefusal[] }

/** All six answers for a home on a day, or why there are none. */
export const answersFor = (
  home: HomeCounted,
  people: ReadonlyMap<PersonId, Countable>,
  bonds: readonly Bond[],
  on: Temporal.PlainDate,
): HomeAnswers | NoAnswers => {
  const counted = householdForOvercrowding(home, people, bonds, on)
  if (!counted.accepted) return { cannot: [...new Set(counted.because.map(({ reason }) => reason))] }
  const { household, restsOn } = counted.value
  const answers = assess(household)
  const perhaps = perhapsHere(home)
  const more = perhaps.length === 0 ? undefined : householdForOvercrowding(home, people, bonds, on, perhaps)
  return {
    household,
    answers,
    shown: answers.results.map((answer) => shownOf(answer, [...new Set(restsFor(answer, restsOn))])),
    next: nextChanges(household, answers),
    birthdaysNotKnown: household.people.filter(({ born }) => born === undefined).map(({ id }) => id),
    ...(more?.accepted === true ? { ifTheyDo: assess(more.value.household) } : {}),
  }
}

/** Sentences are made when they are asked for: a list or a rule of a thousand homes asks for none. */
const shownOf = (answer: Answer, restsOn: readonly EntryId[]): AnswerShown => ({
  answer,
  restsOn,
  get sentences() {
    return explain(answer)
  },
})

/** Each standard looks at its own facts: the space standard at no sex and no couple, the size criteria at no rooms. */
const restsFor = ({ standard }: Answer, { occupancy, births, sex, bonds, rooms, expected }: RestsOn): EntryId[] => {
  switch (standard) {
    case 'space-standard-1985':
      return [...occupancy, ...births, ...rooms]
    case 'size-criteria':
      return [...occupancy, ...births, ...sex, ...bonds]
    case 'room-standard-1985':
      return [...occupancy, ...births, ...sex, ...bonds, ...rooms]
    case 'bedroom-standard':
    case 'census-2021-age-16':
    case 'census-2021-age-21':
    case 'local-scheme':
      return [...occupancy, ...births, ...sex, ...bonds, ...rooms, ...expected]
    default:
      return standard satisfies never
  }
}
