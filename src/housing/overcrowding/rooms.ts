import { compareWithLine, halvesFor, nearLine } from './area.ts'
import type { Home, HouseholdFacts, Room, RoomFacts, RoomNotCounted } from './household.ts'
import type { ParameterSet } from './parameters.ts'

/**
 * Sort the rooms once into what each kind of standard may count.
 *
 * Statutory standards: rooms of a type normally used in the locality as a bedroom or a living room (Housing Act 1985,
 * sections 325(2) and 326(2)), whatever their size for section 325. Bedroom standards: what the household calls a bedroom,
 * bed-sitting rooms included, unless it is uninhabitable (English Housing Survey).
 */
export const sortRooms = (facts: HouseholdFacts, scheme: ParameterSet | undefined): Home => {
  const rooms = facts.rooms ?? []
  if (rooms.length === 0) return withoutRoomList(facts.bedrooms, scheme)
  const available: Room[] = []
  const notAvailable: RoomNotCounted[] = []
  const bedroomsNotCounted: RoomNotCounted[] = []
  const bedSitting = (facts.bedrooms ?? 0) < 2 && isBedSitting(rooms)
  let bedrooms = 0
  for (const room of rooms) {
    const why = whyNotAvailable(room, scheme)
    if (why === undefined) available.push(read(room))
    else notAvailable.push({ room: room.name, why })
    const whyNoBedroom = whyNotABedroom(room, bedSitting)
    if (whyNoBedroom === undefined) bedrooms += 1
    else if (whyNoBedroom !== 'not-a-bedroom') bedroomsNotCounted.push({ room: room.name, why: whyNoBedroom })
  }
  return {
    available,
    notAvailable,
    bedrooms,
    ...schemeCount(rooms, scheme, bedSitting),
    bedroomsNotCounted,
    bedSitting,
  }
}

/** Only a number of bedrooms is held: living rooms and sizes stay unknown. */
const withoutRoomList = (bedrooms: number | undefined, scheme: ParameterSet | undefined): Home => ({
  available: undefined,
  notAvailable: [],
  bedrooms,
  schemeBedrooms: scheme !== undefined && (scheme.livingRoomCounts || scheme.bedroomMinSqft > 0) ? undefined : bedrooms,
  schemeTooSmall: [],
  bedroomsNotCounted: [],
  bedSitting: false,
})

/** One living room and nothing called a bedroom: a bed-sitting room, which the bedroom standard counts as a bedroom. */
const isBedSitting = (rooms: readonly RoomFacts[]): boolean => {
  let living = 0
  for (const { kind, usable } of rooms) {
    if (kind === 'bedroom' || kind === 'bed-sitting' || kind === 'dining') return false
    if (kind === 'living' && usable !== false) living += 1
  }
  return living === 1
}

const whyNotAvailable = (room: RoomFacts, scheme: ParameterSet | undefined): RoomNotCounted['why'] | undefined => {
  if (room.usable === false) return 'not-usable'
  switch (room.kind) {
    case 'bedroom':
    case 'bed-sitting':
    case 'living':
    case 'dining':
      return undefined
    case 'kitchen':
      return scheme?.kitchenCounts === true ? undefined : 'kitchen'
    case 'other':
      return scheme?.otherRoomCounts === true ? undefined : 'other'
    case 'bathroom':
    case 'hall':
      return room.kind
    default:
      return room.kind satisfies never
  }
}

const whyNotABedroom = (room: RoomFacts, bedSitting: boolean): RoomNotCounted['why'] | 'not-a-bedroom' | undefined => {
  if (room.kind === 'living' || room.kind === 'dining') {
    return bedSitting && room.kind === 'living' && room.usable !== false ? undefined : 'living-room'
  }
  if (room.kind !== 'bedroom' && room.kind !== 'bed-sitting') return 'not-a-bedroom'
  return room.usable === false ? 'not-usable' : undefined
}

const read = ({ name, area }: RoomFacts): Room =>
  area === undefined
    ? { name, halves: undefined, near: undefined }
    : { name, halves: halvesFor(area), near: nearLine(area) }

/** Undefined when a scheme sets a least size and a bedroom is not measured. */
const schemeCount = (
  rooms: readonly RoomFacts[],
  scheme: ParameterSet | undefined,
  bedSitting: boolean,
): Pick<Home, 'schemeBedrooms' | 'schemeTooSmall'> => {
  if (scheme === undefined) return { schemeBedrooms: undefined, schemeTooSmall: [] }
  const schemeTooSmall: RoomNotCounted[] = []
  let bedrooms = 0
  for (const room of rooms) {
    const why = whyNotABedroom(room, bedSitting)
    const lived = why === 'living-room' && scheme.livingRoomCounts && room.usable !== false
    if (why !== undefined && !lived) continue
    if (scheme.bedroomMinSqft > 0) {
      if (room.area === undefined) return { schemeBedrooms: undefined, schemeTooSmall }
      if (compareWithLine(room.area, scheme.bedroomMinSqft) < 0) {
        schemeTooSmall.push({ room: room.name, why: 'under-scheme-minimum' })
        continue
      }
    }
    bedrooms += 1
  }
  return { schemeBedrooms: bedrooms, schemeTooSmall }
}
