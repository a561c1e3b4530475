import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { temporaryNightsQuestion } from './temporary-nights.ts'

const stay = { type: 'bed-and-breakfast', startedOn: '2026-10-01' }
const asked = (on: string, more: Readonly<Record<string, unknown>> = {}): unknown[] => {
  const answered = temporaryNightsQuestion.answer({ id: 'case', on, familyCommitments: 'yes', stays: [stay], ...more })
  assert.ok(answered.accepted)
  const { nights, beyondSixWeeks, reached, inBedAndBreakfast } = answered.value
  return [nights, beyondSixWeeks, reached, inBedAndBreakfast]
}

describe('nights in bed and breakfast, asked from a program', () => {
  it('are six weeks on night 42, and more on night 43', () => {
    assert.deepEqual(asked('2026-11-11'), [42, false, 'second-reminder', true])
    assert.deepEqual(asked('2026-11-12'), [43, true, 'beyond-six-weeks', true])
  })

  it('break the Order only for a household with children or a pregnant woman; where nobody said, it cannot be told', () => {
    assert.deepEqual(asked('2026-11-12', { familyCommitments: 'no' }).at(1), false)
    for (const unsaid of ['unknown', null, undefined])
      assert.deepEqual(asked('2026-11-12', { familyCommitments: unsaid }).at(1), 'cannot-tell')
    assert.deepEqual(
      asked('2026-11-11', { familyCommitments: 'unknown' }).at(1),
      false,
      'on night 42 it does not matter',
    )
  })

  it('stay counted after the household has left, and those to come are not', () => {
    assert.deepEqual(asked('2026-12-24', { stays: [{ ...stay, endedOn: '2026-11-13' }] }), [
      43,
      true,
      'beyond-six-weeks',
      false,
    ])
    assert.deepEqual(asked('2026-09-30'), [0, false, 'nothing', false])
  })

  it('are refused with its place where a stay ends before it starts', () => {
    const answered = temporaryNightsQuestion.answer({
      id: 'case',
      on: '2026-11-12',
      stays: [stay, { ...stay, endedOn: '2026-09-30' }],
    })
    assert.deepEqual(answered, {
      accepted: false,
      because: [{ reason: 'ends-before-it-starts', field: 'stays[1].endedOn' }],
    })
  })
})
