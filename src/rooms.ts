import { accessKinds, accessMigration, accessProjections, looksRestored, looksSealedMigration } from '#access/index.ts'
import type { HouseRoute, Premises } from '#access/index.ts'
import {
  alertAnswersMigration,
  alertLookedMigration,
  alertRoutes,
  alertsFollow,
  alertsKinds,
  alertsMigration,
  alertsPolicies,
  alertsProjections,
  alertsSeenMigration,
  alertsWork,
  askedOfHomes,
  familySectionForAlerts,
  homeSectionForAlerts,
  referralsWaitingMigration,
} from '#alerts/index.ts'
import { deskRoutes } from '#desk/index.ts'
import type { WorkSection } from '#desk/index.ts'
import { enrolmentRoutes } from '#enrolment/index.ts'
import {
  familiesAroundMigration,
  familiesKinds,
  familiesMigration,
  familiesPolicies,
  familiesProjections,
  familiesRoutes,
  familiesWork,
  reasonDaysPolicy,
} from '#families/index.ts'
import {
  feedRoutes,
  feedsKinds,
  feedsMigration,
  feedsPolicies,
  feedsPreparingMigration,
  feedsRememberingMigration,
  feedsWork,
  forgetRowsOf,
  noLongerSaidIn,
} from '#feeds/index.ts'
import type { FeedRooms } from '#feeds/index.ts'
import {
  homeSectionFor,
  housingKinds,
  housingMigration,
  housingPolicies,
  housingProjections,
  housingRoutes,
  housingWork,
} from '#housing/index.ts'
import {
  familySectionForBabies,
  infantSleepKinds,
  infantSleepPolicies,
  infantSleepRoutes,
  personSectionForBabies,
} from '#infant-sleep/index.ts'
import { httpMigration } from '#platform/http/index.ts'
import type { Migration } from '#platform/database/index.ts'
import { numberInForce, policiesKinds, policyRoutes } from '#policies/index.ts'
import type { Policy } from '#policies/index.ts'
import {
  analyzeTablesMigration,
  kindsOf,
  loadMigration,
  loadsInMemoryMigration,
  preparedMigration,
  recordKinds,
  recordMigration,
  recordTables,
  recordVerifiedMigration,
} from '#record/index.ts'
import type { KeptTable, RecordBook } from '#record/index.ts'
import { familySectionForCases, referralsKinds } from '#referrals/index.ts'

/** The ordered list of rooms: what each may record, keeps in step, serves, asks the partnership to decide. The house is this list. */

/** The edition of Rooftree and of its rules: stands in every entry's envelope. */
export const edition = '0.1.0'

export const migrations: readonly Migration[] = [
  httpMigration,
  recordMigration,
  accessMigration,
  familiesMigration,
  housingMigration,
  loadMigration,
  feedsMigration,
  alertsMigration,
  preparedMigration,
  feedsPreparingMigration,
  referralsWaitingMigration,
  familiesAroundMigration,
  loadsInMemoryMigration,
  feedsRememberingMigration,
  alertsSeenMigration,
  alertAnswersMigration,
  alertLookedMigration,
  recordVerifiedMigration,
  looksSealedMigration,
  analyzeTablesMigration,
]

export const recordBook: RecordBook = {
  kinds: kindsOf(
    recordKinds,
    accessKinds,
    policiesKinds,
    familiesKinds,
    housingKinds,
    referralsKinds,
    infantSleepKinds,
    feedsKinds,
    alertsKinds,
  ),
  projections: [...accessProjections, ...familiesProjections, ...housingProjections, ...alertsProjections],
  rules: edition,
  keptApart: [forgetRowsOf],
}

/** What a backup carries beside the record: who looked, the links of adopted children, and what each agency's feed last said, which are in no entry. */
export const keptTables: readonly KeptTable[] = [
  ...recordTables,
  { table: 'look_seal', key: ['batch'], settle: looksRestored },
  { table: 'look', key: ['id'] },
  { table: 'adoption_link', key: ['before_record', 'after_record'] },
  { table: 'feed_delivery', key: ['id'] },
  { table: 'feed_row', key: ['agency', 'kind', 'tbl', 'key'] },
  { table: 'feed_said', key: ['agency', 'kind', 'unit_type', 'unit', 'slot'] },
]

export const policies: readonly Policy[] = [
  ...familiesPolicies,
  ...housingPolicies,
  ...feedsPolicies,
  ...infantSleepPolicies,
  ...alertsPolicies,
]

export const navigation = [
  { text: 'My work', href: '/' },
  { text: 'My households', href: '/my-households', roles: ['housing-officer'] },
  { text: 'Find a family', href: '/find' },
  { text: 'Deliveries', href: '/feeds', roles: ['partnership-manager', 'system-administrator'] },
  { text: 'People and teams', href: '/people-and-teams', roles: ['system-administrator'] },
  { text: 'Settings', href: '/settings' },
  { text: 'About', href: '/about' },
] as const

const workSections: readonly WorkSection[] = [...alertsWork, ...housingWork, ...familiesWork, feedsWork]

export interface Opened extends Premises, FeedRooms {
  readonly record: () => { readonly partnership: string; readonly demo: boolean; readonly loading: boolean }
}

export const routesOf = (opened: Opened): HouseRoute[] => [
  ...deskRoutes({ ...opened, sections: workSections, edition }),
  ...familiesRoutes({
    ...opened,
    sections: [familySectionForCases(noLongerSaidIn), homeSectionFor(), familySectionForBabies, familySectionForAlerts],
    personSections: [personSectionForBabies],
    reasonDays: async (today) => numberInForce(opened.database, reasonDaysPolicy, today),
  }),
  ...enrolmentRoutes(opened),
  ...housingRoutes({ ...opened, sections: [homeSectionForAlerts], asked: askedOfHomes }),
  ...infantSleepRoutes(opened),
  ...feedRoutes(opened),
  ...alertRoutes(opened),
  ...policyRoutes({ ...opened, policies, follows: alertsFollow(opened) }),
]
