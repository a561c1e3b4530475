import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Level } from './entries.ts'
import { movesFor } from './moves.ts'
import type { KnownAlert } from './moves.ts'
import { settings } from './testing/homes.ts'
import type { Finding } from './rules/index.ts'

const finding = (home: string, level: Level, children: number): Finding => ({
  rule: 'overcrowded-home-with-child',
  part: 'housing',
  home,
  level,
  restsOn: [],
  audience: ['housing-officer'],
  recommendations: [5],
  policy: settings().versions.overcrowding,
  reasons: [{ code: 'children', children, underFive: 0, underOne: 0 }],
})

/** What the record would say once the moves are in it. */
const after = (known: readonly KnownAlert[], findings: readonly Finding[]): KnownAlert[] => {
  const now = new Map(known.map((alert) => [alert.alert, alert]))
  for (const move of movesFor(findings, known, new Set())) {
    const before = now.get(move.alert)
    if (move.move === 'raise') {
      const { home, rule, part, level, reasons } = move.finding
      assert.equal(before, undefined, 'no two episodes have one id')
      now.set(move.alert, {
        alert: move.alert,
        home,
        rule,
        part,
        episode: move.episode,
        resolved: false,
        level,
        reasons,
        changes: 0,
      })
    } else if (before !== undefined)
      now.set(
        move.alert,
        move.move === 'resolve'
          ? { ...before, resolved: true }
          : { ...before, level: move.finding.level, reasons: move.finding.reasons, changes: move.change },
      )
  }
  return [...now.values()]
}

const aFinding = fc.record({
  home: fc.constantFrom('home:1', 'home:2', 'home:3'),
  level: fc.constantFrom<Level>('short-check', 'early-help-offer'),
  children: fc.integer({ min: 1, max: 3 }),
})
const days = fc
  .array(fc.uniqueArray(aFinding, { selector: ({ home }) => home, maxLength: 3 }), { minLength: 1, maxLength: 8 })
  .map((all) => all.map((day) => day.map(({ home, level, children }) => finding(home, level, children))))

describe('findings beside standing alerts', () => {
  it('say nothing new when they are the same, whatever happened before and in whatever order', () => {
    fc.assert(
      fc.property(days, (all) => {
        let known: KnownAlert[] = []
        for (const found of all) {
          known = after(known, found)
          assert.deepEqual(movesFor(found.toReversed(), known.toReversed(), new Set()), [])
          assert.equal(known.filter(({ resolved }) => !resolved).length, found.length)
        }
      }),
    )
  })

  it('begin a new episode when they come back, and count episodes without a gap', () => {
    fc.assert(
      fc.property(days, (all) => {
        let known: KnownAlert[] = []
        for (const found of all) known = after(known, found)
        for (const of of Map.groupBy(known, ({ home }) => home).values())
          assert.deepEqual(
            of.map(({ episode }) => episode).toSorted((a, b) => a - b),
            of.map((_, at) => at + 1),
          )
      }),
    )
  })

  it('ask again only where another thing is asked', () => {
    const known = after([], [finding('home:1', 'short-check', 1)])
    const asksAgain = (now: Finding): string[] =>
      movesFor([now], known, new Set()).map((move) => (move.move === 'change' ? move.asksAgain : move.move))
    assert.deepEqual(asksAgain(finding('home:1', 'short-check', 2)), ['no'])
    assert.deepEqual(asksAgain(finding('home:1', 'early-help-offer', 1)), ['yes'])
  })
})
