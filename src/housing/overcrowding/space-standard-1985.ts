import { verdict, type Borderline, type Range, type SpaceStandardAnswer, type Verdict } from './answers.ts'
import type { Home, Household, Room, RoomNotCounted } from './household.ts'
import type { Reason } from './reasons.ts'

/**
 * The space standard: Housing Act 1985 section 326, in force from 1 April 1986. Units (under one 0, one to nine a half, ten and
 * over 1) against the lesser of Table I (by number of rooms) and Table II (by floor area); rooms under 50 square feet are
 * left out of both. Equal is lawful. Everything is counted in half-persons, so that no fraction can slip.
 *
 * @example couple, M15 F13 M8 F6 F2 in rooms of 130, 95 and 150 square feet: 5.5 units; Table I 5, Table II 5.5 → over by 0.5
 */
export const spaceStandard1985 = (household: Household): SpaceStandardAnswer => {
  const units = unitsOf(household)
  const measured = measure(household.home)
  const unitHalves = { from: units.from, to: units.to }
  const because: Reason[] = [units.because]
  if (household.home.available === undefined || measured === undefined) {
    const { bedrooms } = household.home
    because.push(bedrooms === undefined ? { code: 'rooms-not-recorded' } : { code: 'only-bedrooms-recorded', bedrooms })
    return {
      standard: 'space-standard-1985',
      overcrowded: 'cannot-tell',
      unitHalves,
      tableOneHalves: undefined,
      tableTwoHalves: undefined,
      permittedHalves: undefined,
      roomsNotCounted: [],
      borderline: [],
      because,
    }
  }
  const permitted = permittedFor(measured)
  const overcrowded = judge(unitHalves, permitted)
  because.push(...whyPermitted(household.home.available, measured, permitted, unitHalves))
  const borderline = measured.near > 0 ? borderlineRooms(household.home.available, measured, unitHalves) : []
  for (const { room, line, otherwise } of borderline)
    because.push({ code: 'borderline', room, line, changes: otherwise !== overcrowded })
  if (
    borderline.length > 1 &&
    borderline.every(({ otherwise }) => otherwise === overcrowded) &&
    together(household.home.available, measured).some((sums) => judge(unitHalves, permittedFor(sums)) !== overcrowded)
  ) {
    because.push({ code: 'borderline-together' })
  }
  return {
    standard: 'space-standard-1985',
    overcrowded,
    unitHalves,
    tableOneHalves: tableOne(measured.rooms + measured.unmeasured),
    tableTwoHalves: measured.unmeasured > 0 ? undefined : measured.halves,
    permittedHalves: permitted,
    roomsNotCounted:
      measured.tiny.length > 0 ? [...household.home.notAvailable, ...measured.tiny] : household.home.notAvailable,
    borderline,
    because,
  }
}

const unitsOf = ({ people }: Household): Range & { because: Reason } => {
  let from = 0
  let to = 0
  let tenAndOver = 0
  let oneToNine = 0
  let underOne = 0
  let ageUnknown = 0
  for (const { ageFrom, ageTo } of people) {
    from += unitHalvesAt(ageFrom)
    to += unitHalvesAt(ageTo)
    if (ageFrom !== ageTo) ageUnknown += 1
    else if (ageTo >= 10) tenAndOver += 1
    else if (ageTo >= 1) oneToNine += 1
    else underOne += 1
  }
  return { from, to, because: { code: 'units', tenAndOver, oneToNine, underOne, ageUnknown, halves: { from, to } } }
}

const unitHalvesAt = (age: number): number => (age >= 10 ? 2 : age >= 1 ? 1 : 0)

/** Table I, in half-persons: 1 room 2, 2 rooms 3, 3 rooms 5, 4 rooms 7.5, five or more 2 for each. */
export const tableOne = (rooms: number): number => (rooms >= 5 ? rooms * 4 : (firstFour[rooms] ?? 0))
const firstFour = [0, 4, 6, 10, 15]

