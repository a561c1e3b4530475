import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  personFacts,
  PersonRecordOpened,
  BirthStated,
  PregnancyStated,
  RelationshipStated,
  SexStated,
} from '#families/index.ts'
import type { PersonFacts } from '#families/index.ts'
import type { Entry } from '#record/index.ts'
import { relationshipsOf } from '#families/index.ts'
import { answersFor } from '../answers-for.ts'
import {
  HomeDescribed,
  OnApplicationStated,
  OnTenancyStated,
  RoomsStated,
  SleepingArrangementStated,
  SleepsHereStated,
} from '../entries/index.ts'
import type { OccupancySays, StatedRoom } from '../entries/index.ts'
import { aboutHome, aboutRecord, mentionsRecord } from '../subjects.ts'
import { entry } from '#record/testing/said.ts'
import { differencesOf } from './differences.ts'
import { homeFacts, perhapsHere, sleepers } from './home.ts'
import { notKnownOf } from './not-known.ts'
import { bedAndBreakfast, nightsOf } from './placement-nights.ts'

const home = 'home:h'
const on = Temporal.PlainDate.from('2026-11-23')
const persons = new Map(['a', 'b', 'c', 'd'].map((letter) => [`record:${letter}`, `person:${letter}`]))
const days = { first: 28, second: 38, breach: 43 }

const sleeps = (
  agency: string,
  letter: string,
  says: OccupancySays,
  more: { verifiedOn?: string; relationshipToLead?: 'lead' | 'partner' | 'child' } = {},
  dates: { trueFrom?: string; trueUntil?: string } = {},
): Entry =>
  entry(
    agency,
    SleepsHereStated.of({
      subjects: [aboutHome(home), mentionsRecord(`record:${letter}`)],
      ...dates,
      body: { record: `record:${letter}`, says, ...more },
    }),
  )
const rooms = (agency: string, ...list: StatedRoom[]): Entry =>
  entry(agency, RoomsStated.of({ subjects: [aboutHome(home)], body: { rooms: list } }))
const room = (name: string, kind: StatedRoom['kind'], sqft?: number): StatedRoom => ({
  name,
  kind,
  usable: 'yes',
  ...(sqft === undefined ? {} : { area: { value: sqft, unit: 'sqft' } }),
})
const person = (letter: string, born: string, sex: 'female' | 'male'): Entry[] => [
  entry('landlord', PersonRecordOpened.of({ subjects: [aboutRecord(`record:${letter}`)], body: {} })),
  entry('landlord', BirthStated.of({ subjects: [aboutRecord(`record:${letter}`)], body: { on: born } })),
  entry('landlord', SexStated.of({ subjects: [aboutRecord(`record:${letter}`)], body: { sex } })),
]
const partners = (from: string, to: string): Entry =>
  entry(
    'csc',
    RelationshipStated.of({
      subjects: [aboutRecord(`record:${from}`), aboutRecord(`record:${to}`)],
      body: { from: { record: `record:${from}` }, type: 'partner', to: `record:${to}` },
    }),
  )
const peopleIn = (entries: readonly Entry[], day = on): Map<string, PersonFacts> =>
  new Map([...persons].map(([record, of]) => [of, personFacts([record], entries, day)]))
const answer = (entries: readonly Entry[], standard: string, day = on) => {
  const facts = homeFacts(home, entries, persons, day)
  const answers = answersFor(facts, peopleIn(entries, day), relationshipsOf(entries, persons, day), day)
  assert.ok(!('cannot' in answers))
  const found = answers.shown.find((one) => one.answer.standard === standard)
  assert.ok(found !== undefined)
  return { ...answers, found }
}

// A10 of the published examples would be the same kind of home: a couple, a boy of ten, a girl of nine, one bedroom and a living room.
const family = [
  ...person('a', '1990-01-01', 'female'),
  ...person('b', '1991-01-01', 'male'),
  ...person('c', '2016-05-01', 'male'),
  ...person('d', '2017-03-01', 'female'),
  ...['a', 'b', 'c', 'd'].map((letter) => sleeps('landlord', letter, 'yes')),
  partners('a', 'b'),
  rooms('landlord', room('Bedroom', 'bedroom', 120), room('Living room', 'living', 140)),
]

