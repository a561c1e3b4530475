import { input, radios, select, textarea } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { dateField, formPage, typed } from '#platform/page/index.ts'
import { parentages, relationshipTypes, responsibilityBases, responsibilityStates } from '../entries/index.ts'
import { familyWay } from './form-way.ts'
import type { Choosable, FamilyForm } from './form-way.ts'
import { basisWords, parentWords, relationWords, stateWords } from './words.ts'

/** Somebody of the family, somebody known only by what is said of them, or not known. */
export const whoField = (state: FormState, name: string, legend: string, people: readonly Choosable[]): Html =>
  radios({
    name,
    legend,
    value: typed(state, name),
    errors: state.errors,
    layout: 'small',
    items: [
      ...people.map(({ record, name: text }) => ({ value: record, text })),
      { divider: 'or' },
      {
        value: 'described',
        text: 'Somebody who has no record here',
        more: input({
          name: `${name}-described`,
          label: 'Who are they, as far as you know?',
          hint: { text: 'For example: the baby’s uncle, first name Sol' },
          value: typed(state, `${name}-described`),
          errors: state.errors,
        }),
      },
      { value: 'not-known', text: 'Not known', hint: { text: 'Somebody asked, and nobody could say' } },
    ],
  })

export const relationshipForm = (shell: Shell, state: FormState, form: FamilyForm): string =>
  formPage(shell, state, {
    title: 'How two people are related',
    heading: 'How are two people related?',
    ...familyWay(form, 'How two people are related'),
    submit: 'Record it',
    before: html`<p class="govuk-body">This says who somebody is to somebody else. It says nothing about parental responsibility, which is recorded apart.</p>`,
    fields: html`
      ${whoField(state, 'from', 'Who?', form.people)}
      ${radios({ name: 'type', legend: 'What are they?', value: typed(state, 'type'), errors: state.errors, layout: 'small', items: relationshipTypes.map((value) => ({ value, text: relationWords[value], ...(value === 'parent' ? { more: select({ name: 'as', label: 'Which parent?', value: typed(state, 'as'), unchosen: 'Choose', errors: state.errors, items: parentages.map((one) => ({ value: one, text: one === 'not-said' ? 'Not said' : (parentWords[one] ?? one) })) }) } : {}) })) })}
      ${radios({ name: 'to', legend: 'To whom?', value: typed(state, 'to'), errors: state.errors, layout: 'small', items: form.people.map(({ record, name }) => ({ value: record, text: name })) })}
      ${dateField(state, 'trueFrom', 'Since when? (if you know)', 'The year alone will do')}
      ${radios({
        name: 'ended',
        legend: 'Is it still so?',
        value: typed(state, 'ended') === '' ? 'no' : typed(state, 'ended'),
        errors: state.errors,
        layout: 'small',
        items: [
          { value: 'no', text: 'Yes' },
          { value: 'yes', text: 'No, it has ended' },
        ],
      })}
      ${input({ name: 'toldBy', label: 'Who told you? (if anybody)', value: typed(state, 'toldBy'), errors: state.errors })}`,
  })

export const responsibilityForm = (shell: Shell, state: FormState, form: FamilyForm): string =>
  formPage(shell, state, {
    title: 'Parental responsibility',
    heading: 'Who has parental responsibility?',
    ...familyWay(form, 'Parental responsibility'),
    submit: 'Record it',
    before: html`<p class="govuk-body">It is stated for each child and each person, with what it rests on. It never follows from a name, an address or coming to appointments.</p>`,
    fields: html`
      ${radios({ name: 'child', legend: 'For which child?', value: typed(state, 'child'), errors: state.errors, layout: 'small', items: form.people.filter(({ child }) => child).map(({ record, name }) => ({ value: record, text: name })) })}
      ${whoField(
        state,
        'holder',
        'Who?',
        form.people.filter(({ child }) => !child),
      )}
      ${radios({ name: 'state', legend: 'What do you know?', value: typed(state, 'state'), errors: state.errors, layout: 'small', items: responsibilityStates.map((value) => ({ value, text: stateWords[value] })) })}
      ${select({ name: 'basis', label: { text: 'What does it rest on?', size: 's' }, value: typed(state, 'basis'), unchosen: 'Choose', errors: state.errors, items: responsibilityBases.map((value) => ({ value, text: basisWords[value] })) })}
      ${textarea({ name: 'evidence', label: { text: 'What is the evidence? (if there is any)', size: 's' }, hint: { text: 'For example: birth certificate, order of 3 May 2025' }, value: typed(state, 'evidence'), rows: 2, errors: state.errors })}
      ${input({ name: 'verifiedBy', label: 'Who has seen it? (if anybody)', value: typed(state, 'verifiedBy'), errors: state.errors })}
      ${dateField(state, 'verifiedOn', 'When was it seen?')}
      ${dateField(state, 'trueFrom', 'From when does it hold? (if you know)')}`,
  })
