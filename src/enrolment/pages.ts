import { roleNames, roleRules } from '#access/index.ts'
import { button, checkboxes, details, input, pagination, radios, select, table } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { fieldList } from '#platform/http/index.ts'
import { formPage, page, typed } from '#platform/page/index.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { paths } from './paths.ts'
import type { AgencyListed, PersonListed, Register } from './register.ts'
import { agencyKindWords } from './words.ts'

const perPage = 50

export const peoplePage = (
  shell: Shell,
  register: Register,
  { found, who, page: asked }: { readonly found: readonly PersonListed[]; readonly who: string; readonly page: number },
): string => {
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const current = Math.min(Math.max(1, asked), pages)
  const nameOf = new Map([...register.agencies, ...register.teams].map(({ id, name }) => [id, name]))
  return page({
    ...shell,
    title: 'People and teams',
    heading: 'People and teams',
    body: html`<div class="rt-reading"><p class="govuk-body">Who uses Rooftree, for which agency. What somebody sees depends on their role and on whom they work with; enrolling alone opens no family.</p>
        <ul class="govuk-list">
          <li><a class="govuk-link" href="${paths.newPerson}">Enrol somebody</a></li>
          <li><a class="govuk-link" href="${paths.newTeam}">Add a team</a></li>
          <li><a class="govuk-link" href="${paths.newAgency}">Add an agency</a></li>
        </ul>
      </div>
      <form method="get" action="${paths.list}" class="rt-filter">${input({ name: 'who', label: 'Name, team or agency', value: who, width: 20 })}${button({ text: 'Show these', kind: 'secondary' })}</form>
      ${
        found.length === 0
          ? html`<p class="govuk-body">Nobody is enrolled under these words.</p>`
          : table({
              caption: who === '' ? `${found.length} people` : `${found.length} of ${register.people.length} people`,
              wide: true,
              firstCellIsHeader: true,
              head: [{ text: 'Name' }, { text: 'Role' }, { text: 'Agency and teams' }, { text: 'To ring' }],
              rows: found
                .slice((current - 1) * perPage, current * perPage)
                .map((person) => [
                  {
                    html: html`<a class="govuk-link" href="${paths.person(person.id)}">${person.name}</a>${person.hasLeft && html`<br>has left`}`,
                  },
                  {
                    html: html`${person.role === undefined ? 'A role this edition does not know' : roleRules(person.role).title}${person.role !== undefined && person.title !== roleRules(person.role).title && html`<br>${person.title}`}`,
                  },
                  {
                    html: html`${nameOf.get(person.agency) ?? person.agency}${person.teams.map((team) => html`<br>${nameOf.get(team) ?? team}`)}`,
                  },
                  {
                    html: html`<span class="rt-phone">${person.phone ?? register.teams.find(({ id }) => person.teams.includes(id))?.phone ?? 'Not known'}</span>`,
                  },
                ]),
            })
      }
      ${pagination({ label: 'Pages of people', current, pages, hrefFor: (number) => `${paths.list}?who=${encodeURIComponent(who)}&page=${number}` })}
      ${details({ summary: 'Agencies, and how a delivery names its sender', content: { html: html`<ul class="govuk-list govuk-list--bullet">${register.agencies.map(({ id, name, kind }) => html`<li>${name} (${agencyKindWords[kind].toLowerCase()}): <code>${id}</code></li>`)}</ul>` } })}`,
  })
}

const way = (text: string) => [{ text: 'People and teams', href: paths.list }, { text }]
const reach = (state: FormState, phone: 'must' | 'may'): Html => html`
  ${input({ name: 'phone', label: phone === 'must' ? 'Number to ring' : 'Number to ring, if there is one', value: typed(state, 'phone'), errors: state.errors, width: 20, ...(phone === 'must' ? { hint: { text: 'Others are told to ring it about a family that this team works with.' } } : {}) })}
  ${input({ name: 'email', label: 'Email, if there is one', value: typed(state, 'email'), errors: state.errors })}`

