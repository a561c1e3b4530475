import type { DeclaredKind } from '#record/index.ts'
import { AddressStated, HomeNamed } from './addresses.ts'
import { BirthStated, DeathStated } from './birth-and-death.ts'
import { ContactRecorded } from './contacts.ts'
import {
  FamiliesMerged,
  FamilyMemberJoined,
  FamilyMemberLeft,
  FamilyNamed,
  FamilyOpened,
  FamilySplit,
} from './families.ts'
import { RecordsJoined, RecordsParted } from './linkage.ts'
import { NamesStated } from './names.ts'
import { NhsNumberStated, PersonRecordOpened, SexStated, UpnStated } from './person-records.ts'
import { ChildOfPregnancyBorn, PregnancyEnded, PregnancyOutcomeStated, PregnancyStated } from './pregnancy.ts'
import { RelationshipStated } from './relationships.ts'
import { ParentalResponsibilityStated } from './responsibility.ts'

export * from './addresses.ts'
export * from './birth-and-death.ts'
export * from './contacts.ts'
export * from './families.ts'
export * from './linkage.ts'
export * from './names.ts'
export * from './person-records.ts'
export * from './pregnancy.ts'
export * from './relationships.ts'
export * from './responsibility.ts'
export type { Somebody } from './shapes.ts'

/** What this room may add to the record. */
export const familiesKinds: readonly DeclaredKind[] = [
  PersonRecordOpened,
  NamesStated,
  SexStated,
  NhsNumberStated,
  UpnStated,
  BirthStated,
  DeathStated,
  PregnancyStated,
  PregnancyEnded,
  PregnancyOutcomeStated,
  ChildOfPregnancyBorn,
  AddressStated,
  HomeNamed,
  RelationshipStated,
  ParentalResponsibilityStated,
  FamilyOpened,
  FamilyNamed,
  FamilyMemberJoined,
  FamilyMemberLeft,
  FamilySplit,
  FamiliesMerged,
  ContactRecorded,
  RecordsJoined,
  RecordsParted,
]
