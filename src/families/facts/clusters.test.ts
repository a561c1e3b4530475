import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { clusters } from './clusters.ts'

const record = fc.integer({ min: 0, max: 14 }).map((n) => `record:${String(n).padStart(2, '0')}`)
const joining = fc.array(record, { minLength: 2, maxLength: 4 }).map((records) => ({ records }))

/** An independent answer: every record points at a parent, and joining makes one root of two. */
const unionFind = (
  records: readonly string[],
  joinings: readonly { records: readonly string[] }[],
): Map<string, string> => {
  const parent = new Map(records.map((id) => [id, id]))
  const root = (id: string): string => {
    const up = parent.get(id) ?? id
    return up === id ? id : root(up)
  }
  for (const { records: joined } of joinings)
    for (const other of joined) {
      for (const id of joined) if (!parent.has(id)) parent.set(id, id)
      parent.set(root(other), root(joined[0] ?? other))
    }
  return new Map([...parent.keys()].map((id) => [id, root(id)]))
}

describe('which records are one person', () => {
  it('agrees with a union-find on random joinings', () => {
    fc.assert(
      fc.property(fc.array(record), fc.array(joining, { maxLength: 12 }), (records, joinings) => {
        const ours = clusters(records, joinings)
        const theirs = unionFind(records, joinings)
        assert.deepEqual([...ours.keys()].toSorted(), [...theirs.keys()].toSorted())
        for (const one of ours.keys())
          for (const other of ours.keys())
            assert.equal(ours.get(one) === ours.get(other), theirs.get(one) === theirs.get(other))
      }),
    )
  })

  it('names the same persons in whatever order the joinings were made', () => {
    fc.assert(
      fc.property(
        fc
          .array(joining, { maxLength: 12 })
          .chain((joinings) =>
            fc.tuple(fc.constant(joinings), fc.shuffledSubarray(joinings, { minLength: joinings.length })),
          ),
        ([joinings, shuffled]) => {
          const backwards = shuffled.map(({ records }) => ({ records: records.toReversed() }))
          assert.deepEqual(Object.fromEntries(clusters([], joinings)), Object.fromEntries(clusters([], backwards)))
        },
      ),
    )
  })

  it('names a person after the least of their records', () => {
    assert.equal(clusters([], [{ records: ['record:b', 'record:a'] }]).get('record:b'), 'person:a')
    assert.equal(clusters(['record:b'], []).get('record:b'), 'person:b')
  })
})
