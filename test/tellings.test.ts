import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { entryInWords } from '#families/index.ts'
import type { Names } from '#families/index.ts'
import type { Entry, EntryBody } from '#record/index.ts'
import { recordBook, tellings } from '#rooms.ts'
import { examples } from './support/an-entry-of-each-kind.ts'

/** About agencies, people who use Rooftree, settings and the record itself: no family, person or home has them on a timeline. */
const onTimelines = [...recordBook.kinds.values()].filter(({ topic }) => topic !== 'reference').map(({ kind }) => kind)

const names: Names = { people: new Map(), persons: new Map(), directory: new Map() }
const entryOf = (kind: string, body: EntryBody): Entry => ({
  id: '00000000-0000-7000-8000-000000000001',
  kind,
  topic: recordBook.kinds.get(kind)?.topic ?? 'contact',
  subjects: [{ id: 'record:1', type: 'record', role: 'about' }],
  agency: 'agency:csc',
  by: 'user:ada',
  source: 'form:test',
  sensitivity: 'ordinary',
  retention: 'child-record',
  rules: 'test',
  recordedAt: Temporal.Instant.from('2026-03-02T10:00:00Z'),
  body,
})

describe('whatever may stand on a timeline', () => {
  it('has an example here of every kind that a room declares, and of no other', () => {
    assert.ok(onTimelines.length > 50)
    assert.deepEqual(
      Object.keys(examples).toSorted(),
      onTimelines.toSorted(),
      'a new kind needs a telling in its room, listed in rooms.ts, and an example here',
    )
  })

  for (const kind of onTimelines) {
    it(`is told in words: ${kind}`, () => {
      const bodies = examples[kind] ?? []
      assert.ok(bodies.length > 0)
      for (const body of bodies) {
        const parsed = recordBook.kinds.get(kind)?.parse(body)
        assert.ok(parsed !== undefined)
        const { title, text = '' } = entryInWords(entryOf(kind, parsed), names, tellings)
        assert.notEqual(title, 'An entry of another part of Rooftree')
        assert.doesNotMatch(
          `${title}\n${text}`,
          /undefined|\[object|NaN|not-known|\b(?:record|home|alert|user|family):\S|\d{4}-\d{2}-\d{2}/u,
        )
        assert.match(title, /^[A-Z“0-9]/u)
      }
    })
  }
})
