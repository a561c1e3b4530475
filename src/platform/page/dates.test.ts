import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { ageInWords, dateTime, expectedOn, longDate } from './dates.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const moment = (text: string): Temporal.Instant => Temporal.Instant.from(text)

test('a date is written out in full', () => {
  assert.equal(longDate(day('2026-11-23')), '23 November 2026')
  assert.equal(expectedOn(day('2027-03-04')), 'expected 4 March 2027')
})

test('a moment is told by the clock in the borough, in winter and in summer', () => {
  assert.equal(dateTime(moment('2026-11-23T16:05:00Z')), '23 November 2026 at 4:05pm')
  assert.equal(dateTime(moment('2026-06-30T23:30:00Z')), '1 July 2026 at 12:30am')
  assert.equal(dateTime(moment('2026-11-23T09:00:59Z')), '23 November 2026 at 9:00am')
})

test('midnight and midday are said in words, since 12am is read either way', () => {
  assert.equal(dateTime(moment('2026-11-23T00:00:00Z')), '23 November 2026 at midnight (start of the day)')
  assert.equal(dateTime(moment('2026-11-23T12:00:00Z')), '23 November 2026 at midday')
  assert.equal(dateTime(moment('2026-11-23T12:01:00Z')), '23 November 2026 at 12:01pm')
})

test('age is said in days, then weeks, then months, then years, as practitioners do', () => {
  const born = day('2026-01-01')
  const ages: readonly (readonly [string, string])[] = [
    ['2025-12-31', 'not yet born'],
    ['2026-01-01', 'under 1 day'],
    ['2026-01-02', '1 day'],
    ['2026-01-14', '13 days'],
    ['2026-01-15', '2 weeks'],
    ['2026-02-26', '8 weeks'],
    ['2026-04-23', '16 weeks'],
    ['2026-04-30', '17 weeks'],
    ['2026-05-01', '4 months'],
    ['2026-09-30', '8 months'],
    ['2027-12-31', '23 months'],
    ['2028-01-01', '2 years'],
    ['2035-12-31', '9 years'],
  ]
  for (const [on, words] of ages) assert.equal(ageInWords(born, day(on)), words, on)
})

test('a child born on 29 February is a year older on 1 March', () => {
  assert.equal(ageInWords(day('2020-02-29'), day('2026-02-28')), '5 years')
  assert.equal(ageInWords(day('2020-02-29'), day('2026-03-01')), '6 years')
})

test('nobody grows younger from one day to the next', () => {
  const units = ['day', 'week', 'month', 'year']
  const rank = (words: string): readonly [number, number] => {
    const [count = '', unit = ''] = words.replace('under 1', '0').split(' ')
    return [units.indexOf(unit.replace(/s$/, '')), Number(count)]
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 3000 }), (after, start) => {
      const birth = day('2010-01-01').add({ days: start })
      const [unit, count] = rank(ageInWords(birth, birth.add({ days: after })))
      const [laterUnit, laterCount] = rank(ageInWords(birth, birth.add({ days: after + 1 })))
      assert.ok(laterUnit > unit || (laterUnit === unit && laterCount >= count))
    }),
  )
})
