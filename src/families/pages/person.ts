import type { PartsOpen, Viewer } from '#access/index.ts'
import { button, details, summaryList, tag, warningText } from '#platform/govuk/index.ts'
import type { SummaryRow } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { knownAtBanner, notKnown, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { Topic, Kinds } from '#record/index.ts'
import type { Fact, Said } from '../facts/basis.ts'
import { isChild } from '../facts/age.ts'
import { written } from '../facts/names.ts'
import type { Numbered } from '../facts/person.ts'
import { asKnown, paths } from '../paths.ts'
import type { PersonView } from '../queries/index.ts'
import type { FamilyId, RecordId } from '../subjects.ts'
import { ageSaid } from './ages.ts'
import { closedParts } from './closed-parts.ts'
import { differingList, personDiffering, sourcesOf } from './contested.ts'
import type { Known, Section } from './family-view.ts'
import { knownErrors, knownForm, titleOf } from './frame.ts'
import { agencyName, personName } from './names.ts'
import type { Names } from './names.ts'
import { addressTable, kinList, recordsList } from './person-parts.ts'
import { timelineOfEntries, withTakenBack } from './timeline-items.ts'
import { counted, listed, saidDate, sexWords } from './words.ts'

export interface PersonPageView {
  /** The record under which the page was asked for. */
  readonly record: RecordId
  readonly view: PersonView
  /** The families they belong or belonged to, by name where it may be seen. */
  readonly families: ReadonlyMap<FamilyId, string | undefined>
  readonly names: Names
  readonly parts: PartsOpen
  readonly on: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  readonly known: Known | undefined
  readonly knownError: string | undefined
  readonly askedKnown: string
  readonly mayRecord: boolean
  readonly viewer: Viewer
  readonly sections: readonly Section[]
  readonly kinds: Kinds
}

/** One person, as all agencies together know them. */
export const personPageOf = (shell: Shell, person: PersonPageView): string => {
  const { view, names, record, known } = person
  const name = personName(names, view.person)
  const here = paths.person(record)
  const family = view.memberships.at(-1)?.family
  const act = person.mayRecord && known === undefined
  return page({
    ...shell,
    title: 'Person',
    caption: 'Person',
    heading: name ?? 'Somebody whose name is not known here',
    breadcrumbs: [
      { text: 'Find a family', href: paths.find },
      ...(family === undefined
        ? []
        : [{ text: titleOf(person.families.get(family)), href: asKnown(paths.family(family), known?.text) }]),
      { text: name ?? 'Person' },
    ],
    ...(known === undefined ? {} : { knownAtBanner: knownAtBanner(known.said, here) }),
    errors: knownErrors(person.knownError),
    body: html`
      ${view.hidden && warningText({ text: 'Their address must not be disclosed.' })}
      ${summaryList({ rows: rowsOf(person) })}
      ${differing(person, name ?? 'This person')}
      ${section('lives', 'Where they live and lived', addressTable(person))}
      ${person.parts.part('relationship') !== 'closed' && section('kin', 'Who they are related to', kinList(person))}
      ${person.sections.map(({ heading, body }, at) => section(`section-${at}`, heading, body))}
      ${section('records', 'Whose records these are', recordsList(person, act))}
      ${act && html`<div class="rt-actions">${button({ text: 'Is this the same person as…?', kind: 'secondary', href: paths.same(record) })} ${!view.hidden && button({ text: 'Hide their address', kind: 'secondary', href: paths.hideAddress(record) })}</div>`}
      ${section('entries', 'What was recorded', recorded(person, act))}
      ${closedParts(person.parts)}
      ${knownForm(here, person)}`,
  })
}

/** The latest at once, the rest folded away: an agency that opens a record says six things in a breath. */
const recorded = ({ view, names, kinds, record, viewer }: PersonPageView, act: boolean): Html => {
  const shown = {
    names,
    entries: view.entries,
    kinds,
    mayCorrect: act ? { place: { record }, agency: viewer.agency } : undefined,
  }
  const all = withTakenBack(view.timeline, view.entries)
  const rest = all.slice(atOnce)
  return html`${timelineOfEntries(shown, all.slice(0, atOnce))}${rest.length > 0 && details({ summary: `Show ${counted(rest.length, 'earlier entry', 'earlier entries')}`, content: { html: timelineOfEntries(shown, rest) } })}`
}

const atOnce = 8

const section = (id: string, heading: string, body: Html): Html =>
  html`<section class="rt-section" aria-labelledby="${id}"><h2 class="govuk-heading-m" id="${id}">${heading}</h2>${body}</section>`

const rowsOf = (person: PersonPageView): SummaryRow[] => {
  const { facts } = person.view
  const others = facts.names.all.filter(
    ({ value }) =>
      facts.names.display.shown === undefined || written(value) !== written(facts.names.display.shown.value),
  )
  return [
    {
      key: facts.died === undefined ? 'Age' : 'Died',
      value: {
        html:
          ageSaid(facts, person.on) === undefined
            ? missing(person, 'birth', 'age')
            : html`${ageSaid(facts, person.on)}`,
      },
    },
    { key: 'Date of birth', value: { html: factRow(person, facts.birth, 'birth', 'date of birth', saidDate) } },
    { key: 'Sex', value: { html: factRow(person, facts.sex, 'identity', 'sex', (sex) => sexWords[sex]) } },
    ...(others.length === 0
      ? []
      : [
          {
            key: 'Other names',
            value: {
              html: html`${others.map(({ value, basis }, at) => html`${at > 0 && html`<br>`}${written(value)} (${value.use}) <span class="rt-quiet">${sourcesOf(person.names, basis)}</span>`)}`,
            },
          },
        ]),
    { key: 'NHS number', value: { html: numberRow(person, facts.nhsNumber, 'NHS number') } },
    // Nobody asks a grown-up for the number of their school days.
    ...(facts.upn.shown === undefined && isChild(facts.age) === 'no'
      ? []
      : [{ key: 'Unique pupil number', value: { html: numberRow(person, facts.upn, 'unique pupil number') } }]),
  ]
}

const factRow = <T>(
  person: PersonPageView,
  fact: Fact<T>,
  topic: Topic,
  what: string,
  text: (value: T) => string,
): Html =>
  fact.shown === undefined
    ? missing(person, topic, what)
    : html`${text(fact.shown.value)} ${fact.contested && tag({ text: 'Agencies differ', colour: 'orange' })} ${quiet(person, fact.shown)}`

const numberRow = (person: PersonPageView, fact: Fact<Numbered>, what: string): Html =>
  fact.shown === undefined
    ? missing(person, 'identity', what)
    : html`${fact.shown.value.number} ${fact.shown.value.check === 'fails' && tag({ text: 'Check digit does not hold', colour: 'orange' })} ${fact.contested && tag({ text: 'Agencies differ', colour: 'orange' })} ${quiet(person, fact.shown)}`

const quiet = (person: PersonPageView, { basis }: Said<unknown>): Html =>
  html`<span class="rt-quiet rt-below">${basis.length > 1 ? `As ${listed([...new Set(basis.map(({ agency }) => agencyName(person.names, agency)))])} say` : sourcesOf(person.names, basis)}</span>`

/** Not known to anybody, or not open: a page must not say the one for the other. */
const missing = ({ parts }: PersonPageView, topic: Topic, what: string): Html => {
  const part = parts.part(topic)
  return part === 'whole'
    ? notKnown(what, 'beside its label')
    : html`${part === 'own' ? 'Not held by your agency' : 'Not shown to your role'}`
}

const differing = (person: PersonPageView, name: string): Html | undefined => {
  const all = personDiffering(name, person.view.facts)
  return all.length === 0
    ? undefined
    : section('differing', 'Where agencies say different things', differingList(person.names, all))
}
