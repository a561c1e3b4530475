import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { entryInWords } from '#families/index.ts'
import type { Names } from '#families/index.ts'
import type { Entry, EntryBody, WordedKind } from '#record/index.ts'
import { recordBook } from '#rooms.ts'

const names: Names = { people: new Map(), persons: new Map(), directory: new Map() }

const entryOf = ({ kind, topic, sensitivity, retention }: WordedKind, body: EntryBody): Entry => ({
  id: '00000000-0000-7000-8000-000000000001',
  kind,
  topic,
  subjects: [{ id: 'record:1', type: 'record', role: 'about' }],
  agency: 'agency:csc',
  by: 'user:ada',
  source: 'form:test',
  sensitivity,
  retention,
  rules: 'test',
  recordedAt: Temporal.Instant.from('2026-03-02T10:00:00Z'),
  body,
})

describe('whatever may be recorded', () => {
  const kinds = [...recordBook.kinds.values()]

  it('is of many kinds', () => assert.ok(kinds.length > 60))

  for (const kind of kinds) {
    it(`is told in words: ${kind.kind}`, () => {
      assert.match(kind.words.noun, /^[a-zN]/u)
      for (const example of kind.words.examples) {
        const { title, text = '' } = entryInWords(entryOf(kind, kind.parse(example)), names, recordBook.kinds)
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
