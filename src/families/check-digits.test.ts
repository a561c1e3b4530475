import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { nhsNumberCheck, upnCheck } from './check-digits.ts'

describe('check digits', () => {
  it('takes the digits 123456789123 with P, and flags them with A, as seen in public samples', () => {
    assert.equal(upnCheck('P123456789123'), 'holds')
    assert.equal(upnCheck('A123456789123'), 'fails')
  })

  it('reads a number as written: spaces, hyphens, small letters', () => {
    assert.equal(upnCheck(' p1234-5678 9123 '), 'holds')
    assert.equal(nhsNumberCheck(' 943 476 5919 '), 'holds')
    assert.equal(nhsNumberCheck('943-476-5919'), 'holds')
  })

  it('never takes an NHS number whose check would be 10, whatever its last digit', () => {
    // 1 x 10 + 2 x 9 + … for 100000001: 10 + 2 = 12, modulo 11 is 1, and 11 minus 1 is 10.
    for (let last = 0; last <= 9; last += 1) assert.equal(nhsNumberCheck(`100000001${last}`), 'fails')
  })

  it('takes 0 where the sum leaves nothing', () => assert.equal(nhsNumberCheck('0000000000'), 'holds'))

  it('flags what is no such number at all', () => {
    for (const wrong of ['', '943476591', '94347659190', 'ABCDEFGHIJ']) assert.equal(nhsNumberCheck(wrong), 'fails')
    for (const wrong of ['', 'I123456789123', 'P12345678912', 'P12345678912O', '1123456789123'])
      assert.equal(upnCheck(wrong), 'fails')
  })

  it('notices any one wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = Array.from('9434765919')
        digits[at] = String((Number(digits[at]) + by) % 10)
        assert.equal(nhsNumberCheck(digits.join('')), 'fails')
      }),
    )
  })

  it('has exactly one letter for each twelve digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/u), (digits) => {
        assert.equal(
          Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').filter((letter) => upnCheck(letter + digits) === 'holds').length,
          1,
        )
      }),
    )
  })
})
