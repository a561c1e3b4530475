import type { Recorded as RecordedBy } from '#record/index.ts'
import {
  agencyKinds,
  formRoutes,
  enrolUser,
  nameAgency,
  nameTeam,
  recordLeaver,
  roleNames,
  route,
  saidBy,
} from '#access/index.ts'
import type { EnrolUser, HouseRoute, Premises, Recorded } from '#access/index.ts'
import { wholeOrNothing } from '#platform/database/index.ts'
import { choiceGiven, fieldList, fieldText, textGiven } from '#platform/http/index.ts'
import type { FormFields } from '#platform/http/index.ts'
import { freshId, wordOf } from './ids.ts'
import { agencyForm, leftForm, peoplePage, personForm, teamForm } from './pages.ts'
import type { PersonAsked } from './pages.ts'
import { paths } from './paths.ts'
import { among, readRegister } from './register.ts'
import type { Register } from './register.ts'

const rule = { who: 'administers', what: 'people' } as const
const none = (): readonly string[] => []

export const enrolmentRoutes = ({ database, book }: Premises): HouseRoute[] => {
  const register = async (): Promise<Register> => database.transaction('app', readRegister)
  return [
    route({
      method: 'GET',
      path: paths.list,
      what: 'list of people and teams',
      rule,
      handle: async (request) => {
        const all = await register()
        const who = (request.query['who'] ?? '').trim().slice(0, 100)
        const asked = Number(request.query['page'] ?? '1')
        return {
          page: peoplePage(request.shell, all, {
            found: among(all, who),
            who,
            page: Number.isInteger(asked) ? asked : 1,
          }),
          shown: [],
        }
      },
    }),
    ...formRoutes<Register>({
      path: paths.newAgency,
      what: 'an agency',
      rule,
      read: register,
      shown: none,
      draw: (request, _facts, state) => agencyForm(request.shell, state),
      record: async (request, { agencies }) => {
        const name = textGiven(request.form, 'name', 'Enter its name', 200)
        const kind = choiceGiven(request.form, 'kind', agencyKinds, 'Choose what kind of agency it is')
        const duty = choiceGiven(
          request.form,
          'dutyFlag',
          ['yes', 'no', 'not-known'] as const,
          'Choose yes, no or not known',
        )
        const agency = `agency:${wordOf(name.text)}`
        const taken = name.text !== '' && (agency === 'agency:' || agencies.some(({ id }) => id === agency))
        const errors = [
          ...name.errors,
          ...(taken
            ? [
                {
                  field: 'name',
                  text:
                    agency === 'agency:'
                      ? 'Write the name in Latin letters: deliveries name their sender by it'
                      : 'There is an agency of that name',
                },
              ]
            : []),
          ...kind.errors,
          ...duty.errors,
        ]
        if (errors.length > 0 || kind.choice === undefined || duty.choice === undefined) return { errors }
        const named = { agency, name: name.text, kind: kind.choice, dutyFlag: duty.choice, ...reached(request.form) }
        return recordedOr(
          await wholeOrNothing(database, async (tx) => nameAgency.record(book, tx, saidBy(request, 'agency'), [named])),
          `${name.text} was added.`,
        )
      },
    }),
    ...formRoutes<Register>({
      path: paths.newTeam,
      what: 'a team',
      rule,
      read: register,
      shown: none,
      draw: (request, { agencies }, state) => teamForm(request.shell, state, agencies),
      record: async (request, { teams }) => {
        const name = textGiven(request.form, 'name', 'Enter the name of the team', 200)
        const agency = textGiven(request.form, 'agency', 'Choose an agency', 200)
        const phone = textGiven(request.form, 'phone', 'Enter the number to ring', 40)
        const again = teams.some(
          (team) =>
            team.agency === agency.text &&
            team.name.toLocaleLowerCase('en-GB') === name.text.toLocaleLowerCase('en-GB'),
        )
        const errors = [
          ...name.errors,
          ...(again ? [{ field: 'name', text: 'That agency has a team of that name' }] : []),
          ...agency.errors,
          ...phone.errors,
        ]
        if (errors.length > 0) return { errors }
        const team = {
          team: freshId('team', name.text, new Set(teams.map(({ id }) => id))),
          name: name.text,
          agency: agency.text,
          phone: phone.text,
          ...emailOf(request.form),
        }
        return recordedOr(
          await wholeOrNothing(database, async (tx) => nameTeam.record(book, tx, saidBy(request, 'team'), [team])),
          `${name.text} was added.`,
        )
      },
    }),
    ...formRoutes<PersonAsked>({
      path: paths.newPerson,
      what: 'an enrolment',
      rule,
      shown: none,
      read: async (_ask, fields) => {
        const all = await register()
        return { register: all, agency: all.agencies.find(({ id }) => id === fieldText(fields, 'agency')), self: false }
      },
      draw: (request, asked, state) => personForm(request.shell, state, asked),
      record: async (request, { register: { people } }) =>
        enrol(
          request.form,
          freshId('user', fieldText(request.form, 'name'), new Set(people.map(({ id }) => id))),
          'is enrolled',
          async (user) =>
            wholeOrNothing(database, async (tx) => enrolUser.record(book, tx, saidBy(request, 'enrolment'), [user])),
        ),
    }),
    ...formRoutes<PersonAsked>({
      path: '/people-and-teams/:user',
      what: 'a change of an enrolment',
      rule,
      shown: none,
      read: async (request) => {
        const all = await register()
        const person = all.people.find(({ id }) => id === request.params['user'])
        return person === undefined
          ? undefined
          : {
              register: all,
              person,
              agency: all.agencies.find(({ id }) => id === person.agency),
              self: person.id === request.visitor.user,
            }
      },
      begin: (_ask, { person }) =>
        person === undefined
          ? {}
          : {
              name: person.name,
              role: person.role ?? '',
              title: person.title,
              teams: person.teams,
              phone: person.phone ?? '',
              email: person.email ?? '',
            },
      draw: (request, asked, state) => personForm(request.shell, state, asked),
      record: async (request, { person }) =>
        enrol(
          { ...request.form, agency: person?.agency ?? '' },
          person?.id ?? '',
          'is enrolled as it stands here',
          async (user) =>
            wholeOrNothing(database, async (tx) => enrolUser.record(book, tx, saidBy(request, 'enrolment'), [user])),
        ),
    }),
    ...formRoutes<PersonAsked>({
      path: '/people-and-teams/:user/left',
      what: 'the end of an enrolment',
      rule,
      shown: none,
      read: async (request) => {
        const all = await register()
        const person = all.people.find(({ id, hasLeft }) => id === request.params['user'] && !hasLeft)
        return person === undefined || person.id === request.visitor.user
          ? undefined
          : { register: all, person, agency: undefined, self: false }
      },
      draw: (request, { person }, state) => (person === undefined ? '' : leftForm(request.shell, state, person)),
      record: async (request, { person }) =>
        recordedOr(
          await wholeOrNothing(database, async (tx) =>
            recordLeaver.record(book, tx, saidBy(request, 'leaver'), [{ user: person?.id ?? '' }]),
          ),
          `${person?.name ?? 'They'} uses Rooftree no longer.`,
        ),
    }),
  ]
}

