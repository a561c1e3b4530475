import { routes } from '#access/index.ts'
import { workSections } from '#desk/index.ts'
import { familySections } from '#families/index.ts'
import { askedOfHomes, homeSections } from '#housing/index.ts'
import { policies, policyFollows, questions } from '#policies/index.ts'
import { room } from '#record/index.ts'
import { alertsKinds } from './describe.ts'
import { alertsFunctions } from './functions.ts'
import { alertsMigrations } from './migrations.ts'
import { alertsPolicies } from './policies.ts'
import { alertsProjections } from './projection/index.ts'
import { homeAlertsQuestion } from './questions/home-alerts.ts'
import { significantOvercrowdingQuestion } from './questions/significant-overcrowding.ts'
import { alertRoutes, overcrowdingFollows } from './routes.ts'
import { alertsWork, askedByAlerts, familySectionForAlerts, homeSectionForAlerts } from './work.ts'

export const alertsRoom = room({
  name: 'alerts',
  kinds: alertsKinds,
  migrations: alertsMigrations,
  functions: alertsFunctions,
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
