import { routes } from '#access/index.ts'
import { familySections, personSections } from '#families/index.ts'
import { policies } from '#policies/index.ts'
import { room } from '#record/index.ts'
import { infantSleepKinds } from './describe.ts'
import { infantSleepPolicies } from './policies.ts'
import { infantSleepRoutes } from './routes.ts'
import { familySectionForBabies, personSectionForBabies } from './sections.ts'

export const infantSleepRoom = room({
  name: 'infant-sleep',
  kinds: infantSleepKinds,
  plugs: [
    ...routes.plug(infantSleepRoutes),
    ...policies.plug(...infantSleepPolicies),
    ...familySections.plug(familySectionForBabies),
    ...personSections.plug(personSectionForBabies),
  ],
})
