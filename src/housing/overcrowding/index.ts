/** Front door of the overcrowding answers. */
export { ageOn as yearsOn, dayKey, plainDate } from './ages.ts'
export { assess } from './assess.ts'
export type {
  Answer,
  Answers,
  BedroomAnswer,
  Borderline,
  Range,
  RoomStandardAnswer,
  SizeCriteriaAnswer,
  SpaceStandardAnswer,
  Verdict,
} from './answers.ts'
export { asAt, compose } from './compose.ts'
export { explain } from './explain.ts'
export type { Area, Household, HouseholdFacts, PersonFacts, RoomFacts, RoomNotCounted, Sex } from './household.ts'
export { factsFrom, householdLine } from './household-line.ts'
export { householdRefusals, householdTakes } from './household-words.ts'
export type { HouseholdRefusal } from './household-refusal.ts'
export { nextChanges, type NextChange, type NextChanges } from './next-change.ts'
export { parameterSets } from './parameter-sets.ts'
export type { ParameterSet, Status } from './parameters.ts'
export { printed } from './printed.ts'
export type { Reason } from './reasons.ts'
export { overcrowdingQuestion } from './question.ts'
