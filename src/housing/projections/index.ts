import type { Projection } from '#record/index.ts'
import { homes } from './homes.ts'
import { people } from './people.ts'

export type { KeptPerson } from './people.ts'

/** Kept in step with the record, in this order: the second empties the days that both keep, so it is rebuilt first. */
export const housingProjections: readonly Projection[] = [people, homes]
