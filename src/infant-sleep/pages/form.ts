import type { PersonView } from '#families/index.ts'
import { paths as familiesPaths } from '#families/index.ts'
import { choice, choices, day, fieldsOf, onlyIf, text, wholeNumber } from '#platform/form/index.ts'
import type { Fields, Typing, Values } from '#platform/form/index.ts'
import { details, fieldset } from '#platform/govuk/index.ts'
import type { FormErrors } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { fieldList } from '#platform/http/index.ts'
import { longDate } from '#platform/page/index.ts'
import type { FormParts } from '#platform/page/index.ts'
import { gramsPossible, weeksPossible } from '../entries.ts'
import type { StatedValue } from '../facts/stated-value.ts'
import type { KnownBaby } from '../queries.ts'
import { refusalSentences } from '../refusals.ts'
import { gestationWords, gramsWords, illnessWords, smokingWords } from '../words.ts'
import { babyName } from './known-of-babies.ts'

/** One baby, and the record under whose address the form stands. */
export interface BabyAsked {
  readonly record: string
  readonly baby: KnownBaby
  readonly people: PersonView['people']
  readonly version: number
}

export const babyFrame = ({ record, baby, people }: BabyAsked): Omit<FormParts, 'fields'> => {
  const heading = `What is known about ${isMany(baby.expected) ? 'these babies' : 'this baby'}`
  const back = familiesPaths.person(record)
  const name = babyName({ people }, baby)
  return {
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
    before: html`<p class="govuk-body">Answer what you know. What you leave out stays as it was.</p>`,
  }
}

const isMany = (expected: KnownBaby['expected']): boolean =>
  expected !== undefined && expected.babies !== 'not-known' && expected.babies > 1

/** Of a baby who is expected only smoke is asked. */
export const babyFields = ({ baby }: BabyAsked, today: Temporal.PlainDate) => fieldsOf(askedOf(baby, today))
export type BabyAnswers = Values<ReturnType<typeof askedOf>>

const askedOf = ({ facts, expected }: KnownBaby, today: Temporal.PlainDate) => ({
  weeks: wholeNumber({
    label: 'Weeks of pregnancy at birth',
    suffix: 'weeks',
    width: 3,
    ...weeksPossible,
    outOfBounds: refusalSentences['weeks-not-possible'],
  }),
  days: wholeNumber({
    label: 'Days over, if you know them',
    suffix: 'days',
    width: 3,
    least: 0,
    most: 6,
    outOfBounds: refusalSentences['weeks-not-possible'],
  }),
  grams: wholeNumber({
    label: 'Birth weight',
    hint: 'For example, 3250',
    suffix: 'grams',
    ...gramsPossible,
    outOfBounds: refusalSentences['weight-not-possible'],
  }),
  asked: choices({
    legend: 'Asked, and nobody could say',
    items: [
      { value: 'weeks', text: 'The weeks' },
      { value: 'grams', text: 'The weight' },
    ],
  }),
  smoking: choice({
    legend:
      expected === undefined
        ? 'Does anybody who lives or sleeps with the baby smoke?'
        : `Does anybody who will live or sleep with the ${isMany(expected) ? 'babies' : 'baby'} smoke?`,
    hint: `Tobacco, anywhere, also outdoors. Vaping alone is no. Nobody need be named.${soFarText(
      facts.smoking.said.map((one) => told(one, (says) => smokingWords(says, expected !== undefined).toLowerCase())),
    )}`,
    items: yesNoNobody,
  }),
  illness: choice({
    legend: 'Is the baby ill at the moment?',
    hint: `A fever, trouble with breathing or feeding, or a stay in hospital in the last seven days.${soFarText(
      [...facts.illness.said, ...facts.illnessBefore].map((one) =>
        told(one, (says) => illnessWords[says].toLowerCase()),
      ),
    )}`,
    items: yesNoNobody,
  }),
  knownHow: choice({
    legend: 'How do you know?',
    items: [
      { value: 'seen', text: 'I saw it' },
      { value: 'told', text: 'I was told' },
      { value: 'read', text: 'I read it, for example in the red book' },
    ],
    missing: 'Say how you know it',
  }),
  toldBy: onlyIf('knownHow', 'told', text({ label: 'By whom', hint: 'For example, the mother', width: 20 })),
  happenedOn: day({ legend: 'On which day?', missing: 'Enter the day', notAfter: today }),
})

const yesNoNobody = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'not-known', text: 'Asked, and nobody could say' },
] as const

/** What no single question can tell. */
export const babyRefused = (
  answers: Partial<BabyAnswers>,
  _asked: BabyAsked,
  wrong: ReadonlySet<string>,
): FormErrors => {
  const { weeks, days, grams, asked = [], smoking, illness } = answers
  const nothing = [weeks, days, grams, smoking, illness].every((answer) => answer === undefined) && asked.length === 0
  if (nothing && !ofBirth.some((name) => wrong.has(name)))
    return [{ field: 'smoking', text: 'Answer at least one question' }]
  const both = 'Give the number, or say that nobody could tell: not both'
  return [
    ...(asked.includes('weeks') && (weeks !== undefined || days !== undefined) ? [{ field: 'weeks', text: both }] : []),
    ...(!asked.includes('weeks') && !wrong.has('weeks') && weeks === undefined && days !== undefined
      ? [{ field: 'weeks', text: 'Enter the weeks too' }]
      : []),
    ...(asked.includes('grams') && grams !== undefined ? [{ field: 'grams', text: both }] : []),
  ]
}

/** How a baby was born does not change: once both are known the questions are folded away, for people who know otherwise. */
export const babyQuestions = (fields: Fields<BabyAnswers>, typing: Typing, { baby }: BabyAsked): Html => {
  const rest = fields.draw(typing, 'knownHow', 'happenedOn')
  if (baby.expected !== undefined) return html`${fields.draw(typing, 'smoking')}${rest}`
  const { gestation, weight } = baby.facts
  const soFar = [
    ...gestation.said.map((one) => told(one, gestationWords)),
    ...weight.said.map((one) => told(one, gramsWords)),
  ]
  const born = fieldset({
    legend: { text: 'How many weeks, and what birth weight?', size: 's' },
    fields: html`${soFar.length > 0 && html`<p class="govuk-hint">${soFarText(soFar).trim()}</p>`}${fields.draw(typing, ...ofBirth)}`,
  })
  const touched = ofBirth.some(
    (name) => typing.errors.some(({ field }) => field === name) || fieldList(typing.fields, name).length > 0,
  )
  const folded = details({
    summary: 'Weeks and birth weight are known: put them right',
    content: { html: born },
    open: touched,
  })
  const known = gestation.said.length > 0 && weight.said.length > 0
  return html`${known ? folded : born}${fields.draw(typing, 'smoking', 'illness')}${rest}`
}
const ofBirth = ['weeks', 'days', 'grams', 'asked']

const told = <T>({ value, asOf }: StatedValue<T>, inWords: (value: T) => string): string =>
  `${inWords(value)} (${longDate(asOf)})`

const soFarText = (all: readonly string[]): string => (all.length === 0 ? '' : ` So far: ${all.join('; ')}.`)
