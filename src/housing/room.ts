import { navigation, routes } from '#access/index.ts'
import { workSections } from '#desk/index.ts'
import { familySections } from '#families/index.ts'
import { policies, questions } from '#policies/index.ts'
import { room } from '#record/index.ts'
import { housingKinds } from './describe.ts'
import { homeSection } from './pages/family-section.ts'
import { overcrowdingQuestion } from './overcrowding/index.ts'
import { housingFunctions } from './functions.ts'
import { housingMigrations } from './migrations.ts'
import { housingPolicies } from './policies.ts'
import { housingProjections } from './projections/index.ts'
import { temporaryNightsQuestion } from './questions/temporary-nights.ts'
import { housingRoutes } from './routes/index.ts'
import { housingWork } from './work.ts'

export const housingRoom = room({
  name: 'housing',
  kinds: housingKinds,
  migrations: housingMigrations,
  functions: housingFunctions,
  projections: housingProjections,
  plugs: [
    ...routes.plug(housingRoutes),
    ...policies.plug(...housingPolicies),
    ...questions.plug(overcrowdingQuestion, temporaryNightsQuestion),
    ...familySections.plug(homeSection),
    ...workSections.plug(...housingWork),
    ...navigation.plug({ text: 'My households', href: '/my-households', roles: ['housing-officer'], place: 'first' }),
  ],
})
