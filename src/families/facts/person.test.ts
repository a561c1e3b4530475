import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { EntryWithdrawn } from '#record/index.ts'
import {
  AddressStated,
  BirthStated,
  ChildOfPregnancyBorn,
  DeathStated,
  NamesStated,
  PregnancyEnded,
  PregnancyStated,
} from '../entries/index.ts'
import { aboutRecord, atHome, mentionsRecord } from '../subjects.ts'
import { entry } from '#record/testing/said.ts'
import { ageOn, isChild } from './age.ts'
import { personFacts } from './person.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const child = 'record:child'
const born = (on: string) => BirthStated.of({ subjects: [aboutRecord(child)], body: { on } })
const pregnancy = '3c1d1e52-6f0a-4d53-9f5c-0a4a3f6f1b11'

describe('how old somebody is', () => {
  it('makes a child of 29 February a year older on 1 March', () => {
    const [before, after] = [ageOn('2024-02-29', day('2025-02-28')), ageOn('2024-02-29', day('2025-03-01'))]
    assert.equal(before.kind === 'exactly' && before.years, 0)
    assert.equal(after.kind === 'exactly' && after.years, 1)
  })

  it('gives two ages where only a year or a month was said, and never a middle', () => {
    assert.deepEqual(ageOn('2022', day('2026-06-01')), { kind: 'between', least: 3, most: 4 })
    assert.deepEqual(ageOn('2026-06', day('2026-06-10')), { kind: 'between', least: 0, most: 0 })
    assert.deepEqual(ageOn('2027', day('2026-06-01')), { kind: 'not-yet-born' })
    assert.deepEqual(ageOn(undefined, day('2026-06-01')), { kind: 'not-known' })
  })

  it('calls nobody an adult or a child whose year of birth leaves it open', () => {
    assert.equal(isChild(ageOn('2008', day('2026-06-01'))), 'not-known')
    assert.equal(isChild(ageOn('2008-05', day('2026-06-01'))), 'no')
    assert.equal(isChild(ageOn('2008-06-02', day('2026-06-01'))), 'yes')
    assert.equal(isChild({ kind: 'not-known' }), 'not-known')
  })

  it('holds the exact age between the two that the year alone gives', () => {
    const date = fc.integer({ min: 0, max: 9000 }).map((days) => day('2001-01-01').add({ days }))
    fc.assert(
      fc.property(date, date, (birth, on) => {
        const exact = ageOn(birth.toString(), on)
        const loose = ageOn(String(birth.year), on)
        if (exact.kind === 'exactly' && loose.kind === 'between')
          assert.ok(loose.least <= exact.years && exact.years <= loose.most)
        else assert.equal(exact.kind, 'not-yet-born')
      }),
    )
  })
})

