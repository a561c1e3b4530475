import { newPerson } from '#families/index.ts'
import { fieldsOf } from '#platform/form/index.ts'
import { checkboxes, input, radios, select } from '#platform/govuk/index.ts'
import { fieldList } from '#platform/http/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { dateField, typed } from '#platform/page/index.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import { applicationParts, tenancyParts, toLead } from '../entries/index.ts'
import type { HomeFacts } from '../facts/home.ts'
import type { Listed, OccupancyStatement } from '../facts/occupancy.ts'
import type { ListName } from '../paths.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import { partWords, toLeadWords } from '../words.ts'
import { homeForm, upper } from './home-form.ts'
import type { HomeAsked } from './home-form.ts'

/** Somebody of whom a list may say something, by one record of theirs, and what their reader's own agency said of them before. */
export interface Choosable {
  readonly person: PersonId
  readonly record: RecordId
  readonly said: Listed['says'] | undefined
  readonly own: OccupancyStatement | undefined
}

/** Everybody whom any of the three lists names. */
export const choosable = ({ view, names, agency }: HomeAsked, list: ListName): Choosable[] =>
  [...names.keys()].flatMap((person): Choosable[] => {
    const listed = listOf(view.facts, list).find((one) => one.person === person)
    const everywhere = [view.facts.sleeping, view.facts.tenancy, view.facts.application]
      .flatMap((one) => one.filter((other) => other.person === person))
      .flatMap(({ shown, others }) => [shown, ...others])
    const own =
      listed === undefined ? undefined : [listed.shown, ...listed.others].find(({ basis }) => basis.agency === agency)
    const record = (own ?? listed?.shown ?? everywhere.find(({ basis }) => basis.agency === agency) ?? everywhere[0])
      ?.record
    return record === undefined ? [] : [{ person, record, said: listed?.says, own }]
  })

const listOf = (facts: HomeFacts, list: ListName): readonly Listed[] =>
  ({ 'sleeps-here': facts.sleeping, 'on-tenancy': facts.tenancy, 'on-application': facts.application })[list]

interface ListWords {
  readonly heading: string
  readonly about: string
  readonly yes: string
  readonly left: string
  readonly leftOn: string
  readonly no: string
  readonly so: Readonly<Record<Listed['says'], string>>
}

const notSaid = 'somebody asked, and nobody could say'

export const listWords: Readonly<Record<ListName, ListWords>> = {
  'sleeps-here': {
    heading: 'Record who sleeps here',
    about:
      'Overcrowding is measured by who sleeps here, whatever the tenancy says. Choose several people where the same is true of all of them.',
    yes: 'They sleep here',
    left: 'They moved out',
    leftOn: 'On which day did they leave?',
    no: 'They do not sleep here',
    so: { yes: 'sleeps here', no: 'does not sleep here', 'not-known': notSaid },
  },
  'on-tenancy': {
    heading: 'Record who is on the tenancy',
    about: 'This is about the agreement. It says nothing of who sleeps here.',
    yes: 'They are on the tenancy',
    left: 'They are on it no longer',
    leftOn: 'Since which day?',
    no: 'They are not on the tenancy',
    so: { yes: 'on the tenancy', no: 'not on the tenancy', 'not-known': notSaid },
  },
  'on-application': {
    heading: 'Record who is on the housing application',
    about:
      'This is about the application on the housing register that was made from this home. It says nothing of who sleeps here.',
    yes: 'They are on the application',
    left: 'They are on it no longer',
    leftOn: 'Since which day?',
    no: 'They are not on the application',
    so: { yes: 'on the application', no: 'not on the application', 'not-known': notSaid },
  },
}

/** What one of the three lists says of some people: one form, since it is one question asked three times. */
export const listForm =
  (list: ListName) =>
  (shell: Shell, state: FormState, asked: HomeAsked): string => {
    const { names } = asked
    const { fields, errors } = state
    const words = listWords[list]
    return homeForm(
      shell,
      state,
      asked,
      words.heading,
      html`
    <p class="govuk-body">${words.about}</p>
    ${checkboxes({
      name: 'who',
      legend: 'Whom is it about?',
      values: fieldList(fields, 'who'),
      errors,
      layout: 'small',
      items: [
        ...choosable(asked, list).map(({ person, record, said }) => ({
          value: record,
          text: `${names.get(person)?.called ?? 'Somebody'} (${names.get(person)?.age ?? 'age not known'})`,
          hint: {
            text:
              said !== undefined
                ? `So far: ${words.so[said]}`
                : listOf(asked.view.facts, list).length > 0
                  ? 'So far: not in this list'
                  : 'So far: nobody has given such a list',
          },
        })),
        {
          value: 'new',
          text: 'Somebody who is in none of the three lists',
          more: html`${fieldsOf(newPerson).draw(state)}<p class="govuk-hint">A record of your agency is opened for them. If there is one already, somebody can join the two afterwards.</p>`,
        },
      ],
    })}
    ${radios({
      name: 'says',
      legend: 'What is so?',
      value: typed(state, 'says'),
      errors,
      items: [
        {
          value: 'yes',
          text: words.yes,
          more: html`${asPart(list, state)}${dateField(state, 'from', 'Since when?', 'Leave it empty if it is not known, or was told before')}`,
        },
        { value: 'left', text: words.left, more: dateField(state, 'until', words.leftOn) },
        { value: 'no', text: words.no },
        { divider: 'or' },
        { value: 'not-known', text: 'I asked, and nobody could say' },
      ],
    })}
    ${
      list === 'sleeps-here' &&
      radios({
        name: 'known-how',
        legend: 'How do you know?',
        value: typed(state, 'known-how'),
        layout: 'inline',
        errors,
        items: [
          { value: 'seen', text: 'I saw it' },
          { value: 'told', text: 'I was told' },
        ],
      })
    }
    ${input({ name: 'told-by', label: 'If somebody told you: who', value: typed(state, 'told-by'), width: 20, errors })}
    ${dateField(state, 'on', 'On which day did you find this out?')}`,
    )
  }

const asPart = (list: ListName, state: FormState): Html => {
  if (list === 'sleeps-here')
    return html`${select({ name: 'to-lead', label: 'What are they to the tenant or owner?', hint: { text: 'Leave it as it was told before, or not known' }, value: typed(state, 'to-lead'), unchosen: 'Not asked', items: toLead.filter((one) => one !== 'not-known').map((value) => ({ value, text: upper(toLeadWords[value]) })), errors: state.errors })}
    ${checkboxes({ name: 'temporary', legend: 'How long?', values: fieldList(state.fields, 'temporary'), layout: 'small', items: [{ value: 'yes', text: 'Only for a while, such as a visitor' }], errors: state.errors })}`
  const parts = list === 'on-tenancy' ? tenancyParts : applicationParts
  return select({
    name: 'part',
    label: 'As what?',
    value: typed(state, 'part'),
    unchosen: 'Not asked',
    items: parts.filter((one) => one !== 'not-known').map((value) => ({ value, text: upper(partWords[value]) })),
    errors: state.errors,
  })
}
