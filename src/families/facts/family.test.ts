import { given } from '#platform/given.ts'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  AddressStated,
  BirthStated,
  DeathStated,
  FamilyMemberJoined,
  FamilyMemberLeft,
  FamilyOpened,
  NamesStated,
  ParentalResponsibilityStated,
  RelationshipStated,
} from '../entries/index.ts'
import type { MemberRole } from '../entries/index.ts'
import type { Entry } from '#record/index.ts'
import { aboutFamily, aboutRecord, atHome, mentionsRecord } from '../subjects.ts'
import { entry } from '#record/testing/said.ts'
import { familyFacts, familyTitle } from './family.ts'
import { timelineOf } from './timeline.ts'

const on = Temporal.PlainDate.from('2025-06-01')
const family = 'family:one'
const joined = (record: string, role: MemberRole, trueFrom?: string) =>
  entry(
    'csc',
    FamilyMemberJoined.of({
      subjects: [aboutFamily(family), mentionsRecord(record)],
      ...given({ trueFrom }),
      body: { record, role },
    }),
  )
const left = (record: string, trueFrom: string) =>
  entry(
    'csc',
    FamilyMemberLeft.of({ subjects: [aboutFamily(family), mentionsRecord(record)], trueFrom, body: { record } }),
  )
const called = (record: string, given: string) =>
  entry(
    'csc',
    NamesStated.of({ subjects: [aboutRecord(record)], body: { names: [{ use: 'usual', given, family: 'Ashdown' }] } }),
  )
const born = (record: string, day: string) =>
  entry('csc', BirthStated.of({ subjects: [aboutRecord(record)], body: { on: day } }))
const lives = (record: string, home: string) =>
  entry(
    'csc',
    AddressStated.of({
      subjects: [aboutRecord(record), atHome(home)],
      trueFrom: '2020-01-01',
      body: { type: 'home', address: { lines: [home] } },
    }),
  )
const parent = (agency: string, from: string | undefined, to: string, as: 'mother' | 'father') =>
  entry(
    agency,
    RelationshipStated.of({
      subjects: [...(from === undefined ? [] : [aboutRecord(from)]), aboutRecord(to)],
      body: { from: from === undefined ? 'not-known' : { record: from }, type: 'parent', as, to },
    }),
  )
const opened = entry('csc', FamilyOpened.of({ subjects: [aboutFamily(family)], body: { around: ['record:c'] } }))
const facts = (...said: Entry[]) =>
  familyFacts(
    family,
    [opened, ...said],
    new Map(
      said.flatMap((one) => one.subjects.filter(({ type }) => type === 'record').map(({ id }) => [id, id] as const)),
    ),
    on,
  )

describe('a family', () => {
  it('is called after its children, the eldest first', () => {
    assert.equal(
      familyTitle(
        facts(
          joined('record:c', 'child'),
          joined('record:d', 'child'),
          joined('record:m', 'parent'),
          called('record:c', 'Wren'),
          called('record:d', 'Bram'),
          called('record:m', 'Una'),
          born('record:c', '2020'),
          born('record:d', '2015'),
        ),
      ),
      'Family of Bram and Wren',
    )
    assert.equal(familyTitle(facts(joined('record:c', 'child'))), undefined)
  })

  it('has members from a day and until a day', () => {
    const said = facts(
      joined('record:c', 'child', '2025-01-01'),
      joined('record:p', 'parent', '2025-01-01'),
      left('record:p', '2025-06-01'),
      joined('record:q', 'parent', '2025-06-02'),
    )
    assert.deepEqual(
      said.members.map(({ person }) => person),
      ['record:c'],
    )
    assert.deepEqual(
      said.others.map(({ person }) => person),
      ['record:p', 'record:q'],
    )
  })

  it('is not its household: who lives in the same home without being of the family is no member, and a member may live elsewhere', () => {
    const { households } = facts(
      joined('record:c', 'child'),
      joined('record:p', 'parent'),
      joined('record:x', 'other'),
      lives('record:c', 'home:a'),
      lives('record:p', 'home:b'),
      lives('record:stranger', 'home:a'),
    )
    assert.deepEqual(
      households.homes.map(({ home, people }) => [home, people.map(({ person }) => person)]),
      [
        ['home:a', ['record:c']],
        ['home:b', ['record:p']],
      ],
    )
    assert.deepEqual(households.noHomeKnown, ['record:x'])
  })

  it('has a network of those who matter and are not members', () => {
    const { network } = facts(
      joined('record:c', 'child'),
      entry(
        'csc',
        RelationshipStated.of({
          subjects: [aboutRecord('record:c')],
          body: { from: { described: 'an aunt in Leeds' }, type: 'other', to: 'record:c' },
        }),
      ),
      parent('csc', 'record:f', 'record:c', 'father'),
    )
    assert.deepEqual(network, [{ described: 'an aunt in Leeds' }, { person: 'record:f' }])
  })

  it('asks nothing about somebody who died, and lets them live nowhere', () => {
    const said = facts(
      joined('record:c', 'child'),
      entry('hospital', DeathStated.of({ subjects: [aboutRecord('record:c')], body: { on: '2025-05-01' } })),
      lives('record:c', 'home:a'),
    )
    assert.deepEqual(said.unknowns, [])
    assert.deepEqual(said.households, { homes: [], noHomeKnown: [] })
  })
})