export const agencyForm = (shell: Shell, state: FormState): string =>
  formPage(shell, state, {
    title: 'Add an agency',
    heading: 'Add an agency',
    way: way('Add an agency'),
    look: paths.list,
    submit: 'Add the agency',
    fields: html`
      ${input({ name: 'name', label: 'What it calls itself', value: typed(state, 'name'), errors: state.errors })}
      ${select({ name: 'kind', label: 'What kind of agency is it?', unchosen: 'Choose one', value: typed(state, 'kind'), errors: state.errors, items: Object.entries(agencyKindWords).map(([value, text]) => ({ value, text })) })}
      ${radios({
        name: 'dutyFlag',
        legend: 'Is it under the information-sharing duty of section 16LA of the Children Act 2004?',
        value: typed(state, 'dutyFlag'),
        errors: state.errors,
        hint: { text: 'A housing association is not named there and comes under it only by an arrangement.' },
        items: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
          { value: 'not-known', text: 'Not known' },
        ],
      })}
      ${reach(state, 'may')}`,
  })

export const teamForm = (shell: Shell, state: FormState, agencies: readonly AgencyListed[]): string =>
  formPage(shell, state, {
    title: 'Add a team',
    heading: 'Add a team',
    way: way('Add a team'),
    look: paths.list,
    submit: 'Add the team',
    fields: html`
      ${input({ name: 'name', label: 'What the team is called', value: typed(state, 'name'), errors: state.errors })}
      ${agencyChoice(state, agencies)}
      ${reach(state, 'must')}`,
  })

const agencyChoice = (state: Pick<FormState, 'fields' | 'errors'>, agencies: readonly AgencyListed[]): Html =>
  select({
    name: 'agency',
    label: 'Agency',
    unchosen: 'Choose one',
    value: typed(state, 'agency'),
    errors: state.errors,
    items: agencies.map(({ id, name }) => ({ value: id, text: name })),
  })

export interface PersonAsked {
  readonly register: Register
  /** Undefined until it is chosen: the teams to choose from are its own. */
  readonly agency: AgencyListed | undefined
  /** Who is enrolled already. */
  readonly person?: PersonListed
  /** Whether it is the person who looks. */
  readonly self: boolean
}

export const personForm = (shell: Shell, state: FormState, { register, agency, person, self }: PersonAsked): string => {
  const title = person === undefined ? 'Enrol somebody' : person.name
  if (agency === undefined) {
    return page({
      ...shell,
      title,
      heading: title,
      breadcrumbs: way(title),
      body: html`<div class="rt-reading"><form method="get" action="${paths.newPerson}" novalidate>
        ${agencyChoice(state, register.agencies)}${button({ text: 'Continue' })}
      </form><p class="govuk-body"><a class="govuk-link" href="${paths.list}">Cancel and go back</a></p></div>`,
    })
  }
  const teams = register.teams.filter((team) => team.agency === agency.id)
  return formPage(shell, state, {
    title,
    heading: title,
    caption: agency.name,
    way: way(title),
    look: paths.list,
    submit: person === undefined ? 'Enrol them' : 'Record the change',
    hidden: { agency: agency.id },
    before:
      person === undefined
        ? undefined
        : person.hasLeft
          ? html`<p class="govuk-body">They have left. Recording this enrols them again.</p>`
          : html`<p class="govuk-body">${self ? 'This is your own enrolment: somebody else can end it.' : html`If they use Rooftree no longer: <a class="govuk-link" href="${paths.left(person.id)}">record that they have left</a>.`}</p>`,
    fields: html`
      ${input({ name: 'name', label: 'Name', value: typed(state, 'name'), errors: state.errors, hint: { text: 'As it stands in the agency’s own system: deliveries name workers by it.' } })}
      ${select({ name: 'role', label: 'Role', unchosen: 'Choose one', value: typed(state, 'role'), errors: state.errors, hint: { text: 'It decides what they see of a family that they work with.' }, items: roleNames.map((role) => ({ value: role, text: roleRules(role).title })) })}
      ${input({ name: 'title', label: 'Job title', value: typed(state, 'title'), errors: state.errors, hint: { text: 'In the agency’s own words, such as senior practitioner.' } })}
      ${teams.length === 0 ? html`<p class="govuk-body">${agency.name} has no team yet. <a class="govuk-link" href="${paths.newTeam}">Add a team</a> first, so that others know whom to ring.</p>` : checkboxes({ name: 'teams', legend: 'Which teams do they act for?', values: fieldList(state.fields, 'teams'), errors: state.errors, layout: 'small', items: teams.map(({ id, name }) => ({ value: id, text: name })) })}
      ${reach(state, 'may')}`,
  })
}

export const leftForm = (shell: Shell, state: FormState, person: PersonListed): string =>
  formPage(shell, state, {
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
    fields: html``,
  })
