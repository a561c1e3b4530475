import { roleRules, route, viewerStanding } from '#access/index.ts'
import type { HouseRoute, Premises } from '#access/index.ts'
import type { Standing } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import { fieldText, keepDraft } from '#platform/http/index.ts'
import { socket } from '#record/index.ts'
import { demoPeople } from './people.ts'
import { aboutPage } from './pages/about.ts'
import { myWorkPage } from './pages/my-work.ts'
import { signInPage } from './pages/sign-in.ts'
import { workSections } from './work.ts'
import type { WorkFound, WorkSection } from './work.ts'

/** What the house that is open knows of itself. */
interface OpenHouse {
  readonly edition: string
  readonly record: () => { readonly partnership: string; readonly demo: boolean; readonly loading: boolean }
}
export const openHouseFacts = socket<OpenHouse>('the open house')

export const deskRoutes = (premises: Premises): HouseRoute[] => {
  const [house] = openHouseFacts.from(premises.plugs)
  if (house === undefined)
    throw new Fault('desk.no-house', 'The front page was opened without the house that it tells of.')
  // What people are asked stands above what they look after: rooms stand on those before them.
  const sections = workSections.from(premises.plugs).toReversed()
  return deskRoutesOf({ ...premises, ...house, sections })
}

interface Desk extends Premises, OpenHouse {
  readonly sections: readonly WorkSection[]
}

const deskRoutesOf = (desk: Desk): HouseRoute[] => [
  {
    method: 'GET',
    path: '/sign-in',
    what: 'sign-in page',
    rule: { who: 'anyone' },
    handle: async (request) => {
      const { demo, loading } = desk.record()
      const next = safeNext(request.query['next'])
      return {
        page: signInPage(request.shell, {
          next,
          demo: !demo ? 'none' : loading ? 'loading' : await demoPeople(desk.database),
        }),
        shown: [],
      }
    },
  },
  {
    method: 'POST',
    path: '/sign-in/demo',
    what: 'demo sign-in',
    rule: { who: 'anyone' },
    csrf: 'not-needed',
    limit: 'few-a-minute',
    handle: async (request) => {
      const { demo, loading } = desk.record()
      if (!demo) return { missing: true }
      const person = loading
        ? undefined
        : (await demoPeople(desk.database)).find(({ id }) => id === fieldText(request.form, 'person'))
      if (person === undefined)
        return {
          page: signInPage(request.shell, { next: '/', demo: loading ? 'loading' : await demoPeople(desk.database) }),
          status: 400,
          shown: [],
        }
      return { goTo: safeNext(fieldText(request.form, 'next')), signIn: person.id }
    },
  },
  route({
    method: 'POST',
    path: '/sign-out',
    what: 'sign-out',
    rule: { who: 'signed-in' },
    handle: async () => ({ goTo: '/sign-in', signOut: true }),
  }),
  route({
    method: 'POST',
    path: '/drafts',
    what: 'keeping of a draft',
    rule: { who: 'signed-in' },
    handle: async (request) => {
      const action = fieldText(request.form, '_action')
      if (!/^\/[\w/:.-]{1,200}$/u.test(action)) return { json: { kept: false }, shown: [], status: 400 }
      await keepDraft(desk.database, request.visitor.user, action, request.form, request.at)
      return { json: { kept: true }, shown: [] }
    },
  }),
  {
    method: 'GET',
    path: '/about',
    what: 'about page',
    rule: { who: 'anyone' },
    handle: async (request) => ({
      page: aboutPage(request.shell, {
        partnership: desk.record().partnership,
        edition: desk.edition,
        engine: desk.database.engine === 'pglite' ? 'the embedded database' : 'PostgreSQL',
      }),
      shown: [],
    }),
  },
  route({
    method: 'GET',
    path: '/',
    what: 'my work',
    rule: { who: 'signed-in' },
    handle: async (request) => {
      const read = async (standing: Standing, of: readonly WorkSection[]): Promise<Map<WorkSection, WorkFound>> =>
        desk.database.transaction(standing, async (tx) => {
          const found = new Map<WorkSection, WorkFound>()
          for (const section of of) found.set(section, await section.read(tx, request.visitor, request.today))
          return found
        })
      const administering = desk.sections.filter(
        ({ forWhoAdministers: what }) =>
          what !== undefined && roleRules(request.visitor.role).administers.includes(what),
      )
      const found = new Map([
        ...(await read(
          viewerStanding(request.visitor, request.today),
          desk.sections.filter(({ forWhoAdministers }) => forWhoAdministers === undefined),
        )),
        ...(administering.length === 0 ? [] : await read('app', administering)),
      ])
      const sections = desk.sections.flatMap((section) => {
        const its = found.get(section)
        return its === undefined ? [] : [{ heading: section.heading, found: its }]
      })
      return {
        page: myWorkPage(request.shell, { name: request.visitor.name, sections }),
        shown: [...new Set(sections.flatMap(({ found }) => found.shown))],
      }
    },
  }),
]

/** Only a path of this address: never a way out to another. */
const safeNext = (next: string | undefined): string =>
  next !== undefined && /^\/(?![/\\])/u.test(next) && !next.startsWith('/sign-') ? next : '/'
