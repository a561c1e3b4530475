import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bedroomStandard, census2021Age16, census2021Age21 } from './bedroom-standards.ts'
import { household, roomsFrom } from './shorthand.ts'
import { sizeCriteria } from './size-criteria.ts'

/** Bedroom standard, Census with age 16, Census with age 21, size criteria before and after the limit of four. */
const examples: readonly (readonly [string, string, number, number, number, number, number])[] = [
  ['B1', 'C', 1, 1, 1, 1, 1],
  ['B2, a newborn counts in full', 'C M0', 2, 2, 2, 2, 2],
  ['B3, a mixed pair under ten', 'C M4 F6', 2, 2, 2, 2, 2],
  ['B4, the tenth birthday costs a room', 'C M10 F9', 3, 3, 3, 3, 3],
  ['B5, pairing 8 with 5 first would give 4', 'C M12 F8 F11 M5', 3, 3, 3, 3, 3],
  ['B6', 'C M12 M8 M5 F7', 3, 3, 3, 3, 3],
  ['B7, the difference between 16 and 21', 'C F17 F15', 2, 3, 2, 3, 3],
  ['B8', 'C M20 M16', 2, 3, 2, 3, 3],
  ['B9, a young lone parent may be paired with her child', 'L:F19 F3', 1, 2, 1, 2, 2],
  ['B10', 'L:F19 M3', 2, 2, 2, 2, 2],
  ['B11', 'C M21 M19', 3, 3, 3, 3, 3],
  ['B12, with grandparents', 'C C F13 F11 M6', 4, 4, 4, 4, 4],
  ['B13', 'C M15 M13 F12 F9 M6 F2', 4, 4, 4, 4, 4],
  ['B14, the limit of four bites', 'C F16 M14 F12 M11 F8 M6 M3 F0', 5, 6, 5, 6, 4],
  ['B15', 'C F16 M11 M3 F3', 3, 4, 3, 4, 4],
  ['B16', 'L:F30 M5 F3', 2, 2, 2, 2, 2],
  ['B17', 'C A:F75 F7', 3, 3, 3, 3, 3],
  ['B18', 'L:F40 M18 M10 M9 M3 F18 F12 F7', 5, 6, 5, 6, 4],
  ['B19', 'C F13 F11 M9', 3, 3, 3, 3, 3],
  ['B20', 'C M8 F13', 3, 3, 3, 3, 3],
  ['B21, triplets', 'C M9 M9 M9', 3, 3, 3, 3, 3],
  ['B22', 'C M14 F10 F9 M9 F4', 4, 4, 4, 4, 4],
  ['B23', 'L:F34 M10 M8 M2 F0 F0', 4, 4, 4, 4, 4],
  ['seven people in one bedroom', 'C F11 M9 F6 M4 M2 F0', 4, 4, 4, 4, 4],
]

for (const [name, people, ehs, age16, age21, size, entitled] of examples) {
  test(`${name}: ${people} needs ${ehs} by the bedroom standard, ${age16} and ${age21} by the Census, ${size} by the size criteria`, () => {
    const home = household(people)
    const required = [bedroomStandard, census2021Age16, census2021Age21, sizeCriteria].map(
      (standard) => standard(home).required,
    )
    assert.deepEqual(
      required,
      [ehs, age16, age21, size].map((rooms) => ({ from: rooms, to: rooms })),
    )
    assert.deepEqual(sizeCriteria(home).entitlement, { from: entitled, to: entitled })
  })
}

test('B18 and B19: short by 2 and by 1 of their bedrooms', () => {
  const eight = bedroomStandard(household('L:F40 M18 M10 M9 M3 F18 F12 F7', { bedrooms: 3 }))
  assert.deepEqual([eight.overcrowded, eight.required.to - (eight.available ?? 0)], [true, 2])
  const five = bedroomStandard(household('C F13 F11 M9', { bedrooms: 2 }))
  assert.deepEqual([five.overcrowded, five.required.to - (five.available ?? 0)], [true, 1])
})

test('a lone parent under 16 has an own room in the wording with age 16, and nowhere else', () => {
  const home = household('L:F15 F0')
  assert.deepEqual(
    [bedroomStandard, census2021Age16, census2021Age21, sizeCriteria].map((standard) => standard(home).required.to),
    [1, 2, 1, 1],
  )
})