/** What the measurements say: rooms of 50 square feet or more, their Table II sum, and rooms of which nobody knows. */
interface Measured {
  readonly rooms: number
  readonly halves: number
  readonly unmeasured: number
  readonly near: number
  readonly tiny: readonly RoomNotCounted[]
}

const measure = ({ available }: Home): Measured | undefined => {
  if (available === undefined) return undefined
  let rooms = 0
  let halves = 0
  let unmeasured = 0
  let near = 0
  const tiny: RoomNotCounted[] = []
  for (const room of available) {
    if (room.near !== undefined) near += 1
    if (room.halves === undefined) unmeasured += 1
    else if (room.halves === 0) tiny.push({ room: room.name, why: 'under-50-sq-ft' })
    else {
      rooms += 1
      halves += room.halves
    }
  }
  return { rooms, halves, unmeasured, near, tiny }
}

/** An unmeasured room may be no room at all, or allow two persons: the permitted number lies between. */
const permittedFor = ({ rooms, halves, unmeasured }: Pick<Measured, 'rooms' | 'halves' | 'unmeasured'>): Range => ({
  from: Math.min(tableOne(rooms), halves),
  to: Math.min(tableOne(rooms + unmeasured), halves + unmeasured * 4),
})

const judge = (units: Range, permitted: Range): Verdict => verdict(units.from > permitted.to, units.to > permitted.from)

const whyPermitted = (available: readonly Room[], measured: Measured, permitted: Range, units: Range): Reason[] => {
  const rooms = measured.rooms + measured.unmeasured
  if (rooms === 0) return [{ code: 'no-room-counts' }]
  const one = tableOne(rooms)
  const because: Reason[] = [{ code: 'table-one', rooms, halves: one }]
  if (measured.unmeasured === 0) {
    const sizes = available.map(({ halves }) => halves ?? 0).filter((halves) => halves > 0)
    because.push({ code: 'table-two', rooms: sizes, halves: measured.halves })
    because.push({
      code: 'permitted',
      halves: permitted.to,
      lesser: one === measured.halves ? 'both' : one < measured.halves ? 'one' : 'two',
    })
    return because
  }
  because.push({ code: 'rooms-not-measured', rooms: measured.unmeasured })
  if (units.from > one) because.push({ code: 'table-one-decides', halves: one })
  else if (judge(units, permitted) !== 'cannot-tell')
    because.push({ code: 'measured-rooms-decide', overcrowded: units.from > permitted.to })
  return because
}

/** All rooms near a line from above on its lower side, and all from below on its upper side: between these every other reading lies. */
const together = (
  available: readonly Room[],
  measured: Measured,
): Pick<Measured, 'rooms' | 'halves' | 'unmeasured'>[] =>
  [-1, 1].map((way) => {
    const moved = available.flatMap(({ halves, near }) =>
      near !== undefined && halves !== undefined && Math.sign(near.halves - halves) === way
        ? [{ halves, otherwise: near.halves }]
        : [],
    )
    return {
      rooms:
        measured.rooms +
        moved.reduce((sum, { halves, otherwise }) => sum + Math.sign(otherwise) - Math.sign(halves), 0),
      halves: measured.halves + moved.reduce((sum, { halves, otherwise }) => sum + otherwise - halves, 0),
      unmeasured: measured.unmeasured,
    }
  })

/** Each room near a line on the other side of it, one at a time. The answer itself follows the measurement as written. */
const borderlineRooms = (available: readonly Room[], measured: Measured, units: Range): Borderline[] =>
  available.flatMap(({ name, halves, near }) => {
    if (near === undefined || halves === undefined) return []
    const permitted = permittedFor({
      rooms: measured.rooms + (near.halves > 0 ? 1 : 0) - (halves > 0 ? 1 : 0),
      halves: measured.halves + near.halves - halves,
      unmeasured: measured.unmeasured,
    })
    return [
      {
        room: name,
        line: near.line,
        otherwise: judge(units, permitted),
        roomHalvesOtherwise: near.halves,
        permittedHalvesOtherwise: permitted,
      },
    ]
  })
