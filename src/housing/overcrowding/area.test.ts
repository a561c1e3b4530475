import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareWithLine, exactly, halvesFor, nearLine, squareFeet, squareMetres, type Exact } from './area.ts'
import type { Area } from './household.ts'

const m2 = (value: number): Area => ({ value, unit: 'm2' })
const sqft = (value: number): Area => ({ value, unit: 'sqft' })

test('Table II in square feet: the line itself is in the higher class', () => {
  assert.deepEqual(
    [110, 109.99, 90, 89.99, 70, 69.99, 50, 49.99].map((value) => halvesFor(sqft(value)) / 2),
    [2, 1.5, 1.5, 1, 1, 0.5, 0.5, 0],
  )
})

test('published metric roundings fall under the line', () => {
  assert.deepEqual(
    [10.22, 10.2, 8.37, 8.36, 6.51, 6.5, 4.65, 4.64].map((value) => halvesFor(m2(value)) / 2),
    [2, 1.5, 1.5, 1, 1, 0.5, 0.5, 0],
  )
})

test('the exact metric lines are on the line, and a hundred-millionth less is below it', () => {
  for (const [line, metres] of [
    [110, '10.2193344'],
    [90, '8.3612736'],
    [70, '6.5032128'],
    [50, '4.645152'],
  ] as const) {
    assert.equal(compareWithLine(m2(Number(metres)), line), 0)
    const less = Number(metres) - 0.000_000_01
    assert.ok(compareWithLine(m2(Number(less.toFixed(8))), line) < 0)
  }
})

test('within 0.05 square metres of a line, on either side and at the edge, a room is borderline', () => {
  assert.deepEqual(nearLine(m2(10.2)), { line: 110, halves: 4 })
  assert.deepEqual(nearLine(m2(10.22)), { line: 110, halves: 3 })
  assert.deepEqual(nearLine(m2(4.64)), { line: 50, halves: 1 })
  assert.deepEqual(nearLine(sqft(110)), { line: 110, halves: 3 })
  assert.deepEqual(nearLine(m2(10.2693344)), { line: 110, halves: 3 })
  assert.equal(nearLine(m2(10.26933441)), undefined)
  assert.deepEqual(nearLine(m2(10.1693344)), { line: 110, halves: 4 })
  assert.equal(nearLine(m2(10.16933439)), undefined)
  assert.equal(nearLine(sqft(100)), undefined)
})

test('10.2 square metres are 109.79 square feet', () => {
  const { numerator, denominator } = squareFeet(m2(10.2))
  assert.equal(Number((numerator * 100n) / denominator) / 100, 109.79)
})

const equal = (one: Exact, other: Exact): boolean =>
  one.numerator * other.denominator === other.numerator * one.denominator
const measured = fc.oneof(
  fc.integer({ min: 1, max: 100_000 }).map((hundredths) => hundredths / 100),
  fc.double({ min: 0.001, max: 5000, noNaN: true }),
)

test('converting to the other unit and back gives the measurement again', () => {
  fc.assert(
    fc.property(measured, fc.constantFrom('sqft', 'm2'), (value, unit) => {
      const area: Area = { value, unit }
      const there = unit === 'sqft' ? squareMetres(area) : squareFeet(area)
      const [times, over] = unit === 'sqft' ? [100_000_000n, 9_290_304n] : [9_290_304n, 100_000_000n]
      assert.ok(equal({ numerator: there.numerator * times, denominator: there.denominator * over }, exactly(value)))
    }),
  )
})

test('the quick comparison agrees with exact fractions', () => {
  fc.assert(
    fc.property(measured, fc.constantFrom('sqft', 'm2'), fc.constantFrom(50, 70, 90, 110), (value, unit, line) => {
      const { numerator, denominator } = squareFeet({ value, unit })
      const away = numerator - BigInt(line) * denominator
      assert.equal(Math.sign(compareWithLine({ value, unit }, line)), away > 0n ? 1 : away < 0n ? -1 : 0)
    }),
  )
})

test('a larger room is never in a lower class', () => {
  fc.assert(
    fc.property(measured, measured, (one, other) => {
      assert.ok(halvesFor(m2(Math.min(one, other))) <= halvesFor(m2(Math.max(one, other))))
    }),
  )
})
