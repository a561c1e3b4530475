export { accessKinds } from './describe.ts'
export { accessRoom } from './room.ts'
export { installViews } from './install-views.ts'
export { setPersons, setReachOf, setRestrictionsOf } from './reach.ts'
export type { ReachRow, RestrictionKind, RestrictionRow } from './reach.ts'
export { isRole, principalsOf, roleNames, roleRules, roles } from './roles.ts'
export type { Role, Viewer } from './roles.ts'
export { views, ways } from './views.ts'
export type { ViewRow, Way } from './views.ts'
export { may } from './may.ts'
export type { Envelope, Grant, Restriction, World } from './may.ts'
export { mayOpen } from './may-open.ts'
export type { Access, DoorFacts, WhomToAsk } from './may-open.ts'
export {
  contactRoute,
  knownElsewhere,
  openFamily,
  openHome,
  openRecord,
  scopesOf,
  viewerStanding,
  waysTo,
  whoIs,
} from './decisions.ts'
export type { KnownElsewhere } from './decisions.ts'
export { partsOpen } from './parts-open.ts'
export type { PartsOpen } from './parts-open.ts'
export { namesOf, peopleAndTeams } from './directory.ts'
export type { Directory, Listing } from './directory.ts'
export { beginLooksCheckpoint, looksRestored, sealLooks, verifyLooks } from './look-seals.ts'
export { accessAround, widens } from './widened.ts'
export { exactMatch, looksAt, looksPerPage, recordLook } from './looks.ts'
export type { LookSeen } from './looks.ts'
export {
  AccessReasonGiven,
  AddressHidden,
  AddressHidingExplained,
  AddressShown,
  agencyKinds,
  AgencyNamed,
  CaseSealed,
  CaseUnsealed,
  InvolvementEnded,
  InvolvementStarted,
  LeadPractitionerNamed,
  ResponsibilityForHomeEnded,
  ResponsibilityForHomeStarted,
  TeamNamed,
  UserEnrolled,
  UserLeft,
} from './entries.ts'
export type { AgencyKind } from './entries.ts'
export { grantRowsOf, leadRowsOf, restrictionRowsOf } from './grant-rows.ts'
export type { GrantRow } from './grant-rows.ts'
export { accessProjections } from './projections.ts'
export { accessSentences } from './commands/refusals.ts'
export { enrolUser, nameAgency, nameTeam, recordLeaver } from './commands/people.ts'
export type { EnrolUser, NameAgency, NameTeam } from './commands/people.ts'
export { endInvolvement, nameLead, startInvolvement, startResponsibility } from './commands/involvement.ts'
export type {
  EndInvolvement,
  NameLeadPractitioner,
  StartInvolvement,
  StartResponsibility,
} from './commands/involvement.ts'
export { giveReason } from './commands/reasons.ts'
export { sealCase, showAddress, unsealCase, withholdAddress } from './commands/withholding.ts'
export type { Withhold } from './commands/withholding.ts'
export { form, formRoutes, navigation, navigationOf, openFrontDesk, route, routes, saidBy } from './door/index.ts'
export type { HouseRoute, NavPlace, Premises, Recorded, Recording, Rule, Visitor } from './door/index.ts'
