import { checkboxes, input, textarea } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import { fieldList } from '#platform/http/index.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { dateField, formPage, typed } from '#platform/page/index.ts'
import { paths } from '../paths.ts'
import { personName } from './names.ts'
import type { PersonPageView } from './person.ts'

export const personWay = (
  { record, view, names }: PersonPageView,
  here: string,
): { way: { text: string; href?: string }[]; look: string; caption: string } => {
  const name = personName(names, view.person) ?? 'Somebody whose name is not known here'
  return {
    way: [{ text: 'Find a family', href: paths.find }, { text: name, href: paths.person(record) }, { text: here }],
    look: paths.person(record),
    caption: name,
  }
}

export const hideForm = (shell: Shell, state: FormState, person: PersonPageView): string =>
  formPage(shell, state, {
    title: 'Hide an address',
    heading: 'Must this address not be disclosed?',
    ...personWay(person, 'Hide an address'),
    submit: 'Hide the address',
    before: html`<p class="govuk-body">Most who work with the family will see only that the address must not be disclosed. Those who visit or lead the work still see it, with a warning. Why it is hidden is shown to very few.</p>`,
    fields: html`
      ${textarea({ name: 'why', label: { text: 'Why?', size: 's' }, value: typed(state, 'why'), rows: 3, errors: state.errors })}
      ${input({ name: 'askedBy', label: 'Who asked for it?', hint: { text: 'For example: the mother, through her solicitor' }, value: typed(state, 'askedBy'), errors: state.errors })}
      ${dateField(state, 'from', 'From which day?', 'Leave it empty if it always held')}
      ${checkboxes({ name: 'onlyThem', legend: 'Who else lives there?', values: fieldList(state.fields, 'onlyThem'), errors: state.errors, layout: 'small', items: [{ value: 'yes', text: 'Hide only theirs', hint: { text: 'Otherwise whoever of the family lives in the same home is hidden with them, since one address would tell the other.' } }] })}`,
  })
