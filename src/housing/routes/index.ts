import { contactRoute, route, saidBy, viewerStanding, waysTo } from '#access/index.ts'
import type { HouseRoute, Premises, Viewer } from '#access/index.ts'
import type { Ask } from '#platform/http/index.ts'
import { policySubject } from '#policies/index.ts'
import { entriesAbout } from '#record/index.ts'
import { stateConditions, stateRooms, stateSleepingArrangements } from '../commands/index.ts'
import { whyLook } from '../look.ts'
import { filters, myHouseholdsPage } from '../pages/my-households.ts'
import type { Filter } from '../pages/my-households.ts'
import { conditionForm, roomsForm, sleepingForm } from '../pages/forms.ts'
import type { HomeForm } from '../pages/forms.ts'
import { homePage } from '../pages/home.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../picture/index.ts'
import { housingNumbers, housingPolicies } from '../policies.ts'
import { patchNames, patchOf, readGlances, readHome } from '../queries/index.ts'
import type { HomeView } from '../queries/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { Performed } from '../commands/index.ts'
import type { Authorship, RecordBook } from '#record/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { errorsOf, readCondition, readRooms, readSleeping } from './asks.ts'
import type { Read } from './asks.ts'

/** What is said of somebody whose name the reader may not know. */
export const holdsNone = (viewer: Viewer): string => (viewer.role === 'housing-officer' ? 'of whom your agency holds no record' : 'whose name you may not see')

/** A home's page, lists of a patch, and the forms by which a home is recorded. */
export const housingRoutes = (premises: Premises): HouseRoute[] => [
  route({
    method: 'GET',
    path: '/my-households',
    what: 'households of a patch',
    rule: { who: 'signed-in' },
    handle: async (ask) => {
      const { patch, numbers } = await premises.database.transaction(viewerStanding(ask.visitor, ask.today), async (tx) => {
        const patch = await patchOf(tx)
        const policies = await entriesAbout(tx, { subjects: housingPolicies.map(({ id }) => policySubject(id).id) })
        return { patch, numbers: housingNumbers(policies, ask.today) }
      })
      const { glances, names } = await premises.database.transaction('app', async (tx) => ({ glances: await readGlances(tx, patch.homes, ask.today, patch.entries), names: await patchNames(tx, patch.homes, ask.visitor, ask.today) }))
      const households = glances
        .filter(({ children, expected, ageNotKnown }) => children.length + expected.length + ageNotKnown > 0)
        .map((glance) => ({ glance, name: names.get(glance.home), why: whyLook(glance, ask.today, numbers) }))
        .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'en-GB', { numeric: true }) || (a.glance.home < b.glance.home ? -1 : 1))
      return { page: myHouseholdsPage(ask.shell, { households, filter: filterFrom(ask.query['about']), on: ask.today }), shown: households.map(({ glance }) => glance.home) }
    },
  }),
  route({
    method: 'GET',
    path: '/homes/:home',
    what: 'home page',
    rule: { who: 'may-open', param: 'home' },
    handle: async (ask) => {
      const view = await viewFor(premises, ask)
      const { contact, ways } = await premises.database.transaction('app', async (tx) => ({ contact: await contactRoute(tx, [view.home], ask.today), ways: await waysTo(tx, ask.visitor, view.home, ask.today) }))
      const officer = ask.visitor.role === 'housing-officer'
      return { page: homePage(ask.shell, { view, holdsNone: holdsNone(ask.visitor), mayRecord: ways.some((way) => way !== 'reason-given'), fromPatch: officer, contact }), shown: shownBy(view) }
    },
  }),
  ...formRoutes(premises, 'sleeping', 'who sleeps where', sleepingForm, readSleeping, stateSleepingArrangements, (field, row) => (field === undefined || field === 'happenedOn' ? 'on' : `${field}-${row}`), 'It is recorded who sleeps where.'),
  ...formRoutes(premises, 'rooms', 'rooms of a home', roomsForm, readRooms, stateRooms, (field) => roomField(field), 'The rooms are recorded.'),
  ...formRoutes(premises, 'condition', 'condition of a home', conditionForm, readCondition, stateConditions, (field) => (field === 'reportedOn' ? 'reported' : 'what'), 'The report is recorded. Tell the landlord too, if you are not the landlord.'),
]

const filterFrom = (text: string | undefined): Filter => filters.find((filter) => filter === text) ?? ''

const viewFor = async (premises: Premises, ask: Ask<Viewer>): Promise<HomeView> => readHome(premises.database, ask.visitor, ask.params['home'] ?? '', ask.today)

/** The home, and everybody whose facts the page shows. */
const shownBy = (view: HomeView): string[] => [...new Set([view.home, ...[...view.facts.sleeping, ...view.facts.tenancy, ...view.facts.application].flatMap(({ records }) => records)])]

/** `rooms.2.name` is the third row's name. A list as a whole leads to its first field. */
const roomField = (field: string | undefined): string => {
  const [, row, name] = /^rooms\.(\d+)\.(\w+)$/u.exec(field ?? '') ?? []
  return row === undefined ? 'name-0' : `${name === 'measuredOn' ? 'area' : name}-${row}`
}

type Command<T> = (book: RecordBook, tx: Tx, said: Authorship, asks: readonly T[]) => Promise<Performed>

const formRoutes = <T>(
  premises: Premises, name: string, what: string, drawn: (shell: Shell, form: HomeForm) => string, read: (form: Ask<Viewer>['form'], view: HomeView) => Read<T>, command: Command<T>,
  fieldFor: (field: string | undefined, row: number) => string, message: string,
): HouseRoute[] => {
  const rule = { who: 'may-open', param: 'home', ways: ['involved', 'responsible-for-home'] } as const
  const shown = (ask: Ask<Viewer>, view: HomeView, fields: Ask<Viewer>['form'], errors: HomeForm['errors']): string =>
    drawn(ask.shell, { view, names: namesIn(view.facts, view.people, holdsNone(ask.visitor)), csrf: ask.csrf, fields, errors })
  return [
    route({
      method: 'GET', path: `/homes/:home/${name}`, what: `form for ${what}`, rule,
      handle: async (ask) => {
        const view = await viewFor(premises, ask)
        return { page: shown(ask, view, (await ask.draft(ask.path)) ?? {}, []), shown: shownBy(view) }
      },
    }),
    route({
      method: 'POST', path: `/homes/:home/${name}`, what: `recording of ${what}`, rule,
      handle: async (ask) => {
        const view = await viewFor(premises, ask)
        const asked = read(ask.form, view)
        if ('errors' in asked) return { page: shown(ask, view, ask.form, asked.errors), status: 422, shown: shownBy(view) }
        const done = await premises.database.transaction('app', async (tx) => command(premises.book, tx, saidBy(ask, name), asked.asks))
        if (!done.accepted) return { page: shown(ask, view, ask.form, errorsOf(done.because, asked.at, fieldFor)), status: 422, shown: shownBy(view) }
        return { goTo: paths.home(view.home), message }
      },
    }),
  ]
}
