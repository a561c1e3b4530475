import { assess, parameterSets } from '#housing/overcrowding/index.ts'
import type {
  Answer,
  BedroomAnswer,
  Household,
  RoomStandardAnswer,
  SpaceStandardAnswer,
} from '#housing/overcrowding/index.ts'
import type { EntryId } from '#record/index.ts'
import type { HomeForRules, NotKnown, Shortfall } from './home-for-rules.ts'
import { standardOf } from './policies.ts'
import type { AlertSettings } from './policies.ts'

/** What the answers on overcrowding say to the rules of alerts. */

/** An answer, with the entries that it rests on. */
interface AnswerResting {
  readonly answer: Answer
  readonly restsOn: readonly EntryId[]
}

/** Bedrooms short by the standard that the partnership chose. */
export const shortfallIn = (
  household: Household,
  answers: readonly AnswerResting[],
  settings: Pick<AlertSettings, 'overcrowding'>,
): Shortfall | NotKnown => {
  const standard = standardOf(settings)
  const set = standard === 'bedroom-standard' ? undefined : parameterSets.get(standard)
  const results =
    set === undefined
      ? answers.map(({ answer }) => answer)
      : assess({ ...household, scheme: set, home: { ...household.home, schemeBedrooms: household.home.bedrooms } })
          .results
  const answer = results.find(
    (one): one is BedroomAnswer => one.standard === (set === undefined ? 'bedroom-standard' : 'local-scheme'),
  )
  if (answer?.available === undefined) return { is: 'not-known' }
  const entries = answers.find((one) => one.answer.standard === 'bedroom-standard')?.restsOn ?? []
  const {
    required: { from, to },
    available,
  } = answer
  return {
    is: 'known',
    least: Math.max(0, from - available),
    most: Math.max(0, to - available),
    needed: from,
    available,
    standard,
    entries,
  }
}

/** Crowding by the Housing Act 1985: `no` only where both of its standards say so. */
export const statutoryIn = (answers: readonly AnswerResting[]): HomeForRules['statutory'] => {
  const both = answers.filter(
    (one): one is typeof one & { answer: RoomStandardAnswer | SpaceStandardAnswer } =>
      one.answer.standard === 'room-standard-1985' || one.answer.standard === 'space-standard-1985',
  )
  const broken = both.filter(({ answer }) => answer.overcrowded === true)
  if (broken.length > 0)
    return {
      is: 'yes',
      by: broken.map(({ answer }) => answer.standard),
      entries: [...new Set(broken.flatMap(({ restsOn }) => restsOn))],
    }
  return both.length > 0 && both.every(({ answer }) => answer.overcrowded === false)
    ? { is: 'no', by: [], entries: both.flatMap(({ restsOn }) => restsOn) }
    : { is: 'not-known' }
}
