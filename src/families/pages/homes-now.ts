import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { notKnown } from '#platform/page/index.ts'
import { tag } from '#platform/govuk/index.ts'
import type { AddressPeriod, WrittenAddress } from '../facts/addresses.ts'
import type { PersonId } from '../subjects.ts'
import { paths } from '../paths.ts'
import type { FamilyPageView } from './family-view.ts'
import { personShort, sourceOf } from './names.ts'
import { addressWords, listed } from './words.ts'

export const addressLine = (address: AddressPeriod['address']): string =>
  typeof address === 'string'
    ? { 'no-fixed-address': 'No fixed address', 'not-known': 'Not known' }[address]
    : addressLines(address).join(', ')

export const addressLines = ({ unit, lines, postcode }: WrittenAddress): string[] => [
  ...(unit === undefined ? [] : [unit]),
  ...lines,
  ...(postcode === undefined ? [] : [postcode]),
]

const isHidden = ({ view }: FamilyPageView, person: PersonId): boolean =>
  [...view.persons].some(([record, of]) => of === person && view.hidden.has(record))

/** Where the family lives now: who lives at which address, as far as it may be told, and of whom nobody knows it. */
export const homesNow = (page: FamilyPageView): Html => {
  const part = page.parts.part('address')
  if (part === 'closed') return html`<p class="govuk-body">Addresses are not shown to your role.</p>`
  const { facts } = page.view
  const living = facts.members.filter(({ facts: person }) => person.died === undefined)
  const places = new Map<string, { address: AddressPeriod; people: PersonId[]; warned: boolean }>()
  const without: PersonId[] = []
  const untold: PersonId[] = []
  for (const { person, facts: of } of living) {
    const now = of.addresses.now.filter(({ type, address }) => type !== 'correspondence' && address !== 'not-known')
    if (now.length === 0) (isHidden(page, person) ? untold : without).push(person)
    for (const address of now) {
      const key = address.home ?? addressLine(address.address)
      const place = places.get(key) ?? { address, people: [], warned: false }
      places.set(key, {
        ...place,
        people: [...new Set([...place.people, person])],
        warned: place.warned || isHidden(page, person),
      })
    }
  }
  const inOrder = [...places.values()].toSorted((a, b) =>
    Temporal.Instant.compare(b.address.basis.recordedAt, a.address.basis.recordedAt),
  )
  const several = living.some(({ person }) => inOrder.filter(({ people }) => people.includes(person)).length > 1)
  return html`${several && html`<p class="govuk-body">Agencies name more than one place for the same people. What was recorded last stands first.</p>`}<ul class="rt-homes">
    ${inOrder.map(
      ({ address, people, warned }) => html`<li>
      ${address.type !== 'home' && html`<p class="rt-homes__kind">${addressWords[address.type]}</p>`}
      <p class="rt-homes__address">${typeof address.address === 'string' ? addressLine(address.address) : addressLines(address.address).map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>
      ${warned && html`<p class="govuk-body">${tag({ text: 'Must not be disclosed', colour: 'red' })}</p>`}
      <p class="govuk-body">${people.length === living.length && living.length > 1 ? 'Everybody in the family' : names(page, people)}</p>
      ${address.home !== undefined && page.known === undefined && html`<p class="govuk-body rt-screen-only"><a class="govuk-link" href="${paths.home(address.home)}">See the household</a></p>`}
      ${sourceOf(page.names, address.basis)}
    </li>`,
    )}
    ${untold.length > 0 && html`<li><p class="rt-homes__address">Address must not be disclosed</p><p class="govuk-body">${names(page, untold)}</p></li>`}
    ${without.length > 0 && html`<li>${part === 'whole' ? notKnown('where they live') : html`<p class="govuk-body">Your agency holds no address. Other agencies’ are not shown to your role.</p>`}<p class="govuk-body">${names(page, without)}</p></li>`}
    ${living.length === 0 && html`<li><p class="govuk-body">Nobody in this family lives anywhere now.</p></li>`}
  </ul>`
}

const names = (page: FamilyPageView, people: readonly PersonId[]): string =>
  listed(people.map((person) => personShort(page.names, person)))
