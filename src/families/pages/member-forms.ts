import { input, radios } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { FormState, Shell, Typing } from '#platform/page/index.ts'
import { dateField, formPage, typed } from '#platform/page/index.ts'
import { memberRoles } from '../entries/index.ts'
import { paths } from '../paths.ts'
import { familyWay } from './form-way.ts'
import type { Choosable, FamilyForm } from './form-way.ts'
import { roleWords, sexWords } from './words.ts'

/** Names in parts or as one, and a birth date that may be a year or not known. */
export const newPersonFields = (state: Typing): Html => html`
  ${input({ name: 'given', label: 'Given name', value: typed(state, 'given'), width: 20, errors: state.errors, spellcheck: false })}
  ${input({ name: 'family-name', label: 'Family name', hint: { text: 'Leave it empty where the name has one part, or is not known' }, value: typed(state, 'family-name'), width: 20, errors: state.errors, spellcheck: false })}
  ${dateField(state, 'born', 'Date of birth', 'The year alone will do. Leave it empty if it is not known.')}
  ${radios({ name: 'sex', legend: 'Sex', value: typed(state, 'sex'), errors: state.errors, layout: 'small', items: (['female', 'male', 'indeterminate', 'not-known'] as const).map((value) => ({ value, text: sexWords[value] })) })}`

export const addMemberForm = (shell: Shell, state: FormState, form: FamilyForm, others: readonly Choosable[]): string =>
  formPage(shell, state, {
    title: 'Somebody belongs to the family',
    heading: 'Who belongs to this family?',
    ...familyWay(form, 'Who belongs to the family'),
    submit: 'Record it',
    before: html`<p class="govuk-body">A family is a file around children. Nobody belongs to it only because they live in the same home.</p>`,
    fields: html`
      ${radios({ name: 'record', legend: 'Who?', value: others.length === 0 ? 'new' : typed(state, 'record'), errors: state.errors, layout: 'small', items: [...others.map(({ record, name }) => ({ value: record, text: name })), { value: 'new', text: others.length === 0 ? 'Somebody who has no record of your agency yet' : 'Somebody else, who has no record of your agency yet', more: newPersonFields(state) }] })}
      ${radios({ name: 'role', legend: 'As what?', value: typed(state, 'role'), errors: state.errors, layout: 'small', items: memberRoles.map((value) => ({ value, text: roleWords[value] })) })}
      ${dateField(state, 'trueFrom', 'Since when? (if you know)', 'A child belongs from birth')}`,
  })

export const endMemberForm = (shell: Shell, state: FormState, form: FamilyForm): string =>
  formPage(shell, state, {
    title: 'Somebody no longer belongs to the family',
    heading: 'Who no longer belongs to this family?',
    ...familyWay(form, 'Who no longer belongs'),
    submit: 'Record it',
    before: html`<p class="govuk-body">What was recorded while they belonged stays on the timeline. Moving out of a home does not end belonging to a family.</p>`,
    fields: html`
      ${radios({ name: 'record', legend: 'Who?', value: typed(state, 'record'), errors: state.errors, layout: 'small', items: form.people.map(({ record, name }) => ({ value: record, text: name })) })}
      ${dateField(state, 'trueFrom', 'From which day?')}
      ${input({ name: 'because', label: 'Why?', value: typed(state, 'because'), errors: state.errors })}`,
  })

export const openFamilyForm = (shell: Shell, state: FormState): string =>
  formPage(shell, state, {
    title: 'Open a family',
    heading: 'Open a family around a child',
    way: [{ text: 'Find a family', href: paths.find }, { text: 'Open a family' }],
    look: paths.find,
    submit: 'Open the family',
    before: html`<p class="govuk-body">Search first: two files for one family hide each from the other. You will be recorded as working with the family.</p>`,
    fields: html`
      ${radios({
        name: 'around',
        legend: 'Around whom?',
        value: typed(state, 'around') === '' ? 'child' : typed(state, 'around'),
        errors: state.errors,
        items: [
          { value: 'child', text: 'A child who is born', hint: { text: 'Give the child’s name below' } },
          {
            value: 'unborn',
            text: 'A baby who is expected',
            hint: { text: 'Give the mother’s name below' },
            more: dateField(
              state,
              'expected',
              'When is the baby expected?',
              'A month and a year will do. Leave it empty if it is not known.',
            ),
          },
        ],
      })}
      ${newPersonFields(state)}
      ${input({ name: 'role', label: 'What do you do for this family?', hint: { text: 'For example: social worker' }, value: typed(state, 'role'), errors: state.errors })}`,
  })
