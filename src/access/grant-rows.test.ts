import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entry, NewEntry } from '#record/index.ts'
import { decideReason } from './commands/reasons.ts'
import { decideEnrolment, nameTeam } from './commands/people.ts'
import { unsealCase } from './commands/withholding.ts'
import { AccessReasonGiven, AddressHidden, AddressShown, InvolvementEnded, InvolvementStarted } from './entries.ts'
import { grantRowsOf, restrictionRowsOf } from './grant-rows.ts'
import type { Viewer } from './roles.ts'

const first = '0198c000-0000-4000-8000-000000000001'
const second = '0198c000-0000-4000-8000-000000000002'
const family = { id: 'family:1', type: 'family', role: 'about' } as const
const record = { id: 'record:1', type: 'record', role: 'about' } as const
const recorded = (id: string, said: NewEntry): Entry => ({
  topic: 'involvement',
  sensitivity: 'ordinary',
  agency: 'agency:csc',
  by: 'user:a',
  source: 'form:test',
  retention: 'child-record',
  rules: 'test',
  recordedAt: Temporal.Instant.from('2026-03-01T10:00:00Z'),
  ...said,
  id,
})
const started = (id: string, more: Partial<NewEntry> = {}): Entry =>
  recorded(id, {
    ...InvolvementStarted.of({
      subjects: [family],
      body: { principal: 'team:visit', role: 'health visitors' },
      trueFrom: '2026-02-01',
    }),
    ...more,
  })
const ended = (what: string, on: string): Entry =>
  recorded(
    crypto.randomUUID(),
    InvolvementEnded.of({ subjects: [family], body: { principal: 'team:visit', started: what }, trueUntil: on }),
  )
const periods = (entries: readonly Entry[]): string[] =>
  grantRowsOf('family:1', entries).map(({ from, until }) => `${from} to ${until ?? 'now'}`)

describe('grants that follow from what was said', () => {
  it('runs from its first day until the day it ended', () => {
    assert.deepEqual(periods([started(first)]), ['2026-02-01 to now'])
    assert.deepEqual(periods([started(first), ended(first, '2026-03-01')]), ['2026-02-01 to 2026-03-01'])
  })
  it('keeps its end when its beginning is put right', () => {
    assert.deepEqual(
      periods([started(second, { corrects: first, trueFrom: '2026-01-15' }), ended(first, '2026-03-01')]),
      ['2026-01-15 to 2026-03-01'],
    )
  })
  it('lets a second involvement stand when the first one ends', () => {
    assert.deepEqual(
      periods([
        started(first, { trueUntil: '2026-02-10' }),
        started(second, { trueFrom: '2026-02-10' }),
        ended(first, '2026-02-10'),
      ]),
      ['2026-02-01 to 2026-02-10', '2026-02-10 to now'],
    )
  })
  it('opens nothing without a first day, and for a reason without a last one', () => {
    const { trueFrom: _unsaid, ...undated } = started(first)
    assert.deepEqual(periods([undated]), [])
    const reason = (until: { trueUntil?: string }): Entry =>
      recorded(
        first,
        AccessReasonGiven.of({
          subjects: [family],
          body: { user: 'user:a', reason: 'new birth visit' },
          trueFrom: '2026-02-01',
          ...until,
        }),
      )
    assert.deepEqual(periods([reason({})]), [])
    assert.deepEqual(periods([reason({ trueUntil: '2026-02-15' })]), ['2026-02-01 to 2026-02-15'])
  })
  it('opens nothing to a family that is only mentioned', () => {
    assert.deepEqual(periods([started(first, { subjects: [{ ...family, role: 'mentions' }] })]), [])
  })
})

describe('what was said to be withheld', () => {
  const hidden = recorded(first, AddressHidden.of({ subjects: [record], body: {} }))
  it('holds from always where no first day was said, and to the end of a month that was said', () => {
    const shown = recorded(
      second,
      AddressShown.of({ subjects: [record], body: { hidden: first }, trueFrom: '2026-03' }),
    )
    assert.deepEqual(
      restrictionRowsOf('record:1', [hidden]).map(({ from, until }) => [from, until]),
      [[undefined, undefined]],
    )
    assert.deepEqual(
      restrictionRowsOf('record:1', [hidden, shown]).map(({ until }) => until),
      ['2026-04-01'],
    )
  })
})

describe('what is refused', () => {
  const viewer: Viewer = {
    user: 'user:a',
    name: 'A',
    role: 'gp',
    agency: 'agency:practice',
    agencyName: 'Practice',
    teams: [],
  }
  const ask = {
    family: 'family:1',
    reason: 'Prescribing for the mother',
    today: Temporal.PlainDate.from('2026-03-10'),
    days: 7,
  }
  const facts = { agencies: new Set(['agency:csc']), teams: new Map([['team:a', 'agency:csc']]), users: new Map() }

  it('a reason by somebody who may already open the family', () => {
    const access = { may: true, way: 'involved', because: 'registered doctor' } as const
    assert.deepEqual(decideReason(ask, { viewer, access: new Map([['family:1', access]]) }).because, [
      { reason: 'reason.not-needed' },
    ])
  })
  it('a reason by a role that may give none, whatever it was told', () => {
    const told = { may: false, reason: 'no-business', because: 'x', tell: { team: 'T' }, canGiveReason: true } as const
    const access = new Map([['family:1', told]])
    assert.deepEqual(decideReason(ask, { viewer, access }).because, [])
    assert.deepEqual(decideReason(ask, { viewer: { ...viewer, role: 'conference-chair' }, access }).because, [
      { reason: 'reason.role-may-not' },
    ])
    assert.deepEqual(decideReason(ask, { viewer, access: new Map() }).because, [{ reason: 'reason.role-may-not' }])
  })
  it('a team or a person of an agency that nobody named, with every reason at once', () => {
    const moment = { today: ask.today, mint: () => 'x' }
    assert.deepEqual(
      nameTeam.decide({ team: 'team:b', name: 'B', agency: 'agency:none', phone: '1' }, facts, moment).because,
      [{ reason: 'agency.not-known', field: 'agency' }],
    )
    assert.deepEqual(
      decideEnrolment(
        { user: 'user:b', name: 'B', role: 'gp', title: 'GP', agency: 'agency:none', teams: ['team:z'] },
        facts,
      ).because.map(({ reason }) => reason),
      ['agency.not-known', 'team.not-known'],
    )
  })
  it('an unsealing before the day of sealing', () => {
    const sealed = [{ entry: first, subject: 'family:1', kind: 'sealed', from: '2026-03-01' }] as const
    const unseal = { subject: 'family:1', why: 'w', askedBy: 'a', on: Temporal.PlainDate.from('2026-02-01') }
    assert.deepEqual(unsealCase.decide(unseal, sealed, { today: ask.today, mint: () => 'x' }).because, [
      { reason: 'withholding.ends-before-it-starts', field: 'on' },
    ])
  })
})
