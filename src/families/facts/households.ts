import type { HomeId, PersonId } from '../subjects.ts'
import { livedIn } from './addresses.ts'
import type { AddressPeriod } from './addresses.ts'
import type { PersonFacts } from './person.ts'

/** The people of a family whose current addresses name the same home. Who sleeps there in truth is told by the housing room. */
export interface Household {
  readonly home: HomeId
  readonly address: AddressPeriod['address']
  readonly people: readonly { readonly person: PersonId; readonly address: AddressPeriod }[]
}

export interface Households {
  readonly homes: readonly Household[]
  /** Members whose home nobody names, or who are said to have none. Those who died live nowhere. */
  readonly noHomeKnown: readonly PersonId[]
}

/** Household, apart from family: a family may live in several homes, and nobody joins a family by living in one. */
export const householdsOf = (people: ReadonlyMap<PersonId, PersonFacts>): Households => {
  const homes = new Map<
    HomeId,
    { address: AddressPeriod['address']; people: { person: PersonId; address: AddressPeriod }[] }
  >()
  const noHomeKnown: PersonId[] = []
  for (const [person, facts] of people) {
    if (facts.noticesStop) continue
    const lived = facts.addresses.now.filter(({ type, home }) => livedIn.has(type) && home !== undefined)
    if (lived.length === 0) noHomeKnown.push(person)
    for (const address of lived) {
      if (address.home === undefined) continue
      const household = homes.get(address.home) ?? { address: address.address, people: [] }
      if (!household.people.some((one) => one.person === person)) household.people.push({ person, address })
      homes.set(address.home, household)
    }
  }
  return { homes: [...homes].map(([home, household]) => ({ home, ...household })), noHomeKnown }
}
