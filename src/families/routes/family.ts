import { looksAt, looksPerPage, namesOf, route, viewerStanding } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { familyPageOf } from '../pages/family.ts'
import { looksPageOf } from '../pages/looks.ts'
import { timelinePageOf } from '../pages/timeline.ts'
import { knownAt, readFamily, shownOf } from './reading.ts'
import type { FamiliesRooms } from './rooms.ts'

export const familyRoutes = (rooms: FamiliesRooms): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/families/:family',
    what: 'family page',
    rule: { who: 'may-open', param: 'family' },
    handle: async (request) => {
      const view = await readFamily(rooms, request, { withSections: true })
      if (view === undefined) return { missing: true }
      return {
        page: familyPageOf(request.shell, view),
        shown: shownOf(view),
        ...knownAt(view),
        ...(view.knownError === undefined ? {} : { status: 400 }),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/families/:family/timeline',
    what: 'timeline of a family',
    rule: { who: 'may-open', param: 'family' },
    handle: async (request) => {
      const view = await readFamily(rooms, request)
      if (view === undefined) return { missing: true }
      const page = Number(request.query['page'] ?? '1')
      const timeline = timelinePageOf(request.shell, view, {
        about: request.query['about'] ?? '',
        agency: request.query['agency'] ?? '',
        page: Number.isInteger(page) ? page : 1,
      })
      return {
        page: timeline,
        shown: shownOf(view),
        ...knownAt(view),
        ...(view.knownError === undefined ? {} : { status: 400 }),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/families/:family/looks',
    what: 'who has looked at a family',
    rule: { who: 'may-open', param: 'family' },
    handle: async (request) => {
      const view = await readFamily(rooms, { ...request, query: {} })
      if (view === undefined) return { missing: true }
      const asked = Number(request.query['page'] ?? '1')
      const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
      const { looks, more } = await rooms.database.transaction(
        viewerStanding(request.visitor, request.today),
        async (tx) => looksAt(tx, view.view.family, page),
      )
      const directory = await rooms.database.transaction('app', async (tx) =>
        namesOf(
          tx,
          looks.flatMap(({ user, agency }) => [user, agency]),
        ),
      )
      return {
        page: looksPageOf(request.shell, view, { looks, more, page, size: looksPerPage, directory }),
        shown: [view.view.family],
      }
    },
  }),
]
