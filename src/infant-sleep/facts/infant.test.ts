import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { EntryWithdrawn } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { entry } from '#record/testing/said.ts'
import { BabyIllnessStated, BirthWeightStated, GestationAtBirthStated, SmokingNearBabyStated } from '../entries.ts'
import type { Says } from '../entries.ts'
import { infantNumbers } from '../policies.ts'
import { aboutRecord } from '../subjects.ts'
import { homeInfantFacts } from './home.ts'
import { infantFacts } from './infant.ts'
import type { Baby, InfantFacts } from './infant.ts'

const on = Temporal.PlainDate.from('2026-03-10')
const numbers = infantNumbers([], on)
const pregnancy = '0198a000-0000-7000-8000-000000000001'
const wren: Baby = { records: ['record:wren', 'record:wren-ward'], pregnancies: [pregnancy] }
const bram: Baby = { records: ['record:bram'], pregnancies: [pregnancy] }
const day = (happenedOn: string | undefined) => (happenedOn === undefined ? {} : { happenedOn })

const born = (agency: string, weeks: number, days?: number, record = 'record:wren', happenedOn?: string): Entry =>
  entry(
    agency,
    GestationAtBirthStated.of({
      subjects: [aboutRecord(record)],
      ...day(happenedOn),
      body: { knownHow: 'read', at: days === undefined ? { weeks } : { weeks, days } },
    }),
  )
const weeksNotKnown = (agency: string): Entry =>
  entry(
    agency,
    GestationAtBirthStated.of({ subjects: [aboutRecord('record:wren')], body: { knownHow: 'told', at: 'not-known' } }),
  )
const weighed = (agency: string, grams: number | 'not-known', record = 'record:wren'): Entry =>
  entry(agency, BirthWeightStated.of({ subjects: [aboutRecord(record)], body: { knownHow: 'read', grams } }))
const smoke = (agency: string, says: Says, happenedOn = '2026-03-01', record = 'record:wren'): Entry =>
  entry(
    agency,
    SmokingNearBabyStated.of({ subjects: [aboutRecord(record)], happenedOn, body: { knownHow: 'told', says } }),
  )
const smokeExpected = (agency: string, says: Says, happenedOn = '2025-11-01'): Entry =>
  entry(
    agency,
    SmokingNearBabyStated.of({
      subjects: [aboutRecord('record:mother')],
      happenedOn,
      body: { knownHow: 'told', says, pregnancy },
    }),
  )
const ill = (agency: string, says: Says, happenedOn: string, record = 'record:wren'): Entry =>
  entry(agency, BabyIllnessStated.of({ subjects: [aboutRecord(record)], happenedOn, body: { knownHow: 'seen', says } }))
const takenBack = (agency: string, one: Entry): Entry =>
  entry(agency, EntryWithdrawn.of({ subjects: one.subjects, corrects: one.id, body: { reason: 'Another baby.' } }))

const facts = (entries: readonly Entry[], baby = wren, at = on): InfantFacts => infantFacts(baby, entries, numbers, at)
const answers = (entries: readonly Entry[], baby = wren, at = on): string[] => {
  const { earlyOrSmall, smoker, ill: illness } = facts(entries, baby, at)
  return [earlyOrSmall.is, smoker.is, illness.is]
}

describe('a baby who came early or small', () => {
  it('was born before 37 weeks: 36 weeks and 6 days is early, 37 weeks is not', () => {
    assert.deepEqual(
      [born('ward', 36, 6), born('ward', 37, 0)].map((one) => facts([one, weighed('ward', 3000)]).earlyOrSmall.is),
      ['yes', 'no'],
    )
  })

  it('weighed 2,500 grams or less at birth: that weight included', () => {
    assert.deepEqual(
      [2500, 2501].map((grams) => facts([born('ward', 40), weighed('ward', grams)]).earlyOrSmall.is),
      ['yes', 'no'],
    )
  })

  it('is early by weeks alone, and small by weight alone; that they were neither takes both', () => {
    assert.equal(facts([born('ward', 34)]).earlyOrSmall.is, 'yes')
    assert.equal(facts([weighed('ward', 2100)]).earlyOrSmall.is, 'yes')
    assert.equal(facts([born('ward', 40, 2)]).earlyOrSmall.is, 'not-known')
    assert.equal(facts([weighed('ward', 3400)]).earlyOrSmall.is, 'not-known')
    assert.equal(facts([born('ward', 40), weighed('ward', 'not-known')]).earlyOrSmall.is, 'not-known')
  })

  it('is judged by the settings of the day', () => {
    const earlier = { ...numbers, earlyBeforeWeeks: 35, smallUpToGrams: 2000 }
    assert.equal(infantFacts(wren, [born('ward', 36), weighed('ward', 2400)], earlier, on).earlyOrSmall.is, 'no')
  })
})

