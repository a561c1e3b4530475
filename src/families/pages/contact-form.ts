import { checkboxes, input, radios, textarea } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { fieldList } from '#platform/http/index.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { dateField, formPage, typed } from '#platform/page/index.ts'
import { sensitivityField } from './fields.ts'
import { channels } from '../entries/index.ts'
import type { RecordId } from '../subjects.ts'
import { familyWay } from './form-way.ts'
import type { FamilyForm } from './form-way.ts'
import { channelWords } from './words.ts'

/** Seen, said or done: whether each child was seen is asked for every child. */
export const contactForm = (shell: Shell, state: FormState, form: FamilyForm): string =>
  formPage(shell, state, {
    title: 'Record a contact',
    heading: 'Record a contact',
    ...familyWay(form, 'Record a contact'),
    submit: 'Record the contact',
    fields: html`
      ${dateField(state, 'happenedOn', 'When was it?', 'For example, 27 3 2026')}
      ${radios({ name: 'channel', legend: 'How?', value: typed(state, 'channel'), errors: state.errors, layout: 'small', items: channels.map((value) => ({ value, text: channelWords[value] })) })}
      ${textarea({ name: 'what', label: { text: 'What was seen, said and done?', size: 's' }, hint: { text: 'Say what you saw, what you were told and by whom, and what happens next.' }, value: typed(state, 'what'), rows: 6, errors: state.errors })}
      ${form.people.filter(({ child }) => child).map(({ record, name }, at) => childField(state, record, name, at))}
      ${form.people.some(({ child }) => !child) && checkboxes({ name: 'persons', legend: 'Who else was seen or spoken to?', values: fieldList(state.fields, 'persons'), errors: state.errors, layout: 'small', items: form.people.filter(({ child }) => !child).map(({ record, name }) => ({ value: record, text: name })) })}
      ${radios({
        name: 'interpreter',
        legend: 'Was an interpreter there?',
        value: typed(state, 'interpreter'),
        errors: state.errors,
        layout: 'small',
        items: [
          { value: 'not-needed', text: 'Not needed' },
          {
            value: 'language',
            text: 'Yes',
            more: input({
              name: 'language',
              label: 'For which language?',
              value: typed(state, 'language'),
              width: 20,
              errors: state.errors,
            }),
          },
          { value: 'needed-but-none', text: 'Needed, but none was there' },
          { value: 'not-known', text: 'Not known' },
        ],
      })}
      ${sensitivityField(state)}`,
  })

/** The name of a child's fields: their place in the list, as ids hold signs that a field's name should not. */
export const seenField = (at: number): string => `seen-${at}`
export const aloneField = (at: number): string => `alone-${at}`

const childField = (state: FormState, record: RecordId, name: string, at: number): Html =>
  html`<input type="hidden" name="child-${at}" value="${record}">${radios({
    name: seenField(at),
    legend: `Was ${name} seen?`,
    value: typed(state, seenField(at)),
    errors: state.errors,
    layout: 'small',
    items: [
      {
        value: 'yes',
        text: 'Yes',
        more: radios({
          name: aloneField(at),
          legend: 'Alone?',
          value: typed(state, aloneField(at)),
          errors: state.errors,
          layout: 'small',
          items: [
            { value: 'yes', text: 'Yes, alone' },
            { value: 'no', text: 'No' },
            { value: 'not-known', text: 'Not known' },
          ],
        }),
      },
      { value: 'no', text: 'No' },
      { value: 'not-known', text: 'Not known' },
    ],
  })}`