describe('who sleeps in a home', () => {
  it('is told by the later statement where two agencies differ, and marked as contested', () => {
    const facts = homeFacts(
      home,
      [
        sleeps('landlord', 'a', 'yes', { verifiedOn: '2026-01-10' }),
        sleeps('csc', 'a', 'no', { verifiedOn: '2026-05-01' }),
      ],
      persons,
      on,
    )
    assert.deepEqual(
      facts.sleeping.map(({ says, contested }) => [says, contested]),
      [['no', true]],
    )
    const older = homeFacts(
      home,
      [
        sleeps('landlord', 'a', 'yes', { verifiedOn: '2026-06-10' }),
        sleeps('csc', 'a', 'no', { verifiedOn: '2026-05-01' }),
      ],
      persons,
      on,
    )
    assert.equal(older.sleeping[0]?.says, 'yes')
  })

  it('is not "no" because a list names somebody no more', () => {
    const facts = homeFacts(
      home,
      [sleeps('landlord', 'a', 'yes'), sleeps('landlord', 'a', 'no-longer-listed')],
      persons,
      on,
    )
    assert.equal(sleepers(facts).length, 0)
    assert.deepEqual(
      perhapsHere(facts).map(({ shown }) => shown.way),
      ['no-longer-listed'],
    )
  })

  it('changes on the day somebody moved out, and not before', () => {
    const said = [sleeps('landlord', 'a', 'yes', {}, { trueFrom: '2020-01-01', trueUntil: '2026-11-23' })]
    assert.equal(homeFacts(home, said, persons, on).sleeping[0]?.shown.way, 'moved-out')
    assert.equal(homeFacts(home, said, persons, on.subtract({ days: 1 })).sleeping[0]?.says, 'yes')
  })

  it('differs from tenancy and application without being wrong', () => {
    const said = [
      ...family,
      entry(
        'landlord',
        OnTenancyStated.of({
          subjects: [aboutHome(home), mentionsRecord('record:a')],
          body: { record: 'record:a', says: 'yes' },
        }),
      ),
      entry(
        'register',
        OnApplicationStated.of({
          subjects: [aboutHome(home), mentionsRecord('record:a')],
          body: { record: 'record:a', says: 'yes' },
        }),
      ),
    ]
    const differences = differencesOf(homeFacts(home, said, persons, on), peopleIn(said))
    assert.deepEqual(
      differences.map(({ person, why }) => [person, why]),
      [
        ['person:b', ['sleeps-here-not-on-application', 'adult-sleeps-here-not-on-tenancy']],
        ['person:c', ['sleeps-here-not-on-application']],
        ['person:d', ['sleeps-here-not-on-application']],
      ],
    )
  })
})

describe('the six answers for a home', () => {
  it('count the couple, the boy of ten and the girl of nine: three bedrooms against one, and 3.5 units against 3', () => {
    const bedrooms = answer(family, 'bedroom-standard').found
    assert.equal(bedrooms.sentences[0], 'Overcrowded by the bedroom standard: 3 bedrooms needed, 1 available.')
    assert.equal(
      answer(family, 'space-standard-1985').found.sentences[0],
      'Overcrowded by the space standard (Housing Act 1985 section 326): 3.5 units, 3 permitted.',
    )
  })

  it('say when a birthday changes one of them although nobody moves', () => {
    assert.equal(answer(family, 'bedroom-standard').next.change?.on, 20270301)
  })

  it('rest each on its own entries: the space standard on no sex and no couple', () => {
    const kindsOf = (standard: string): string[] =>
      [
        ...new Set(answer(family, standard).found.restsOn.map((id) => family.find((one) => one.id === id)?.kind ?? '')),
      ].toSorted()
    assert.deepEqual(kindsOf('space-standard-1985'), ['BirthStated', 'RoomsStated', 'SleepsHereStated'])
    assert.deepEqual(kindsOf('bedroom-standard'), [
      'BirthStated',
      'RelationshipStated',
      'RoomsStated',
      'SexStated',
      'SleepsHereStated',
    ])
  })

  it('take a couple from the landlord’s list where nobody stated a relationship', () => {
    const said = [
      ...family.filter(({ kind }) => kind !== 'RelationshipStated' && kind !== 'SleepsHereStated'),
      sleeps('landlord', 'a', 'yes', { relationshipToLead: 'lead' }),
      sleeps('landlord', 'b', 'yes', { relationshipToLead: 'partner' }),
    ]
    assert.equal(
      answer(said, 'bedroom-standard').found.sentences[0],
      'Not overcrowded by the bedroom standard: 1 bedroom needed, 1 available.',
    )
  })

  it('say what would be so if somebody of whom it is not known slept here too', () => {
    const said = [
      ...family.filter((one) => !(SleepsHereStated.is(one) && one.body.record !== 'record:a')),
      sleeps('landlord', 'c', 'not-known'),
    ]
    const answers = answer(said, 'bedroom-standard')
    assert.equal(answers.found.answer.standard === 'bedroom-standard' && answers.found.answer.overcrowded, false)
    const other = answers.ifTheyDo?.results.find(({ standard }) => standard === 'bedroom-standard')
    assert.equal(other?.standard === 'bedroom-standard' && other.overcrowded, true)
  })

  it('count twins expected apart, once for each', () => {
    const said = [
      ...family,
      entry(
        'maternity',
        PregnancyStated.of({
          subjects: [aboutRecord('record:a')],
          body: { pregnancy: '0198c0de-0000-7000-8000-000000000001', expected: '2027-02', babies: 2 },
        }),
      ),
    ]
    assert.deepEqual(answer(said, 'bedroom-standard').household.expected, [20270228, 20270228])
  })

  it('say why there are none where nobody is said to sleep here', () => {
    assert.deepEqual(answersFor(homeFacts(home, [], persons, on), new Map(), [], on), {
      cannot: ['nobody-sleeps-here'],
    })
  })

  it('do not depend on the order in which entries are read', () => {
    const expected = JSON.stringify(answer(family, 'bedroom-standard').answers)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(family, { minLength: family.length }),
        (shuffled) => JSON.stringify(answer(shuffled, 'bedroom-standard').answers) === expected,
      ),
      { numRuns: 30 },
    )
  })

  it('give the old answer when read as known before a correction', () => {
    const first = family.find(RoomsStated.is)
    assert.ok(first !== undefined)
    const right = entry('landlord', {
      ...RoomsStated.of({
        subjects: first.subjects,
        body: {
          rooms: [
            room('Bedroom', 'bedroom', 120),
            room('Second bedroom', 'bedroom', 90),
            room('Living room', 'living', 140),
          ],
        },
      }),
      corrects: first.id,
    })
    const before = answer(family, 'space-standard-1985').found.sentences
    assert.notDeepEqual(answer([...family, right], 'space-standard-1985').found.sentences, before)
    assert.deepEqual(
      answer(
        [...family, right].filter((one) => one.recordedAt.epochMilliseconds < right.recordedAt.epochMilliseconds),
        'space-standard-1985',
      ).found.sentences,
      before,
    )
  })
})

