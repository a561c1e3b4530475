import { input, insetText, table, warningText } from '#platform/govuk/index.ts'
import type { Cell } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { notKnown, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { Fact } from '../facts/basis.ts'
import { written } from '../facts/names.ts'
import type { Following } from '../facts/what-follows.ts'
import { paths } from '../paths.ts'
import type { FoundPerson, JoinView, PersonView } from '../queries/index.ts'
import type { RecordId } from '../subjects.ts'
import { ageSaid } from './ages.ts'
import { personWay } from '../forms/person-form.ts'
import { addressLine } from './homes-now.ts'
import { agencyName } from './names.ts'
import type { Names } from './names.ts'
import type { PersonPageView } from './person.ts'
import { counted, listed, saidDate, sexWords } from './words.ts'

interface JoinFacts {
  readonly join: JoinView
  readonly left: RecordId
  readonly right: RecordId
  readonly names: Names
  readonly on: Temporal.PlainDate
}

/** Somebody whom the viewer works with, and a record of which they are told only that it is there and whose it is. */
export interface JoinElsewhere {
  readonly own: PersonPageView
  readonly left: RecordId
  readonly right: RecordId
  readonly holders: readonly string[]
  readonly by: string
}
export type JoinAsked = JoinFacts | JoinElsewhere

/** Nothing stands beside each other here: what the other record says is open once they are joined. */
export const elsewhereBefore = ({ holders, by }: JoinElsewhere): Html =>
  html`<p class="govuk-body">${listed([...holders])} ${holders.length === 1 ? 'holds' : 'hold'} a record with ${alike(by)}. What else it says is not open to you until they are joined.${by !== 'name-and-birth' && ' Its name or date of birth may be another: a number is easily written on the wrong file.'}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>Ask the agency or the family first, if you are not sure: twins and cousins can share much.</li>
        <li>Whoever may see one of these records sees the other too, as far as their role allows.</li>
        <li>It can be taken back at any time; nothing of either record is lost.</li>
      </ul>`

/** Both people beside each other, and what joining them would bring. It can be taken back. */
export const joinBefore = (facts: JoinFacts): Html =>
  html`${beside(facts)} <h2 class="govuk-heading-m">What follows if they are joined</h2> ${follows(facts)}`

/** Why it is asked no further, where these two cannot be joined. */
export const notToJoinPage = (shell: Shell, facts: JoinFacts): string =>
  page({
    ...shell,
    title: 'Join two records',
    heading: 'Is this the same person?',
    breadcrumbs: joinWay(facts),
    body: html`<div class="rt-reading">${joinBefore(facts)}<p class="govuk-body"><a class="govuk-link" href="${paths.person(facts.left)}">Go back to the person</a></p></div>`,
  })

export const joinWay = ({ left }: JoinFacts) => [
  { text: 'Find a family', href: paths.find },
  { text: 'The person', href: paths.person(left) },
  { text: 'Join two records' },
]

const beside = ({
  join: {
    sides: [left, right],
  },
  names,
  on,
}: JoinFacts): Html =>
  table({
    caption: 'Both records',
    captionSize: 'hidden',
    wide: true,
    firstCellIsHeader: true,
    head: [{ text: 'What is said' }, { text: 'This person' }, { text: 'The other record' }],
    rows: [
      both('Name', left, right, ({ facts }) => fact(facts.names.display, written, 'name')),
      both('Date of birth', left, right, ({ facts }) => fact(facts.birth, saidDate, 'date of birth')),
      both('Age', left, right, ({ facts }) => html`${ageSaid(facts, on) ?? notKnown('age', 'beside its label')}`),
      both('Sex', left, right, ({ facts }) => fact(facts.sex, (sex) => sexWords[sex], 'sex')),
      both('NHS number', left, right, ({ facts }) => fact(facts.nhsNumber, ({ number }) => number, 'NHS number')),
      both('Unique pupil number', left, right, ({ facts }) =>
        fact(facts.upn, ({ number }) => number, 'unique pupil number'),
      ),
      both(
        'Lives at',
        left,
        right,
        ({ facts, hidden }) =>
          html`${facts.addresses.now.length === 0 ? (hidden ? 'Address must not be disclosed' : notKnown('address', 'beside its label')) : listed([...new Set(facts.addresses.now.map(({ address }) => addressLine(address)))])}`,
      ),
      both(
        'Records of',
        left,
        right,
        ({ facts }) => html`${listed([...new Set(facts.records.map(({ basis }) => agencyName(names, basis.agency)))])}`,
      ),
    ],
  })

const both = (key: string, left: PersonView, right: PersonView, cell: (side: PersonView) => Html): Cell[] => [
  { text: key },
  { html: cell(left) },
  { html: cell(right) },
]

const fact = <T>({ shown }: Fact<T>, text: (value: T) => string, what: string): Html =>
  shown === undefined ? notKnown(what, 'beside its label') : html`${text(shown.value)}`

const follows = ({ join, names }: JoinFacts): Html => html`
  ${join.follows.flatMap((following) => ('stop' in following ? [warningText({ text: followingWords(following, names) })] : []))}
  <ul class="govuk-list govuk-list--bullet">
    ${join.follows.flatMap((following) => ('stop' in following ? [] : [html`<li>${followingWords(following, names)}</li>`]))}
    ${join.mayJoin && html`<li>Whoever may see one of these records sees the other too, as far as their role allows.</li><li>It can be taken back at any time; nothing of either record is lost.</li>`}
  </ul>`

const valueNames: Readonly<Record<string, string>> = {
  birth: 'dates of birth',
  death: 'days of death',
  name: 'names',
  sex: 'sexes',
  'nhs-number': 'NHS numbers',
  upn: 'unique pupil numbers',
}

const followingWords = (following: Following, names: Names): string => {
  switch (following.what) {
    case 'record-closed':
      return 'One of these records is closed and cannot be joined with another.'
    case 'already-one-person':
      return 'These records are one person already.'
    case 'two-values':
      return `The person will have two ${valueNames[following.of] ?? following.of}, and both will be shown: ${listed(following.values.map((value) => (/^\d{4}(?:-\d{2}){0,2}$/u.test(value) ? saidDate(value) : value)))}.`
    case 'one-died':
      return 'One of them is recorded as having died. All notices about the person will stop.'
    case 'related-to-each-other':
      return 'They are recorded as related to each other, which one person cannot be. Look again.'
    case 'two-records-of-one-agency':
      return `${agencyName(names, following.agency)} holds a record of each. An agency seldom has two records of one person.`
    case 'one-family':
      return 'The person will belong to the family of whichever record belongs to one.'
    case 'two-families':
      return `The person will belong to ${counted(following.families.length, 'family', 'families')}, and both show them.`
    case 'hidden-address-covers-both':
      return 'The address of one of them must not be disclosed. That will hold for all addresses of the person.'
    default:
      return following satisfies never
  }
}

/** What both records bear, letter for letter. */
const alike = (by: string): string =>
  by === 'nhs-number'
    ? 'the same NHS number'
    : by === 'upn'
      ? 'the same unique pupil number'
      : 'exactly the same name and date of birth'

/** A record of another agency of exactly this person's name and birth date: to be joined, or whom to ring about it. */
interface FoundToJoin {
  readonly record: RecordId
  readonly by: string
  readonly known: { readonly ask: { readonly team: string; readonly phone?: string } }
  readonly holders?: readonly string[]
}

const foundToJoin = (left: RecordId, { record, by, known: { ask }, holders }: FoundToJoin): Html =>
  html`<li class="rt-found__item rt-found__item--elsewhere">${
    holders === undefined
      ? html`<p class="rt-found__name">Known to ${ask.team}</p><p class="govuk-body">It has ${alike(by)}. ${ask.phone === undefined ? html`Number to ring: ${notKnown('number to ring', 'beside its label')}` : html`Ring <a class="govuk-link rt-phone" href="tel:${ask.phone.replaceAll(/[^+\d]/gu, '')}">${ask.phone}</a>`}. The record is not open to you and cannot be joined from here.</p>`
      : html`<p class="rt-found__name"><a class="govuk-link" href="${paths.joining(left, record)}">A record of ${listed([...holders])}</a></p><p class="govuk-body">It has ${alike(by)}. It is not open to you until it is joined.</p>`
  }</li>`

/** Finds the other record, among people whom the viewer may open, and those of exactly this name and birth date elsewhere. */
export const samePage = (
  shell: Shell,
  person: PersonPageView,
  who: string,
  found: readonly FoundPerson[],
  elsewhere: readonly FoundToJoin[],
): string => {
  const { way } = personWay(person, 'Is this the same person as…?')
  const others = found.flatMap((one) => (one.found === 'content' && one.person !== person.view.person ? [one] : []))
  return page({
    ...shell,
    title: 'Is this the same person as…?',
    heading: 'Is this the same person as…?',
    breadcrumbs: way,
    body: html`<div class="rt-reading">
      <p class="govuk-body">Agencies hold records of their own. Where two are of one person, joining them shows them as one.</p>
      ${elsewhere.length > 0 && html`<h2 class="govuk-heading-m">Held by other agencies</h2><ul class="rt-found">${elsewhere.map((one) => foundToJoin(person.record, one))}</ul>`}
      <form method="get" action="${paths.same(person.record)}">
        ${input({ name: 'who', label: 'Name, postcode, or an NHS or pupil number, of the other record', value: who, width: 20, spellcheck: false })}
        <button type="submit" class="govuk-button">Find</button>
      </form>
      ${
        who !== '' &&
        html`<h2 class="govuk-heading-m">${others.length === 0 ? 'No other record was found' : 'Which one?'}</h2>
        ${others.length === 0 && insetText({ text: 'People of families that you work with are found here, and whoever lives under one roof with them. Of others, only who has exactly this name and date of birth, or number. Ring the agency that holds the other record if you think there is one.' })}
        <ul class="rt-found">${others.map(({ record, facts }) => html`<li class="rt-found__item"><p class="rt-found__name"><a class="govuk-link" href="${paths.joining(person.record, record)}">${facts.names.display.shown === undefined ? 'Somebody whose name is not known here' : written(facts.names.display.shown.value)}</a></p><p class="govuk-body">${ageSaid(facts, person.on) ?? notKnown('age')}${facts.birth.shown !== undefined && `, born ${saidDate(facts.birth.shown.value)}`}. ${listed([...new Set(facts.records.map(({ basis }) => agencyName(person.names, basis.agency)))])}</p></li>`)}</ul>`
      }
    </div>`,
  })
}