test('a carer who stays overnight adds a bedroom to the size criteria and to nothing else', () => {
  const home = household('C M5', { overnightCarer: true })
  assert.deepEqual(sizeCriteria(home).required, { from: 3, to: 3 })
  assert.equal(bedroomStandard(home).required.to, 2)
  assert.deepEqual(sizeCriteria(household('C M12 F8 F11 M5 M4 F13 F9', { overnightCarer: true })).entitlement, {
    from: 4,
    to: 4,
  })
})

test('a room list wins over a number of bedrooms, and living rooms never count', () => {
  assert.equal(bedroomStandard(household('C M5', { rooms: roomsFrom('120, 90, 140'), bedrooms: 5 })).available, 2)
  assert.equal(bedroomStandard(household('C M5', { rooms: [], bedrooms: 5 })).available, 5)
})

test('a bedroom counts whatever its size, unless it is not fit to be used', () => {
  const tiny = { name: 'Box room', kind: 'bedroom', area: { value: 3, unit: 'm2' } } as const
  assert.equal(bedroomStandard(household('C M5', { rooms: [...roomsFrom('120'), tiny] })).available, 2)
  assert.equal(
    bedroomStandard(household('C M5', { rooms: [...roomsFrom('120'), { ...tiny, usable: false }] })).available,
    1,
  )
})

test('a home of one living room is a bed-sitting room and counts as one bedroom', () => {
  const studio = household('L:F30', {
    rooms: [
      { name: 'Studio', kind: 'living' },
      { name: 'Shower', kind: 'bathroom' },
    ],
  })
  assert.deepEqual([bedroomStandard(studio).available, bedroomStandard(studio).overcrowded], [1, false])
  const lost = household('L:F30', {
    rooms: [
      { name: 'Bedroom', kind: 'bedroom', usable: false },
      { name: 'Living room', kind: 'living' },
    ],
  })
  assert.equal(bedroomStandard(lost).available, 0)
  const twoLiving = [
    { name: 'Front room', kind: 'living' },
    { name: 'Back room', kind: 'living' },
  ] as const
  assert.equal(bedroomStandard(household('L:F30', { rooms: twoLiving })).available, 0)
  assert.equal(bedroomStandard(household('L:F30', { rooms: [{ name: 'Kitchen', kind: 'kitchen' }] })).available, 0)
  assert.equal(
    bedroomStandard(household('L:F30', { rooms: [{ name: 'Front room', kind: 'living' }], bedrooms: 2 })).available,
    0,
  )
})

test('no bedrooms recorded is cannot-tell; recorded as none is short', () => {
  assert.equal(bedroomStandard(household('C')).overcrowded, 'cannot-tell')
  assert.equal(bedroomStandard(household('C', { bedrooms: 0 })).overcrowded, true)
})

test('a sex that is not known matters only where it changes the number', () => {
  assert.deepEqual(bedroomStandard(household('C M12 U11')).required, { from: 2, to: 3 })
  assert.equal(bedroomStandard(household('C M12 U11', { bedrooms: 1 })).overcrowded, true)
  assert.equal(bedroomStandard(household('C M12 U11', { bedrooms: 2 })).overcrowded, 'cannot-tell')
  assert.equal(bedroomStandard(household('C M12 U11', { bedrooms: 3 })).overcrowded, false)
  assert.deepEqual(bedroomStandard(household('C M12 F13 U4 U5')).required, { from: 3, to: 4 })
  assert.deepEqual(bedroomStandard(household('C U4 U6')).required, { from: 2, to: 2 })
  assert.deepEqual(bedroomStandard(household('C A:U75')).required, { from: 2, to: 2 })
})

test('an age that is not known leaves the number between bounds, and a partner of unknown age leaves nothing open', () => {
  assert.deepEqual(
    bedroomStandard(
      household([
        { id: 'a', age: 30, sex: 'female' },
        { id: 'b', sex: 'female' },
        { id: 'c', age: 5, sex: 'male' },
      ]),
    ).required,
    { from: 2, to: 3 },
  )
  assert.deepEqual(
    bedroomStandard(
      household([
        { id: 'a', age: 30, sex: 'female', partnerOf: 'b' },
        { id: 'b', sex: 'male' },
      ]),
    ).required,
    { from: 1, to: 1 },
  )
})
