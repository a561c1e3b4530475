import { table, tag } from '#platform/govuk/index.ts'
import type { Cell } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { longDate, notKnown } from '#platform/page/index.ts'
import { RecordsJoined } from '../entries/index.ts'
import type { AddressPeriod } from '../facts/addresses.ts'
import { asKnown, paths } from '../paths.ts'
import { addressLine } from './homes-now.ts'
import { agencyName, listing, otherName, personName, quotedName, recordOf } from './names.ts'
import type { PersonPageView } from './person.ts'
import { capital } from './whom-to-ring.ts'
import {
  addressWords,
  basisWords,
  listed,
  lowerFirst,
  relationWord,
  responsibilitySaid,
  roleWords,
  saidDate,
} from './words.ts'

/** Where they live and lived, as each agency says it. */
export const addressTable = (person: PersonPageView): Html => {
  const { addresses } = person.view.facts
  const all = [...addresses.now, ...addresses.before, ...addresses.later]
  const part = person.parts.part('address')
  if (all.length === 0) {
    if (person.view.hidden) return html`<p class="govuk-body">Address must not be disclosed.</p>`
    return part === 'whole'
      ? html`<p class="govuk-body">${notKnown('where they live')}</p>`
      : html`<p class="govuk-body">${part === 'own' ? 'Your agency holds no address. Other agencies’ are not shown to your role.' : 'Addresses are not shown to your role.'}</p>`
  }
  return table({
    caption: 'Addresses, the latest first',
    captionSize: 'hidden',
    wide: true,
    head: [{ text: 'Address' }, { text: 'From' }, { text: 'Until' }, { text: 'Recorded by' }],
    rows: alike(all).map(([period, ...same]): Cell[] => [
      { html: html`${address(period)}<span class="rt-quiet rt-below">${addressWords[period.type]}</span>` },
      { html: period.from === undefined ? notKnown('from when', 'beside its label') : html`${saidDate(period.from)}` },
      {
        html:
          period.until === undefined
            ? html`${addresses.now.includes(period) ? 'Lives there now' : ''}`
            : html`${saidDate(period.until)}`,
      },
      { text: listed([...new Set([period, ...same].map(({ basis }) => agencyName(person.names, basis.agency)))]) },
    ]),
  })
}

/** The same place for the same time, told once, whoever says it. */
const alike = (periods: readonly AddressPeriod[]): [AddressPeriod, ...AddressPeriod[]][] =>
  [
    ...Map.groupBy(periods, ({ home, address: written, type, from, until }) =>
      [home ?? addressLine(written), type, from, until].join(' '),
    ).values(),
  ].flatMap(([first, ...rest]): [AddressPeriod, ...AddressPeriod[]][] =>
    first === undefined ? [] : [[first, ...rest]],
  )

const address = ({ home, address: written }: AddressPeriod): Html =>
  home === undefined
    ? html`${addressLine(written)}`
    : html`<a class="govuk-link" href="${paths.home(home)}">${addressLine(written)}</a>`

/** Related people and who may decide for them, with what each rests on. */
export const kinList = (person: PersonPageView): Html => {
  const { view, names, known } = person
  const kin = view.relationships.map(({ from, to, type, as, birth, current, basis, contested }) => {
    const word = birth === 'twin' || birth === 'identical-twin' ? 'Twin' : relationWord(type, as)
    const self = typeof from === 'object' && 'person' in from && from.person === view.person
    const other = self ? { person: to } : from
    const record = typeof other === 'object' && 'person' in other ? recordOf(names, other.person) : undefined
    const name =
      typeof other === 'object' && 'person' in other
        ? (personName(names, other.person) ?? 'somebody whose name is not known here')
        : otherName(names, other)
    const who =
      record === undefined || name.startsWith('somebody')
        ? html`${name}`
        : html`<a class="govuk-link" href="${asKnown(paths.person(record), known?.text)}">${name}</a>`
    const said =
      other === 'not-known'
        ? html`${word}: ${notKnown(lowerFirst(word), 'beside its label')}`
        : self
          ? html`${word} of ${who}`
          : html`${word}: ${who}`
    return html`<li>${said}${!current && ', before'} ${contested && tag({ text: 'Agencies differ', colour: 'orange' })} <span class="rt-quiet">${basis.map(({ agency }) => agencyName(names, agency)).join(', ')}</span></li>`
  })
  const held = view.responsibilities.map(({ child, holder, state, statements }) => {
    const said = capital(
      responsibilitySaid(
        quotedName(names, holder),
        state.shown?.value ?? 'not-known',
        child === view.person ? 'them' : (personName(names, child) ?? 'a child'),
      ),
    )
    return html`<li>${said} <span class="rt-quiet rt-below">${statements.map(({ on, basis, verifiedBy }) => `${basisWords[on]}; ${agencyName(names, basis.agency)}${verifiedBy === undefined ? ', evidence not seen' : `, evidence seen by ${verifiedBy}`}`).join('. ')}</span></li>`
  })
  if (kin.length + held.length === 0)
    return html`<p class="govuk-body">${person.parts.part('relationship') === 'whole' ? notKnown('who they are related to') : 'Nobody that your role sees.'}</p>`
  return html`<ul class="govuk-list rt-spaced">${kin}${held}</ul>${families(person)}`
}

const families = ({ view, families: titles, known }: PersonPageView): Html =>
  html`<ul class="govuk-list rt-spaced">${view.memberships.map(({ family, role, from, until }) => html`<li>${roleWords[role] === 'Child of this family' ? 'Child' : roleWords[role]} in <a class="govuk-link" href="${asKnown(paths.family(family), known?.text)}">${titles.get(family) ?? 'a family'}</a>${from !== undefined && `, from ${saidDate(from)}`}${until !== undefined && `, until ${saidDate(until)}`}</li>`)}</ul>`

/** Which agencies' records are taken to be this person, and the decisions that made them one. */
export const recordsList = ({ view, names, record }: PersonPageView, act: boolean): Html => html`
  <ul class="govuk-list rt-spaced">${view.facts.records.map(({ basis, reference }) => html`<li><strong>${agencyName(names, basis.agency)}</strong>${reference !== undefined && `, reference ${reference}`} <span class="rt-quiet">opened ${longDate(basis.recordedAt.toZonedDateTimeISO('Europe/London').toPlainDate())}</span></li>`)}</ul>
  ${view.facts.records.length === 0 && html`<p class="govuk-body">No record that your role sees.</p>`}
  ${view.joinings
    .filter(RecordsJoined.is)
    .map(
      (entry) =>
        html`<p class="govuk-body">Joined by ${listing(names, entry.by).name} on ${longDate(entry.recordedAt.toZonedDateTimeISO('Europe/London').toPlainDate())}: ${entry.body.because} ${
          act &&
          html`<a class="govuk-link" href="${paths.partOf(record, entry.id)}">Part them again<span class="govuk-visually-hidden">: ${entry.body.because}</span></a>`
        }</p>`,
    )}`
