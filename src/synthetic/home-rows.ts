import { shares, type Chance } from './chance.ts'
import type { Tenure } from './census.ts'
import type { Books, HousingDelivery } from './books.ts'
import { written } from './day.ts'
import type { Household } from './household.ts'
import type { Home, Room } from './home.ts'

type TenureWord =
  | 'council'
  | 'housing-association'
  | 'private-rent'
  | 'owned'
  | 'owned-with-mortgage'
  | 'shared-ownership'
  | 'rent-free'
  | 'other'
  | 'temporary'

const tenureWords: Readonly<Record<Tenure, TenureWord>> = {
  council: 'council',
  'other-social': 'housing-association',
  'private-landlord': 'private-rent',
  'other-private': 'private-rent',
  mortgage: 'owned-with-mortgage',
  outright: 'owned',
  'shared-ownership': 'shared-ownership',
  'rent-free': 'rent-free',
}

/** What the writer of a home knows besides the home: who lets it, who looks after it, whether it is licensed or temporary. */
export interface HomeNotes {
  readonly letters: string
  readonly landlord?: string
  readonly officer?: string
  readonly temporary?: boolean
  readonly sharing?: boolean
  readonly licensed?: 'mandatory-hmo' | 'additional-hmo' | 'selective'
}

/** A home as a landlord has it: its key, and whether its rooms are described one by one. */
export interface HomeListed {
  readonly ref: string
  readonly described: boolean
}

export const addHome = (
  delivery: HousingDelivery,
  household: Household,
  notes: HomeNotes,
  books: Books,
  hand: Chance,
): HomeListed => {
  const { home, plot } = household
  const ref = `${notes.letters}-H-${household.number}`
  const floor = plot.block?.floor ?? (home.unitType === 'house' ? 0 : hand.whole(0, 2))
  const lift = plot.block?.lift ?? 'none'
  const own = notes.officer !== undefined
  const shared = home.sharedFacilities || notes.sharing === true
  delivery.add('homes', {
    home_ref: ref,
    uprn: home.uprn,
    parent_uprn: home.parentUprn,
    address: home.address,
    postcode: plot.postcode,
    ward: plot.ward.name,
    in_borough: 'yes',
    tenure: notes.temporary === true ? 'temporary' : tenureWords[household.tenure],
    landlord: notes.landlord,
    unit_type: home.unitType,
    bedrooms_recorded: home.bedrooms,
    living_rooms: home.rooms.filter(({ kind }) => kind === 'living').length,
    shared_facilities: shared ? 'yes' : own ? 'no' : undefined,
    entrance_floor: own || plot.block !== undefined ? floor : undefined,
    lift: own ? lift : undefined,
    flights_to_front_door: own ? floor : undefined,
    internal_flights: own ? (home.unitType === 'house' ? 1 : home.unitType === 'maisonette' ? 1 : 0) : undefined,
    step_free: own && hand.yes(0.6) ? (floor > 0 && lift === 'none' ? 'no' : 'yes') : undefined,
    heating: own ? hand.from(heatings) : undefined,
    epc_band: hand.yes(0.7) ? hand.from(bands) : undefined,
    licence_type: notes.licensed,
    permitted_persons:
      notes.licensed === undefined ? undefined : Math.max(1, home.bedrooms * 2 - (hand.yes(0.3) ? 1 : 0)),
    licence_expires_on: notes.licensed === undefined ? undefined : written(books.on + hand.whole(-60, 1_700)),
    patch: own ? plot.ward.name : undefined,
    officer_ref: notes.officer,
    checked_on: own && hand.yes(0.55) ? written(books.on - hand.whole(1, 2_400)) : undefined,
  })
  const described = hand.yes(own ? 0.5 : 0.12)
  if (described) addRooms(delivery, ref, home, books, own ? 0.12 : 0.85, hand)
  return { ref, described }
}

const heatings = shares(
  ['gas boiler', 60],
  ['district heating', 25],
  ['electric storage heaters', 12],
  ['electric panel heaters', 3],
)
const bands = shares<'B' | 'C' | 'D' | 'E' | 'F'>(['B', 18], ['C', 48], ['D', 26], ['E', 7], ['F', 1])

/** Landlords seldom measure: most rooms have no area. A licensing officer has a tape with them. */
const addRooms = (
  delivery: HousingDelivery,
  ref: string,
  home: Home,
  books: Books,
  measured: number,
  hand: Chance,
): void => {
  const withTape = hand.yes(measured)
  const feet = hand.yes(0.15)
  for (const [at, room] of home.rooms.entries()) {
    const sized = withTape && (room.kind === 'bedroom' || room.kind === 'living') && hand.yes(0.94)
    delivery.add('rooms', {
      home_ref: ref,
      room_ref: at + 1,
      name: room.name,
      kind: room.kind,
      area: sized ? areaOf(room, feet) : undefined,
      area_unit: sized ? (feet ? 'sqft' : 'm2') : undefined,
      area_from: sized ? (hand.yes(0.7) ? 'measured' : 'plan') : undefined,
      measured_on: sized && hand.yes(0.8) ? written(books.on - hand.whole(30, 3_000)) : undefined,
      usable: room.usable ? (hand.yes(0.7) ? 'yes' : undefined) : 'no',
      not_usable_because: room.usable ? undefined : 'water comes in',
    })
  }
}

const areaOf = ({ area }: Room, feet: boolean): number => (feet ? Math.round(area / 0.092_903_04) : area)

const conditionKinds = shares<
  'damp' | 'mould' | 'damp-and-mould' | 'cold' | 'pests' | 'electrical' | 'windows' | 'falls' | 'disrepair'
>(
  ['damp-and-mould', 30],
  ['mould', 22],
  ['damp', 12],
  ['pests', 12],
  ['disrepair', 10],
  ['cold', 6],
  ['windows', 4],
  ['electrical', 2],
  ['falls', 2],
)

/** What was reported about a home and how far the landlord has come with it. */
export const addConditions = (
  delivery: HousingDelivery,
  ref: string,
  letters: string,
  household: Household,
  books: Books,
  hand: Chance,
): void => {
  if (!hand.yes(0.11)) return
  const kind = hand.from(conditionKinds)
  const daysAgo = hand.whole(2, 500)
  const reported = books.on - daysAgo
  const done = daysAgo > 40 && hand.yes(0.75)
  const significant = kind.includes('damp') || kind.includes('mould')
  delivery.add('conditions', {
    condition_ref: `${letters}-C-${household.number}`,
    home_ref: ref,
    kind,
    reported_on: written(reported),
    found_by: hand.yes(0.8) ? 'household' : 'landlord',
    hhsrs_category: hand.yes(0.15) ? hand.whole(1, 2) : undefined,
    awaab_kind: significant ? (hand.yes(0.7) ? 'significant' : undefined) : undefined,
    stage: done ? 'done' : daysAgo < 14 ? 'investigating' : hand.yes(0.6) ? 'works-ordered' : 'works-begun',
    due_on: done ? undefined : written(reported + hand.whole(14, 84)),
    done_on: done ? written(reported + hand.whole(5, daysAgo)) : undefined,
    legal_claim: hand.yes(0.04) ? 'yes' : hand.yes(0.5) ? 'no' : undefined,
  })
}
