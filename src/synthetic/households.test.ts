import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nhsNumberCheck, upnCheck } from '#families/check-digits.ts'
import { compose } from '#housing/overcrowding/index.ts'
import { asWritten, fullName, landlordSlips, socialCareSlips, type Slips } from './as-written.ts'
import { count, emptyTally } from './borough-tally.ts'
import { census } from './census.ts'
import { chanceFor } from './chance.ts'
import { compare, printed } from './comparison.ts'
import { dayOf, roughAge, written } from './day.ts'
import { factsOf, householdAt } from './household.ts'
import { mostHouseholds, nhsNumbers, uniquePupilNumber } from './identifiers.ts'

const on = dayOf(Temporal.PlainDate.from('2026-11-24'))
const seeds = fc.string({ maxLength: 12 })
const numbers = fc.integer({ min: 0, max: mostHouseholds - 1 })

test('a household can be drawn alone and comes out the same', () => {
  fc.assert(
    fc.property(seeds, numbers, (seed, number) => {
      const alone = householdAt(seed, number, on)
      householdAt(seed, number + 1, on)
      assert.deepEqual(householdAt(seed, number, on), alone)
    }),
  )
})

test('every household could be: partners are each other’s, parents are older, nobody is unborn or beyond a long life', () => {
  fc.assert(
    fc.property(seeds, numbers, (seed, number) => {
      const household = householdAt(seed, number, on)
      assert.ok(compose(factsOf(household, on)).accepted)
      assert.equal(household.people[0]?.relation, 'lead')
      for (const { place, born, partner, parents } of household.people) {
        const age = roughAge(born, on)
        assert.ok(born <= on && age >= 0 && age <= 110)
        if (partner !== undefined) assert.equal(household.people[partner]?.partner, place)
        for (const parent of parents) assert.ok(born - (household.people[parent]?.born ?? Infinity) > 14 * 365)
      }
    }),
    { numRuns: 1_500 },
  )
})

test('every home has a bedroom or a room that is one, and no bedroom more than its rooms say', () => {
  fc.assert(
    fc.property(seeds, numbers, (seed, number) => {
      const { home } = householdAt(seed, number, on)
      assert.ok(home.bedrooms >= 1)
      assert.equal(
        home.rooms.filter(({ kind }) => kind === 'bedroom').length,
        home.unitType === 'bedsit' ? 0 : home.bedrooms,
      )
    }),
    { numRuns: 1_000 },
  )
})

/** Three standard deviations of 20,000 households, of which those of one street share a ward. */
const within = { tenure: 1.2, short: 1.2, shortByTwo: 0.6, register: 1.2, size: 0.1, twins: 0.5 }

for (const seed of ['tide', 'ebb']) {
  test(`20,000 households come out near the census: tenure within ${within.tenure}, shortage of bedrooms within ${within.short} and by two or more within ${within.shortByTwo} percentage points (seed ${seed})`, () => {
    const tally = emptyTally()
    for (let number = 0; number < 20_000; number += 1) count(tally, householdAt(seed, number, on), seed, on)
    const lines = new Map(compare(tally).map((line) => [line.what, line]))
    const off = (what: string): number => Math.abs(lines.get(what)?.difference ?? Infinity)
    for (const { what, source } of lines.values())
      if (source === 'Census 2021, TS054') assert.ok(off(what) <= within.tenure, what)
    assert.ok(off('short of bedrooms') <= within.short)
    assert.ok(off('short by two or more') <= within.shortByTwo)
    assert.ok(off('has applied to be housed') <= within.register)
    assert.ok(off('people in a household') <= within.size)
    assert.ok(off('children in a household') <= within.size)
    assert.ok(Math.abs((lines.get('births of twins, of all births')?.borough ?? 0) - 1.5) <= within.twins)
    assert.equal(printed([...lines.values()]).split('\n').length, lines.size + 1)
  })
}

test('the tenures of the census are all its households, within its rounding', () => {
  const sum = Object.values(census.tenure).reduce((all, households) => all + households, 0)
  assert.ok(Math.abs(sum - census.households) <= 10)
})

test('NHS numbers are from the range that is never issued, right, and never given twice', () => {
  const next = nhsNumbers()
  const given = Array.from({ length: 5_000 }, () => next())
  assert.equal(new Set(given).size, given.length)
  for (const number of given) assert.ok(number.startsWith('999') && nhsNumberCheck(number) === 'holds')
})

test('pupil numbers have right check letters, and no two children have one', () => {
  fc.assert(
    fc.property(numbers, fc.nat(15), fc.integer({ min: 2008, max: 2030 }), (household, place, year) => {
      assert.equal(upnCheck(uniquePupilNumber(household, place, year)), 'holds')
    }),
  )
  const pupil = fc.tuple(numbers, fc.nat(15))
  fc.assert(
    fc.property(pupil, pupil, ([household, place], [other, otherPlace]) => {
      assert.equal(
        uniquePupilNumber(household, place, 2020) === uniquePupilNumber(other, otherPlace, 2020),
        household === other && place === otherPlace,
      )
    }),
  )
})

const noSlips: Slips = {
  typing: 0,
  variant: 0,
  swappedParts: 0,
  oneForename: 0,
  formerSurname: 0,
  noSurname: 0,
  capitals: 0,
  withoutMarks: 0,
  noBirthDate: 0,
  yearOnly: 0,
  dayAndMonthSwapped: 0,
  wrongDigit: 0,
  noSex: 0,
}

test('whoever makes no slip writes a person down as they are, but for a hyphen', () => {
  fc.assert(
    fc.property(seeds, numbers, (seed, number) => {
      for (const person of householdAt(seed, number, on).people) {
        if (person.surname.includes('-')) continue
        const said = asWritten(person, noSlips, on, chanceFor(seed, 'hand', number))
        assert.deepEqual(said, {
          forename: person.forename,
          surname: person.surname,
          dateOfBirth: written(person.born),
          birthYear: undefined,
          sex: person.sex,
        })
      }
    }),
  )
})

test('however a person is written down, there is a name, and a birth that is a day and not after today', () => {
  const always: Slips = {
    ...landlordSlips,
    typing: 1,
    variant: 0.5,
    dayAndMonthSwapped: 0.5,
    wrongDigit: 0.5,
    noBirthDate: 0,
  }
  fc.assert(
    fc.property(seeds, numbers, (seed, number) => {
      for (const person of householdAt(seed, number, on).people) {
        const said = asWritten(person, always, on, chanceFor(seed, 'hand', number))
        assert.notEqual(fullName(said).trim(), '')
        if (said.dateOfBirth === undefined) continue
        assert.equal(Temporal.PlainDate.from(said.dateOfBirth, { overflow: 'reject' }).toString(), said.dateOfBirth)
        assert.ok(said.dateOfBirth <= written(on))
      }
    }),
    { numRuns: 1_000 },
  )
})

test('two agencies write between a third and two thirds of people exactly alike: enough to link, enough to go wrong', () => {
  let alike = 0
  let all = 0
  for (let number = 0; number < 2_000; number += 1) {
    for (const person of householdAt('slips', number, on).people) {
      const one = asWritten(person, landlordSlips, on, chanceFor('slips', 'landlord', number * 32 + person.place))
      const other = asWritten(
        person,
        socialCareSlips,
        on,
        chanceFor('slips', 'social care', number * 32 + person.place),
      )
      all += 1
      if (fullName(one) === fullName(other) && one.dateOfBirth === other.dateOfBirth) alike += 1
    }
  }
  assert.ok(alike / all > 1 / 3 && alike / all < 2 / 3, `${alike} of ${all}`)
})
