import type { SizeCriteriaAnswer } from './answers.ts'
import { bedroomsRequired } from './bedroom-standards.ts'
import type { Household } from './household.ts'
import { sizeCriteria as set } from './parameter-sets.ts'
import type { Reason } from './reasons.ts'

/** Universal Credit Regulations 2013, Schedule 4 paragraph 26: a private tenant is helped with four bedrooms at most. */
const limit = set.cap ?? Infinity

/**
 * How many bedrooms rent help pays for: Housing Benefit Regulations 2006 regulation 13D; Universal Credit Regulations 2013
 * Schedule 4. One each for a couple, any other person of 16 or over, two under-16s of one sex, two under-tens of any sex, any
 * other child, and a carer who stays overnight and lives elsewhere; the grouping that needs the fewest; four at most. A
 * child whose main home is elsewhere is not to be in the list.
 *
 * @example couple, F16 M14 F12 M11 F8 M6 M3 F0 → 6 before the limit, 4 after it
 */
export const sizeCriteria = (household: Household): SizeCriteriaAnswer => {
  const { required: forPeople, because } = bedroomsRequired(household, set)
  const overnightCarerRooms = household.overnightCarer ? 1 : 0
  if (overnightCarerRooms > 0) because.push({ code: 'overnight-carer', rooms: overnightCarerRooms })
  const required = { from: forPeople.from + overnightCarerRooms, to: forPeople.to + overnightCarerRooms }
  because.push({ code: 'limit', bedrooms: limit, bites: required.to > limit })
  if (isSingleUnder35(household)) because.push({ code: 'shared-accommodation-may-apply' } satisfies Reason)
  return {
    standard: 'size-criteria',
    required,
    entitlement: { from: Math.min(required.from, limit), to: Math.min(required.to, limit) },
    overnightCarerRooms,
    because,
  }
}

/** A single private tenant under 35 without children usually gets the rate for a room in a shared home. */
const isSingleUnder35 = ({ people, overnightCarer }: Household): boolean =>
  people.length === 1 && !overnightCarer && (people[0]?.ageTo ?? 35) < 35
