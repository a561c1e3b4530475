import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayKey, plainDate } from './ages.ts'
import { assess } from './assess.ts'
import { asAt } from './compose.ts'
import type { Household, PersonFacts } from './household.ts'
import { nextChanges } from './next-change.ts'
import { household, roomsFrom } from './shorthand.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const mother: PersonFacts = { id: 'mother', bornOn: date('1994-05-05'), sex: 'female' }

test("a mother and her son in one room: the room standard turns on the son's tenth birthday", () => {
  const home = household([mother, { id: 'son', bornOn: date('2017-03-01'), sex: 'male', childOf: ['mother'] }], {
    rooms: roomsFrom('150'),
  })
  const { change } = nextChanges(home)
  assert.deepEqual([change?.on, change?.because], [20270301, [{ birthday: 10, person: 'son' }]])
  assert.deepEqual(change?.changes[0], { standard: 'room-standard-1985', figure: 'overcrowded', from: false, to: true })
})

test('the first birthday of a couple’s baby in one room exceeds the space standard', () => {
  const couple: PersonFacts[] = [
    { id: 'a', age: 30, sex: 'female', partnerOf: 'b' },
    { id: 'b', age: 31, sex: 'male' },
  ]
  const home = household([...couple, { id: 'baby', bornOn: date('2026-02-14'), sex: 'female' }], {
    rooms: roomsFrom('160'),
  })
  const { change } = nextChanges(home)
  assert.equal(change?.on, 20270214)
  assert.deepEqual(
    change?.changes.filter(({ standard }) => standard === 'space-standard-1985'),
    [
      { standard: 'space-standard-1985', figure: 'overcrowded', from: false, to: true },
      { standard: 'space-standard-1985', figure: 'units', from: 2, to: 2.5 },
    ],
  )
})

test('a due date comes before a birthday and costs the first child a bedroom', () => {
  const home = household([mother], { expected: [{ due: date('2026-12-24') }] })
  const { change } = nextChanges(home)
  assert.deepEqual([change?.on, change?.because], [20261224, [{ due: true }]])
  assert.ok(change?.changes.some(({ standard, from, to }) => standard === 'bedroom-standard' && from === 1 && to === 2))
})

test('a due date that has passed foresees nothing, and neither do ages without dates of birth', () => {
  assert.equal(nextChanges(household([mother], { expected: [{ due: date('2026-11-01') }] })).change, undefined)
  assert.equal(nextChanges(household('C M9 F15', { rooms: roomsFrom('120, 140') })).change, undefined)
})

test('the first change of a figure may come years before the first change of a verdict', () => {
  const people: PersonFacts[] = [
    mother,
    { id: 'daughter', bornOn: date('2026-02-01'), sex: 'female', childOf: ['mother'] },
  ]
  const { change, verdictChange } = nextChanges(
    household([...people, { id: 'son', bornOn: date('2025-02-01'), sex: 'male' }], { rooms: roomsFrom('150') }),
  )
  assert.deepEqual([change?.on, verdictChange?.on], [20270201, 20350201])
  const later = nextChanges(household(people, { rooms: roomsFrom('150, 150') }))
  assert.deepEqual([later.change?.on, later.verdictChange?.on], [20270201, undefined])
})

test('a due date that has passed is not taken for a birth on a later day', () => {
  const home = household([mother, { id: 'son', bornOn: date('2017-03-01'), sex: 'male' }], {
    expected: [{ due: date('2026-11-01') }],
  })
  assert.deepEqual(
    assess(asAt(home, 20270301)).results.map((answer) =>
      answer.standard === 'bedroom-standard' ? answer.required.to : 0,
    ),
    [0, 0, 2, 0, 0, 0],
  )
  assert.equal(asAt(home, 20270301).expected.length, 1)
})

test('a sixteenth birthday parts two sisters for rent help and one Census wording, and not for the bedroom standard', () => {
  const sisters: PersonFacts[] = [
    { id: 'elder', bornOn: date('2011-03-01'), sex: 'female' },
    { id: 'younger', age: 13, sex: 'female' },
  ]
  const { change } = nextChanges(household([mother, ...sisters], { bedrooms: 2 }))
  assert.equal(change?.on, 20270301)
  assert.deepEqual(
    [...new Set(change.changes.map(({ standard }) => standard))],
    ['census-2021-age-16', 'size-criteria'],
  )
})

test('where a birth changes nothing, the first birthday of the child expected still may', () => {
  const home = household([mother, { id: 'brother', bornOn: date('2025-11-23'), sex: 'male' }], {
    rooms: roomsFrom('150, 150'),
    expected: [{ due: date('2026-11-24') }],
  })
  assert.deepEqual(nextChanges(home).change?.because, [{ birthday: 1, person: 'expected child 1' }])
})

test('a birthday that changes nothing is passed over', () => {
  const home = household([{ id: 'a', bornOn: date('2008-01-01'), sex: 'male' }], { bedrooms: 1 })
  assert.equal(nextChanges(home).change, undefined)
})

const dated = fc
  .tuple(fc.integer({ min: 0, max: 8_500 }), fc.constantFrom('male' as const, 'female' as const, 'unknown' as const))
  .map(([days, sex]) => ({ bornOn: date('2026-11-23').subtract({ days }), sex }))

test('the next change is the first day on which an answer differs from today’s', () => {
  fc.assert(
    fc.property(
      fc.array(dated, { minLength: 1, maxLength: 4 }),
      fc.option(fc.integer({ min: 1, max: 250 })),
      (people, due) => {
        const expected = due === null ? {} : { expected: [{ due: date('2026-11-23').add({ days: due }) }] }
        const home = household(
          people.map((someone, place) => ({ id: `p${place}`, ...someone })),
          { rooms: roomsFrom('104, 130'), ...expected },
        )
        assert.equal(nextChanges(home).change?.on, firstDayByDay(home))
      },
    ),
    { numRuns: 25 },
  )
})

/** The slow way: ask again on every day, for as long as the youngest could still turn 21. */
const firstDayByDay = (home: Household): number | undefined => {
  const now = answersOf(home)
  for (let on = plainDate(home.on).add({ days: 1 }); on.year < 2050; on = on.add({ days: 1 })) {
    if (answersOf(asAt(home, dayKey(on))) !== now) return dayKey(on)
  }
  return undefined
}

const answersOf = (home: Household): string =>
  JSON.stringify(
    assess(home).results.map((answer) =>
      answer.standard === 'room-standard-1985'
        ? [answer.overcrowded, answer.peopleCounted]
        : answer.standard === 'space-standard-1985'
          ? [answer.overcrowded, answer.unitHalves]
          : [answer.required],
    ),
  )
