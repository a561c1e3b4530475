import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Answer, Range } from './answers.ts'
import { assess } from './assess.ts'
import { bedroomsRequired, bedroomStandard } from './bedroom-standards.ts'
import type { PersonFacts, Sex } from './household.ts'
import { bedroomStandard as ehs, census2021Age16, sizeCriteria } from './parameter-sets.ts'
import type { ParameterSet } from './parameters.ts'
import { household, peopleFrom, roomsFrom } from './shorthand.ts'

/**
 * An answer by another way: try every division of the people into rooms that the rule allows and take the smallest. `size`
 * lets any two under-16s of one sex share; otherwise two people share as paragraphs 3, 4 and 6 of the bedroom standard say.
 */
const fewestRooms = (people: readonly PersonFacts[], adultAge: number, size: boolean): number => {
  const [first, ...rest] = people
  if (first === undefined) return 0
  if (first.partnerOf !== undefined)
    return (
      1 +
      fewestRooms(
        rest.filter(({ id }) => id !== first.partnerOf),
        adultAge,
        size,
      )
    )
  const partner = rest.find(({ partnerOf }) => partnerOf === first.id)
  if (partner !== undefined)
    return (
      1 +
      fewestRooms(
        rest.filter((person) => person !== partner),
        adultAge,
        size,
      )
    )
  const together = rest
    .filter((other) => mayPair(first, other, adultAge, size))
    .map((other) =>
      fewestRooms(
        rest.filter((person) => person !== other),
        adultAge,
        size,
      ),
    )
  return 1 + Math.min(fewestRooms(rest, adultAge, size), ...together)
}

const mayPair = (one: PersonFacts, other: PersonFacts, adultAge: number, size: boolean): boolean => {
  const [a, b] = [one.age ?? 0, other.age ?? 0]
  if (one.partnerOf !== undefined || other.partnerOf !== undefined || a >= adultAge || b >= adultAge) return false
  if (a < 10 && b < 10) return true
  return one.sex === other.sex && (size ? a < 16 && b < 16 : true)
}

const person = (id: number, sexes: readonly Sex[]) =>
  fc.record({
    id: fc.constant(`child ${id}`),
    age: fc.oneof(fc.integer({ min: 0, max: 24 }), fc.constantFrom(0, 1, 9, 10, 15, 16, 20, 21)),
    sex: fc.constantFrom(...sexes),
  })

const family = (sexes: readonly Sex[], most = 7) =>
  fc
    .tuple(
      fc.boolean(),
      fc
        .integer({ min: 1, max: most })
        .chain((size) => fc.tuple(...Array.from({ length: size }, (_, place) => person(place, sexes)))),
    )
    .map(([couple, people]): PersonFacts[] => (couple ? peopleFrom('C').concat(people) : people))

const known: readonly Sex[] = ['male', 'female']
const any: readonly Sex[] = ['male', 'female', 'unknown']

test('the bedroom standard needs no more rooms than the best of all possible groupings', () => {
  fc.assert(
    fc.property(family(known), (people) => {
      const { required } = bedroomsRequired(household(people), ehs)
      assert.equal(required.to, fewestRooms(people, 21, false))
    }),
    { numRuns: 2000 },
  )
})

test('the size criteria before their limit are the best of all possible groupings', () => {
  fc.assert(
    fc.property(family(known), (people) => {
      assert.equal(bedroomsRequired(household(people), sizeCriteria).required.to, fewestRooms(people, 16, true))
    }),
    { numRuns: 2000 },
  )
})

test('the Census wording with age 16 and the size criteria agree where no parent is under 16', () => {
  fc.assert(
    fc.property(family(known), (people) => {
      const home = household(people)
      assert.deepEqual(bedroomsRequired(home, census2021Age16).required, bedroomsRequired(home, sizeCriteria).required)
    }),
  )
})

test('one more person never lowers a requirement or the units', () => {
  fc.assert(
    fc.property(family(any), person(99, any), (people, more) => {
      const before = assess(household(people)).results.map(need)
      const after = assess(household([...people, more])).results.map(need)
      after.forEach((range, place) => {
        assert.ok(range.from >= (before[place]?.from ?? 0))
        assert.ok(range.to >= (before[place]?.to ?? 0))
      })
    }),
  )
})

test('growing older never lowers a requirement', () => {
  fc.assert(
    fc.property(family(known), fc.nat(), fc.integer({ min: 1, max: 12 }), (people, which, years) => {
      const older = people.map((someone, place) =>
        place === which % people.length ? { ...someone, age: (someone.age ?? 0) + years } : someone,
      )
      const before = assess(household(people)).results.map(need)
      assess(household(older))
        .results.map(need)
        .forEach((range, place) => assert.ok(range.to >= (before[place]?.to ?? 0)))
    }),
  )
})

