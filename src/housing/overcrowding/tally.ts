import { monthsOn, weekOfPregnancy } from './ages.ts'
import type { Household, Sleeper } from './household.ts'
import type { ParameterSet } from './parameters.ts'
import type { Sharers } from './pairing.ts'

/** Who needs a room of their own and who may share, under one set of parameters. */
export interface Tally extends Sharers {
  readonly couples: number
  readonly loneParents: number
  readonly adults: number
  readonly infantsNotCounted: number
  readonly unbornCounted: number
}

/**
 * Sort the household by the lines a set draws. Where an age is not known, `ageFrom` gives the fewest rooms that it can lead
 * to and `ageTo` the most: growing older never makes anybody easier to pair.
 */
export const tally = (household: Household, set: ParameterSet, end: 'ageFrom' | 'ageTo'): Tally => {
  const counts = nobody()
  for (const person of household.people) {
    const age = person[end]
    if (person.inCouple) counts.couples += 0.5
    else if (age >= set.adultAge) counts.adults += 1
    else if (set.loneParentOwnRoom && person.loneParent) counts.loneParents += 1
    else if (age >= 10) {
      if (person.sex === 'male') counts.olderMale += 1
      else if (person.sex === 'female') counts.olderFemale += 1
      else counts.olderUnknown += 1
    } else if (set.infantCountsFromMonths > 0 && !babyCounts(household, set, person, end)) counts.infantsNotCounted += 1
    else if (person.sex === 'male') counts.youngerMale += 1
    else if (person.sex === 'female') counts.youngerFemale += 1
    else counts.youngerUnknown += 1
  }
  if (set.unbornCountsFromWeek !== undefined) {
    const from = set.unbornCountsFromWeek
    counts.unbornCounted = household.expected.filter((due) => weekOfPregnancy(due, household.on) >= from).length
    counts.youngerUnknown += counts.unbornCounted
  }
  return counts
}

/** Whether somebody under ten has reached the month from which a scheme counts a baby, or is a twin whom it counts before. */
const babyCounts = (household: Household, set: ParameterSet, person: Sleeper, end: 'ageFrom' | 'ageTo'): boolean => {
  const months =
    person.born === undefined ? person[end] * 12 + (end === 'ageTo' ? 11 : 0) : monthsOn(person.born, household.on)
  if (months >= set.infantCountsFromMonths) return true
  if (!set.multipleBirthsCount) return false
  return household.people.some(
    (other) => other !== person && other[end] === person[end] && mayBeTwins(person, other, end),
  )
}

/** Born on one day. Two babies known by age alone may be twins or not: not at the low end, twins at the high end. */
const mayBeTwins = (one: Sleeper, other: Sleeper, end: 'ageFrom' | 'ageTo'): boolean =>
  one.born === undefined || other.born === undefined ? end === 'ageTo' : one.born === other.born

const nobody = () => ({
  couples: 0,
  loneParents: 0,
  adults: 0,
  infantsNotCounted: 0,
  unbornCounted: 0,
  olderMale: 0,
  olderFemale: 0,
  olderUnknown: 0,
  youngerMale: 0,
  youngerFemale: 0,
  youngerUnknown: 0,
})
