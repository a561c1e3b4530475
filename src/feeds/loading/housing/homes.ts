import { filled, saying } from '../statements.ts'
import type { Saying } from '../statements.ts'
import type { LoadedRow } from '../loaded-rows.ts'
import { addressOf, linesOf } from './rows.ts'
import type { HousingContext, HousingRow } from './rows.ts'

/** A home with its rooms: what it is called, what it is, its rooms, whether its address must stay hidden. */
export const homeSays = (rows: readonly LoadedRow[], { source }: HousingContext): Saying[] => {
  const [line] = linesOf(rows, 'homes')
  const home = line?.minted
  if (line === undefined || home === undefined) return []
  const { row } = line
  const description = descriptionOf(row)
  const rooms = linesOf(rows, 'rooms')
  return [
    saying(
      'home',
      'address',
      line,
      [home],
      (traced) => ({
        home,
        ...addressOf(row),
        ...filled({ uprn: row.uprn }),
        ...traced,
        borough: row.in_borough === undefined ? 'not-known' : row.in_borough === 'yes' ? 'inside' : 'outside',
      }),
      { ifGone: 'say-gone' },
    ),
    // A day on which it was hidden is not part of what is said, or it would be said anew with each delivery. It is never shown again by
    // an empty cell: that takes a person.
    ...(row.address_hidden === 'yes'
      ? [
          saying(
            'hiding',
            'address-hidden',
            line,
            [home],
            () => ({
              subject: home,
              why: 'The landlord’s list says that this address must not become known.',
              askedBy: source.agencyName,
              on: source.extractDay,
            }),
            { ifUnsaid: 'keep', content: 'hidden' },
          ),
        ]
      : []),
    ...(Object.keys(description).some((field) => field !== 'checkedOn')
      ? [saying('description', 'description', line, [home], (traced) => ({ home, ...description, ...traced }))]
      : []),
    ...(rooms[0] === undefined
      ? []
      : [
          saying('rooms', 'rooms', rooms[0], [home], (traced) => ({
            home,
            rooms: roomsOf(rooms.map((room) => room.row)),
            ...traced,
          })),
        ]),
  ]
}

const descriptionOf = (row: HousingRow<'homes'>) =>
  filled({
    landlord: row.landlord,
    tenure: row.tenure,
    unitType: row.unit_type,
    livingRooms: row.living_rooms,
    sharedFacilities: row.shared_facilities,
    entranceFloor: row.entrance_floor,
    lift: row.lift,
    internalFlights: row.internal_flights,
    stepFree: row.step_free,
    heating: row.heating,
    epcBand: row.epc_band,
    patch: row.patch,
    ward: row.ward,
    parentUprn: row.parent_uprn,
    checkedOn: row.checked_on,
    bedrooms: row.bedrooms_recorded,
    flights: row.flights_to_front_door,
    licence:
      row.licence_type === undefined
        ? undefined
        : { type: row.licence_type, ...filled({ persons: row.permitted_persons, expiresOn: row.licence_expires_on }) },
  })

/** Rooms are told apart by their names: where a landlord gives two the same, its own key goes with each. */
export const roomsOf = (rooms: readonly HousingRow<'rooms'>[]) =>
  rooms
    .slice(0, 40)
    .map((room) => ({
      name: roomName(room, rooms),
      kind: room.kind,
      usable: room.usable ?? ('not-known' as const),
      reference: room.room_ref,
      ...(room.area === undefined || room.area_unit === undefined
        ? {}
        : { area: { value: room.area, unit: room.area_unit } }),
      ...filled({ areaFrom: room.area_from, measuredOn: room.measured_on, notUsableBecause: room.not_usable_because }),
    }))

const roomName = (room: HousingRow<'rooms'>, rooms: readonly HousingRow<'rooms'>[]): string => {
  const folded = (name: string): string => name.trim().toLowerCase()
  const same = rooms.filter((other) => folded(other.name) === folded(room.name)).length
  return same > 1 ? `${room.name} (${room.room_ref})` : room.name
}

export const roomNameIn = (context: HousingContext, home: string, room: string | undefined): string | undefined => {
  if (room === undefined) return undefined
  const all = [...context.rooms.values()].map(({ row }) => row).filter((row) => row.home_ref === home)
  const found = all.find(({ room_ref }) => room_ref === room)
  return found === undefined ? undefined : roomName(found, all)
}
