import type { PersonView } from '#families/index.ts'
import { paths as familiesPaths } from '#families/index.ts'
import { checkboxes, details, fieldset, input, radios } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { fieldList } from '#platform/http/index.ts'
import { dateField, formPage, longDate, typed } from '#platform/page/index.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import type { StatedValue } from '../facts/stated-value.ts'
import type { KnownBaby } from '../queries.ts'
import { gestationWords, gramsWords, illnessWords, smokingWords } from '../words.ts'
import { babyName } from './known-of-babies.ts'

/** One baby, and the record under whose address the form stands. */
export interface BabyAsked {
  readonly record: string
  readonly baby: KnownBaby
  readonly people: PersonView['people']
  readonly version: number
}

const headingOf = ({ expected }: KnownBaby): string =>
  `What is known about ${isMany(expected) ? 'these babies' : 'this baby'}`
const isMany = (expected: KnownBaby['expected']): boolean =>
  expected !== undefined && expected.babies !== 'not-known' && expected.babies > 1

/** Three questions, and how one knows. What is left out stays as it was. */
export const babyForm = (shell: Shell, state: FormState, { record, baby, people }: BabyAsked): string => {
  const name = babyName({ people }, baby)
  const back = familiesPaths.person(record)
  const heading = headingOf(baby)
  return formPage(shell, state, {
    title: heading,
    heading,
    caption: name,
    look: back,
    submit: 'Record it',
    way: [
      { text: 'Find a family', href: familiesPaths.find },
      { text: baby.expected === undefined ? name : 'Person', href: back },
      { text: heading },
    ],
    fields: html`
      <p class="govuk-body">Answer what you know. What you leave out stays as it was.</p>
      ${baby.expected === undefined && bornFields(state, baby)}
      ${smokingField(state, baby)}
      ${baby.expected === undefined && illnessField(state, baby)}
      ${radios({
        name: 'known-how',
        legend: { text: 'How do you know?', size: 's' },
        value: typed(state, 'known-how'),
        layout: 'small',
        errors: state.errors,
        items: [
          { value: 'seen', text: 'I saw it' },
          {
            value: 'told',
            text: 'I was told',
            more: input({
              name: 'told-by',
              label: 'By whom',
              hint: { text: 'For example, the mother' },
              value: typed(state, 'told-by'),
              width: 20,
              errors: state.errors,
            }),
          },
          { value: 'read', text: 'I read it, for example in the red book' },
        ],
      })}
      ${dateField(state, 'on', 'On which day?')}`,
  })
}

/** How a baby was born does not change: once both are known the questions are folded away, for whoever knows otherwise. */
const bornFields = (state: FormState, { facts }: KnownBaby): Html => {
  const { errors } = state
  const soFar = [
    ...facts.gestation.said.map((one) => told(one, gestationWords)),
    ...facts.weight.said.map((one) => told(one, gramsWords)),
  ]
  const touched =
    errors.some(({ field }) => born.has(field)) ||
    [...born].some((name) => fieldList(state.fields, name).some((value) => value !== ''))
  const fields = fieldset({
    legend: { text: 'How early and how small was the baby born?', size: 's' },
    fields: html`${soFar.length > 0 && html`<p class="govuk-hint">${soFarText(soFar).trim()}</p>`}
      ${input({ name: 'weeks', label: 'Weeks of pregnancy at birth', value: typed(state, 'weeks'), width: 3, inputmode: 'numeric', suffix: 'weeks', errors })}
      ${input({ name: 'days', label: 'Days over, if you know them', value: typed(state, 'days'), width: 3, inputmode: 'numeric', suffix: 'days', errors })}
      ${input({ name: 'grams', label: 'Birth weight', hint: { text: 'For example, 3250' }, value: typed(state, 'grams'), width: 5, inputmode: 'numeric', suffix: 'grams', errors })}
      ${checkboxes({
        name: 'asked',
        legend: 'Asked, and nobody could say',
        values: fieldList(state.fields, 'asked'),
        layout: 'small',
        errors,
        items: [
          { value: 'weeks', text: 'The weeks' },
          { value: 'grams', text: 'The weight' },
        ],
      })}`,
  })
  const known = facts.gestation.said.length > 0 && facts.weight.said.length > 0
  return known
    ? details({ summary: 'How early and how small is known: put it right', content: { html: fields }, open: touched })
    : fields
}
const born: ReadonlySet<string> = new Set(['weeks', 'days', 'grams', 'asked'])

const smokingField = (state: FormState, { facts, expected }: KnownBaby): Html =>
  radios({
    name: 'smoking',
    legend: {
      text:
        expected === undefined
          ? 'Does anybody who lives or sleeps with the baby smoke?'
          : `Does anybody who will live or sleep with the ${isMany(expected) ? 'babies' : 'baby'} smoke?`,
      size: 's',
    },
    value: typed(state, 'smoking'),
    layout: 'small',
    errors: state.errors,
    items: yesNoNobody,
    hint: {
      text: `Tobacco, anywhere, also outdoors. Vaping alone is no. Nobody need be named.${soFarText(facts.smoking.said.map((one) => told(one, (says) => smokingWords(says, expected !== undefined).toLowerCase())))}`,
    },
  })

const illnessField = (state: FormState, { facts }: KnownBaby): Html =>
  radios({
    name: 'illness',
    legend: { text: 'Is the baby ill at the moment?', size: 's' },
    value: typed(state, 'illness'),
    layout: 'small',
    errors: state.errors,
    items: yesNoNobody,
    hint: {
      text: `A fever, trouble with breathing or feeding, or a stay in hospital in the last seven days.${soFarText([...facts.illness.said, ...facts.illnessBefore].map((one) => told(one, (says) => illnessWords[says].toLowerCase())))}`,
    },
  })

const yesNoNobody = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not-known', text: 'Asked, and nobody could say' },
]

const told = <T>({ value, asOf }: StatedValue<T>, inWords: (value: T) => string): string =>
  `${inWords(value)} (${longDate(asOf)})`
const soFarText = (all: readonly string[]): string => (all.length === 0 ? '' : ` So far: ${all.join('; ')}.`)
