import type { Projection } from '#record/index.ts'
import { familyMembers } from './family-members.ts'
import { homeReach } from './home-reach.ts'
import { people } from './people.ts'
import { joinings, persons } from './persons.ts'
import { residence } from './residence-rows.ts'

/** Kept in step with the record, in this order. */
export const familiesProjections: readonly Projection[] = [
  joinings,
  persons,
  people,
  residence,
  familyMembers,
  homeReach,
]

/**
 * What this room's own commands read. A large load that nobody looks at yet may keep only these in step, and `rebuild` after: a
 * single statement then takes a third of the time.
 */
export const familiesProjectionsForLoading: readonly Projection[] = [joinings, persons, familyMembers]
