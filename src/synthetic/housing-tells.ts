import { given } from '#platform/given.ts'
import { chanceFor, shares } from './chance.ts'
import type { Books, HousingDelivery } from './books.ts'
import { written, type Day } from './day.ts'
import { addConditions, addHome, type HomeNotes } from './home-rows.ts'
import type { Household } from './household.ts'
import { familyOf, forenameOf, surnameOf } from './names.ts'
import { addOccupancy, addPeople, type Listed } from './people-rows.ts'
import { wards } from './places.ts'
import { addApplication, hasApplied } from './register-rows.ts'
import { housingOptions, landlordOf, type Landlord } from './sources.ts'
import { addFormerTenancy, addTenancy } from './tenancy-rows.ts'

/** One officer for each ward, written before anything refers to them. */
export const addOfficers = (delivery: HousingDelivery, landlord: Landlord, books: Books): void => {
  for (const ward of wards) {
    const chance = chanceFor(books.seed, `officer of ${landlord.letters}`, ward.number)
    const stock = familyOf(chance)
    const name = `${forenameOf(stock, chance.yes(0.6) ? 'female' : 'male', chance)} ${surnameOf(stock, chance)}`
    delivery.add('officers', {
      officer_ref: officerOf(landlord, ward.number),
      name,
      team: ward.name,
      // 020 7946 0000 to 0999 are kept for stories, as 07700 900 is.
      phone: `020 7946 0${String(chance.whole(0, 999)).padStart(3, '0')}`,
      email: `officer-${ward.number + 1}@${landlord.folder}.example`,
    })
  }
}

const officerOf = (landlord: Landlord, ward: number): string => `${landlord.letters}-OFF-${ward + 1}`

/** What the borough's housing agencies know of one household, each in its own delivery. */
export const tellHousing = (household: Household, books: Books): void => {
  const landlord = landlordOf(household.tenure, household.number)
  const delivery = landlord === undefined ? undefined : books.landlords.get(landlord.folder)
  if (landlord !== undefined && delivery !== undefined) tellLandlord(household, landlord, delivery, books)
  else tellOptions(household, books)
  addFormerTenancy(household, books)
}

const tellLandlord = (household: Household, landlord: Landlord, delivery: HousingDelivery, books: Books): void => {
  const hand = chanceFor(books.seed, 'landlord', household.number)
  const { letters, name } = landlord
  const officer = officerOf(landlord, household.plot.ward.number)
  const home = addHome(delivery, household, { letters, landlord: name, officer }, books, hand)
  const listed = addPeople(delivery, letters, household, books, hand)
  addOccupancy(delivery, home, listed, household, household.movedIn, officer, books, hand)
  addTenancy(delivery, home.ref, landlord, listed, household, books, hand)
  addConditions(delivery, home.ref, letters, household, books, hand)
  if (hasApplied(household, books.seed)) addApplication(delivery, letters, home.ref, listed, household, books)
}

/**
 * Of private lets the council's desk knows those that it licenses, those whose people applied, and those it pays for. Of people in a home
 * that is only licensed it knows nobody. Owners it does not see.
 */
const tellOptions = (household: Household, books: Books): void => {
  const hand = chanceFor(books.seed, 'housing options', household.number)
  const { letters } = housingOptions
  const delivery = books.options
  const letPrivately = household.tenure === 'private-landlord' || household.tenure === 'other-private'
  const placed =
    letPrivately && household.kind !== 'sharers' && hand.yes(placedShare)
      ? placementOf(books.on, hand.from(placementTypes), hand.fraction())
      : undefined
  const applied = hasApplied(household, books.seed)
  const licensed = letPrivately && placed === undefined && hand.yes(0.35) ? licenceFor(household) : undefined
  if (placed === undefined && !applied && licensed === undefined) return
  const notes: HomeNotes = {
    letters,
    ...given({ licensed }),
    ...(placed === undefined
      ? {}
      : { temporary: true, sharing: placed.type === 'bed-and-breakfast' || placed.type === 'hostel' }),
  }
  const home = addHome(delivery, household, notes, books, hand)
  if (placed === undefined && !applied) return
  const listed = addPeople(delivery, letters, household, books, hand)
  addOccupancy(delivery, home, listed, household, placed?.started ?? household.movedIn, undefined, books, hand)
  if (applied) addApplication(delivery, letters, home.ref, listed, household, books)
  if (placed !== undefined) addPlacement(delivery, home.ref, placed, listed, household, books)
}

/** Households in temporary accommodation: about one private let in twenty-five, our estimate for an inner borough. */
const placedShare = 0.055

const placementTypes = shares<PlacementType>(
  ['nightly-paid', 52],
  ['private-leased', 28],
  ['hostel', 10],
  ['bed-and-breakfast', 10],
)
type PlacementType = 'nightly-paid' | 'private-leased' | 'hostel' | 'bed-and-breakfast'

interface Placed {
  readonly type: PlacementType
  readonly started: Day
}

/** Bed and breakfast is meant for weeks (six at most for children, Suitability of Accommodation Order 2003) and sometimes lasts longer. */
const placementOf = (on: Day, type: PlacementType, share: number): Placed => ({
  type,
  started: on - 1 - Math.floor(share * (type === 'bed-and-breakfast' ? 70 : 1_100)),
})

const licenceFor = ({ kind, people, plot }: Household): HomeNotes['licensed'] => {
  if (kind !== 'sharers') return 'selective'
  return people.length > 4 && plot.block === undefined
    ? 'mandatory-hmo'
    : people.length > 2
      ? 'additional-hmo'
      : 'selective'
}

const addPlacement = (
  delivery: HousingDelivery,
  homeRef: string,
  { type, started }: Placed,
  listed: readonly Listed[],
  household: Household,
  books: Books,
): void => {
  const chance = chanceFor(books.seed, 'placement', household.number)
  const lead = listed.find(({ person }) => person.relation === 'lead')
  const agreed = started + chance.whole(0, 6)
  const told = agreed <= books.on && chance.yes(0.6)
  const noticeOf = (): string | undefined =>
    told && chance.yes(0.7) ? written(Math.min(books.on, agreed + chance.whole(0, 20))) : undefined
  delivery.add('placements', {
    placement_ref: `${housingOptions.letters}-PL-${household.number}`,
    case_ref: `${housingOptions.letters}-HL-${household.number}`,
    home_ref: homeRef,
    person_ref: lead?.ref,
    type,
    duty: books.on - started < 56 ? 'relief' : 'main',
    duty_started_on: written(started - chance.whole(0, 10)),
    started_on: written(started),
    out_of_area: 'no',
    agreed_to_notify: told ? 'yes' : chance.yes(0.2) ? 'no' : undefined,
    agreed_on: told ? written(agreed) : undefined,
    notified_surgery_on: noticeOf(),
    notified_school_on: noticeOf(),
    notified_health_visitors_on: noticeOf(),
  })
}
