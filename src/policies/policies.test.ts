import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Entry, NewEntry } from '#record/index.ts'
import { numberOn, policyOn } from './facts.ts'
import type { Policy } from './policy.ts'
import { valueInWords } from './policy.ts'
import { decidePolicy } from './rules.ts'

const policy: Policy = {
  id: 'test-days',
  title: 'Days',
  under: 'Deliveries',
  what: 'How long.',
  value: 7,
  unit: 'days',
  status: 'proposed',
  source: 'ours',
  recommendations: [5],
  asked: { as: 'number', least: 1, most: 28 },
}
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const recorded = (statement: NewEntry, at: string, id: string): Entry => ({
  ...statement,
  id,
  topic: 'reference',
  agency: 'agency:partnership',
  by: 'user:manager',
  source: 'form:policy',
  sensitivity: 'ordinary',
  retention: 'reference',
  rules: 'test',
  recordedAt: Temporal.Instant.from(at),
  body: statement.body,
})
const decided = (value: string, from: string, at: string): Entry => {
  const decision = decidePolicy(policy, { value, reason: 'agreed at the board', from: day(from) }, { today: day(from) })
  assert.deepEqual(decision.because, [])
  const [entry] = decision.entries
  assert.ok(entry)
  return recorded(entry, at, `${from} ${at}`)
}

describe('a policy', () => {
  it('holds its first value, with its status, until the partnership decides', () => {
    assert.equal(policyOn(policy, [], day('2026-03-01')).value, 7)
    assert.equal(policyOn(policy, [], day('2026-03-01')).decision, undefined)
    assert.equal(valueInWords(policy, 7), '7 days')
  })

  it('holds each decision from its day on', () => {
    const entries = [
      decided('14', '2026-03-01', '2026-02-20T10:00:00Z'),
      decided('3', '2026-05-01', '2026-04-01T10:00:00Z'),
    ]
    assert.deepEqual(
      ['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'].map((on) => numberOn(policy, entries, day(on))),
      [7, 14, 14, 3],
    )
    assert.deepEqual(
      policyOn(policy, entries, day('2026-03-05')).coming.map(({ value }) => value),
      [3],
    )
    assert.deepEqual(
      policyOn(policy, entries, day('2026-06-05')).earlier.map(({ value }) => value),
      [14],
    )
  })

  it('follows the later of two decisions for one day, in whatever order they are read', () => {
    const entries = [
      decided('14', '2026-03-01', '2026-02-20T10:00:00Z'),
      decided('9', '2026-03-01', '2026-02-21T10:00:00Z'),
    ]
    fc.assert(
      fc.property(
        fc.shuffledSubarray(entries, { minLength: 2 }),
        (shuffled) => numberOn(policy, shuffled, day('2026-03-01')) === 9,
      ),
    )
  })

  it('is refused with every reason at once', () => {
    const decision = decidePolicy(
      policy,
      { value: '29', reason: '', from: day('2026-02-28') },
      { today: day('2026-03-01') },
    )
    assert.deepEqual(
      decision.because.map(({ reason }) => reason),
      ['policy.value-not-possible', 'policy.no-reason', 'policy.in-the-past'],
    )
    assert.deepEqual(decision.entries, [])
  })
})
