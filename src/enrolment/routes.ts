import { route } from '#access/index.ts'
import type { HouseRoute, Premises } from '#access/index.ts'
import { agencyAndTeamRoutes } from './agencies-and-teams.ts'
import { peoplePage } from './list-page.ts'
import { paths } from './paths.ts'
import { peopleRoutes } from './people.ts'
import { among, readRegister } from './register.ts'

export const enrolmentRoutes = (premises: Premises): HouseRoute[] => [
  route({
    method: 'GET',
    path: paths.list,
    what: 'list of people and teams',
    rule: { who: 'administers', what: 'people' },
    handle: async (request) => {
      const all = await premises.database.transaction('app', readRegister)
      const who = (request.query['who'] ?? '').trim().slice(0, 100)
      const asked = Number(request.query['page'] ?? '1')
      return {
        page: peoplePage(request.shell, all, {
          found: among(all, who),
          who,
          page: Number.isInteger(asked) ? asked : 1,
        }),
        shown: [],
      }
    },
  }),
  ...agencyAndTeamRoutes(premises),
  ...peopleRoutes(premises),
]
