import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { freshId, wordOf } from './ids.ts'

describe('an id made of a name', () => {
  it('is what somebody would type', () => {
    assert.equal(wordOf('Bröder & Söhne Housing'), 'broder-sohne-housing')
    assert.equal(freshId('user', 'Ana Díaz', new Set(['user:ana-diaz'])), 'user:ana-diaz-2')
    assert.equal(freshId('user', 'আয়েশা', new Set(['user:name'])), 'user:name-2')
  })
  it('is never one that is taken, and holds nothing that an address cannot', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 20 }), (names) => {
        const taken = new Set<string>()
        for (const name of names) {
          const id = freshId('user', name, taken)
          assert.match(id, /^user:[a-z0-9]+(?:-[a-z0-9]+)*$/u)
          assert.ok(!taken.has(id))
          taken.add(id)
        }
      }),
    )
  })
})
