import type { Projection } from '#record/index.ts'
import { familyMembers } from './family-members.ts'
import { people } from './people.ts'
import { joinings, persons } from './persons.ts'

/** Kept in step with the record, in this order. */
export const familiesProjections: readonly Projection[] = [joinings, persons, people, familyMembers]
