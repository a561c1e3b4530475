import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kindsOf } from '#record/index.ts'
import { familiesKinds } from '../describe.ts'
import { BirthStated, RecordsJoined } from '../entries/index.ts'
import { aboutRecord } from '../subjects.ts'
import { entry } from '#record/testing/said.ts'
import type { Provenance } from '#record/index.ts'
import { decideContact } from './contacts.ts'
import { decideCorrection, decideWithdrawal } from './corrections.ts'
import { decideAddMember, decideEndMembership, decideOpenFamily } from './families.ts'
import { decideHideAddress } from './hide-addresses.ts'
import { decideJoin, decidePart } from './linkage.ts'
import { decideEnd, decidePregnancy } from './pregnancies.ts'
import { decideOpenRecord, decideStatement } from './records.ts'
import { refusalSentences } from './refusals.ts'
import type { Decided, FamiliesRefusal } from './refusals.ts'
import { decideRelationship, decideResponsibility } from './relationships.ts'
import { decideMerge, decideSplit } from './splits-and-merges.ts'

const today = Temporal.PlainDate.from('2025-06-01')
const [a, b] = ['record:a', 'record:b']
const known = new Set([a, b, 'family:f', 'family:g'])
const nobody = new Set<string>()
const open = [
  { family: 'family:f', record: a, role: 'child' },
  { family: 'family:g', record: b, role: 'parent' },
]
const said = { agency: 'agency:csc', at: Temporal.Instant.from('2025-06-01T12:00:00Z') }
const kinds = kindsOf(familiesKinds)
const birth = entry('csc', BirthStated.of({ subjects: [aboutRecord(a)], body: { on: '2020' } }))
const joining = entry(
  'csc',
  RecordsJoined.of({ subjects: [aboutRecord(a), aboutRecord(b)], body: { records: [a, b], because: 'Same.' } }),
)
const forJoining = {
  known,
  closed: nobody,
  persons: new Map([
    [a, 'person:a'],
    [b, 'person:b'],
  ]),
}

