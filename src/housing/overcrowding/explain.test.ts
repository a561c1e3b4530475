import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assess } from './assess.ts'
import { explain } from './explain.ts'
import type { HouseholdFacts, PersonFacts } from './household.ts'
import { household, roomsFrom } from './shorthand.ts'

const sentences = (people: string | readonly PersonFacts[], more: Partial<HouseholdFacts> = {}): string[][] =>
  assess(household(people, more)).results.map(explain)

test('A10 in words: the result first, by name, then the steps', () => {
  const [, space, bedroom] = sentences('C M15 F13 M8 F6 F2', { rooms: roomsFrom('130, 95, 150') })
  assert.deepEqual(space, [
    'Overcrowded by the space standard (Housing Act 1985 section 326): 5.5 units, 5 permitted.',
    '4 aged ten or over count 1 each, 3 aged one to nine count a half each, 0 under one count nothing: 5.5 units.',
    'Table I: 3 rooms allow 5 persons.',
    'Table II: by floor area the rooms allow 2 + 1.5 + 2 = 5.5 persons.',
    'The lesser is the number permitted: 5 (Table I).',
  ])
  assert.deepEqual(bedroom, [
    'Overcrowded by the bedroom standard: 4 bedrooms needed, 2 available.',
    '1 bedroom for 1 couple.',
    '2 bedrooms, each for somebody aged 10 to 20 with a child under ten of the same sex.',
    '1 bedroom for a child under ten left over.',
    'Room 3 is not counted: a living room never counts as a bedroom for this standard.',
  ])
})

test('a baby counted in full is never said to need a bedroom of its own', () => {
  const [, , bedroom] = sentences('C M0', { bedrooms: 1 })
  assert.ok(
    bedroom?.includes(
      '1 child under one counted in full. This counts bedrooms; it is not advice on where a baby sleeps.',
    ),
  )
})

test('a count of bedrooms speaks of no Act and no law', () => {
  const [, , ...bedrooms] = sentences('C M8 F13', { bedrooms: 1, parameters: 'barnet' })
  assert.ok(
    bedrooms.length === 5 && bedrooms.flat().every((sentence) => !/\bAct\b|legal|unlawful|offence/i.test(sentence)),
  )
})

test('what is not recorded is said, and whether it matters', () => {
  const [, , open] = sentences('C M12 U11')
  assert.ok(open?.includes('Between 2 and 3 bedrooms: the sex of 1 person is not recorded.'))
  const [, , shut] = sentences('C U4 U6')
  assert.ok(
    shut?.includes(
      'The sex of 2 people is not recorded: whatever it is, the number is the same, and one reading of it is shown.',
    ),
  )
  const [, space] = sentences(
    [
      { id: 'a', age: 30, sex: 'female' },
      { id: 'b', sex: 'male' },
    ],
    { rooms: roomsFrom('120') },
  )
  assert.ok(space?.[1]?.endsWith('the age of 1 person is not recorded: 1 to 2 units.'))
})

test('no sentence is empty, undefined or without an end', () => {
  for (const people of ['C', 'L:F19 M3', 'A:U19', 'C C M16 M15 F12 F0 M0 U9', 'A:M34']) {
    for (const more of [
      {},
      { bedrooms: 0 },
      { bedrooms: 1 },
      { rooms: roomsFrom('?, 10.2 m2, 30') },
      { rooms: roomsFrom('45'), overnightCarer: true, parameters: 'havering' },
    ]) {
      for (const sentence of sentences(people, more).flat()) assert.match(sentence, /^[A-Z0-9].*\.$/)
      assert.doesNotMatch(sentences(people, more).flat().join(' '), /undefined|NaN|\[object|\b1 bedrooms|\b1 units/)
    }
  }
})
