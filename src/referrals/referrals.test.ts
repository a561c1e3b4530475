import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entry, NewEntry } from '#record/index.ts'
import { codeInWords, outcomesInWords } from './codes.ts'
import { AssessmentStated, ChildProtectionPlanStated, ConferenceStated } from './entries.ts'
import { conferencesOn, plansOn, workOn } from './facts.ts'
import { cameOfIt } from './in-words.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const about = [{ id: 'record:1', type: 'record', role: 'about' }] as const
let serial = 0
const recorded = (entry: NewEntry): Entry => {
  serial += 1
  return {
    topic: 'plan',
    agency: 'agency:csc',
    by: 'user:ada',
    source: 'feed:1',
    sensitivity: 'ordinary',
    retention: 'child-record',
    rules: 'test',
    recordedAt: Temporal.Instant.from('2026-11-20T06:00:00Z').add({ seconds: serial }),
    ...entry,
    id: entry.id ?? `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
  }
}

describe('codes of the dataset', () => {
  it('are told in words, whatever their case', () => {
    assert.equal(codeInWords('category', 'neg'), 'neglect')
    assert.equal(codeInWords('referral source', '4'), 'housing (a council or a housing association)')
  })

  it('have words for every code of the census of 2026', () => {
    const known = (table: Parameters<typeof codeInWords>[0], codes: string): void => {
      for (const code of codes.split(' '))
        assert.doesNotMatch(codeInWords(table, code), /not known to this edition/u, code)
    }
    known('referral source', '1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10')
    known('need', 'N0 N1 N2 N3 N4 N5 N6 N7 N8 N9')
    known('close reason', 'RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9')
    known('category', 'NEG PHY SAB EMO MUL')
    known('participation', 'PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7')
  })

  it('keep early help apart from the council’s other services, and another agency’s watch apart from our own', () => {
    assert.equal(codeInWords('referral source', '5D'), 'early help of the same council')
    assert.equal(
      codeInWords('referral source', '5B'),
      'another service of the same council, neither social care nor early help',
    )
    assert.deepEqual(outcomesInWords('{"OUTCOME_MONITOR_FLAG":"Y"}'), [
      'another agency keeps watch on the child’s welfare',
    ])
  })

  it('are not guessed from their name: a flag that the dataset does not list is shown as it is', () => {
    assert.deepEqual(outcomesInWords('{"OUTCOME_CIN_PLAN_FLAG":"Y"}'), [
      '“OUTCOME_CIN_PLAN_FLAG”, not known to this edition',
    ])
  })

  it('that this edition does not know are shown as codes, not hidden', () => {
    assert.equal(codeInWords('referral source', '9X'), 'code 9X, not known to this edition')
  })

  it('stand as they are where a case system wrote words instead', () => {
    assert.equal(codeInWords('category', 'Neglect and emotional abuse'), 'Neglect and emotional abuse')
    assert.equal(codeInWords('close reason', 'toString'), 'toString')
  })

  it('tell what came of something by its flags, with and without their frame, and nothing that is not flagged', () => {
    assert.deepEqual(outcomesInWords('{"OUTCOME_NFA_FLAG":"N","OUTCOME_CP_CONFERENCE_FLAG":"Y"}'), [
      'a child protection conference',
    ])
    assert.deepEqual(outcomesInWords('{"NFA_FLAG":"Y","TOTAL_NO_OF_OUTCOMES":"1","COMMENTS":""}'), [
      'no further action',
    ])
    assert.deepEqual(outcomesInWords('{"OUTCOME_TELEPORT_FLAG":"Y"}'), [
      '“OUTCOME_TELEPORT_FLAG”, not known to this edition',
    ])
    assert.equal(outcomesInWords('closed by phone'), undefined)
  })

  it('never make “not known” of “no further action”, nor the other way round', () => {
    assert.equal(cameOfIt(undefined, 'yes'), 'What came of it: no further action.')
    assert.equal(cameOfIt('{"OUTCOME_NFA_FLAG":"N"}'), 'What came of it: not known.')
    assert.equal(cameOfIt(undefined, 'no'), 'What came of it: further action; which is not known.')
    assert.equal(cameOfIt('closed by phone'), 'What came of it: “closed by phone”, as the case system wrote it.')
  })
})

describe('what children’s social care works on, on a day', () => {
  const plan = recorded(
    ChildProtectionPlanStated.of({
      subjects: [...about],
      trueFrom: '2026-09-04',
      trueUntil: '2026-11-18',
      body: { plan: 'P1', category: 'NEG' },
    }),
  )
  const assessment = recorded(
    AssessmentStated.of({
      subjects: [...about],
      body: { assessment: 'A1', startedOn: '2026-03-05', authorisedOn: '2026-04-20' },
    }),
  )

  it('a plan is in force until the day on which it ended', () => {
    assert.deepEqual(
      plansOn([plan], day('2026-11-17')).map(({ state }) => state),
      ['now'],
    )
    assert.deepEqual(
      plansOn([plan], day('2026-11-18')).map(({ state }) => state),
      ['before'],
    )
  })

  it('an assessment is open until it was authorised, and one that left the extract is neither open nor finished', () => {
    assert.deepEqual(
      workOn([assessment], day('2026-04-19')).map(({ state }) => state),
      ['open'],
    )
    assert.deepEqual(
      workOn([assessment], day('2026-04-20')).map(({ state }) => state),
      ['finished'],
    )
    assert.deepEqual(
      workOn([assessment], day('2026-04-19'), new Set([assessment.id])).map(({ state }) => state),
      ['no-longer-said'],
    )
  })

  it('what left the extract and came back is one plan, as it was said last', () => {
    const again = recorded(
      ChildProtectionPlanStated.of({
        subjects: [...about],
        trueFrom: '2026-09-04',
        body: { plan: 'P1', category: 'EMO' },
      }),
    )
    assert.deepEqual(
      plansOn([plan, again], day('2026-11-20'), new Set([plan.id])).map(({ state, category }) => [state, category]),
      [['now', 'EMO']],
    )
  })

  it('a conference without a day is to come until it was due, and then nobody knows whether it was held', () => {
    const review = recorded(
      ConferenceStated.of({ subjects: [...about], body: { conference: 'V1', as: 'review', dueOn: '2026-12-04' } }),
    )
    assert.deepEqual(
      conferencesOn([review], day('2026-12-04')).map(({ state }) => state),
      ['to-come'],
    )
    assert.deepEqual(
      conferencesOn([review], day('2026-12-05')).map(({ state }) => state),
      ['overdue'],
    )
  })
})
