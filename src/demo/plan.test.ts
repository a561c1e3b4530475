import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { nhsNumberCheck, upnCheck } from '#families/index.ts'
import { calendarFrom, calendarOf } from './calendar.ts'
import type { Happening } from './chronicle.ts'
import { agencyOf } from './people.ts'
import { happeningsOf } from './plan.ts'

/** A leap day, the days the clocks change, the ends of months and years, and a day far ahead. */
const loadedOn = [
  '2026-11-24',
  '2027-01-01',
  '2027-03-28',
  '2027-10-31',
  '2028-02-29',
  '2028-03-31',
  '2026-12-31',
  '2041-07-05',
]

describe('the demo, on whatever day it is loaded', () => {
  for (const text of loadedOn)
    it(`tells of nobody before somebody recorded them, when loaded on ${text}`, () => {
      const calendar = calendarFrom(Temporal.PlainDate.from(text))
      const happenings = happeningsOf(calendar)
      const opened = openings(happenings)
      for (const happening of happenings) {
        assert.ok(happening.ago >= 1, 'nothing happens on the day of the load')
        if (happening.does === 'open record') {
          for (const statement of happening.ask.statements)
            if (statement.say === 'birth')
              assert.ok(statement.on <= calendar.day(happening.ago), `a birth on ${statement.on} is told after it`)
        } else {
          for (const id of JSON.stringify(happening.ask).match(/(?:record|family|home):[0-9a-f]{8}-[0-9a-f-]{27}/gu) ??
            []) {
            assert.ok(
              (opened.get(id) ?? 0) >= happening.ago,
              `“${happening.does}” names ${id}, opened ${opened.get(id)} days before the load and named ${happening.ago} before`,
            )
          }
        }
      }
    })

  it('is the same for the same day', () => {
    const calendar = calendarFrom(Temporal.PlainDate.from('2026-11-24'))
    assert.equal(JSON.stringify(happeningsOf(calendar)), JSON.stringify(happeningsOf(calendar)))
  })

  it('finds its day again from the first entry, though the clocks have changed since', () => {
    for (const text of loadedOn) {
      const calendar = calendarFrom(Temporal.PlainDate.from(text))
      assert.equal(calendarOf(calendar.begins).today.toString(), text)
    }
  })

  it('steps forward only, from the first morning to the day before the load', () => {
    const { begins, steps } = calendarFrom(Temporal.PlainDate.from('2027-03-30'))
    const instants = [begins, ...steps.map(({ at }) => at)].map(({ epochMilliseconds }) => epochMilliseconds)
    assert.deepEqual(
      instants.toSorted((one, other) => one - other),
      instants,
    )
    assert.equal(new Set(instants).size, instants.length)
    assert.equal(steps.at(-1)?.ago, 1)
    assert.ok(steps.length <= 100)
  })

  it('gives one agency one record of a person, and no number to two people', () => {
    const happenings = happeningsOf(calendarFrom(Temporal.PlainDate.from('2026-11-24')))
    const seen = new Set<string>()
    const bearers = new Map<string, string>()
    for (const happening of happenings) {
      if (happening.does !== 'open record') continue
      const { record = '', statements } = happening.ask
      assert.equal(seen.has(record), false)
      seen.add(record)
      const born =
        statements.flatMap((statement) => (statement.say === 'birth' ? [statement.on.slice(0, 4)] : []))[0] ?? ''
      for (const statement of statements) {
        if (statement.say !== 'nhs-number' && statement.say !== 'upn') continue
        assert.equal(statement.say === 'upn' ? upnCheck(statement.number) : nhsNumberCheck(statement.number), 'holds')
        if (statement.say === 'nhs-number') assert.match(statement.number, /^999 /u)
        assert.equal(bearers.get(statement.number) ?? born, born)
        bearers.set(statement.number, born)
      }
    }
    assert.ok(seen.size > 1200)
  })

  it('lets each person of Harbour Reach write for their own agency, and telephone nobody real', () => {
    for (const happening of happeningsOf(calendarFrom(Temporal.PlainDate.from('2026-11-24')))) {
      assert.match(agencyOf(happening.by), /^agency:/u)
      if (happening.does === 'name team' || happening.does === 'name agency')
        assert.match(happening.ask.phone ?? '', /^01632 960\d{3}$/u)
      if (happening.does === 'name home') assert.match(happening.ask.postcode ?? '', /^QQ\d \d[A-Z]{2}$/u)
    }
  })
})

const openings = (happenings: readonly Happening[]): Map<string, number> => {
  const opened = new Map<string, number>()
  for (const { ago, ...happening } of happenings) {
    const made =
      happening.does === 'open record'
        ? [happening.ask.record]
        : happening.does === 'bear children'
          ? happening.ask.born.map(({ record }) => record)
          : happening.does === 'open family'
            ? [happening.ask.family]
            : happening.does === 'split family'
              ? [happening.ask.into]
              : happening.does === 'name home'
                ? [happening.ask.home]
                : []
    for (const id of made) if (id !== undefined) opened.set(id, Math.max(ago, opened.get(id) ?? 0))
  }
  return opened
}
