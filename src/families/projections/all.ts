import type { Projection } from '#record/index.ts'
import { familyMembers } from './family-members.ts'
import { people } from './people.ts'
import { persons } from './persons.ts'

/** Kept in step with the record, in this order. */
export const familiesProjections: readonly Projection[] = [persons, people, familyMembers]