describe('what agencies say of one person', () => {
  it('shows both birth dates with their source where two agencies differ, the last said first', () => {
    const said = [entry('csc', born('2019-06-01')), entry('school', born('2019-06-02'))]
    const { birth } = personFacts([child], said, day('2025-01-01'))
    assert.equal(birth.contested, true)
    assert.deepEqual(
      [birth.shown, ...birth.others].map((one) => [one?.value, one?.basis[0]?.agency]),
      [
        ['2019-06-02', 'agency:school'],
        ['2019-06-01', 'agency:csc'],
      ],
    )
  })

  it('shows the exact date where another agency knows the year only, and calls that no contradiction', () => {
    const said = [entry('csc', born('2019-06-01')), entry('school', born('2019'))]
    const { birth } = personFacts([child], said, day('2025-01-01'))
    assert.equal(birth.contested, false)
    assert.equal(birth.shown?.value, '2019-06-01')
    assert.deepEqual(
      birth.others.map(({ value }) => value),
      ['2019'],
    )
  })

  it('lets an agency’s later statement replace its own and nobody else’s', () => {
    const said = [
      entry('csc', born('2019-06-01')),
      entry('school', born('2019-06-01')),
      entry('csc', born('2018-06-01')),
    ]
    const { birth } = personFacts([child], said, day('2025-01-01'))
    assert.deepEqual(
      [birth.shown, ...birth.others].map((one) => one?.value),
      ['2018-06-01', '2019-06-01'],
    )
  })

  it('keeps "not known" apart from what is known, with who said so', () => {
    const said = [entry('csc', born('not-known')), entry('school', born('2019'))]
    const { birth } = personFacts([child], said, day('2025-01-01'))
    assert.equal(birth.contested, false)
    assert.equal(birth.shown?.value, '2019')
    assert.deepEqual(
      birth.notKnownBy.map(({ agency }) => agency),
      ['agency:csc'],
    )
  })

  it('calls two spellings of one name no contradiction, and two names one', () => {
    const call = (agency: string, full: string) =>
      entry(agency, NamesStated.of({ subjects: [aboutRecord(child)], body: { names: [{ use: 'usual', full }] } }))
    assert.equal(
      personFacts([child], [call('csc', 'Zoë Núñez'), call('school', 'zoe nunez')], day('2025-01-01')).names.display
        .contested,
      false,
    )
    assert.equal(
      personFacts([child], [call('csc', 'Zoë Núñez'), call('school', 'Chloe Nunez')], day('2025-01-01')).names.display
        .contested,
      true,
    )
  })

  it('stops every notice with a death, and stops counting years', () => {
    const death = entry('hospital', DeathStated.of({ subjects: [aboutRecord(child)], body: { on: '2024-12-30' } }))
    const facts = personFacts([child], [entry('csc', born('2019-06-01')), death], day('2030-01-01'))
    assert.equal(facts.noticesStop, true)
    assert.equal(facts.age.kind === 'exactly' && facts.age.years, 5)
    const back = entry(
      'hospital',
      EntryWithdrawn.of({ subjects: death.subjects, corrects: death.id, body: { reason: 'Another child.' } }),
    )
    assert.equal(
      personFacts([child], [entry('csc', born('2019-06-01')), death, back], day('2030-01-01')).noticesStop,
      false,
    )
  })

  it('ends an address with the next of the same agency, and shows two agencies’ side by side', () => {
    const lives = (agency: string, home: string, trueFrom: string) =>
      entry(
        agency,
        AddressStated.of({
          subjects: [aboutRecord(child), atHome(home)],
          trueFrom,
          body: { type: 'home', address: { lines: [home] } },
        }),
      )
    const said = [
      lives('csc', 'home:b', '2024-05'),
      lives('csc', 'home:a', '2020-01-01'),
      lives('school', 'home:a', '2020-01-01'),
    ]
    const { addresses } = personFacts([child], said, day('2025-01-01'))
    assert.deepEqual(
      addresses.now.map(({ home, basis }) => [home, basis.agency]),
      [
        ['home:b', 'agency:csc'],
        ['home:a', 'agency:school'],
      ],
    )
    assert.equal(addresses.contested, true)
    assert.deepEqual(
      addresses.before.map(({ home, until }) => [home, until]),
      [['home:a', '2024-05']],
    )
  })
})

describe('children who are expected', () => {
  const mother = 'record:mother'
  const expected = entry(
    'maternity',
    PregnancyStated.of({ subjects: [aboutRecord(mother)], body: { pregnancy, expected: '2025-09-01', babies: 2 } }),
  )
  const bornOf = (record: string) =>
    entry(
      'maternity',
      ChildOfPregnancyBorn.of({
        subjects: [aboutRecord(mother), mentionsRecord(record)],
        body: { pregnancy, child: record },
      }),
    )
  const unborn = (...said: ReturnType<typeof entry>[]) =>
    personFacts([mother], said, day('2025-08-01')).pregnancies.map((one) => one.unborn)

  it('counts twins until both are born', () => {
    assert.deepEqual(unborn(expected), [2])
    assert.deepEqual(unborn(expected, bornOf('record:one')), [1])
    assert.deepEqual(unborn(expected, bornOf('record:one'), bornOf('record:two')), [0])
  })

  it('expects nobody once the pregnancy ended, whatever the count was', () => {
    assert.deepEqual(
      unborn(
        expected,
        entry(
          'maternity',
          PregnancyEnded.of({ subjects: [aboutRecord(mother)], body: { pregnancy, on: 'not-known' } }),
        ),
      ),
      [0],
    )
  })

  it('says that the number is not known where nobody said it', () => {
    assert.deepEqual(
      unborn(
        entry(
          'csc',
          PregnancyStated.of({
            subjects: [aboutRecord(mother)],
            body: { pregnancy, expected: 'not-known', babies: 'not-known' },
          }),
        ),
      ),
      ['not-known'],
    )
  })

  it('tells the pregnancy on the mother’s page and not on the child’s', () => {
    assert.deepEqual(personFacts(['record:one'], [expected, bornOf('record:one')], day('2025-08-01')).pregnancies, [])
  })
})
