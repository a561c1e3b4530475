import type { Listing } from '#access/index.ts'
import { input, radios } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { dateField, formPage, typed } from '#platform/page/index.ts'
import { paths } from '../paths.ts'
import type { FamilyPageView } from './family-view.ts'
import { familyFormOf, familyWay } from './form-way.ts'
import { agencyName, listing } from './names.ts'

/** First who, by name; then what they do and from when. Without script, in two steps. */
export const involveForm = (
  shell: Shell,
  state: FormState,
  page: FamilyPageView,
  choices: readonly Listing[],
): string => {
  const form = familyFormOf(page)
  const who = typed(state, 'who')
  return formPage(shell, state, {
    title: 'Somebody works with the family',
    heading: 'Who works with this family?',
    ...familyWay(form, 'Who works with the family'),
    before: searchStep(paths.involve(form.family), who, choices),
    hidden: { who },
    submit: 'Record it',
    fields: html`
      ${choices.length > 0 && radios({ name: 'principal', legend: who === '' ? 'You or your team, or search above for somebody else' : 'Who is it?', value: typed(state, 'principal'), errors: state.errors, layout: 'small', items: choices.map(({ id, name, title }) => ({ value: id, text: name, ...(title === undefined || title === '' ? {} : { hint: { text: title } }) })) })}
      ${input({ name: 'role', label: 'What do they do for the family?', hint: { text: 'In their agency’s words: health visitor, family support worker' }, value: typed(state, 'role'), errors: state.errors })}
      ${dateField(state, 'from', 'From which day?', 'They can open this family’s page from that day')}`,
  })
}

const searchStep = (
  action: string,
  who: string,
  choices: readonly Listing[],
): Html => html`<form class="rt-search-step" method="get" action="${action}">
  ${input({ name: 'who', label: 'Search for a person or a team by name', value: who, width: 20 })}
  <button type="submit" class="govuk-button govuk-button--secondary">Search</button>
  ${who !== '' && choices.length === 0 && html`<p class="govuk-body" role="status">Nobody who uses Rooftree, and no team, has “${who}” in the name.</p>`}
</form>`

export const endInvolvementForm = (shell: Shell, state: FormState, page: FamilyPageView): string => {
  const form = familyFormOf(page)
  return formPage(shell, state, {
    title: 'Somebody no longer works with the family',
    heading: 'Who no longer works with this family?',
    ...familyWay(form, 'Who no longer works with the family'),
    submit: 'Record it',
    fields: html`
      ${radios({ name: 'principal', legend: 'Who?', value: typed(state, 'principal'), errors: state.errors, layout: 'small', items: workers(page).map(({ id, text, hint }) => ({ value: id, text, hint: { text: hint } })) })}
      ${dateField(state, 'on', 'Which is the first day without them?', 'From that day the family’s page is closed to them')}`,
  })
}

export const leadForm = (shell: Shell, state: FormState, page: FamilyPageView): string => {
  const form = familyFormOf(page)
  const people = workers(page).filter(({ id }) => id.startsWith('user:'))
  return formPage(shell, state, {
    title: 'Who leads the work',
    heading: 'Who leads the work with this family?',
    ...familyWay(form, 'Who leads the work'),
    before: html`<p class="govuk-body">${page.involved.lead === undefined ? 'Nobody is named yet.' : `Now: ${listing(page.names, page.involved.lead).name}.`} The lead practitioner is rung first, and sees who looked at the family and why.</p>`,
    submit: 'Record it',
    fields: html`
      ${people.length === 0 ? html`<p class="govuk-body">No person works with the family yet. Record first who does.</p>` : radios({ name: 'user', legend: 'Who?', value: typed(state, 'user'), errors: state.errors, layout: 'small', items: people.map(({ id, text, hint }) => ({ value: id, text, hint: { text: hint } })) })}
      ${dateField(state, 'from', 'From which day?')}`,
  })
}

const workers = (page: FamilyPageView): { id: string; text: string; hint: string }[] =>
  [
    ...new Map(
      page.involved.grants.filter(({ way }) => way === 'involved').map((grant) => [grant.principal, grant]),
    ).values(),
  ].map(({ principal, because }) => {
    const { name, agency } = listing(page.names, principal)
    return {
      id: principal,
      text: name,
      hint: [because, ...(agency === undefined ? [] : [agencyName(page.names, agency)])].join(', '),
    }
  })
