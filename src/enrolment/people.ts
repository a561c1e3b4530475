import { enrolUser, form, recordLeaver } from '#access/index.ts'
import type { HouseRoute, Premises } from '#access/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { fieldsOf, text } from '#platform/form/index.ts'
import type { Typing } from '#platform/form/index.ts'
import { button } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import { fieldText } from '#platform/http/index.ts'
import { page } from '#platform/page/index.ts'
import type { FormParts, Shell } from '#platform/page/index.ts'
import { versionsOf } from '#record/index.ts'
import { agencyChoice, email, phone, roleChoice, teamChoices, way } from './fields.ts'
import { freshId } from './ids.ts'
import { paths } from './paths.ts'
import { readRegister } from './register.ts'
import type { AgencyListed, PersonListed, Register } from './register.ts'

const rule = { who: 'administers', what: 'people' } as const

/** A new enrolment: the agency is chosen first, since the teams to choose from are its own. */
interface NewPerson {
  readonly register: Register
  readonly agency: AgencyListed | undefined
}

interface Enrolled {
  readonly register: Register
  readonly agency: AgencyListed | undefined
  readonly person: PersonListed
  /** Whether it is the person who looks. */
  readonly self: boolean
  readonly version: number
}

/** The forms by which somebody is enrolled, changed, and recorded as having left. */
export const peopleRoutes = (premises: Premises): HouseRoute[] => [
  ...form(premises, {
    path: paths.newPerson,
    name: 'enrolment',
    what: 'an enrolment',
    rule,
    read: async (_request, fields): Promise<NewPerson> => {
      const register = await premises.database.transaction('app', readRegister)
      return { register, agency: register.agencies.find(({ id }) => id === fieldText(fields, 'agency')) }
    },
    shown: () => [],
    seen: 'new',
    instead: ({ agency, register }, { shell }, typing) =>
      agency === undefined ? chooseAgency(shell, typing, register) : undefined,
    frame: ({ agency }) => ({
      title: 'Enrol somebody',
      heading: 'Enrol somebody',
      way: way('Enrol somebody'),
      caption: agency?.name,
      look: paths.list,
      submit: 'Enrol them',
      hidden: { agency: agency?.id ?? '' },
    }),
    fields: ({ register, agency }) => personFields(register, agency?.id),
    draw: (fields, typing, { register, agency }) => html`${fields.draw(typing)}${noTeamYet(register, agency)}`,
    record: async ({ book, tx, said, expect }, answers, { register, agency }) => {
      const user = freshId('user', answers.name, new Set(register.people.map(({ id }) => id)))
      return enrolUser.record(book, tx, said, [{ user, agency: agency?.id ?? '', ...answers }], expect)
    },
    done: (_ids, _facts, { name }) => ({ goTo: paths.list, message: `${name} is enrolled.` }),
  }),
  ...form(premises, {
    path: '/people-and-teams/:user',
    name: 'enrolment',
    what: 'a change of an enrolment',
    rule,
    read: async ({ params, visitor }) =>
      premises.database.transaction('app', async (tx) => enrolled(tx, params['user'] ?? '', visitor.user)),
    shown: () => [],
    seen: ({ person, version }) => new Map([[person.id, version]]),
    begin: (_request, { person }) => ({
      name: person.name,
      role: person.role ?? '',
      title: person.title,
      teams: person.teams,
      phone: person.phone ?? '',
      email: person.email ?? '',
    }),
    frame: changeFrame,
    fields: ({ register, agency }) => personFields(register, agency?.id),
    draw: (fields, typing, { register, agency }) => html`${fields.draw(typing)}${noTeamYet(register, agency)}`,
    record: async ({ book, tx, said, expect }, answers, { person }) =>
      enrolUser.record(book, tx, said, [{ user: person.id, agency: person.agency, ...answers }], expect),
    done: (_ids, _facts, { name }) => ({ goTo: paths.list, message: `${name} is enrolled as it stands here.` }),
  }),
  ...form(premises, {
    path: '/people-and-teams/:user/left',
    name: 'leaver',
    what: 'the end of an enrolment',
    rule,
    read: async ({ params, visitor }) => {
      const found = await premises.database.transaction('app', async (tx) =>
        enrolled(tx, params['user'] ?? '', visitor.user),
      )
      return found === undefined || found.self || found.person.hasLeft ? undefined : found
    },
    shown: () => [],
    seen: ({ person, version }) => new Map([[person.id, version]]),
    frame: leftFrame,
    fields: () => fieldsOf({}),
    record: async ({ book, tx, said, expect }, _answers, { person }) =>
      recordLeaver.record(book, tx, said, [{ user: person.id }], expect),
    done: (_ids, { person }) => ({ goTo: paths.list, message: `${person.name} uses Rooftree no longer.` }),
  }),
]

