export { accessMigration } from './migration.ts'
export { setPersons, setReach, setReaches, setReachOf, setRestrictions, setRestrictionsOf } from './reach.ts'
export type { ReachRow, RestrictionKind, RestrictionRow } from './reach.ts'
