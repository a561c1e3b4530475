import type { Answer, Answers } from './answers.ts'
import { bedroomStandard, census2021Age16, census2021Age21, localScheme } from './bedroom-standards.ts'
import type { Household } from './household.ts'
import { roomStandard1985 } from './room-standard-1985.ts'
import { sizeCriteria } from './size-criteria.ts'
import { spaceStandard1985 } from './space-standard-1985.ts'

/**
 * The six answers, always all of them: there is no single "overcrowded", and they disagree for the same family. A local scheme
 * adds a seventh and never changes the bedroom answers of the six.
 */
export const assess = (household: Household): Answers => {
  const results: Answer[] = [
    roomStandard1985(household),
    spaceStandard1985(household),
    bedroomStandard(household),
    census2021Age16(household),
    census2021Age21(household),
    sizeCriteria(household),
  ]
  if (household.scheme !== undefined) results.push(localScheme(household, household.scheme))
  let from = 0
  let to = 0
  for (const { ageFrom, ageTo } of household.people) {
    if (ageTo < 1) from += 1
    if (ageFrom < 1) to += 1
  }
  return { results, infants: { from, to }, unborn: household.expected.length }
}
