import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roomStandard1985 } from './room-standard-1985.ts'
import { household, roomsFrom } from './shorthand.ts'
import { spaceStandard1985, tableOne } from './space-standard-1985.ts'

/** People, rooms, units, Table I, Table II, permitted, over by; then whether the room standard is contravened. */
const examples: readonly (readonly [string, string, string, number, number, number, number, number, boolean])[] = [
  ['A1', 'C M8 F13', '112, 80, 120', 3.5, 5, 5, 5, 0, false],
  ['A2', 'C M7 M5 F3', '120, 140', 3.5, 3, 4, 3, 0.5, false],
  ['A3, sons of 6 and 3', 'C M6 M3', '120, 140', 3, 3, 4, 3, 0, false],
  ['A3, sons of 10 and 3', 'C M10 M3', '120, 140', 3.5, 3, 4, 3, 0.5, false],
  ['A3, a third room', 'C M10 M3', '120, 75, 140', 3.5, 5, 5, 5, 0, false],
  ['A4', 'C M14 F12', '130, 150', 4, 3, 4, 3, 1, false],
  ['A5', 'C F0', '160', 2, 2, 2, 2, 0, false],
  ['A6', 'C F1', '160', 2.5, 2, 2, 2, 0.5, false],
  ['A7', 'C M10 F7 M4 F1 M0', '120, 140', 4.5, 3, 4, 3, 1.5, false],
  ['A8', 'L:F30 M9', '150', 1.5, 2, 2, 2, 0, false],
  ['A9', 'L:F30 M10', '150', 2, 2, 2, 2, 0, true],
  ['A10', 'C M15 F13 M8 F6 F2', '130, 95, 150', 5.5, 5, 5.5, 5, 0.5, false],
  ['A11', 'C F16 M14 F12 M9 M7 F0', '140, 105, 60, 170, 90', 6, 10, 7.5, 7.5, 0, false],
  ['A12', 'C F6 M4', '110, 49.9, 130', 3, 3, 4, 3, 0, false],
  ['A13', 'C M2', '10.22 m2, 6.51 m2', 2.5, 3, 3, 3, 0, false],
  ['A14', 'C F12 M11 F4', '10.2 m2, 6.5 m2, 13.0 m2', 4.5, 5, 4, 4, 0.5, false],
  ['A15', 'C M20 F18 M16 F13 M11 F9 M5', '150, 120, 115, 100, 80, 60', 8, 12, 9, 9, 0, false],
  ['A16', 'C M5 F3 A:F60', '125, 140', 4, 3, 4, 3, 1, false],
  ['A16 without the visitor', 'C M5 F3', '125, 140', 3, 3, 4, 3, 0, false],
]

for (const [name, people, rooms, units, one, two, permitted, over, contravened] of examples) {
  test(`${name}: ${people} in ${rooms} is ${units} units against ${permitted} permitted`, () => {
    const home = household(people, { rooms: roomsFrom(rooms) })
    const space = spaceStandard1985(home)
    assert.deepEqual(
      [space.unitHalves, space.tableOneHalves, space.tableTwoHalves, space.permittedHalves, space.overcrowded],
      [{ from: units * 2, to: units * 2 }, one * 2, two * 2, { from: permitted * 2, to: permitted * 2 }, over > 0],
    )
    assert.equal(Math.max(0, units - permitted), over)
    assert.equal(roomStandard1985(home).overcrowded, contravened)
  })
}

test('the unborn child counts nothing, and neither does the newborn', () => {
  const rooms = roomsFrom('120, 140')
  const due = Temporal.PlainDate.from('2026-12-24')
  assert.equal(spaceStandard1985(household('C M6 M3', { rooms, expected: [{ due }] })).overcrowded, false)
  assert.equal(spaceStandard1985(household('C M6 M3 F0', { rooms })).overcrowded, false)
})

test('Table I allows 2, 3, 5 and 7.5 persons, then two a room', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 9].map((rooms) => tableOne(rooms) / 2),
    [0, 2, 3, 5, 7.5, 10, 12, 18],
  )
})

test('a room under 50 square feet is no room for either table, yet counts for the room standard and is flagged there', () => {
  const home = household('L:F30 M10', { rooms: roomsFrom('120, 49.9') })
  const room = roomStandard1985(home)
  assert.deepEqual([room.overcrowded, room.roomsCounted, room.tinyRooms], [false, 2, ['Room 2']])
  const space = spaceStandard1985(home)
  assert.deepEqual([space.tableOneHalves, space.tableTwoHalves], [4, 4])
  assert.deepEqual(space.roomsNotCounted, [{ room: 'Room 2', why: 'under-50-sq-ft' }])
})

