import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Chance, chanceFor, shares } from './chance.ts'

test('the generator gives the numbers that its authors’ algorithm gives from the state 1, 2, 3, 4', () => {
  const chance = new Chance(1, 2, 3, 4)
  // As the reference program (xoshiro128starstar.c, version 1.1) prints them. The first by hand: rotl(2 × 5, 7) × 9 = 11520; then 2 has become 2 ^ (3 ^ 1) = 0.
  assert.deepEqual(
    Array.from({ length: 10 }, () => chance.next()),
    [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
  )
})

test('the same seed, purpose and number draw the same, whatever was drawn before', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (seed, purpose, number) => {
      const first = chanceFor(seed, purpose, number)
      chanceFor(seed, `${purpose}!`, number).next()
      const again = chanceFor(seed, purpose, number)
      assert.deepEqual([first.next(), first.next()], [again.next(), again.next()])
    }),
  )
})

test('neighbouring numbers and other seeds draw something else', () => {
  const first = new Set(Array.from({ length: 20_000 }, (_, number) => chanceFor('a', 'x', number).next()))
  // Two of 20,000 draws of 32 bits agree about once in twenty tries.
  assert.ok(first.size > 19_995)
  assert.notEqual(chanceFor('a', 'x', 0).next(), chanceFor('b', 'x', 0).next())
})

test('a whole number lies between its ends, and both ends come up', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: -50, max: 50 }), fc.nat(6), (number, from, more) => {
      const chance = chanceFor('ends', 'whole', number)
      const drawn = new Set(Array.from({ length: 300 }, () => chance.whole(from, from + more)))
      assert.deepEqual(
        [...drawn].sort((one, other) => one - other),
        Array.from({ length: more + 1 }, (_, at) => from + at),
      )
    }),
  )
})

test('shares come up as often as they are said to', () => {
  const chance = chanceFor('often', 'shares', 1)
  const drawn = { a: 0, b: 0, c: 0 }
  const distribution = shares<'a' | 'b' | 'c'>(['a', 7], ['b', 2], ['c', 1])
  for (let at = 0; at < 20_000; at += 1) drawn[chance.from(distribution)] += 1
  for (const [letter, share] of [
    ['a', 0.7],
    ['b', 0.2],
    ['c', 0.1],
  ] as const)
    assert.ok(Math.abs(drawn[letter] / 20_000 - share) < 0.015)
})
