import { routes } from '#access/index.ts'
import { workSections } from '#desk/index.ts'
import { familySections } from '#families/index.ts'
import { askedOfHomes, homeSections } from '#housing/index.ts'
import { policies, policyFollows, questions } from '#policies/index.ts'
import { room } from '#record/index.ts'
import { alertsKinds } from './describe.ts'
import { alertsPolicies } from './policies.ts'
import { alertAnswersMigration } from './projection/answers-migration.ts'
import { alertsProjections } from './projection/index.ts'
import { alertLookedMigration } from './projection/looked-migration.ts'
import { alertsMigration } from './projection/migration.ts'
import { alertsSeenMigration } from './projection/seen-migration.ts'
import { homeAlertsQuestion } from './questions/home-alerts.ts'
import { significantOvercrowdingQuestion } from './questions/significant-overcrowding.ts'
import { referralsWaitingMigration } from './referrals/migration.ts'
import { alertRoutes, overcrowdingFollows } from './routes.ts'
import { alertsWork, askedByAlerts, familySectionForAlerts, homeSectionForAlerts } from './work.ts'

export const alertsRoom = room({
  name: 'alerts',
  kinds: alertsKinds,
  migrations: [
    alertsMigration,
    referralsWaitingMigration,
    alertsSeenMigration,
    alertAnswersMigration,
    alertLookedMigration,
  ],
  projections: alertsProjections,
  plugs: [
    ...routes.plug(alertRoutes),
    ...policies.plug(...alertsPolicies),
    ...questions.plug(significantOvercrowdingQuestion, homeAlertsQuestion),
    ...policyFollows.plug(overcrowdingFollows),
    // Referrals that nobody has taken up stand above what alerts ask.
    ...workSections.plug(...alertsWork.toReversed()),
    ...familySections.plug(familySectionForAlerts),
    ...homeSections.plug(homeSectionForAlerts),
    ...askedOfHomes.plug(askedByAlerts),
  ],
})