test('a kitchen, a bathroom, a hall and a room not fit to be used are left out, each with its reason', () => {
  const home = household('L:F30 M10', {
    rooms: [
      { name: 'Bedroom', kind: 'bedroom', area: { value: 120, unit: 'sqft' } },
      { name: 'Kitchen', kind: 'kitchen', area: { value: 120, unit: 'sqft' } },
      { name: 'Bathroom', kind: 'bathroom' },
      { name: 'Hall', kind: 'hall' },
      { name: 'Damp room', kind: 'bedroom', area: { value: 120, unit: 'sqft' }, usable: false },
    ],
  })
  const room = roomStandard1985(home)
  assert.deepEqual([room.overcrowded, room.roomsCounted], [true, 1])
  assert.deepEqual(
    room.roomsNotCounted.map(({ why }) => why),
    ['kitchen', 'bathroom', 'hall', 'not-usable'],
  )
})

test('two couples in one room contravene the room standard: each man with the other woman', () => {
  assert.equal(roomStandard1985(household('C C', { rooms: roomsFrom('200') })).overcrowded, true)
  assert.equal(roomStandard1985(household('C', { rooms: roomsFrom('200') })).overcrowded, false)
  assert.equal(roomStandard1985(household('A:F60 A:F30 F12 M9', { rooms: roomsFrom('200') })).overcrowded, false)
})

test('10.2 square metres follow the measurement as written and are borderline at the 110 line', () => {
  const space = spaceStandard1985(household('C F12 M11 F4', { rooms: roomsFrom('10.2 m2, 6.5 m2, 13.0 m2') }))
  assert.deepEqual(
    space.borderline.map(({ room, line, otherwise, roomHalvesOtherwise }) => ({
      room,
      line,
      otherwise,
      roomHalvesOtherwise,
    })),
    [
      { room: 'Room 1', line: 110, otherwise: false, roomHalvesOtherwise: 4 },
      { room: 'Room 2', line: 70, otherwise: false, roomHalvesOtherwise: 2 },
    ],
  )
})

test('two rooms near a line that change the answer only together are both to be measured again', () => {
  const codes = (rooms: string, who = 'C M12 M11 F4'): string[] =>
    spaceStandard1985(household(who, { rooms: roomsFrom(rooms) })).because.map(({ code }) => code)
  // 4.5 units; 1.5 + 1.5 + 0.5 = 3.5 permitted, 4 with either room at 110, 4.5 with both
  assert.ok(codes('109.9, 109.9, 60').includes('borderline-together'))
  // lawful at 2 + 2 + 0.5 = 4.5, and at 4 it is not: one room is enough, and its own sentence says so
  assert.ok(!codes('110, 110, 60').includes('borderline-together'))
  // far under either way
  assert.ok(!codes('110, 110, 140', 'C').includes('borderline-together'))
  // lawful as written and overcrowded only if both are under 110: 4 units, 4.5, 4, 3.5
  assert.ok(codes('110, 110, 60', 'C M12 M11').includes('borderline-together'))
})

test('without areas Table I alone decides when the units already exceed it, and otherwise nobody can tell', () => {
  const over = spaceStandard1985(household('C M14 F12', { rooms: roomsFrom('?, ?') }))
  assert.deepEqual([over.overcrowded, over.tableOneHalves, over.tableTwoHalves], [true, 6, undefined])
  assert.ok(over.because.some(({ code }) => code === 'table-one-decides'))
  assert.equal(spaceStandard1985(household('C M9', { rooms: roomsFrom('?, ?') })).overcrowded, 'cannot-tell')
})

test('one room not measured does not hide an answer that the measured rooms give', () => {
  assert.equal(spaceStandard1985(household('C', { rooms: roomsFrom('120, 140, ?') })).overcrowded, false)
  assert.equal(spaceStandard1985(household('C M12', { rooms: roomsFrom('60, ?') })).overcrowded, true)
  assert.equal(spaceStandard1985(household('C', { rooms: roomsFrom('60, ?') })).overcrowded, 'cannot-tell')
})

test('without a room list the space standard cannot be told; two bedrooms are enough to meet the room standard', () => {
  assert.equal(spaceStandard1985(household('C M14 F12')).overcrowded, 'cannot-tell')
  assert.equal(roomStandard1985(household('C M14 F12')).overcrowded, 'cannot-tell')
  assert.equal(roomStandard1985(household('C M14 F12', { bedrooms: 2 })).overcrowded, false)
  assert.equal(roomStandard1985(household('C M14 F12', { bedrooms: 1 })).overcrowded, 'cannot-tell')
  assert.equal(roomStandard1985(household('C', { bedrooms: 1 })).overcrowded, false)
})

test('a sex that is not known leaves the room standard open only where it could change it', () => {
  const oneRoom = { rooms: roomsFrom('200') }
  assert.equal(roomStandard1985(household('L:F30 U12', oneRoom)).overcrowded, 'cannot-tell')
  assert.equal(roomStandard1985(household('L:F30 U9', oneRoom)).overcrowded, false)
  assert.equal(roomStandard1985(household('L:F30 M12 U14', oneRoom)).overcrowded, true)
  assert.equal(roomStandard1985(household('L:F30 U12', { rooms: roomsFrom('200, 100') })).overcrowded, false)
})
