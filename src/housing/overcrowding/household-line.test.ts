import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsedJson } from '#platform/question/json.ts'
import { householdRefusals, householdTakes } from './household-words.ts'
import { overcrowdingQuestion } from './question.ts'

const mother = { id: 'a', age: 30, sex: 'female' }
const line = (more: Record<string, unknown>): string =>
  JSON.stringify({ id: 'H1', on: '2026-11-23', people: [mother], ...more })

const reasons = (text: string): unknown => {
  const read = overcrowdingQuestion.answer(parsedJson(text))
  return read.accepted
    ? 'read'
    : read.because.map(({ reason, field }) => (field === undefined ? reason : `${reason} ${field}`))
}

/** What a line holds, and what is said to be wrong with it. */
const refused: readonly (readonly [string, string, readonly string[]])[] = [
  ['half a line', line({}).slice(0, -10), ['not-json']],
  ['a list', '[]', ['not-a-household']],
  ['no day', '{"id":"H1","people":[{"id":"a","age":3,"sex":"male"}]}', ['missing on']],
  ['a day that no calendar has', line({ on: '2026-02-30' }), ['not-a-date on']],
  ['a day written another way', line({ on: '23/11/2026' }), ['not-a-date on']],
  ['nobody', line({ people: [] }), ['nobody-sleeps-here people']],
  [
    'a birth in the future',
    line({ people: [{ id: 'a', dateOfBirth: '2026-11-24', sex: 'male' }] }),
    ['born-after-this-day people[0].dateOfBirth'],
  ],
  ['an age below nothing', line({ people: [{ ...mother, age: -1 }] }), ['age-not-possible people[0].age']],
  ['an age of 300', line({ people: [{ ...mother, age: 300 }] }), ['age-not-possible people[0].age']],
  ['a year and a half', line({ people: [{ ...mother, age: 1.5 }] }), ['not-as-expected people[0].age']],
  [
    'age and date of birth that disagree',
    line({ people: [{ ...mother, dateOfBirth: '1990-01-01' }] }),
    ['age-and-birth-date-disagree people[0].age'],
  ],
  ['one id twice', line({ people: [mother, mother] }), ['same-id-twice people[1].id']],
  ['a partner of self', line({ people: [{ ...mother, partnerOf: 'a' }] }), ['partner-of-self people[0].partnerOf']],
  [
    'a partner who is not here',
    line({ people: [{ ...mother, partnerOf: 'z' }] }),
    ['partner-not-here people[0].partnerOf'],
  ],
  [
    'three who are each the partner of the next',
    line({
      people: [
        { ...mother, partnerOf: 'b' },
        { ...mother, id: 'b', partnerOf: 'c' },
        { ...mother, id: 'c', partnerOf: 'a' },
      ],
    }),
    ['partner-of-two people[1].partnerOf', 'partner-of-two people[2].partnerOf'],
  ],
  [
    'two partners of one person',
    line({ people: [mother, { ...mother, id: 'b', partnerOf: 'a' }, { ...mother, id: 'c', partnerOf: 'a' }] }),
    ['partner-of-two people[2].partnerOf'],
  ],
  ['a child of self', line({ people: [{ ...mother, childOf: ['a'] }] }), ['child-of-self people[0].childOf']],
  [
    'two who are each the child of the other',
    line({
      people: [
        { ...mother, childOf: ['b'] },
        { ...mother, id: 'b', childOf: ['a'] },
      ],
    }),
    ['child-of-own-child people[0].childOf', 'child-of-own-child people[1].childOf'],
  ],
  [
    'an area of nothing',
    line({ rooms: [{ name: 'r', kind: 'bedroom', area: { value: 0, unit: 'm2' } }] }),
    ['area-not-positive rooms[0].area.value'],
  ],
  [
    'an area below nothing',
    line({ rooms: [{ name: 'r', kind: 'bedroom', area: { value: -9, unit: 'm2' } }] }),
    ['area-not-positive rooms[0].area.value'],
  ],
  [
    'a unit nobody uses',
    line({ rooms: [{ name: 'r', kind: 'bedroom', area: { value: 9, unit: 'acre' } }] }),
    ['not-as-expected rooms[0].area.unit'],
  ],
  [
    'a kind of room nobody knows',
    line({ rooms: [{ name: 'r', kind: 'cupboard' }] }),
    ['not-as-expected rooms[0].kind'],
  ],
  ['fewer bedrooms than none', line({ bedrooms: -1 }), ['not-as-expected bedrooms']],
  ['a parameter set nobody knows', line({ parameters: 'nowhere' }), ['parameters-unknown parameters']],
  ['another word for sex', line({ people: [{ ...mother, sex: 'F' }] }), ['not-as-expected people[0].sex']],
]

for (const [name, text, because] of refused) {
  test(`${name} is refused with its place`, () => assert.deepEqual(reasons(text), because))
}

/** Lines that are unusual and meant. */
const accepted: readonly (readonly [string, Record<string, unknown>])[] = [
  [
    'a partner named by one of the two',
    {
      people: [
        { ...mother, partnerOf: 'b' },
        { id: 'b', age: 31, sex: 'male' },
      ],
    },
  ],
  [
    'a partner named by both',
    {
      people: [
        { ...mother, partnerOf: 'b' },
        { id: 'b', age: 31, sex: 'male', partnerOf: 'a' },
      ],
    },
  ],
  ['a parent who lives elsewhere', { people: [{ ...mother, childOf: ['elsewhere'] }] }],
  ['an age that the date of birth confirms', { people: [{ ...mother, dateOfBirth: '1996-11-23' }] }],
  ['a person born on the day asked about', { people: [{ id: 'a', dateOfBirth: '2026-11-23', sex: 'female' }] }],
  ['neither age nor date of birth', { people: [{ id: 'a', sex: 'female' }] }],
  ['a due date that has passed', { expected: [{ due: '2026-01-01' }] }],
  ['no bedrooms', { bedrooms: 0 }],
  ['null for what is not known', { rooms: null, bedrooms: null, expected: null, parameters: null }],
  [
    'ids that are numbers',
    {
      id: 7,
      people: [
        { ...mother, id: 1, partnerOf: 2 },
        { ...mother, id: 2 },
      ],
    },
  ],
  [
    'ids that are words of the language',
    {
      people: [
        { ...mother, id: '__proto__' },
        { ...mother, id: 'constructor', partnerOf: '__proto__' },
      ],
    },
  ],
  ['fields nobody asked for', { note: 'seen on Tuesday' }],
]

for (const [name, more] of accepted) {
  test(`${name} is read`, () => assert.equal(reasons(line(more)), 'read'))
}

test('every refusal says what is wrong and what to do, and no field is without its words', () => {
  for (const { message, whatToDo } of Object.values(householdRefusals))
    assert.match(`${message} ${whatToDo}`, /^[A-Z].+\. [A-Z].+\.$/)
  assert.ok(Object.values(householdTakes).every((takes) => takes.length > 0))
})
