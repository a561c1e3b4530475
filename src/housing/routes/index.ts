import { contactRoute, route, viewerStanding, waysTo } from '#access/index.ts'
import type { HouseRoute, Premises, Viewer } from '#access/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Link } from '#platform/govuk/index.ts'
import type { Html } from '#platform/html.ts'
import type { Request } from '#platform/http/index.ts'
import { policySubject } from '#policies/index.ts'
import { entriesAbout } from '#record/index.ts'
import { askedOfHomes, homeSections } from '../home-sections.ts'
import { whyLook } from '../look.ts'
import { homePage } from '../pages/home.ts'
import { filters, myHouseholdsPage } from '../pages/my-households.ts'
import type { Filter } from '../pages/my-households.ts'
import { housingNumbers, housingPolicies } from '../policies.ts'
import { patchNames, patchOf, readHomeSummaries, readHome } from '../queries/index.ts'
import type { HomeView } from '../queries/index.ts'
import { conditionForm } from '../forms/condition-form.ts'
import { holdsNone, shownBy } from '../forms/home-form.ts'
import { registerForm, tenancyForm } from '../forms/letting-forms.ts'
import { listForms } from '../forms/list-form.ts'
import { roomsForm } from '../forms/rooms-form.ts'
import { sleepingForm } from '../forms/sleeping-form.ts'
import { stayForm } from '../forms/stay-form.ts'

/** A home's page, lists of a patch, and the forms by which a home is recorded. */
export const housingRoutes = (premises: Premises): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/my-households',
    what: 'households of a patch',
    rule: { who: 'signed-in' },
    handle: async (request) => {
      const { patch, numbers, asked } = await premises.database.transaction(
        viewerStanding(request.visitor, request.today),
        async (tx) => {
          const patch = await patchOf(tx)
          const policies = await entriesAbout(tx, { subjects: housingPolicies.map(({ id }) => policySubject(id).id) })
          return {
            patch,
            numbers: housingNumbers(policies, request.today),
            asked: await askedIn(premises, tx, request),
          }
        },
      )
      const { summaries, names } = await premises.database.transaction('app', async (tx) => ({
        summaries: await readHomeSummaries(tx, patch.homes, request.today, patch.entries),
        names: await patchNames(tx, patch.homes, request.visitor, request.today),
      }))
      const households = summaries
        .filter(({ children, expected, ageNotKnown }) => children.length + expected.length + ageNotKnown > 0)
        .map((summary) => ({
          summary,
          name: names.get(summary.home),
          asked: asked.get(summary.home) ?? [],
          why: whyLook(summary, request.today, numbers),
        }))
        .toSorted((a, b) => byAddress.compare(a.name ?? '', b.name ?? '') || (a.summary.home < b.summary.home ? -1 : 1))
      return {
        page: myHouseholdsPage(request.shell, {
          households,
          filter: filterFrom(request.query['about']),
          on: request.today,
        }),
        shown: households.map(({ summary }) => summary.home),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/homes/:home',
    what: 'home page',
    rule: { who: 'may-open', param: 'home' },
    handle: async (request) => {
      const view = await viewFor(premises, request)
      const { contact, ways } = await premises.database.transaction('app', async (tx) => ({
        contact: await contactRoute(tx, [view.home], request.today),
        ways: await waysTo(tx, request.visitor, view.home, request.today),
      }))
      const officer = request.visitor.role === 'housing-officer'
      return {
        page: homePage(request.shell, {
          view,
          holdsNone: holdsNone(request.visitor),
          agency: request.visitor.agency,
          mayRecord: ways.some((way) => way !== 'reason-given'),
          looksAfter: ways.includes('responsible-for-home'),
          fromPatch: officer,
          contact,
          sections: await sectionsOf(premises, request, view),
        }),
        shown: shownBy(view),
      }
    },
  }),
  ...[sleepingForm, roomsForm, conditionForm, listForms, tenancyForm, registerForm, stayForm].flatMap((of) =>
    of(premises),
  ),
]

/** What every room asks about each home. */
const askedIn = async (
  { plugs }: Premises,
  tx: Tx,
  { visitor, today }: Request<Viewer>,
): Promise<ReadonlyMap<string, readonly Link[]>> => {
  const asked = new Map<string, readonly Link[]>()
  for (const read of askedOfHomes.from(plugs))
    for (const [home, links] of await read(tx, visitor, today)) asked.set(home, [...(asked.get(home) ?? []), ...links])
  return asked
}

/** Number 9 comes before number 10. */
const byAddress = new Intl.Collator('en-GB', { numeric: true })

const filterFrom = (text: string | undefined): Filter => filters.find((filter) => filter === text) ?? ''

const viewFor = async (premises: Premises, request: Request<Viewer>): Promise<HomeView> =>
  readHome(premises.database, request.visitor, request.params['home'] ?? '', request.today)

const sectionsOf = async (
  { database, plugs }: Premises,
  { visitor: viewer, today: on }: Request<Viewer>,
  { home, entries }: HomeView,
): Promise<{ heading: string; body: Html }[]> => {
  const sections = homeSections.from(plugs)
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
