import { chanceFor, type Chance } from './chance.ts'
import type { Books, HousingDelivery } from './books.ts'
import { written, years } from './day.ts'
import { householdAt, tenureAt, type Household } from './household.ts'
import { addPerson, type Listed } from './people-rows.ts'
import { landlordOf, landlords, type Landlord } from './sources.ts'

export const addTenancy = (
  delivery: HousingDelivery,
  homeRef: string,
  landlord: Landlord,
  listed: readonly Listed[],
  household: Household,
  books: Books,
  hand: Chance,
): void => {
  const ref = `${landlord.letters}-T-${household.number}`
  const recent = books.on - household.movedIn < years(1)
  const notice = hand.yes(0.008)
  delivery.add('tenancies', {
    tenancy_ref: ref,
    home_ref: homeRef,
    type: recent ? (landlord.tenancies === 'secure' ? 'introductory' : 'assured-shorthold') : landlord.tenancies,
    started_on: written(household.movedIn),
    in_arrears: hand.yes(0.9) ? (notice || hand.yes(0.18) ? 'yes' : 'no') : undefined,
    notice_kind: notice ? 'seeking-possession' : undefined,
    notice_served_on: notice ? written(books.on - hand.whole(5, 300)) : undefined,
  })
  const lead = listed.find(({ person }) => person.relation === 'lead')
  const partner = listed.find(({ person }) => person.relation === 'partner')
  const joint = partner !== undefined && hand.yes(0.6)
  if (lead !== undefined)
    delivery.add('tenancyPeople', { tenancy_ref: ref, person_ref: lead.ref, part: joint ? 'joint-tenant' : 'tenant' })
  if (joint) delivery.add('tenancyPeople', { tenancy_ref: ref, person_ref: partner.ref, part: 'joint-tenant' })
}

/** Share of households whose lead is still in the books of a landlord from whom they moved away. */
const formerTenants = 0.03

/** A former tenancy in another landlord's books: the same person under another key at an old address, typed by somebody else. */
export const addFormerTenancy = (household: Household, books: Books): void => {
  const chance = chanceFor(books.seed, 'former tenancy', household.number)
  const lead = household.people[0]
  if (lead === undefined || !chance.yes(formerTenants)) return
  const found = homeOfEarlier(household, books, chance)
  if (found === undefined) return
  const { landlord, delivery, earlier } = found
  const left = Math.min(household.movedIn, earlier.movedIn)
  const came = Math.max(lead.born + years(18), left - chance.whole(200, 3_000))
  if (came >= left) return
  const homeRef = `${landlord.letters}-H-${earlier.number}`
  const ref = `${landlord.letters}-F-${household.number}-1`
  const tenancy = `${landlord.letters}-FT-${household.number}`
  addPerson(delivery, lead, ref, household, new Map(), books, chance)
  delivery.add('occupancy', {
    home_ref: homeRef,
    person_ref: ref,
    sleeps_here: 'no',
    relationship_to_lead: 'lead',
    moved_in: written(came),
    moved_out: written(left),
    known_how: 'told',
  })
  delivery.add('tenancies', {
    tenancy_ref: tenancy,
    home_ref: homeRef,
    type: landlord.tenancies,
    started_on: written(came),
    ended_on: written(left),
  })
  delivery.add('tenancyPeople', { tenancy_ref: tenancy, person_ref: ref, part: 'tenant' })
}

/** A home let by another landlord to a household drawn before this one, whose row is therefore already written. */
const homeOfEarlier = (
  { number, tenure }: Household,
  books: Books,
  chance: Chance,
): { landlord: Landlord; delivery: HousingDelivery; earlier: Household } | undefined => {
  const own = landlordOf(tenure, number)
  if (number === 0) return undefined
  for (let tries = 0; tries < 12; tries += 1) {
    const at = chance.whole(0, number - 1)
    const landlord = landlords.find((landlord) => landlord === landlordOf(tenureAt(books.seed, at), at))
    const delivery = landlord === undefined ? undefined : books.landlords.get(landlord.folder)
    if (landlord !== undefined && landlord !== own && delivery !== undefined)
      return { landlord, delivery, earlier: householdAt(books.seed, at, books.on) }
  }
  return undefined
}
