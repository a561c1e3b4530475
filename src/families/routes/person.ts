import { partsOpen, route, viewerStanding, waysTo } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { personPageOf } from '../pages/person.ts'
import type { PersonPageView } from '../pages/person.ts'
import { idsOfEntries } from '../pages/timeline-items.ts'
import { familyTitles, personPage } from '../queries/index.ts'
import { knownAsked } from './known.ts'
import { knownAt, namesWithAgencies } from './reading.ts'
import type { Asking, FamiliesRooms } from './rooms.ts'

export const readPerson = async (rooms: FamiliesRooms, ask: Asking): Promise<PersonPageView | undefined> => {
  const record = ask.params['record'] ?? ''
  const known = knownAsked(ask)
  const { visitor: viewer, today } = ask
  const read = await rooms.database.transaction(viewerStanding(viewer, today), async (tx) => {
    const view = await personPage(tx, record, known.asOf)
    return view === undefined ? undefined : { view, families: await familyTitles(tx, [...new Set(view.memberships.map(({ family }) => family))], known.asOf) }
  })
  if (read === undefined) return undefined
  const { view, families } = read
  const { directory, ways } = await rooms.database.transaction('app', async (tx) => ({
    directory: await namesWithAgencies(tx, idsOfEntries(view.entries)),
    ways: await waysTo(tx, viewer, record, today),
  }))
  // Whoever comes only by the home would learn where somebody hides from the page's being there at all.
  const byHomeAlone = ways.every((way) => way === 'responsible-for-home')
  if (view.hidden && byHomeAlone && view.facts.addresses.now.length === 0) return undefined
  return {
    record, view, families, ...known, viewer,
    names: { people: view.people, persons: view.persons, directory },
    parts: partsOpen(viewer.role, ways),
    mayRecord: ways.includes('involved'),
    tellings: rooms.tellings ?? [],
  }
}

export const personShown = ({ view }: PersonPageView): string[] => [...new Set([...view.records, ...view.persons.keys()])]

export const personRoutes = (rooms: FamiliesRooms): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/people/:record',
    what: 'person page',
    rule: { who: 'may-open', param: 'record' },
    handle: async (ask) => {
      const view = await readPerson(rooms, ask)
      if (view === undefined) return { missing: true }
      return { page: personPageOf(ask.shell, view), shown: personShown(view), ...knownAt(view), ...(view.knownError === undefined ? {} : { status: 400 }) }
    },
  }),
]