const enrol = async (
  form: FormFields,
  user: string,
  done: string,
  perform: (user: EnrolUser) => Promise<RecordedBy<unknown>>,
): Promise<Recorded> => {
  const name = textGiven(form, 'name', 'Enter their name', 200)
  const role = choiceGiven(form, 'role', roleNames, 'Choose a role')
  const title = textGiven(form, 'title', 'Enter their job title', 200)
  const errors = [...name.errors, ...role.errors, ...title.errors]
  if (errors.length > 0 || role.choice === undefined) return { errors }
  return recordedOr(
    await perform({
      user,
      name: name.text,
      role: role.choice,
      title: title.text,
      agency: fieldText(form, 'agency'),
      teams: fieldList(form, 'teams'),
      ...reached(form),
    }),
    `${name.text} ${done}.`,
  )
}

const reached = (form: FormFields): { phone?: string; email?: string } => ({
  ...(fieldText(form, 'phone') === '' ? {} : { phone: fieldText(form, 'phone').slice(0, 40) }),
  ...emailOf(form),
})
const emailOf = (form: FormFields): { email?: string } =>
  fieldText(form, 'email') === '' ? {} : { email: fieldText(form, 'email').slice(0, 200) }

const recordedOr = (done: RecordedBy<unknown>, message: string): Recorded =>
  done.accepted
    ? { goTo: paths.list, message }
    : { errors: done.because.map(({ says, field }) => ({ field: field ?? '', text: says })) }
