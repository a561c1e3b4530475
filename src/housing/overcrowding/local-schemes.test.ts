import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BedroomAnswer } from './answers.ts'
import { assess } from './assess.ts'
import { compose } from './compose.ts'
import type { HouseholdFacts, PersonFacts } from './household.ts'
import { nextChanges } from './next-change.ts'
import { bedroomStandard, havering, parameterSets } from './parameter-sets.ts'
import type { ParameterSet } from './parameters.ts'
import { household, peopleFrom, roomsFrom } from './shorthand.ts'

const date = (text: string) => Temporal.PlainDate.from(text)

const scheme = (changes: Partial<ParameterSet>): ReadonlyMap<string, ParameterSet> =>
  new Map([
    ...parameterSets,
    ['ours', { ...bedroomStandard, name: 'ours', owner: 'The partnership', status: 'proposed', ...changes }],
  ])

const local = (
  people: string | readonly PersonFacts[],
  parameters: string,
  more: Partial<HouseholdFacts> = {},
  sets = parameterSets,
): BedroomAnswer => {
  const answer = assess(household(people, { parameters, ...more }, sets)).results[6]
  assert.ok(answer?.standard === 'local-scheme')
  return answer
}

test('the six are always given; a local scheme comes after them and changes none of their bedrooms', () => {
  const plain = assess(household('L:F19 F3', { bedrooms: 1 })).results
  const withScheme = assess(household('L:F19 F3', { bedrooms: 1, parameters: 'havering' })).results
  assert.equal(plain.length, 6)
  assert.deepEqual(withScheme.slice(0, 6), plain)
  assert.equal(assess(household('L:F19 F3', { parameters: 'census-2021-age-16' })).results.length, 6)
})

test('Havering treats a single parent as a couple, so a mother of 19 and her daughter need two bedrooms', () => {
  assert.deepEqual(local('L:F19 F3', 'havering').required, { from: 2, to: 2 })
})

test('Havering counts box rooms and home offices for the statutory standards', () => {
  const rooms = [...roomsFrom('120'), { name: 'Office', kind: 'other', area: { value: 60, unit: 'sqft' } } as const]
  const [plain] = assess(household('L:F30 M10', { rooms })).results
  const [inHavering] = assess(household('L:F30 M10', { rooms, parameters: 'havering' })).results
  assert.ok(plain?.standard === 'room-standard-1985' && inHavering?.standard === 'room-standard-1985')
  assert.deepEqual([plain.roomsCounted, inHavering.roomsCounted], [1, 2])
})

test('Barnet does not count a baby under one, but counts twins', () => {
  const couple = peopleFrom('C')
  const baby = { id: 'baby', bornOn: date('2026-06-01'), sex: 'female' } as const
  assert.equal(local([...couple, baby], 'barnet').required.to, 1)
  assert.equal(local([...couple, baby, { ...baby, id: 'twin', sex: 'male' }], 'barnet').required.to, 2)
  assert.equal(local([...couple, { ...baby, bornOn: date('2025-11-23') }], 'barnet').required.to, 2)
  assert.deepEqual(local('C F0 M0', 'barnet').required, { from: 1, to: 2 })
})

test('a scheme may count a baby from its seventh month, and the next change says when', () => {
  const sets = scheme({ infantCountsFromMonths: 6, multipleBirthsCount: false })
  const people: PersonFacts[] = [...peopleFrom('C'), { id: 'baby', bornOn: date('2026-08-31'), sex: 'female' }]
  assert.equal(local(people, 'ours', {}, sets).required.to, 1)
  assert.deepEqual(nextChanges(household(people, { parameters: 'ours' }, sets)).change?.because, [
    { months: 6, person: 'baby' },
  ])
})

test('a scheme may count an unborn child from a week of pregnancy', () => {
  const sets = scheme({ unbornCountsFromWeek: 28 })
  assert.equal(local('C', 'ours', { expected: [{ due: date('2027-02-15') }] }, sets).required.to, 2)
  assert.equal(local('C', 'ours', { expected: [{ due: date('2027-02-16') }] }, sets).required.to, 1)
})

test('a scheme may leave out small bedrooms, and cannot tell where a bedroom is not measured', () => {
  const sets = scheme({ bedroomMinSqft: 70 })
  assert.deepEqual(local('C M3', 'ours', { rooms: roomsFrom('120, 60, 150') }, sets).available, 1)
  assert.deepEqual(local('C M3', 'ours', { rooms: roomsFrom('120, 60, 150') }, sets).roomsNotCounted, [
    { room: 'Room 3', why: 'living-room' },
    { room: 'Room 2', why: 'under-scheme-minimum' },
  ])
  assert.equal(local('C M3', 'ours', { rooms: roomsFrom('120, ?, 150') }, sets).overcrowded, 'cannot-tell')
})

test('a scheme may count living rooms and kitchens', () => {
  const rooms = [
    ...roomsFrom('120, 150'),
    { name: 'Kitchen', kind: 'kitchen', area: { value: 100, unit: 'sqft' } } as const,
  ]
  assert.equal(local('C M3', 'ours', { rooms }, scheme({ livingRoomCounts: true })).available, 2)
  const [room] = assess(household('C M3', { rooms, parameters: 'ours' }, scheme({ kitchenCounts: true }))).results
  assert.ok(room?.standard === 'room-standard-1985')
  assert.equal(room.roomsCounted, 3)
})

test('a set that is not in force on the day is refused', () => {
  const facts: HouseholdFacts = { id: 'H1', on: date('2026-11-23'), people: peopleFrom('C'), parameters: 'ours' }
  const ended = compose(facts, scheme({ until: '2026-11-22' }))
  assert.deepEqual(ended, { accepted: false, because: [{ reason: 'parameters-not-in-force', field: 'parameters' }] })
  assert.equal(compose(facts, scheme({ from: '2026-11-23', until: '2026-11-23' })).accepted, true)
})

test('every set says who owns it, how sure it is and where it comes from', () => {
  for (const [name, set] of parameterSets) assert.ok(set.name === name && set.owner !== '' && set.source !== '')
  assert.equal(havering.status, 'elsewhere')
})
