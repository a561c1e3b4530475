import { input, radios, select, textarea } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { FormFields } from '#platform/http/index.ts'
import type { FormState, Shell } from '#platform/page/index.ts'
import type { Entry, Kinds } from '#record/index.ts'
import { dateField, formPage, typed } from '#platform/page/index.ts'
import {
  AddressStated,
  BirthStated,
  ContactRecorded,
  DeathStated,
  NamesStated,
  NhsNumberStated,
  ParentalResponsibilityStated,
  responsibilityBases,
  responsibilityStates,
  SexStated,
  sexes,
  UpnStated,
} from '../entries/index.ts'
import { basisOf } from '../facts/basis.ts'
import { nameToShow } from '../facts/names.ts'
import { paths } from '../paths.ts'
import type { Place } from '../paths.ts'
import { entryInWords } from './entry-in-words.ts'
import { sourceOf } from './names.ts'
import type { Names } from './names.ts'
import { basisWords, sexWords, stateWords } from './words.ts'

export interface CorrectFacts {
  readonly place: Place
  readonly entry: Entry
  readonly names: Names
  readonly kinds: Kinds
  readonly version: number
  readonly title: string
}

/** What the entry says now, and what it should have said. */
export const correctForm = (shell: Shell, state: FormState, facts: CorrectFacts): string => {
  const asked = rightValue(state, facts.entry)
  return formPage(shell, state, {
    title: 'Correct an entry',
    heading: 'Correct an entry',
    ...wayOf(facts, 'Correct an entry'),
    submit: 'Record the correction',
    before: now(facts),
    fields: html`
      ${asked ?? html`<p class="govuk-body">An entry of this kind is not corrected in place. <a class="govuk-link" href="${paths.withdraw(facts.place, facts.entry.id)}">Take it back</a> and record it anew.</p>`}
      ${textarea({ name: 'because', label: { text: 'Why is it put right?', size: 's' }, hint: { text: 'What it said before stays readable, with this reason.' }, value: typed(state, 'because'), rows: 2, errors: state.errors })}`,
  })
}

export const withdrawForm = (shell: Shell, state: FormState, facts: CorrectFacts): string =>
  formPage(shell, state, {
    title: 'Take back an entry',
    heading: 'Take back an entry',
    ...wayOf(facts, 'Take back an entry'),
    submit: 'Take it back',
    warning: true,
    before: now(facts),
    fields: textarea({
      name: 'because',
      label: { text: 'Why is it taken back?', size: 's' },
      hint: { text: 'For example: it was about another child. What it said stays readable for those who review.' },
      value: typed(state, 'because'),
      rows: 2,
      errors: state.errors,
    }),
  })

const wayOf = (
  { place, title }: CorrectFacts,
  here: string,
): { way: { text: string; href?: string }[]; look: string; caption: string } => ({
  way: [{ text: 'Find a family', href: paths.find }, { text: title, href: paths.place(place) }, { text: here }],
  look: paths.place(place),
  caption: title,
})

const now = ({ entry, names, kinds }: CorrectFacts): Html => {
  const { title, text } = entryInWords(entry, names, kinds)
  return html`<div class="rt-says-now"><h2 class="govuk-heading-s">What it says now</h2><p class="govuk-body"><strong>${title}</strong></p>${(
    text ?? ''
  )
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => html`<p class="govuk-body">${line}</p>`)}${sourceOf(names, basisOf(entry))}</div>`
}

const rightValue = (state: FormState, entry: Entry): Html | undefined => {
  if (BirthStated.is(entry))
    return dateField(
      state,
      'on',
      'What is the date of birth?',
      'The year alone will do. Leave it empty if it is not known.',
    )
  if (DeathStated.is(entry))
    return dateField(state, 'on', 'On which day did they die?', 'Leave it empty if it is not known.')
  if (NhsNumberStated.is(entry) || UpnStated.is(entry))
    return input({
      name: 'number',
      label: 'What is the number?',
      value: typed(state, 'number'),
      width: 20,
      errors: state.errors,
      spellcheck: false,
    })
  if (SexStated.is(entry))
    return radios({
      name: 'sex',
      legend: 'What is their sex?',
      value: typed(state, 'sex'),
      errors: state.errors,
      layout: 'small',
      items: sexes.map((value) => ({ value, text: sexWords[value] })),
    })
  if (NamesStated.is(entry))
    return html`${input({ name: 'given', label: 'Given name', value: typed(state, 'given'), width: 20, errors: state.errors, spellcheck: false })} ${input({ name: 'family-name', label: 'Family name', hint: { text: 'Leave it empty where the name has one part' }, value: typed(state, 'family-name'), width: 20, errors: state.errors, spellcheck: false })}`
  if (AddressStated.is(entry))
    return html`${textarea({ name: 'lines', label: 'Address, one line each', value: typed(state, 'lines'), rows: 4, errors: state.errors })} ${input({ name: 'postcode', label: 'Postcode', value: typed(state, 'postcode'), width: 10, errors: state.errors, spellcheck: false })}`
  if (ContactRecorded.is(entry))
    return html`${dateField(state, 'happenedOn', 'When was it?')} ${textarea({ name: 'what', label: { text: 'What was seen, said and done?', size: 's' }, value: typed(state, 'what'), rows: 6, errors: state.errors })}`
  if (ParentalResponsibilityStated.is(entry)) {
    return html`${radios({ name: 'state', legend: 'What do you know?', value: typed(state, 'state'), errors: state.errors, layout: 'small', items: responsibilityStates.map((value) => ({ value, text: stateWords[value] })) })}
      ${select({ name: 'basis', label: 'What does it rest on?', value: typed(state, 'basis'), errors: state.errors, items: responsibilityBases.map((value) => ({ value, text: basisWords[value] })) })}`
  }
  return undefined
}

/** What the entry says, in the fields of the form that puts it right. */
export const fieldsOfEntry = (entry: Entry): FormFields => {
  if (BirthStated.is(entry) || DeathStated.is(entry)) return parts('on', entry.body.on)
  if (NhsNumberStated.is(entry) || UpnStated.is(entry)) return { number: entry.body.number }
  if (SexStated.is(entry)) return { sex: entry.body.sex }
  if (NamesStated.is(entry)) {
    const name = nameToShow(entry.body.names)
    return name === undefined
      ? {}
      : 'full' in name
        ? { given: name.full }
        : { given: name.given, 'family-name': name.family }
  }
  if (AddressStated.is(entry))
    return typeof entry.body.address === 'string'
      ? {}
      : { lines: entry.body.address.lines.join('\n'), postcode: entry.body.address.postcode ?? '' }
  if (ContactRecorded.is(entry)) return { ...parts('happenedOn', entry.happenedOn ?? ''), what: entry.body.what }
  if (ParentalResponsibilityStated.is(entry)) return { state: entry.body.state, basis: entry.body.basis }
  return {}
}

const parts = (name: string, said: string): FormFields => {
  const [year, month, day] = said === 'not-known' ? [] : said.split('-')
  return {
    [`${name}-year`]: year ?? '',
    [`${name}-month`]: month === undefined ? '' : String(Number(month)),
    [`${name}-day`]: day === undefined ? '' : String(Number(day)),
  }
}
