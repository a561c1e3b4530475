/** Front door of the alerts room. */
export {
  alertsKinds,
  AlertAnswered,
  AlertChanged,
  AlertRaised,
  AlertResolved,
  ReferralMade,
  ReferralTakenUp,
} from './entries.ts'
export type { AnswerGiven, Level, Part, RuleName } from './entries.ts'
export type { HomeForRules } from './home-for-rules.ts'
export { readHomes } from './homes-for-rules.ts'
export type { HomeRead } from './homes-for-rules.ts'
export { findingsOf, nextLookOn, significantOvercrowding } from './rules/index.ts'
export type { Finding } from './rules/index.ts'
export { assess, readSettings } from './assess.ts'
export type { Assessed } from './assess.ts'
export { assessWhatIsDue } from './due.ts'
export { alertFacts, asksOn } from './facts.ts'
export type { AlertFacts } from './facts.ts'
export { levelInWords, ruleInWords, sentenceOf } from './in-words.ts'
export { alertsPolicies, significantOvercrowdingPolicy } from './policies.ts'
export type { AlertSettings } from './policies.ts'
export { alertsMigration } from './projection/migration.ts'
export { alertsSeenMigration } from './projection/seen-migration.ts'
export { alertAnswersMigration } from './projection/answers-migration.ts'
export { alertLookedMigration } from './projection/looked-migration.ts'
export { referralsWaitingMigration } from './referrals/migration.ts'
export { alertsProjections } from './projection/index.ts'
export { alertRoutes, alertsFollow } from './routes.ts'
export { alertsWork, askedOfHomes, familySectionForAlerts, homeSectionForAlerts } from './work.ts'
export { inWords as alertInWords } from './pages/history.ts'
