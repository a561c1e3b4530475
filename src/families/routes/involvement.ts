import { formRoutes, peopleAndTeams, endInvolvement, nameLead, startInvolvement, saidBy } from '#access/index.ts'
import { accessSentences } from '#access/index.ts'
import type { HouseRoute, Listing } from '#access/index.ts'
import { dayGiven, fieldText, textGiven } from '#platform/http/index.ts'
import { dateFields } from '#platform/page/index.ts'
import { recordedOr } from './parsing.ts'
import type { FamilyPageView } from '../pages/family-view.ts'
import { endInvolvementForm, involveForm, leadForm } from '../pages/involvement-forms.ts'
import { paths } from '../paths.ts'
import { byWhoWorksWithThem } from './contact.ts'
import { namesWithAgencies, readFamily, shownOf } from './reading.ts'
import type { FamiliesRooms } from './rooms.ts'

export interface Involving {
  readonly page: FamilyPageView
  /** Whoever was found by name, and the writer and their teams. */
  readonly choices: readonly Listing[]
}

export const involvementRoutes = (rooms: FamiliesRooms): HouseRoute[] => [
  ...formRoutes<Involving>({
    path: '/families/:family/involve',
    what: 'who works with a family',
    rule: byWhoWorksWithThem,
    read: async (request, fields) => {
      const page = await readFamily(rooms, { ...request, query: {} })
      if (page === undefined) return undefined
      const who = fieldText(fields, 'who')
      const { found, own } = await rooms.database.transaction('app', async (tx) => {
        const list = who.length < 2 ? [] : await peopleAndTeams(tx, who)
        const directory = await namesWithAgencies(tx, [
          request.visitor.user,
          ...request.visitor.teams,
          ...list.flatMap(({ agency }) => agency ?? []),
        ])
        return {
          found: list.map((one) => withAgency(one, directory)),
          own: [request.visitor.user, ...request.visitor.teams]
            .flatMap((id) => directory.get(id) ?? [])
            .map((one) => withAgency(one, directory)),
        }
      })
      return { page, choices: who.length < 2 ? own : found }
    },
    shown: ({ page }) => [page.view.family],
    begin: ({ today }) => dateFields('from', today),
    draw: (request, { page, choices }, state) => involveForm(request.shell, state, page, choices),
    record: async (request, { page, choices }) => {
      const principal = fieldText(request.form, 'principal')
      const role = textGiven(request.form, 'role', 'Say what they do for the family, in their agency’s words', 300)
      const from = dayGiven(request.form, 'from', 'The first day')
      const chosen = choices.some(({ id }) => id === principal)
        ? []
        : [{ field: 'principal', text: accessSentences['principal.not-known'] }]
      const errors = [...chosen, ...role.errors, ...from.errors]
      if (errors.length > 0) return { errors }
      const { family } = page.view
      const done = await rooms.database.transaction('app', async (tx) =>
        startInvolvement.record(rooms.book, tx, saidBy(request, 'involvement'), [
          { family, principal, role: role.text, from: Temporal.PlainDate.from(from.day) },
        ]),
      )
      return recordedOr(done, () => paths.family(family), 'Recorded who works with the family.')
    },
  }),
  ...formRoutes<FamilyPageView>({
    path: '/families/:family/end-involvement',
    what: 'who no longer works with a family',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamily(rooms, { ...request, query: {} }),
    shown: shownOf,
    draw: (request, page, state) => endInvolvementForm(request.shell, state, page),
    record: async (request, page) => {
      const principal = fieldText(request.form, 'principal')
      const on = dayGiven(request.form, 'on', 'The first day without them')
      const errors = [
        ...(principal === '' ? [{ field: 'principal', text: 'Choose who no longer works with the family' }] : []),
        ...on.errors,
      ]
      if (errors.length > 0) return { errors }
      const { family } = page.view
      const done = await rooms.database.transaction('app', async (tx) =>
        endInvolvement.record(rooms.book, tx, saidBy(request, 'involvement'), [
          { scope: family, principal, on: Temporal.PlainDate.from(on.day) },
        ]),
      )
      const gone = principal === request.visitor.user
      return recordedOr(
        done,
        () => (gone ? '/' : paths.family(family)),
        'Recorded who no longer works with the family.',
      )
    },
  }),
  ...formRoutes<FamilyPageView>({
    path: '/families/:family/lead',
    what: 'who leads the work with a family',
    rule: byWhoWorksWithThem,
    read: async (request) => readFamily(rooms, { ...request, query: {} }),
    shown: shownOf,
    begin: ({ today }) => dateFields('from', today),
    draw: (request, page, state) => leadForm(request.shell, state, page),
    record: async (request, page) => {
      const user = fieldText(request.form, 'user')
      const from = dayGiven(request.form, 'from', 'The first day')
      const errors = [...(user === '' ? [{ field: 'user', text: 'Choose who leads the work' }] : []), ...from.errors]
      if (errors.length > 0) return { errors }
      const { family } = page.view
      const done = await rooms.database.transaction('app', async (tx) =>
        nameLead.record(rooms.book, tx, saidBy(request, 'lead practitioner'), [
          { family, user, from: Temporal.PlainDate.from(from.day) },
        ]),
      )
      return recordedOr(done, () => paths.family(family), 'Recorded who leads the work.')
    },
  }),
]

const withAgency = (one: Listing, directory: ReadonlyMap<string, Listing>): Listing => ({
  ...one,
  title: [one.title, directory.get(one.agency ?? '')?.name].filter((part) => part !== undefined).join(', '),
})
