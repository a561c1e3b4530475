import type { Entry } from '#record/index.ts'

/** What a fact is about; what it says stands with the home and its people. */
export const factInWords = ({ kind }: Pick<Entry, 'kind'>): string => facts[kind] ?? 'Another fact'

const facts: Readonly<Record<string, string>> = {
  SleepsHereStated: 'Who sleeps here',
  AddressStated: 'Address',
  BirthStated: 'Birth date',
  DeathStated: 'A death',
  PregnancyEnded: 'How a pregnancy ended',
  SexStated: 'Sex',
  RelationshipStated: 'Who is a couple, or parent and child',
  RoomsStated: 'The rooms',
  HomeDescribed: 'The number of bedrooms',
  ConditionStated: 'What is wrong with the home',
  PlacementStated: 'A stay in temporary accommodation',
  RegisterApplicationStated: 'The housing application',
  PregnancyStated: 'A birth expected',
  SleepingArrangementStated: 'Where a baby sleeps',
  GestationAtBirthStated: 'How early a baby was born',
  BirthWeightStated: 'A birth weight',
  SmokingNearBabyStated: 'Whether anybody near a baby smokes',
  BabyIllnessStated: 'Whether a baby is ill',
  ChildInNeedPlanStated: 'A child in need plan',
  ChildProtectionPlanStated: 'A child protection plan',
}
