import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Cause } from './causes.ts'
import type { HomeForRules } from './home-for-rules.ts'
import { findingsOf } from './rules/index.ts'
import type { AlertSettings } from './policies.ts'
import { aHome, settings, shortOf } from './testing/homes.ts'
import { causesOf, readingOf } from './why.ts'

const which = { rule: 'overcrowded-home-with-child', part: 'housing' } as const
const decided = (value: string, from: string): AlertSettings => {
  const held = settings().held.map((one) =>
    one.policy === 'overcrowding-alert'
      ? { ...one, value, from, version: '00000000-0000-7000-8000-00000000cccc' }
      : one,
  )
  return settings({ overcrowding: value, held })
}

/** Why the home says another thing now than before, last looked at on a day under some settings. */
const why = (before: HomeForRules, now: HomeForRules, then = settings(), under = then): Cause[] => {
  const stood = findingsOf(before, then).find(({ rule, part }) => rule === which.rule && part === which.part)
  const known =
    stood === undefined
      ? undefined
      : {
          ...which,
          alert: 'alert:1',
          home: 'home:1',
          episode: 1,
          resolved: false,
          level: stood.level,
          reasons: stood.reasons,
          changes: 0,
        }
  return causesOf(which, known, readingOf(now, under), readingOf(now, then), before.on)
}

describe('why an alert moved', () => {
  it('is the partnership’s rule where the same facts said under the rule of before what was said before', () => {
    const home = aHome('2026-11-23', ['2014-01-01'], { short: shortOf(2) })
    const [cause, ...more] = why(home, home, settings(), decided('statutory-only', '2026-11-23'))
    assert.deepEqual(
      [cause?.by, cause?.by === 'policy' && [cause.policy, cause.value, cause.from], more],
      ['policy', ['overcrowding-alert', 'statutory-only', '2026-11-23'], []],
    )
  })

  it('is a birthday where nothing but the day is another', () => {
    const short = shortOf(1)
    assert.deepEqual(
      why(aHome('2027-02-27', ['2022-03-01'], { short }), aHome('2027-03-04', ['2022-03-01'], { short })),
      [{ by: 'day', what: 'birthday', on: '2027-03-01' }],
    )
  })

  it('is the 29th night in bed and breakfast', () => {
    const stay = (on: string, nights: number): HomeForRules =>
      aHome(on, ['2014-01-01'], { bedAndBreakfast: { since: '2026-10-26', nights, entries: [] } })
    assert.deepEqual(why(stay('2026-11-21', 27), stay('2026-11-23', 29)), [
      { by: 'day', what: 'bed-and-breakfast', on: '2026-11-23' },
    ])
  })

  it('is the facts where neither the rule nor the day explains it', () => {
    assert.deepEqual(
      why(
        aHome('2026-11-22', ['2014-01-01'], { short: shortOf(0) }),
        aHome('2026-11-23', ['2014-01-01'], { short: shortOf(2) }),
      ),
      [{ by: 'facts', entries: [] }],
    )
    assert.deepEqual(
      why(aHome('2026-11-22', ['2014-01-01'], { short: shortOf(2) }), aHome('2026-11-23', [], { short: shortOf(2) })),
      [{ by: 'facts', entries: [] }],
    )
  })

  it('names the rule where it alone kept the alert away, and a birthday beside the facts where it counts too', () => {
    const now = aHome('2026-11-23', ['2025-11-23', '2014-01-01'], { short: shortOf(2) })
    assert.deepEqual(
      why(
        aHome('2026-11-22', ['2014-01-01'], { short: shortOf(0) }),
        now,
        decided('statutory-only', '2026-01-01'),
        decided('bedroom-standard', '2026-11-23'),
      ).map(({ by }) => by),
      ['policy'],
    )
    assert.deepEqual(
      why(aHome('2026-11-22', ['2014-01-01'], { short: shortOf(1) }), now).map(({ by }) => by),
      ['day', 'facts'],
    )
  })
})
