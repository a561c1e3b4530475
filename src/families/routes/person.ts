import { partsOpen, route, viewerStanding, waysTo } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import { drawnSections, personSections } from '../pages/family-view.ts'
import type { SectionRead } from '../pages/family-view.ts'
import { personPageOf } from '../pages/person.ts'
import type { PersonPageView } from '../pages/person.ts'
import { idsOfEntries } from '../pages/timeline-items.ts'
import { familyTitles, personPage } from '../queries/index.ts'
import { knownAsked } from './known.ts'
import { idsOfSections, knownAt, namesWithAgencies } from './reading.ts'
import type { Asked, FamiliesRooms } from './rooms.ts'

export const readPerson = async (
  rooms: FamiliesRooms,
  request: Asked,
  { withSections = false } = {},
): Promise<PersonPageView | undefined> => {
  const record = request.params['record'] ?? ''
  const known = knownAsked(request)
  const { visitor: viewer, today } = request
  const read = await rooms.database.transaction(viewerStanding(viewer, today), async (tx) => {
    const view = await personPage(tx, record, known.asOf)
    if (view === undefined) return undefined
    const sections: { heading: string; section: SectionRead }[] = []
    for (const { heading, read: readSection } of withSections ? personSections.from(rooms.plugs) : []) {
      const section = await readSection({
        tx,
        plugs: rooms.plugs,
        view,
        viewer,
        on: known.on,
        knownAt: known.asOf.knownAt,
      })
      if (section !== undefined) sections.push({ heading, section })
    }
    return {
      view,
      sections,
      families: await familyTitles(tx, [...new Set(view.memberships.map(({ family }) => family))], known.asOf),
    }
  })
  if (read === undefined) return undefined
  const { view, families, sections } = read
  const { directory, ways } = await rooms.database.transaction('app', async (tx) => ({
    directory: await namesWithAgencies(tx, [...idsOfEntries(view.entries), ...idsOfSections(sections)]),
    ways: await waysTo(tx, viewer, record, today),
  }))
  // Whoever comes only by the home would learn where somebody hides from the page's being there at all.
  const byHomeAlone = ways.every((way) => way === 'responsible-for-home')
  if (view.hidden && byHomeAlone && view.facts.addresses.now.length === 0) return undefined
  const names = { people: view.people, persons: view.persons, directory }
  const parts = partsOpen(viewer.role, ways)
  const mayRecord = ways.includes('involved')
  return {
    record,
    view,
    families,
    ...known,
    viewer,
    names,
    parts,
    mayRecord,
    sections: drawnSections(sections, { names, parts, mayRecord: mayRecord && known.known === undefined }),
    kinds: rooms.book.kinds,
  }
}

export const personShown = ({ view }: PersonPageView): string[] => [
  ...new Set([...view.records, ...view.persons.keys()]),
]

export const personRoutes = (rooms: FamiliesRooms): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/people/:record',
    what: 'person page',
    rule: { who: 'may-open', param: 'record' },
    handle: async (request) => {
      const view = await readPerson(rooms, request, { withSections: true })
      if (view === undefined) return { missing: true }
      return {
        page: personPageOf(request.shell, view),
        shown: personShown(view),
        ...knownAt(view),
        ...(view.knownError === undefined ? {} : { status: 400 }),
      }
    },
  }),
]