describe('what agencies say of a baby', () => {
  it('stands beside each other: a yes of any is a yes, and all are shown', () => {
    const { smoking, smoker } = facts([smoke('visiting', 'yes'), smoke('practice', 'no', '2026-03-08')])
    assert.equal(smoker.is, 'yes')
    assert.deepEqual(
      smoking.said.map(({ value, basis }) => [basis.agency, value]),
      [
        ['agency:practice', 'no'],
        ['agency:visiting', 'yes'],
      ],
    )
  })

  it('is replaced by the same agency’s later word, whichever of the baby’s records it is about', () => {
    assert.equal(
      facts([smoke('visiting', 'yes', '2026-03-01'), smoke('visiting', 'no', '2026-03-05', 'record:wren-ward')]).smoker
        .is,
      'no',
    )
    assert.equal(
      facts([
        born('ward', 36, 0, 'record:wren', '2026-02-20'),
        born('ward', 38, 0, 'record:wren', '2026-02-10'),
        weighed('ward', 3000),
      ]).earlyOrSmall.is,
      'no',
      'how a baby was born does not change with the day: the later word counts',
    )
  })

  it('is not replaced by an older day told later: of smoke the day counts', () => {
    assert.equal(
      facts([smoke('visiting', 'yes', '2026-03-05'), smoke('visiting', 'no', '2026-02-01')]).smoker.is,
      'yes',
    )
  })

  it('is not overruled by "not known", from whomever', () => {
    assert.deepEqual(
      answers([
        smoke('visiting', 'yes'),
        smoke('visiting', 'not-known', '2026-03-09'),
        smoke('practice', 'not-known', '2026-03-09'),
        born('ward', 35),
        weeksNotKnown('ward'),
      ]),
      ['yes', 'yes', 'not-known'],
    )
    assert.deepEqual(
      facts([smoke('visiting', 'not-known')]).smoking.notKnownBy.map(({ basis }) => basis.agency),
      ['agency:visiting'],
    )
  })

  it('gives way when it is taken back, or put right', () => {
    const yes = smoke('visiting', 'yes')
    assert.equal(facts([yes, takenBack('visiting', yes)]).smoker.is, 'not-known')
    const wrong = weighed('ward', 2300)
    const right = { ...weighed('ward', 3200), corrects: wrong.id }
    assert.equal(facts([born('ward', 40), wrong, right]).earlyOrSmall.is, 'no')
    assert.equal(facts([born('ward', 40), wrong]).earlyOrSmall.is, 'yes', 'as known before it was put right')
  })

  it('counts from the day of which it was said, and not before', () => {
    assert.equal(facts([smoke('visiting', 'yes', '2026-03-11')]).smoker.is, 'not-known')
  })
})

describe('a baby who is ill', () => {
  it('was so on a day: the answer holds for seven days, that day included, and is then not known again', () => {
    const said = [ill('visiting', 'yes', '2026-03-03')]
    assert.equal(facts(said, wren, on.subtract({ days: 1 })).ill.is, 'yes')
    assert.equal(facts(said).ill.is, 'not-known')
    assert.equal(facts(said, wren, on.subtract({ days: 1 })).illnessAgesOn?.toString(), '2026-03-10')
    assert.deepEqual(
      facts(said).illnessBefore.map(({ value, asOf }) => [value, asOf.toString()]),
      [['yes', '2026-03-03']],
    )
  })

  it('"no" grows old too, after 28 days: it never becomes a lasting no', () => {
    assert.equal(facts([ill('visiting', 'no', '2026-02-11')]).ill.is, 'no')
    assert.equal(facts([ill('visiting', 'no', '2026-02-10')]).ill.is, 'not-known')
  })

  it('is well again when the agency that said so says otherwise', () => {
    assert.equal(facts([ill('visiting', 'yes', '2026-03-05'), ill('visiting', 'no', '2026-03-08')]).ill.is, 'no')
  })
})

describe('smoke near a baby who is expected', () => {
  it('is said of the pregnancy, and of each child born of it until something is said of the child', () => {
    const said = [smokeExpected('maternity', 'yes')]
    assert.equal(facts(said, { records: [], pregnancies: [pregnancy] }).smoker.is, 'yes')
    assert.deepEqual([facts(said).smoker.is, facts(said, bram).smoker.is], ['yes', 'yes'])
    const after = [...said, smoke('maternity', 'no')]
    assert.deepEqual([facts(after).smoker.is, facts(after, bram).smoker.is], ['no', 'yes'])
  })

  it('is nothing that is said of another pregnancy, or of the mother herself', () => {
    assert.equal(
      facts([smokeExpected('maternity', 'yes')], {
        records: ['record:mother'],
        pregnancies: ['0198a000-0000-7000-8000-000000000002'],
      }).smoker.is,
      'not-known',
    )
  })
})

