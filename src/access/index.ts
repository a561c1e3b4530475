export { accessMigration } from './migration.ts'
export { setPersons, setReach, setReaches, setRestrictions, setRestrictionsOf } from './reach.ts'
export type { RestrictionKind, RestrictionRow } from './reach.ts'
