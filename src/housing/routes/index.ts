import { contactRoute, route, viewerStanding, waysTo } from '#access/index.ts'
import type { HouseRoute, Premises, Viewer } from '#access/index.ts'
import type { Link } from '#platform/govuk/index.ts'
import type { Html } from '#platform/html.ts'
import type { Ask } from '#platform/http/index.ts'
import { policySubject } from '#policies/index.ts'
import { entriesAbout } from '#record/index.ts'
import type { HousingRooms } from '../home-sections.ts'
import { whyLook } from '../look.ts'
import { homePage } from '../pages/home.ts'
import { filters, myHouseholdsPage } from '../pages/my-households.ts'
import type { Filter } from '../pages/my-households.ts'
import { housingNumbers, housingPolicies } from '../policies.ts'
import { patchNames, patchOf, readGlances, readHome } from '../queries/index.ts'
import type { HomeView } from '../queries/index.ts'
import { formsOfHomes } from './forms.ts'
import { holdsNone, shownBy } from './home-form.ts'

/** A home's page, lists of a patch, and the forms by which a home is recorded. */
export const housingRoutes = (premises: HousingRooms): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/my-households',
    what: 'households of a patch',
    rule: { who: 'signed-in' },
    handle: async (ask) => {
      const { patch, numbers, asked } = await premises.database.transaction(
        viewerStanding(ask.visitor, ask.today),
        async (tx) => {
          const patch = await patchOf(tx)
          const policies = await entriesAbout(tx, { subjects: housingPolicies.map(({ id }) => policySubject(id).id) })
          return {
            patch,
            numbers: housingNumbers(policies, ask.today),
            asked: (await premises.asked?.(tx, ask.visitor, ask.today)) ?? new Map<string, readonly Link[]>(),
          }
        },
      )
      const { glances, names } = await premises.database.transaction('app', async (tx) => ({
        glances: await readGlances(tx, patch.homes, ask.today, patch.entries),
        names: await patchNames(tx, patch.homes, ask.visitor, ask.today),
      }))
      const households = glances
        .filter(({ children, expected, ageNotKnown }) => children.length + expected.length + ageNotKnown > 0)
        .map((glance) => ({
          glance,
          name: names.get(glance.home),
          asked: asked.get(glance.home) ?? [],
          why: whyLook(glance, ask.today, numbers),
        }))
        .toSorted((a, b) => byAddress.compare(a.name ?? '', b.name ?? '') || (a.glance.home < b.glance.home ? -1 : 1))
      return {
        page: myHouseholdsPage(ask.shell, { households, filter: filterFrom(ask.query['about']), on: ask.today }),
        shown: households.map(({ glance }) => glance.home),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/homes/:home',
    what: 'home page',
    rule: { who: 'may-open', param: 'home' },
    handle: async (ask) => {
      const view = await viewFor(premises, ask)
      const { contact, ways } = await premises.database.transaction('app', async (tx) => ({
        contact: await contactRoute(tx, [view.home], ask.today),
        ways: await waysTo(tx, ask.visitor, view.home, ask.today),
      }))
      const officer = ask.visitor.role === 'housing-officer'
      return {
        page: homePage(ask.shell, {
          view,
          holdsNone: holdsNone(ask.visitor),
          agency: ask.visitor.agency,
          mayRecord: ways.some((way) => way !== 'reason-given'),
          looksAfter: ways.includes('responsible-for-home'),
          fromPatch: officer,
          contact,
          sections: await sectionsOf(premises, ask, view),
        }),
        shown: shownBy(view),
      }
    },
  }),
  ...formsOfHomes(premises),
]

/** Number 9 comes before number 10. */
const byAddress = new Intl.Collator('en-GB', { numeric: true })

const filterFrom = (text: string | undefined): Filter => filters.find((filter) => filter === text) ?? ''

const viewFor = async (premises: Premises, ask: Ask<Viewer>): Promise<HomeView> =>
  readHome(premises.database, ask.visitor, ask.params['home'] ?? '', ask.today)

const sectionsOf = async (
  { database, sections = [] }: HousingRooms,
  { visitor: viewer, today: on }: Ask<Viewer>,
  { home, entries }: HomeView,
): Promise<{ heading: string; body: Html }[]> => {
  if (sections.length === 0) return []
  return database.transaction(viewerStanding(viewer, on), async (tx) => {
    const read: { heading: string; body: Html }[] = []
    for (const section of sections) {
      const body = await section.read({ tx, home, viewer, on, entries })
      if (body !== undefined) read.push({ heading: section.heading, body })
    }
    return read
  })
}