test('the order in which people and rooms are listed changes no answer', () => {
  const shuffled = family(any).chain((people) =>
    fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
  )
  fc.assert(
    fc.property(shuffled, ([people, other]) => {
      const rooms = roomsFrom('120, 61, 49, 104.5')
      const reversed = rooms.toReversed()
      assert.deepEqual(
        assess(household(people, { rooms })).results.map(bare),
        assess(household(other, { rooms: reversed })).results.map(bare),
      )
    }),
  )
})

const everySex = (people: readonly PersonFacts[]): PersonFacts[][] => {
  const unknown = people.findIndex(({ sex }) => sex === 'unknown')
  if (unknown === -1) return [[...people]]
  return known.flatMap((sex) =>
    everySex(people.map((someone, place) => (place === unknown ? { ...someone, sex } : someone))),
  )
}

test('the bounds for a sex that is not known are the least and the most over everything it can be', () => {
  fc.assert(
    fc.property(family(any, 5), (people) => {
      const rooms = roomsFrom('150')
      const open = assess(household(people, { rooms })).results
      const each = everySex(people).map((sexes) => assess(household(sexes, { rooms })).results)
      open.forEach((answer, place) => {
        const needs = each.map((results) => need(results[place] ?? answer))
        assert.deepEqual(need(answer), {
          from: Math.min(...needs.map(({ from }) => from)),
          to: Math.max(...needs.map(({ to }) => to)),
        })
        if (answer.standard === 'size-criteria') return
        const verdicts = new Set(each.map((results) => verdictOf(results[place] ?? answer)))
        assert.equal(verdictOf(answer), verdicts.size === 1 ? [...verdicts][0] : 'cannot-tell')
      })
    }),
    { numRuns: 500 },
  )
})

test('the bounds for an age that is not known contain every age', () => {
  fc.assert(
    fc.property(family(known, 4), fc.nat(), fc.integer({ min: 0, max: 90 }), (people, which, age) => {
      const place = which % people.length
      const someone = people[place]
      assert.ok(someone !== undefined)
      const { age: _, ...ageless } = someone
      const unknown = assess(household(people.with(place, ageless))).results.map(need)
      if (age < 10 && someone.id.startsWith('p')) return
      assess(household(people.with(place, { ...someone, age })))
        .results.map(need)
        .forEach((range, standard) => {
          assert.ok((unknown[standard]?.from ?? 99) <= range.from && range.to <= (unknown[standard]?.to ?? 0))
        })
    }),
  )
})

test('the working of a definite bedroom answer adds up to it', () => {
  fc.assert(
    fc.property(family(any), (people) => {
      for (const answer of assess(household(people, { overnightCarer: true })).results) {
        if (answer.standard === 'room-standard-1985' || answer.standard === 'space-standard-1985') continue
        if (answer.required.from !== answer.required.to) continue
        const rooms = answer.because.map((reason) =>
          'rooms' in reason && typeof reason.rooms === 'number' ? reason.rooms : 0,
        )
        assert.equal(
          rooms.reduce((sum, part) => sum + part, 0),
          answer.required.to,
        )
      }
    }),
  )
})

test('a scheme that counts babies from a month of life never needs more than one that counts them all', () => {
  const from12: ParameterSet = { ...ehs, name: 'later', infantCountsFromMonths: 12, multipleBirthsCount: false }
  fc.assert(
    fc.property(family(known), (people) => {
      const home = household(people)
      assert.ok(bedroomsRequired(home, from12).required.to <= bedroomStandard(home).required.to)
    }),
  )
})

const need = (answer: Answer): Range => {
  if (answer.standard === 'room-standard-1985') return answer.peopleCounted
  return answer.standard === 'space-standard-1985' ? answer.unitHalves : answer.required
}

const verdictOf = (answer: Answer): unknown => (answer.standard === 'size-criteria' ? 'not asked' : answer.overcrowded)

/** An answer without the lists that keep the order in which rooms were named. */
const bare = (answer: Answer): unknown => {
  if (answer.standard === 'space-standard-1985') {
    const { overcrowded, unitHalves, tableOneHalves, tableTwoHalves, permittedHalves, borderline } = answer
    return {
      overcrowded,
      unitHalves,
      tableOneHalves,
      tableTwoHalves,
      permittedHalves,
      near: borderline.map(({ room }) => room).sort(),
    }
  }
  const { because: _, ...rest } = answer
  return rest
}
