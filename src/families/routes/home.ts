import { contactRoute, partsOpen, route, viewerStanding, waysTo } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { homePageOf } from '../pages/home.ts'
import { idsOfEntries } from '../pages/timeline-items.ts'
import { homePage, livingIn } from '../queries/index.ts'
import { namesWithAgencies } from './reading.ts'
import type { FamiliesRooms } from './rooms.ts'

export const homeRoutes = (rooms: FamiliesRooms): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/homes/:home/people',
    what: 'household page',
    rule: { who: 'may-open', param: 'home' },
    handle: async (request) => {
      const home = request.params['home'] ?? ''
      const { visitor: viewer, today } = request
      const living = await rooms.database.transaction('app', async (tx) => livingIn(tx, home, today))
      const view = await rooms.database.transaction(viewerStanding(viewer, today), async (tx) =>
        homePage(tx, home, living, { on: today }),
      )
      const records = view.residents.map(({ record }) => record)
      const read = await rooms.database.transaction('app', async (tx) => ({
        directory: await namesWithAgencies(tx, idsOfEntries(view.entries)),
        ways: await waysTo(tx, viewer, home, today),
        ring: records.length === 0 ? undefined : await contactRoute(tx, records, today),
      }))
      return {
        page: homePageOf(request.shell, {
          view,
          directory: read.directory,
          parts: partsOpen(viewer.role, read.ways),
          ring: read.ring,
          on: today,
        }),
        shown: [home, ...records],
      }
    },
  }),
]
