import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ageOn, birthday, dayKey, monthsBirthday, monthsOn, plainDate, weekBegins, weekOfPregnancy } from './ages.ts'

const day = (text: string): number => dayKey(Temporal.PlainDate.from(text))

test('somebody turns ten on the tenth birthday and not the day before', () => {
  assert.equal(ageOn(day('2016-11-23'), day('2026-11-22')), 9)
  assert.equal(ageOn(day('2016-11-23'), day('2026-11-23')), 10)
})

test('somebody born on 29 February turns on 1 March in a year without that day', () => {
  assert.equal(ageOn(day('2016-02-29'), day('2026-02-28')), 9)
  assert.equal(ageOn(day('2016-02-29'), day('2026-03-01')), 10)
  assert.equal(birthday(day('2016-02-29'), 10), day('2026-03-01'))
  assert.equal(birthday(day('2016-02-29'), 16), day('2032-02-29'))
})

test('a baby born on the 31st is one month old on the first day after a shorter month', () => {
  assert.equal(monthsBirthday(day('2026-01-31'), 1), day('2026-03-01'))
  assert.equal(monthsOn(day('2026-01-31'), day('2026-02-28')), 0)
  assert.equal(monthsOn(day('2026-01-31'), day('2026-03-01')), 1)
})

test('a pregnancy is in its 28th week twelve weeks before the due date', () => {
  assert.equal(weekOfPregnancy(day('2027-03-01'), day('2026-12-07')), 28)
  assert.equal(weekBegins(day('2027-03-01'), 28), day('2026-12-07'))
})

const anyDay = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => dayKey(Temporal.PlainDate.from('1900-01-01').add({ days })))

test('a birthday is the first day of an age', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (born, years) => {
      const turns = birthday(born, years)
      assert.equal(ageOn(born, turns), years)
      assert.equal(ageOn(born, dayKey(plainDate(turns).subtract({ days: 1 }))), years - 1)
    }),
  )
})

test('a day survives being written as a number', () => {
  fc.assert(fc.property(anyDay, (key) => assert.equal(dayKey(plainDate(key)), key)))
})
