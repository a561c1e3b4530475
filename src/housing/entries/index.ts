import type { DeclaredKind } from '#record/index.ts'
import { ConditionStated } from './conditions.ts'
import { HomeDescribed } from './home.ts'
import { RegisterApplicationStated, TenancyStated } from './letting.ts'
import { OnApplicationStated, OnTenancyStated, SleepsHereStated } from './occupancy.ts'
import { PlacementStated } from './placements.ts'
import { RoomsStated } from './rooms.ts'
import { SleepingArrangementStated } from './sleeping.ts'

export * from './conditions.ts'
export * from './home.ts'
export * from './letting.ts'
export * from './occupancy.ts'
export * from './placements.ts'
export * from './rooms.ts'
export * from './sleeping.ts'

/** What this room may add to the record. */
export const housingKinds: readonly DeclaredKind[] = [
  HomeDescribed,
  RoomsStated,
  SleepsHereStated,
  OnTenancyStated,
  OnApplicationStated,
  SleepingArrangementStated,
  ConditionStated,
  PlacementStated,
  RegisterApplicationStated,
  TenancyStated,
]
