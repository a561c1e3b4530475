import { grantRowsOf, leadRowsOf, namesOf, partsOpen, viewerStanding, waysTo } from '#access/index.ts'
import type { Viewer, Way } from '#access/index.ts'
import type { Html } from '#platform/html.ts'
import type { Entry } from '#record/index.ts'
import { drawnSections, familySections } from '../pages/family-view.ts'
import type { FamilyPageView, Involved, SectionRead } from '../pages/family-view.ts'
import { idsOfEntries } from '../pages/timeline-items.ts'
import { familyPage, readAround } from '../queries/index.ts'
import type { FamilyView } from '../queries/index.ts'
import type { FamilyId } from '../subjects.ts'
import { knownAsked } from './known.ts'
import type { KnownAsked } from './known.ts'
import type { Asked, FamiliesRooms } from './rooms.ts'

/** Everything a family's pages show, read in the viewer's standing; then's facts where an earlier day is asked for. */
export const readFamily = async (
  rooms: FamiliesRooms,
  request: Asked,
  { withSections = false } = {},
): Promise<FamilyPageView | undefined> => {
  const family = request.params['family'] ?? ''
  const known = knownAsked(request)
  const { asOf } = known
  const { visitor: viewer, today } = request
  const wanted = withSections ? familySections.from(rooms.plugs) : []
  const read = await rooms.database.transaction(viewerStanding(viewer, today), async (tx) =>
    readAround(
      tx,
      family,
      asOf,
      wanted.flatMap(({ reads }) => reads ?? []),
      async () => {
        const view = await familyPage(tx, family, asOf)
        if (view === undefined) return undefined
        const sections: { heading: string; section: Html | SectionRead }[] = []
        for (const { heading, read: readSection } of wanted) {
          const section = await readSection({
            tx,
            plugs: rooms.plugs,
            family,
            view,
            viewer,
            on: known.on,
            knownAt: asOf.knownAt,
          })
          if (section !== undefined) sections.push({ heading, section })
        }
        return { view, sections }
      },
    ),
  )
  const view = read?.view ?? (known.known === undefined ? undefined : nothingYet(family))
  if (view === undefined) return undefined
  const involved = involvedOf(family, view.involvement, known.on)
  const { directory, ways } = await rooms.database.transaction('app', async (tx) => ({
    directory: await namesWithAgencies(tx, [
      ...idsOfEntries(view.entries),
      ...idsOfSections(read?.sections ?? []),
      ...involved.grants.flatMap(({ principal, team }) => [principal, team ?? '']),
      involved.lead ?? '',
    ]),
    ways: await waysTo(tx, viewer, family, today),
  }))
  const names = { people: view.people, persons: view.persons, directory }
  const parts = partsOpen(viewer.role, ways)
  const mayRecord = ways.includes('involved')
  return {
    view,
    involved,
    ...known,
    viewer,
    names,
    parts,
    mayRecord,
    sections: drawnSections(read?.sections ?? [], { names, parts, mayRecord: mayRecord && known.known === undefined }),
    kinds: rooms.book.kinds,
  }
}

export const idsOfSections = (read: readonly { readonly section: Html | SectionRead }[]): string[] =>
  read.flatMap(({ section }) => ('draw' in section ? section.ids : []))

/** A family that nobody had recorded by then, or of which the viewer sees nothing from then. */
const nothingYet = (family: FamilyId): FamilyView => ({
  family,
  title: 'Before anything was recorded',
  people: new Map(),
  persons: new Map(),
  involvement: [],
  ofOtherRooms: [],
  timeline: [],
  entries: [],
  hidden: new Set(),
  version: 0,
  facts: {
    family,
    name: { shown: undefined, others: [], contested: false, notKnownBy: [] },
    members: [],
    others: [],
    children: [],
    unborn: [],
    relationships: [],
    responsibilities: [],
    households: { homes: [], noHomeKnown: [] },
    network: [],
    unknowns: [],
    changes: [],
  },
})

const involvedOf = (family: FamilyId, entries: readonly Entry[], on: Temporal.PlainDate): Involved => {
  const day = on.toString()
  return {
    grants: grantRowsOf(family, entries).filter(
      ({ from, until }) => from <= day && (until === undefined || day < until),
    ),
    lead: leadRowsOf(family, entries)
      .filter(({ from }) => from <= day)
      .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1))
      .at(-1)?.user,
  }
}

/** The directory of these ids, and of the agencies that their people and teams belong to. */
export const namesWithAgencies = async (
  tx: Parameters<typeof namesOf>[0],
  ids: Iterable<string>,
): Promise<Awaited<ReturnType<typeof namesOf>>> => {
  const first = await namesOf(
    tx,
    [...ids].filter((id) => id !== ''),
  )
  const agencies = [...first.values()].flatMap(({ agency }) =>
    agency === undefined || first.has(agency) ? [] : [agency],
  )
  return new Map([...first, ...(await namesOf(tx, agencies))])
}

/** What the look names: the family and everybody whose facts stand on the page. */
export const shownOf = ({ view }: FamilyPageView): string[] => [view.family, ...view.persons.keys()]

export const knownAt = ({ known }: Pick<KnownAsked, 'known'>): { knownAt?: Temporal.Instant } =>
  known === undefined ? {} : { knownAt: known.at }

export type { Viewer, Way }
