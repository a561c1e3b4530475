import type { Judged as JudgedFor, Performed as PerformedFor } from '#record/index.ts'
import type { FamiliesRefusal } from './refusals.ts'

export { perform } from '#record/index.ts'
export type { Done, Expect } from '#record/index.ts'
export type Judged<T> = JudgedFor<T, FamiliesRefusal>
export type Performed<T> = PerformedFor<T, FamiliesRefusal>
