import { navigation, routes } from '#access/index.ts'
import { workSections } from '#desk/index.ts'
import { policies } from '#policies/index.ts'
import { room } from '#record/index.ts'
import { noLongerSaid } from '#referrals/index.ts'
import { feedsKinds, noLongerSaidIn } from './describe.ts'
import { forgetRowsOf } from './loading/disposal.ts'
import { feedsPolicies } from './loading/policies.ts'
import { feedsMigrations } from './migrations.ts'
import { paths } from './paths.ts'
import { feedRoutes } from './routes.ts'
import { feedsWork } from './work.ts'

export const feedsRoom = room({
  name: 'feeds',
  kinds: feedsKinds,
  migrations: feedsMigrations,
  keptApart: [forgetRowsOf],
  // What each agency's feed last said is in no entry.
  keptTables: [
    { table: 'feed_delivery', key: ['id'] },
    { table: 'feed_row', key: ['agency', 'kind', 'tbl', 'key'] },
    { table: 'feed_said', key: ['agency', 'kind', 'unit_type', 'unit', 'slot'] },
  ],
  plugs: [
    ...routes.plug(feedRoutes),
    ...policies.plug(...feedsPolicies),
    ...workSections.plug(feedsWork),
    ...noLongerSaid.plug(noLongerSaidIn),
    ...navigation.plug({
      text: 'Deliveries',
      href: paths.deliveries,
      roles: ['partnership-manager', 'system-administrator'],
    }),
  ],
})
