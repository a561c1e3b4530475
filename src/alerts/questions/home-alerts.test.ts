import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { homeAlertsQuestion } from './home-alerts.ts'

const mother = { id: 'mother', dateOfBirth: '1990-02-01', sex: 'female' }
const boy = { id: 'boy', dateOfBirth: '2014-03-11', sex: 'male' }
const switchedOn = { 'overcrowding-alert': 'bedroom-standard' }
const findings = z.array(z.object({ part: z.string(), level: z.string(), audience: z.array(z.string()) }).loose())

const found = (more: Readonly<Record<string, unknown>>): string[] => {
  const answered = homeAlertsQuestion.answer({ id: 1, on: '2026-11-23', people: [mother, boy], bedrooms: 2, ...more })
  assert.ok(answered.accepted)
  return findings.parse(answered.value['findings']).map(({ part, level }) => `${part} ${level}`)
}

describe('what a home’s facts ask of whom, asked from a program', () => {
  it('is nothing for a home with room enough, and nothing of overcrowding until the alert is tried', () => {
    assert.deepEqual(found({}), [])
    assert.deepEqual(found({ bedrooms: 1 }), [])
    assert.deepEqual(found({ bedrooms: 0, settings: switchedOn }), ['housing early-help-offer'])
  })

  it('is the officer’s question for a child on the register, suspended too, and not once the application is closed', () => {
    for (const status of ['active', 'suspended'])
      assert.deepEqual(found({ applications: [{ status }] }), ['housing consider-referral'], status)
    assert.deepEqual(found({ applications: [{ status: 'closed' }] }), [])
    assert.deepEqual(found({ applications: [{ status: 'active' }], settings: { 'priority-list-question': false } }), [])
  })

  it('counts nights in bed and breakfast as the house does: 28 ask nobody, 29 do', () => {
    const nights = (startedOn: string): string[] => found({ stays: [{ startedOn }], settings: switchedOn })
    assert.deepEqual(nights('2026-10-27'), [])
    assert.deepEqual(nights('2026-10-26'), ['housing early-help-offer'])
  })

  it('asks for what is not known, of whoever can find it out, and never takes it for no', () => {
    const baby = { id: 'baby', dateOfBirth: '2026-08-02', sex: 'female' }
    const crowded = { people: [mother, boy, baby], bedrooms: 1, settings: switchedOn }
    assert.deepEqual(found({ ...crowded, infant: { smoker: 'yes' } }), [
      'housing early-help-offer',
      'infant same-day-discussion',
    ])
    assert.deepEqual(found(crowded), [
      'housing early-help-offer',
      'health-visitor find-out',
      'lead-practitioner find-out',
    ])
    assert.deepEqual(found({ people: [mother, { id: 'somebody' }], applications: [{ status: 'active' }] }), [
      'housing-officer find-out',
    ])
  })
})