describe('the babies of one home', () => {
  const [early, late, silent] = [
    facts([born('ward', 34), ill('visiting', 'no', '2026-03-08')]),
    facts([born('ward', 40), weighed('ward', 3000), smoke('visiting', 'no'), ill('visiting', 'no', '2026-03-06')]),
    facts([]),
  ]

  it('are early, or ill, or near smoke where one of them is; not so only where each is known not to be', () => {
    assert.equal(homeInfantFacts([early, late], []).premature.is, 'yes')
    assert.equal(homeInfantFacts([late, silent], []).premature.is, 'not-known')
    assert.equal(homeInfantFacts([late], []).premature.is, 'no')
    assert.equal(homeInfantFacts([], []).premature.is, 'not-known')
    assert.equal(homeInfantFacts([early, late], []).agesOn?.toString(), '2026-04-03')
  })

  it('answer of smoke for a baby who is expected in the same home, and not the other way round', () => {
    const expected = facts([smokeExpected('maternity', 'no')], { records: [], pregnancies: [pregnancy] })
    assert.equal(homeInfantFacts([late], [silent]).smoker.is, 'no')
    assert.equal(homeInfantFacts([silent], [expected]).smoker.is, 'not-known')
    assert.equal(homeInfantFacts([], [expected]).smoker.is, 'no')
    assert.equal(
      homeInfantFacts([late], [facts([smokeExpected('maternity', 'yes')], { records: [], pregnancies: [pregnancy] })])
        .smoker.is,
      'yes',
    )
  })
})

describe('for any statements', () => {
  const agency = fc.constantFrom('ward', 'visiting', 'practice')
  const says = fc.constantFrom<Says>('yes', 'no', 'not-known')
  const when = fc.integer({ min: 0, max: 40 }).map((days) => on.subtract({ days }).toString())
  const record = fc.constantFrom('record:wren', 'record:wren-ward', 'record:bram')
  const statement = fc.oneof(
    fc
      .tuple(agency, fc.integer({ min: 30, max: 42 }), record)
      .map(([who, weeks, whose]) => born(who, weeks, undefined, whose)),
    fc
      .tuple(agency, fc.oneof(fc.constant('not-known' as const), fc.integer({ min: 1500, max: 4500 })), record)
      .map(([who, grams, whose]) => weighed(who, grams, whose)),
    fc.tuple(agency, says, when, record).map((said) => smoke(...said)),
    fc.tuple(agency, says, when).map((said) => smokeExpected(...said)),
    fc.tuple(agency, says, when, record).map((said) => ill(...said)),
  )
  const statements = fc.array(statement, { maxLength: 12 })

  it('the order in which they are read never matters', () => {
    fc.assert(
      fc.property(
        statements.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => assert.deepEqual(facts(shuffled), facts(all)),
      ),
    )
  })

  it('a no always rests on somebody’s no: saying only "yes" and "not known" never makes one', () => {
    const neverNo = statements.map((all) =>
      all.filter(
        (one) =>
          one.body?.['says'] !== 'no' && one.body?.['at'] === undefined && typeof one.body?.['grams'] !== 'number',
      ),
    )
    fc.assert(fc.property(neverNo, (all) => assert.ok(!answers(all).includes('no'))))
  })

  it('another "not known" changes no answer', () => {
    fc.assert(
      fc.property(statements, agency, (all, who) => {
        const asked = [
          weeksNotKnown(who),
          weighed(who, 'not-known'),
          smoke(who, 'not-known', on.toString()),
          ill(who, 'not-known', on.toString()),
        ]
        assert.deepEqual(answers([...all, ...asked]), answers(all))
      }),
    )
  })

  it('nothing said of one twin is said of the other', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const ofBram = (one: Entry): boolean => one.subjects.some(({ id }) => id === 'record:bram')
        assert.deepEqual(facts(all.filter((one) => !ofBram(one))), facts(all))
        assert.deepEqual(
          facts(
            all.filter((one) => ofBram(one) || one.subjects.some(({ id }) => id === 'record:mother')),
            bram,
          ),
          facts(all, bram),
        )
      }),
    )
  })

  it('taking everything back leaves nothing known', () => {
    fc.assert(
      fc.property(statements, (all) =>
        assert.deepEqual(answers([...all, ...all.map((one) => takenBack('ward', one))]), [
          'not-known',
          'not-known',
          'not-known',
        ]),
      ),
    )
  })

  it('a day on which an answer ages changes it on that day and not before', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const { illnessAgesOn, ill: now } = facts(all)
        if (illnessAgesOn === undefined) return
        const { illness } = facts(all, wren, illnessAgesOn)
        assert.deepEqual(facts(all, wren, illnessAgesOn.subtract({ days: 1 })).ill, now)
        assert.ok(illness.said.length < facts(all).illness.said.length)
      }),
    )
  })
})