describe('what is not known of a family', () => {
  const child = [
    joined('record:c', 'child'),
    called('record:c', 'Wren'),
    born('record:c', '2020-01-01'),
    lives('record:c', 'home:a'),
  ]
  const asked = (...said: Entry[]) => facts(...child, ...said).unknowns.map(({ what }) => what)

  it('is asked for, and never read as a no', () => {
    assert.deepEqual(asked(), ['parents', 'who-has-parental-responsibility'])
    assert.deepEqual(
      asked(parent('csc', 'record:m', 'record:c', 'mother'), parent('csc', undefined, 'record:c', 'father')),
      ['father', 'who-has-parental-responsibility', 'whether-has-parental-responsibility'],
    )
  })

  it('is answered when another agency names the father', () => {
    assert.equal(
      asked(
        parent('csc', undefined, 'record:c', 'father'),
        parent('school', 'record:f', 'record:c', 'father'),
      ).includes('father'),
      false,
    )
  })

  it('stays open where parental responsibility is disputed', () => {
    const disputed = entry(
      'csc',
      ParentalResponsibilityStated.of({
        subjects: [aboutRecord('record:c')],
        body: {
          child: 'record:c',
          holder: { described: 'named on the certificate' },
          state: 'disputed',
          basis: 'paternity-in-question',
        },
      }),
    )
    assert.deepEqual(asked(disputed), ['parents', 'who-has-parental-responsibility'])
  })

  it('names both fathers where two agencies name different men', () => {
    const { relationships } = facts(
      ...child,
      parent('csc', 'record:f', 'record:c', 'father'),
      parent('school', 'record:g', 'record:c', 'father'),
    )
    assert.deepEqual(
      relationships.map(({ contested }) => contested),
      [true, true],
    )
  })

  it('counts an order only while it lasts', () => {
    const order = entry(
      'csc',
      ParentalResponsibilityStated.of({
        subjects: [aboutRecord('record:c')],
        trueFrom: '2024-01-01',
        trueUntil: '2025-05-01',
        body: { child: 'record:c', holder: { described: 'the council' }, state: 'has', basis: 'care-order' },
      }),
    )
    assert.equal(asked(order).includes('who-has-parental-responsibility'), true)
  })
})

describe('a timeline', () => {
  it('tells things in the order they happened, not the order they were recorded', () => {
    const said = [
      born('record:c', '2020-01-01'),
      { ...lives('record:c', 'home:a') },
      { ...born('record:c', '2019'), happenedOn: '2019' },
    ]
    assert.deepEqual(
      timelineOf(said).map(({ when, dated }) => [when, dated]),
      [
        ['2019', 'happened'],
        ['2020-01-01', 'happened'],
        ['2020-01-01', 'true-from'],
      ],
    )
  })
})
