import { isKnown, verdict, type BedroomAnswer, type Range } from './answers.ts'
import type { Household, RoomNotCounted } from './household.ts'
import { inOrder, fewest, roomsFor } from './pairing.ts'
import {
  bedroomStandard as bedroomStandardSet,
  census2021Age16 as age16Set,
  census2021Age21 as age21Set,
} from './parameter-sets.ts'
import type { ParameterSet } from './parameters.ts'
import type { Reason } from './reasons.ts'
import { countShown } from './shown.ts'
import { tally, type Tally } from './tally.ts'

/**
 * Standards that count bedrooms: the bedroom standard of the English Housing Survey and of national allocations guidance
 * (age 21), the two published wordings of the Census 2021 occupancy rating (age 16, age 21), and local schemes. One bedroom
 * for each couple, each other person of the set's age, and the pairs in their order. Nobody shares with a parent, a baby
 * included: that is a count of bedrooms, never advice on where a baby sleeps.
 *
 * @example couple with F17 and F15 → bedroom standard 2, Census with age 16 3, with age 21 2
 */
export const bedroomStandard = (household: Household): BedroomAnswer =>
  bedroomAnswer(household, 'bedroom-standard', bedroomStandardSet, household.home.bedrooms)

export const census2021Age16 = (household: Household): BedroomAnswer =>
  bedroomAnswer(household, 'census-2021-age-16', age16Set, household.home.bedrooms)

export const census2021Age21 = (household: Household): BedroomAnswer =>
  bedroomAnswer(household, 'census-2021-age-21', age21Set, household.home.bedrooms)

export const localScheme = (household: Household, set: ParameterSet): BedroomAnswer =>
  bedroomAnswer(household, 'local-scheme', set, household.home.schemeBedrooms)

const bedroomAnswer = (
  household: Household,
  standard: BedroomAnswer['standard'],
  set: ParameterSet,
  available: number | undefined,
): BedroomAnswer => {
  const { required, because } = bedroomsRequired(household, set)
  const overcrowded =
    available === undefined ? 'cannot-tell' : verdict(required.from > available, required.to > available)
  because.push(...whyAvailable(household, available))
  const roomsNotCounted =
    standard === 'local-scheme' ? notCountedByScheme(household, set) : household.home.bedroomsNotCounted
  return { standard, set, overcrowded, required, available, roomsNotCounted, because }
}

const notCountedByScheme = ({ home }: Household, set: ParameterSet): RoomNotCounted[] => [
  ...home.bedroomsNotCounted.filter(({ why }) => why !== 'living-room' || !set.livingRoomCounts),
  ...home.schemeTooSmall,
]

/** The bedrooms that a household needs under one set, with the working; a range only where sex or age is not known. */
export const bedroomsRequired = (household: Household, set: ParameterSet): { required: Range; because: Reason[] } => {
  const least = tally(household, set, 'ageFrom')
  const unsure = set.infantCountsFromMonths > 0 || household.people.some(({ ageFrom, ageTo }) => ageFrom !== ageTo)
  const most = unsure ? tally(household, set, 'ageTo') : least
  const shared = set.pairing === 'fewest' ? fewest : inOrder
  const low = roomsFor(shared, least)
  const high = most === least ? low : roomsFor(shared, most)
  const required = { from: ownRooms(least) + low.from, to: ownRooms(most) + high.to }
  const because = isKnown(required) ? working(least, set) : [unknownWorking(household, set, required)]
  if (isKnown(required)) because.push(...whatIsUnknown(household, set))
  because.push(...countShown(household, least))
  return { required, because }
}

const ownRooms = ({ couples, adults, loneParents }: Tally): number => couples + adults + loneParents

const unknownWorking = (household: Household, set: ParameterSet, required: Range): Reason => ({
  code: 'required-between',
  ...required,
  ...unknowns(household, set),
})

const whatIsUnknown = (household: Household, set: ParameterSet): Reason[] => {
  const unknown = unknowns(household, set)
  return unknown.sexUnknown + unknown.ageUnknown > 0 ? [{ code: 'unknown-changes-nothing', ...unknown }] : []
}

/** Couples have their room whatever their sex and age, and so has an adult whatever their sex. */
const unknowns = ({ people }: Household, set: ParameterSet): { sexUnknown: number; ageUnknown: number } => {
  let sexUnknown = 0
  let ageUnknown = 0
  for (const { sex, inCouple, ageFrom, ageTo } of people) {
    if (inCouple) continue
    if (sex === 'unknown' && ageFrom < set.adultAge) sexUnknown += 1
    if (ageFrom !== ageTo) ageUnknown += 1
  }
  return { sexUnknown, ageUnknown }
}

/** Each step of the rule that gave a bedroom. Where somebody's sex cannot change the number, one reading of it is shown. */
const working = (who: Tally, set: ParameterSet): Reason[] => {
  const because: Reason[] = []
  if (who.couples > 0) because.push({ code: 'couples', rooms: who.couples })
  if (who.adults > 0) because.push({ code: 'own-room-by-age', rooms: who.adults, age: set.adultAge })
  if (who.loneParents > 0) because.push({ code: 'lone-parent', rooms: who.loneParents })
  because.push(...(set.pairing === 'fewest' ? fewestWorking(who) : inOrderWorking(who, set)))
  return because
}

const inOrderWorking = (who: Tally, set: ParameterSet): Reason[] => {
  const olderMale = who.olderMale + who.olderUnknown
  const youngerMale = who.youngerMale + who.youngerUnknown
  const to = set.adultAge - 1
  const pairs = Math.floor(olderMale / 2) + Math.floor(who.olderFemale / 2)
  const withYounger =
    (olderMale % 2 === 1 && youngerMale > 0 ? 1 : 0) + (who.olderFemale % 2 === 1 && who.youngerFemale > 0 ? 1 : 0)
  const alone = (olderMale % 2) + (who.olderFemale % 2) - withYounger
  const left = youngerMale + who.youngerFemale - withYounger
  const because: Reason[] = []
  if (pairs > 0) because.push({ code: 'same-sex-pairs', rooms: pairs, to })
  if (withYounger > 0) because.push({ code: 'older-with-younger', rooms: withYounger, to })
  if (alone > 0) because.push({ code: 'older-alone', rooms: alone, to })
  if (left > 1) because.push({ code: 'under-ten-pairs', rooms: Math.floor(left / 2) })
  if (left % 2 === 1) because.push({ code: 'under-ten-alone', rooms: 1 })
  return because
}

const fewestWorking = (who: Tally): Reason[] => {
  const olderMale = who.olderMale + who.olderUnknown
  const youngerMale = who.youngerMale + who.youngerUnknown
  const rooms = fewest(olderMale, who.olderFemale, youngerMale, who.youngerFemale)
  if (rooms === 0) return []
  const unmixed = Math.ceil((olderMale + youngerMale) / 2) + Math.ceil((who.olderFemale + who.youngerFemale) / 2)
  if (rooms === unmixed) return [{ code: 'under-sixteens-of-one-sex', rooms }]
  const because: Reason[] = [{ code: 'mixed-pair-under-ten', rooms: 1 }]
  if (rooms > 1) because.push({ code: 'under-sixteens-of-one-sex', rooms: rooms - 1 })
  return because
}

const whyAvailable = ({ home }: Household, available: number | undefined): Reason[] => {
  if (available === undefined) return [{ code: 'bedrooms-not-recorded' }]
  if (home.bedSitting) return [{ code: 'bed-sitting-room' }]
  return home.available === undefined && available === 0 ? [{ code: 'no-bedroom-recorded' }] : []
}