const enrolled = async (tx: Tx, user: string, viewer: string): Promise<Enrolled | undefined> => {
  const register = await readRegister(tx)
  const person = register.people.find(({ id }) => id === user)
  if (person === undefined) return undefined
  const versions = await versionsOf(tx, [user])
  const agency = register.agencies.find(({ id }) => id === person.agency)
  return { register, agency, person, self: user === viewer, version: versions.get(user) ?? 0 }
}

const personFields = ({ teams }: Register, agency: string | undefined) =>
  fieldsOf({
    name: text({
      label: 'Name',
      hint: 'As it stands in the agency’s own system: deliveries name workers by it.',
      missing: 'Enter their name',
      most: 200,
    }),
    role: roleChoice,
    title: text({
      label: 'Job title',
      hint: 'In the agency’s own words, such as senior practitioner.',
      missing: 'Enter their job title',
      most: 200,
    }),
    teams: teamChoices(teams.filter((team) => team.agency === agency)),
    phone: phone.may,
    email,
  })

const noTeamYet = ({ teams }: Register, agency: AgencyListed | undefined) =>
  agency !== undefined &&
  !teams.some((team) => team.agency === agency.id) &&
  html`<p class="govuk-body">${agency.name} has no team yet. <a class="govuk-link" href="${paths.newTeam}">Add a team</a> first, so that others know whom to ring.</p>`

const chooseAgency = (shell: Shell, typing: Typing, { agencies }: Register): string =>
  page({
    ...shell,
    title: 'Enrol somebody',
    heading: 'Enrol somebody',
    breadcrumbs: way('Enrol somebody'),
    body: html`<div class="rt-reading"><form method="get" action="${paths.newPerson}" novalidate>
        ${fieldsOf({ agency: agencyChoice(agencies) }).draw({ ...typing, errors: [] })}${button({ text: 'Continue' })}
      </form><p class="govuk-body"><a class="govuk-link" href="${paths.list}">Cancel and go back</a></p></div>`,
  })

const changeFrame = ({ person, agency, self }: Enrolled): Omit<FormParts, 'fields'> => ({
  title: person.name,
  heading: person.name,
  caption: agency?.name,
  way: way(person.name),
  look: paths.list,
  submit: 'Record the change',
  before: person.hasLeft
    ? html`<p class="govuk-body">They have left. Recording this enrols them again.</p>`
    : html`<p class="govuk-body">${self ? 'This is your own enrolment: somebody else can end it.' : html`If they use Rooftree no longer: <a class="govuk-link" href="${paths.left(person.id)}">record that they have left</a>.`}</p>`,
})

const leftFrame = ({ person }: Enrolled): Omit<FormParts, 'fields'> => ({
  title: 'Record that somebody has left',
  heading: `Does ${person.name} use Rooftree no longer?`,
  way: [
    { text: 'People and teams', href: paths.list },
    { text: person.name, href: paths.person(person.id) },
    { text: 'Has left' },
  ],
  look: paths.person(person.id),
  submit: 'Record that they have left',
  warning: true,
  before: html`<p class="govuk-body">From that moment they see nothing. What they recorded stays under their name. Families they work with must be given to somebody else: that is recorded on each family’s page.</p>`,
})