describe('what is not known of a home', () => {
  it('is somebody’s task, and a baby’s place is asked of who visits babies', () => {
    const said = [
      ...person('a', '1990-01-01', 'female'),
      ...person('c', '2026-09-01', 'male'),
      sleeps('landlord', 'a', 'yes'),
      sleeps('landlord', 'c', 'yes'),
    ]
    const unknowns = notKnownOf(homeFacts(home, said, persons, on), peopleIn(said))
    assert.ok(unknowns.some(({ what, ask }) => what === 'rooms' && ask === 'housing-officer'))
    assert.ok(
      unknowns.some(
        (one) => one.what === 'sleeping-place' && one.person === 'person:c' && one.ask === 'health-visitor',
      ),
    )
  })

  it('is nothing about lift and stairs where the front door is on the ground floor', () => {
    const ground = entry('landlord', HomeDescribed.of({ subjects: [aboutHome(home)], body: { entranceFloor: 0 } }))
    assert.ok(
      !notKnownOf(homeFacts(home, [ground], persons, on), new Map()).some(
        ({ what }) => what === 'lift' || what === 'flights',
      ),
    )
  })
})

describe('where somebody sleeps', () => {
  const arrangement = (agency: string, name: string, happenedOn: string): Entry =>
    entry(
      agency,
      SleepingArrangementStated.of({
        subjects: [aboutHome(home), aboutRecord('record:a')],
        happenedOn,
        body: { record: 'record:a', room: { name }, place: 'own-bed', with: [], knownHow: 'seen' },
      }),
    )
  it('is where it was last seen or told, whoever recorded it last', () => {
    const facts = homeFacts(
      home,
      [arrangement('csc', 'Back room', '2026-10-01'), arrangement('landlord', 'Front room', '2026-09-01')],
      persons,
      on,
    )
    assert.equal(facts.arrangements.get('person:a')?.room, 'Back room')
  })
})

describe('nights in bed and breakfast', () => {
  const stay = { placement: 'p', type: 'bed-and-breakfast', startedOn: '2026-10-01', case: 'HL-1' } as const
  const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
  it('count the first night as one: 28, 38 and 43 are reached on the days that the six weeks of the Order make', () => {
    assert.equal(nightsOf(stay, day('2026-10-01')), 1)
    assert.deepEqual(
      ['2026-10-27', '2026-10-28', '2026-11-07', '2026-11-11', '2026-11-12'].map(
        (text) => bedAndBreakfast([stay], day(text), days)?.reached,
      ),
      ['none', 'first', 'second', 'second', 'breach'],
    )
    assert.equal(bedAndBreakfast([stay], day('2026-11-09'), days)?.nights, 40)
    assert.equal(bedAndBreakfast([stay], day('2026-11-09'), days)?.next?.toString(), '2026-11-12')
  })
  it('are a total over the stays of one case', () => {
    const earlier = { ...stay, placement: 'q', startedOn: '2026-08-01', endedOn: '2026-08-11' }
    assert.equal(bedAndBreakfast([earlier, stay], day('2026-10-01'), days)?.nights, 11)
    assert.equal(bedAndBreakfast([{ ...earlier, case: 'HL-2' }, stay], day('2026-10-01'), days)?.nights, 1)
  })
  it('are counted once where two rooms are had at once', () => {
    const second = { ...stay, placement: 'q', startedOn: '2026-10-04' }
    const within = { ...stay, placement: 'r', startedOn: '2026-10-02', endedOn: '2026-10-03' }
    assert.equal(bedAndBreakfast([second, within, stay], day('2026-10-10'), days)?.nights, 10)
  })
  it('are none once the stay has ended', () => {
    assert.equal(bedAndBreakfast([{ ...stay, endedOn: '2026-10-05' }], day('2026-10-05'), days), undefined)
    assert.equal(nightsOf({ ...stay, endedOn: '2026-10-05' }, on), 4)
  })
})
