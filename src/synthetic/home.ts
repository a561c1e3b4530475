import { shares, type Chance } from './chance.ts'
import type { Tenure } from './census.ts'
import type { Plot } from './places.ts'

export interface Room {
  readonly name: string
  readonly kind: 'bedroom' | 'living' | 'kitchen' | 'bathroom'
  /** In square metres, as it truly is, whether or not anybody ever measured it. */
  readonly area: number
  readonly usable: boolean
}

type UnitType = 'house' | 'flat' | 'maisonette' | 'bedsit' | 'room'

export interface Home {
  readonly unitType: UnitType
  readonly address: string
  readonly uprn: string | undefined
  readonly parentUprn: string | undefined
  readonly sharedFacilities: boolean
  readonly bedrooms: number
  readonly rooms: readonly Room[]
}

/**
 * Of a hundred households that need so many bedrooms (two, three, four, five or more), how many have too few, before tenure and ward. Set so that the borough as
 * a whole comes out as table TS052 has it, and who is short by two or more likewise.
 */
const shortByNeed = [0, 0, 0.242, 0.316, 0.415, 0.54] as const
const shortByTwoOfShort = [0, 0, 0, 0.366, 0.42, 0.53] as const

/** Owners are seldom crowded; social tenants most often (English Housing Survey: 9% of social, 7% of private renters, few owners). */
const crowdingByTenure: Readonly<Record<Tenure, number>> = {
  'private-landlord': 1,
  'other-private': 1,
  'rent-free': 1,
  'other-social': 1.3,
  council: 1.3,
  mortgage: 0.6,
  outright: 0.6,
  'shared-ownership': 0.5,
}

const spareSocially = shares([0, 78], [1, 18], [2, 4])
const spareOtherwise = shares([0, 52], [1, 34], [2, 14])

/** How many bedrooms a household that needs so many has: everybody has one, at least a room to sleep in. */
export const bedroomsFor = (need: number, tenure: Tenure, plot: Plot, chance: Chance): number => {
  const at = Math.min(need, 5)
  const short = (shortByNeed[at] ?? 0) * crowdingByTenure[tenure] * plot.ward.crowding
  if (chance.yes(short))
    return Math.max(1, need - (chance.yes(shortByTwoOfShort[at] ?? 0) ? (need > 3 && chance.yes(0.2) ? 3 : 2) : 1))
  const social = tenure === 'council' || tenure === 'other-social'
  return need + chance.from(social ? spareSocially : spareOtherwise)
}

export const homeOf = (bedrooms: number, people: number, tenure: Tenure, plot: Plot, chance: Chance): Home => {
  const letPrivately = tenure === 'private-landlord' || tenure === 'other-private'
  const asRoom = people === 1 && bedrooms === 1 && letPrivately && plot.block === undefined && chance.yes(0.3)
  const bedsit = !asRoom && bedrooms === 1 && people <= 2 && chance.yes(0.12)
  const unitType = asRoom
    ? 'room'
    : bedsit
      ? 'bedsit'
      : plot.block === undefined && bedrooms > 1
        ? 'house'
        : bedrooms > 3
          ? 'maisonette'
          : 'flat'
  return {
    unitType,
    address: addressOf(plot, unitType),
    // A room in a shared house has no number of its own: only the house has.
    uprn: asRoom ? undefined : plot.uprn,
    parentUprn: asRoom ? plot.uprn : plot.block?.uprn,
    sharedFacilities: asRoom,
    bedrooms,
    rooms: roomsOf(bedrooms, unitType, chance),
  }
}

const addressOf = ({ block, street, houseNumber }: Plot, unitType: UnitType): string => {
  if (block !== undefined) return `Flat ${block.flat}, ${block.name}, ${street}`
  if (unitType === 'house') return `${houseNumber} ${street}`
  return unitType === 'room' ? `Room 1, ${houseNumber} ${street}` : `Flat A, ${houseNumber} ${street}`
}

const bedroomNames = ['Front bedroom', 'Back bedroom', 'Small bedroom', 'Top bedroom', 'Side bedroom', 'Box room']

const roomsOf = (bedrooms: number, unitType: UnitType, chance: Chance): Room[] => {
  const room = (name: string, kind: Room['kind'], from: number, to: number, usable = true): Room => ({
    name,
    kind,
    area: chance.whole(from * 10, to * 10) / 10,
    usable,
  })
  if (unitType === 'bedsit') return [room('Main room', 'living', 14, 24), room('Bathroom', 'bathroom', 2.5, 4.5)]
  if (unitType === 'room') return [room('Room 1', 'bedroom', 7, 16)]
  const rooms: Room[] = []
  for (let at = 0; at < bedrooms; at += 1) {
    const [from, to] = at === 0 ? [10, 15.5] : at === 1 ? [7, 12.5] : [5, 10]
    // Now and then a bedroom cannot be slept in; the bedroom standard then leaves it out.
    rooms.push(room(bedroomNames[at] ?? `Bedroom ${at + 1}`, 'bedroom', from, to, at === 0 || !chance.yes(0.004)))
  }
  rooms.push(
    room('Living room', 'living', 11, 21),
    room('Kitchen', 'kitchen', 5, 11),
    room('Bathroom', 'bathroom', 3, 5.5),
  )
  return rooms
}