const judged: Record<FamiliesRefusal, Decided<unknown>> = {
  'record-not-known': decideStatement(
    { record: 'record:nobody', statement: { say: 'sex', sex: 'female' } },
    known,
    today,
  ),
  'family-not-known': decideAddMember({ family: 'family:none', record: a, role: 'child' }, known, [], today),
  'not-a-date': decideOpenRecord({ statements: [{ say: 'birth', on: '2025-02-30' }] }, a, today),
  'in-the-future': decideOpenRecord({ statements: [{ say: 'birth', on: '2025-06-02' }] }, a, today),
  'until-before-from': decideStatement(
    {
      record: a,
      statement: {
        say: 'address',
        type: 'home',
        address: 'not-known',
        trueFrom: '2025-02-01',
        trueUntil: '2025-01-01',
      },
    },
    known,
    today,
  ),
  'no-names': decideOpenRecord({ statements: [{ say: 'names', names: [] }] }, a, today),
  'no-child': decideOpenFamily({ around: [], members: [] }, 'family:n', known, today),
  'already-a-member': decideAddMember({ family: 'family:f', record: a, role: 'child' }, known, open, today),
  'not-a-member': decideEndMembership({ family: 'family:f', record: b }, open, today),
  'same-family': decideMerge(
    { from: 'family:f', into: 'family:f', on: '2025-05-01', because: 'One file.' },
    open,
    today,
  ),
  'nobody-stays': decideSplit(
    { from: 'family:f', leaving: [a], on: '2025-05-01', because: 'Moved.' },
    'family:n',
    open,
    today,
  ),
  'related-to-themselves': decideRelationship({ from: { record: a }, type: 'sibling', to: a }, known, today),
  'nobody-seen': decideContact(
    {
      family: 'family:f',
      happenedOn: '2025-05-01',
      sensitivity: 'ordinary',
      channel: 'home-visit',
      what: 'Visited.',
      persons: [],
      children: [],
      interpreter: 'not-known',
    },
    known,
    today,
  ),
  'pregnancy-not-known': decideEnd(
    { mother: a, pregnancy: 'p', on: '2025-05-01', born: [] },
    () => b,
    { told: nobody, ended: nobody },
    today,
  ),
  'pregnancy-ended': decidePregnancy(
    { mother: a, pregnancy: 'p', expected: '2025-09', babies: 1 },
    'p',
    { known, told: new Set([`${a} p`]), ended: new Set([`${a} p`]) },
    today,
  ),
  'two-records-needed': decideJoin({ records: [a, a], because: 'Same.' }, forJoining),
  'already-one-person': decideJoin(
    { records: [a, b], because: 'Same.' },
    {
      ...forJoining,
      persons: new Map([
        [a, 'person:a'],
        [b, 'person:a'],
      ]),
    },
  ),
  'record-closed': decideJoin({ records: [a, b], because: 'Same.' }, { ...forJoining, closed: new Set([b]) }),
  'joining-not-known': decidePart({ joining: 'none', because: 'Not the same.' }, []),
  'reason-missing': decideJoin({ records: [a, b], because: ' ' }, forJoining),
  'entry-not-known': decideWithdrawal({ entry: 'none', because: 'Wrong.' }, undefined, said),
  'already-put-right': decideWithdrawal({ entry: birth.id, because: 'Wrong.' }, { ...birth, corrected: true }, said),
  'another-agencys-statement': decideWithdrawal({ entry: birth.id, because: 'Wrong.' }, birth, {
    agency: 'agency:school',
  }),
  'cannot-be-put-right': decideCorrection(
    { entry: joining.id, because: 'Wrong.', body: { records: [a, b] } },
    joining,
    said,
    kinds,
  ),
  'names-others': decideCorrection(
    { entry: joining.id, because: 'Wrong.', body: { records: [a, 'record:c'] } },
    joining,
    said,
    kinds,
  ),
  'already-hidden': decideHideAddress(
    { record: a, why: 'She must not be found.', askedBy: 'The mother' },
    known,
    [b],
    new Set([a, b]),
    today,
  ),
  'not-of-its-kind': decideCorrection(
    { entry: birth.id, because: 'Wrong.', body: { born: '2020' } },
    birth,
    said,
    kinds,
  ),
}

describe('why something was not recorded', () => {
  for (const [reason, decision] of Object.entries(judged))
    it(`is told as ${reason}`, () =>
      assert.ok(
        decision.because.some((found) => found.reason === reason),
        decision.because.map((found) => found.reason).join(),
      ))

  it('has a sentence that ends', () => {
    for (const reason of ['record-closed', 'no-child'] as const) assert.match(refusalSentences[reason], /^[A-Z].*\.$/u)
  })

  it('tells every reason at once, so that a form is corrected once', () => {
    const beside: Provenance = { trueFrom: 'soon', happenedOn: '2030' }
    assert.deepEqual(
      decideRelationship(
        { from: { record: 'record:nobody' }, type: 'parent', to: a, ...beside },
        known,
        today,
      ).because.map(({ reason }) => reason),
      ['not-a-date', 'in-the-future', 'record-not-known'],
    )
  })

  it('says no more of a closed record than that it is closed, whichever other it is tried with', () => {
    const tried = (other: string) =>
      decideJoin(
        { records: [b, other], because: 'Same.' },
        {
          known: new Set([a, b, 'record:c']),
          closed: new Set([b]),
          persons: new Map([
            [a, 'person:a'],
            [b, 'person:b'],
            ['record:c', 'person:c'],
          ]),
        },
      ).because
    assert.deepEqual(tried(a), tried('record:c'))
  })

  it('accepts parental responsibility that is not known, and keeps the row of the law', () => {
    const decision = decideResponsibility(
      { child: a, holder: 'not-known', state: 'not-known', basis: 'not-known' },
      known,
      today,
    )
    assert.deepEqual(decision.because, [])
    assert.equal(decision.entries[0]?.body['basis'], 'not-known')
  })
})
