import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { datePartsIn, datePartsOf, readDate } from './date-parts.ts'

const typed = (day: string, month: string, year: string): ReturnType<typeof readDate> =>
  readDate({ day, month, year }, 'seenOn')

test('every date comes back from the boxes it was put into', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 80_000 }), (days) => {
      const date = new Temporal.PlainDate(1900, 1, 1).add({ days })
      const read = readDate(datePartsOf(date), 'seenOn')
      assert.ok(read.read && read.date.equals(date))
    }),
  )
})

test('a month may be written as a word', () => {
  for (const month of ['3', '03', 'Mar', 'march']) {
    const read = typed('4', month, '2025')
    assert.ok(read.read && read.date.toString() === '2025-03-04', month)
  }
})

test('a date that cannot be meant names the box to put right', () => {
  assert.deepEqual(typed('', '', ''), { read: false, problem: 'date.missing', field: 'seenOn' })
  assert.deepEqual(typed('4', '', '2025'), { read: false, problem: 'date.incomplete', field: 'seenOn-month' })
  assert.deepEqual(typed('31', '2', '2025'), { read: false, problem: 'date.not-real', field: 'seenOn-day' })
  assert.deepEqual(typed('29', '2', '2023'), { read: false, problem: 'date.not-real', field: 'seenOn-day' })
  assert.deepEqual(typed('4', '13', '2025'), { read: false, problem: 'date.not-real', field: 'seenOn-month' })
  assert.deepEqual(typed('4', '3', '25'), { read: false, problem: 'date.not-real', field: 'seenOn-year' })
  assert.deepEqual(typed('4', '3', '-2025'), { read: false, problem: 'date.not-real', field: 'seenOn-year' })
})

test('no typing, however odd, is a fault', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (day, month, year) => {
      const read = typed(day, month, year)
      assert.ok(read.read ? read.date.year >= 1900 : read.field.startsWith('seenOn'))
    }),
  )
})

test('the boxes are found among the other fields of the form', () => {
  assert.deepEqual(datePartsIn({ 'seenOn-day': ' 4 ', 'seenOn-year': '2025', what: 'x' }, 'seenOn'), {
    day: '4',
    month: '',
    year: '2025',
  })
})
