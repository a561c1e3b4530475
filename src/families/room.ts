import { navigation, routes } from '#access/index.ts'
import { workSections } from '#desk/index.ts'
import { policies } from '#policies/index.ts'
import { room } from '#record/index.ts'
import { familiesKinds } from './describe.ts'
import { familiesFunctions } from './functions.ts'
import { familiesMigrations } from './migrations.ts'
import { familiesPolicies } from './policies.ts'
import { familiesProjections } from './projections/all.ts'
import { familiesRoutes } from './routes.ts'
import { paths } from './paths.ts'
import { familiesWork } from './work.ts'

export const familiesRoom = room({
  name: 'families',
  kinds: familiesKinds,
  migrations: familiesMigrations,
  functions: familiesFunctions,
  projections: familiesProjections,
  // The link of an adopted child to who they were is in no entry.
  keptTables: [{ table: 'adoption_link', key: ['before_record', 'after_record'] }],
  plugs: [
    ...routes.plug(familiesRoutes),
    ...policies.plug(...familiesPolicies),
    ...workSections.plug(...familiesWork),
    ...navigation.plug({ text: 'Find a family', href: paths.find }),
  ],
})
