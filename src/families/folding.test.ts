import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { folded, foldedCode, words } from './folding.ts'

describe('a name as it is looked for', () => {
  it('does not mind case, accents, apostrophes and hyphens', () => {
    assert.equal(folded('Zoë O’Grady-Núñez'), 'zoe ogrady nunez')
    assert.equal(folded('ŁUKASZ Sørensen'), 'lukasz sorensen')
    assert.equal(folded("D'Souza"), folded('Dsouza'))
  })

  it('keeps every script, with the marks that carry its sounds', () => {
    assert.equal(folded('জয়া'), 'জয়া'.normalize('NFKD').normalize('NFC'))
    assert.notEqual(folded('কি'), folded('কা'))
    assert.deepEqual(words('محمد  أمين').length, 2)
    assert.equal(folded('Ольга'), 'ольга')
  })

  it('leaves a folded name as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => assert.equal(folded(folded(name)), folded(name))))
  })

  it('reads a postcode with or without its space', () => assert.equal(foldedCode('hr1 4qq'), foldedCode('HR14QQ')))
})
