import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sentenceOf } from '../in-words.ts'
import type { HomeForRules } from '../home-for-rules.ts'
import type { AlertSettings } from '../policies.ts'
import { settingsOn } from '../policies.ts'
import { aHome, ageNotKnown, anEntry, born, day, due, isNot, isSo, settings, shortOf } from '../testing/homes.ts'
import type { Finding } from './index.ts'
import { findingsOf, nextLookOn, significantOvercrowding } from './index.ts'

const today = '2026-11-23'
const raised = (home: HomeForRules, by: AlertSettings = settings({ priorityList: false })): Finding[] =>
  findingsOf(home, by)
const levels = (home: HomeForRules, by?: AlertSettings): string[] => raised(home, by).map(({ level }) => level)
const missing = (home: HomeForRules, part: string, by?: AlertSettings): string[] =>
  raised(home, by)
    .filter((finding) => finding.part === part && finding.level === 'find-out')
    .flatMap(({ reasons }) => reasons.map((reason) => (reason.code === 'not-known' ? reason.what : reason.code)))
const nobodySaid: HomeForRules['infant'] = {
  premature: { is: 'not-known' },
  smoker: { is: 'not-known' },
  ill: { is: 'not-known' },
  ownSleepPlace: { is: 'not-known' },
  earlierPlan: { is: 'not-known' },
}
const allWell: HomeForRules['infant'] = {
  premature: isNot,
  smoker: isNot,
  ill: isNot,
  ownSleepPlace: isSo,
  earlierPlan: isNot,
}

describe('an overcrowded home with a child', () => {
  it('raises nothing until the partnership switches it on', () => {
    const off = settingsOn([], day(today))
    assert.equal(off.overcrowding, 'off')
    assert.deepEqual(
      findingsOf(aHome(today, ['2026-08-01'], { short: shortOf(3), infant: { ...allWell, smoker: isSo } }), off),
      [],
    )
  })

  it('short of one bedroom with no child under five is only shown, and asks nobody', () => {
    const [note, ...more] = raised(aHome(today, ['2015-01-01'], { short: shortOf(1) }))
    assert.equal(note?.level, 'show-on-record')
    assert.deepEqual(note.audience, [])
    assert.deepEqual(more, [])
  })

  it('short of one bedroom with a child under five asks the housing officer for the short check', () => {
    const [check] = raised(aHome(today, ['2022-06-01'], { short: shortOf(1) }))
    assert.equal(check?.level, 'short-check')
    assert.deepEqual(check.audience, ['housing-officer'])
    assert.equal(
      sentenceOf(check.reasons),
      'Short of 1 bedroom by the bedroom standard (3 needed, 2 available); 1 child in the home, 1 under five.',
    )
  })

  it('asks for the short check until the day before the fifth birthday, and not from it', () => {
    const child = '2022-03-01'
    assert.deepEqual(levels(aHome('2027-02-28', [child], { short: shortOf(1) })), ['short-check'])
    assert.deepEqual(levels(aHome('2027-03-01', [child], { short: shortOf(1) })), ['show-on-record'])
  })

  it('asks for the short check where somebody is expecting, also without a child', () => {
    assert.deepEqual(levels(aHome(today, [], { short: shortOf(1), expected: [due('2027-05-01')] })), ['short-check'])
  })

  it('asks for the short check where a child lives with mould, with the landlord’s delay in the sentence', () => {
    const mould = { what: 'mould', reportedOn: '2026-09-01', dueOn: '2026-10-01', entry: anEntry() }
    const [check] = raised(aHome(today, ['2012-01-01'], { conditions: [mould] }))
    assert.equal(check?.level, 'short-check')
    assert.match(
      sentenceOf(check.reasons),
      /mould reported on 1 September 2026 and not put right; the landlord’s next step was due on 1 October 2026/u,
    )
    assert.deepEqual(levels(aHome(today, [], { conditions: [mould] })), [], 'a home without a child')
  })

  it('short of two bedrooms with any child asks for an offer of early help', () => {
    assert.deepEqual(levels(aHome(today, ['2014-01-01'], { short: shortOf(2) })), ['early-help-offer'])
    assert.deepEqual(levels(aHome(today, [], { short: shortOf(2) })), [], 'adults alone')
  })

  it('asks for an offer of early help where the Housing Act is contravened, or beyond 28 nights in bed and breakfast', () => {
    assert.deepEqual(
      levels(
        aHome(today, ['2014-01-01'], { statutory: { is: 'yes', by: ['space-standard-1985'], entries: [anEntry()] } }),
      ),
      ['early-help-offer'],
    )
    const nights = (nights: number): HomeForRules =>
      aHome(today, ['2014-01-01'], { bedAndBreakfast: { since: '2026-10-26', nights, entries: [anEntry()] } })
    assert.deepEqual(levels(nights(28)), [])
    assert.deepEqual(levels(nights(29)), ['early-help-offer'])
  })

  it('asks who works with a baby for a discussion the same day, for each circumstance alone, and says so to nobody in housing', () => {
    for (const [circumstance, is] of [
      ['premature', isSo],
      ['smoker', isSo],
      ['ill', isSo],
      ['earlierPlan', isSo],
      ['ownSleepPlace', isNot],
    ] as const) {
      const found = raised(
        aHome(today, ['2026-06-01'], { short: shortOf(2), infant: { ...allWell, [circumstance]: is } }),
      )
      assert.deepEqual(
        found.map(({ part, level }) => `${part} ${level}`),
        ['housing early-help-offer', 'infant same-day-discussion'],
        circumstance,
      )
      assert.equal(found[1]?.audience.includes('housing-officer'), false)
    }
    assert.deepEqual(levels(aHome(today, ['2026-06-01'], { short: shortOf(2), infant: allWell })), ['early-help-offer'])
  })

  it('says the same to housing whatever is known of a baby', () => {
    const housing = (infant: HomeForRules['infant']): string => {
      const home = aHome(today, ['2026-06-01'], { short: shortOf(2), infant })
      return JSON.stringify(
        raised(home)
          .filter(({ audience }) => audience.includes('housing-officer'))
          .map(({ level, reasons, audience }) => ({ level, reasons, audience })),
      )
    }
    assert.equal(housing(allWell), housing({ ...allWell, smoker: isSo, earlierPlan: isSo }))
    assert.equal(housing(allWell), housing(nobodySaid))
  })

  it('treats a baby due within 12 weeks as here, from the day and not before', () => {
    const home = (on: string): HomeForRules =>
      aHome(on, ['2015-01-01'], {
        short: shortOf(2),
        expected: [due('2027-03-01')],
        infant: { ...nobodySaid, smoker: isSo },
      })
    assert.deepEqual(levels(home('2026-12-06')), ['early-help-offer'])
    assert.deepEqual(levels(home('2026-12-07')), ['early-help-offer', 'same-day-discussion'])
  })

  it('names twins as two babies expected', () => {
    const [found] = raised(
      aHome(today, ['2015-01-01'], { short: shortOf(1), expected: [{ ...due('2027-03-01'), babies: 2 }] }),
    )
    assert.match(sentenceOf(found?.reasons ?? []), /2 babies are expected, due 1 March 2027/u)
  })

  it('by the Housing Act alone raises nothing for a shortfall of bedrooms', () => {
    const by = settings({ overcrowding: 'statutory-only', priorityList: false })
    assert.deepEqual(
      levels(aHome(today, ['2026-06-01'], { short: shortOf(3), infant: { ...allWell, smoker: isSo } }), by),
      [],
    )
    assert.deepEqual(
      levels(
        aHome(today, ['2026-06-01'], { statutory: { is: 'yes', by: ['room-standard-1985'], entries: [anEntry()] } }),
        by,
      ),
      ['early-help-offer'],
    )
  })

  it('never speaks of neglect, and never of what the family did', () => {
    for (const { reasons } of raised(
      aHome(today, ['2026-06-01'], { short: shortOf(2), infant: { ...allWell, smoker: isSo } }),
    ))
      assert.doesNotMatch(sentenceOf(reasons), /neglect|fail|refus|poor|risk score/iu)
  })
})

describe('what nobody has recorded', () => {
  it('is asked of the housing officer where the number of bedrooms is not known', () => {
    const home = aHome(today, ['2022-06-01'], { short: { is: 'not-known' }, statutory: { is: 'not-known' } })
    assert.deepEqual(levels(home), ['find-out'])
    assert.deepEqual(missing(home, 'housing-officer'), ['bedrooms', 'room-sizes'])
  })

  it('never reads as no: a shortfall that turns on a sex nobody has recorded is asked about', () => {
    assert.deepEqual(missing(aHome(today, ['2022-06-01'], { short: shortOf(0, 1) }), 'housing-officer'), ['sex-or-age'])
  })

  it('asks for no size of rooms where no bedroom is short', () => {
    assert.deepEqual(levels(aHome(today, ['2022-06-01'], { short: shortOf(0), statutory: { is: 'not-known' } })), [])
    assert.deepEqual(
      missing(aHome(today, ['2022-06-01'], { short: shortOf(1), statutory: { is: 'not-known' } }), 'housing-officer'),
      ['room-sizes'],
    )
  })

  it('asks for a birth date where an age would make the home one with a child', () => {
    const home = aHome(today, [], { short: shortOf(2) })
    assert.deepEqual(missing({ ...home, people: [...home.people, ageNotKnown()] }, 'housing-officer'), ['birth-date'])
  })

  it('asks the health visitor what matters for a baby only where two bedrooms are short, and who leads the work for earlier plans', () => {
    const home = aHome(today, ['2026-06-01'], { short: shortOf(2), infant: nobodySaid })
    assert.deepEqual(missing(home, 'health-visitor'), ['illness', 'premature', 'sleep-place', 'smoker'])
    assert.deepEqual(missing(home, 'lead-practitioner'), ['earlier-plans'])
    assert.deepEqual(missing({ ...home, short: shortOf(1) }, 'health-visitor'), [])
    assert.deepEqual(
      missing({ ...home, infant: { ...nobodySaid, smoker: isSo } }, 'health-visitor'),
      [],
      'one circumstance is enough',
    )
  })

  it('asks of a baby who is not born yet only who smokes, and for a due date that nobody knows', () => {
    const home = aHome('2027-02-01', ['2015-01-01'], {
      short: shortOf(2),
      expected: [due('2027-03-01')],
      infant: nobodySaid,
    })
    assert.deepEqual(missing(home, 'health-visitor'), ['smoker'])
    assert.deepEqual(missing({ ...home, expected: [{ babies: 'not-known', entries: [] }] }, 'health-visitor'), [
      'due-date',
    ])
  })

  it('asks for facts to be confirmed once they are older than the partnership allows', () => {
    const home = aHome(today, ['2022-06-01'], { short: shortOf(1), confirmedOn: day('2025-11-24') })
    assert.deepEqual(missing(home, 'housing-officer'), [])
    assert.deepEqual(missing({ ...home, confirmedOn: day('2025-11-23') }, 'housing-officer'), ['facts-are-old'])
  })

  it('asks who sleeps in a home from which somebody applied, and not in one that may be empty', () => {
    const empty = { ...aHome(today, []), people: [], short: { is: 'not-known' } as const }
    assert.deepEqual(levels(empty), [])
    assert.deepEqual(
      missing({ ...empty, applications: [{ status: 'active', entry: anEntry() }] }, 'housing-officer', settings()),
      ['who-sleeps-here'],
    )
  })
})

describe('a child in a home on the priority list', () => {
  const home = (status: string, children: readonly string[], more: object = {}): HomeForRules =>
    aHome(today, children, { applications: [{ status, registeredOn: '2021-02-01', entry: anEntry(), ...more }] })
  const question = settings({ overcrowding: 'off' })

  it('asks the landlord’s officer to consider a referral, also where the application is suspended', () => {
    for (const status of ['active', 'suspended']) {
      const [found] = findingsOf(home(status, ['2018-01-01']), question)
      assert.equal(found?.level, 'consider-referral')
      assert.deepEqual(found.audience, ['housing-officer'])
      assert.deepEqual(found.recommendations, [4])
    }
  })

  it('asks nothing of a home without a child, or without an application, or where it is switched off', () => {
    assert.deepEqual(findingsOf(home('active', []), question), [])
    assert.deepEqual(findingsOf(aHome(today, ['2018-01-01']), question), [])
    assert.deepEqual(findingsOf(home('closed', ['2018-01-01']), question), [])
    assert.deepEqual(findingsOf(home('active', ['2018-01-01']), { ...question, priorityList: false }), [])
  })

  it('treats months without a bid as a reason to ask and help, never as a lack of need', () => {
    const [found] = findingsOf(home('active', ['2018-01-01'], { lastBidOn: '2026-01-05' }), question)
    assert.match(
      sentenceOf(found?.reasons ?? []),
      /no bid is recorded since 5 January 2026: ask why, and help with bidding; it is never a sign that there is no need/u,
    )
    const [recent] = findingsOf(home('active', ['2018-01-01'], { lastBidOn: '2026-11-01' }), question)
    assert.doesNotMatch(sentenceOf(recent?.reasons ?? []), /no bid/u)
  })
})

describe('when to look again', () => {
  it('is the next birthday a rule looks at: 1, 5 and 18, and 1 March for a child of 29 February', () => {
    assert.equal(nextLookOn(aHome(today, ['2026-02-10'], {}), settings())?.toString(), '2027-02-10')
    const leap = aHome('2024-06-01', ['2024-02-29'])
    assert.equal(
      nextLookOn({ ...leap, confirmedOn: day('2024-06-01') }, settings({ dataAgeDays: 1826 }))?.toString(),
      '2025-03-01',
    )
  })

  it('is the day on which nights, weeks without a bid, overdue works or old facts turn', () => {
    const of = (more: Partial<HomeForRules>): string | undefined =>
      nextLookOn(aHome(today, [], { confirmedOn: day('2026-11-01'), ...more }), settings())?.toString()
    assert.equal(of({}), '2027-11-01')
    assert.equal(of({ bedAndBreakfast: { since: '2026-11-01', nights: 23, entries: [] } }), '2026-11-29')
    assert.equal(
      of({
        applications: [{ status: 'active', registeredOn: '2020-01-01', lastBidOn: '2026-07-01', entry: anEntry() }],
      }),
      '2026-12-30',
    )
    assert.equal(
      of({ conditions: [{ what: 'mould', reportedOn: '2026-11-01', dueOn: '2026-12-01', entry: anEntry() }] }),
      '2026-12-02',
    )
    assert.equal(of({ expected: [due('2027-03-01')] }), '2026-12-07')
  })

  it('never lets a finding change on a day that was not foretold', () => {
    const births = fc.array(fc.integer({ min: 0, max: 8000 }), { maxLength: 4 })
    fc.assert(
      fc.property(
        births,
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 250 }),
        (ages, short, dueIn, later) => {
          const at = (on: Temporal.PlainDate): HomeForRules => ({
            ...aHome(
              on.toString(),
              ages.map((days) => day(today).subtract({ days }).toString()),
              { confirmedOn: day(today), infant: { ...nobodySaid, smoker: isSo } },
            ),
            short: {
              is: 'known',
              least: short,
              most: short,
              needed: 2,
              available: 1,
              standard: 'bedroom-standard',
              entries: [],
            },
            expected: [
              {
                babies: 1,
                due: {
                  said: day(today).add({ weeks: dueIn }).toString(),
                  first: day(today).add({ weeks: dueIn }),
                  last: day(today).add({ weeks: dueIn }),
                },
                entries: [],
              },
            ],
          })
          const now = at(day(today))
          const next = nextLookOn(now, settings())
          const then = day(today).add({ days: later })
          if (next !== undefined && Temporal.PlainDate.compare(next, then) <= 0) return
          const said = (home: HomeForRules): string =>
            JSON.stringify(findingsOf(home, settings()).map(({ level, reasons }) => ({ level, reasons })))
          assert.equal(said(at(then)), said(now))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('significant overcrowding, for who must come to a conference', () => {
  it('is two bedrooms short or the Housing Act contravened, unless the partnership defines it otherwise', () => {
    const by = (significant: string, home: HomeForRules): string =>
      significantOvercrowding(home, settings({ significant })).is
    assert.equal(by('two-bedrooms-or-statutory', aHome(today, [], { short: shortOf(1) })), 'not-met')
    assert.equal(by('two-bedrooms-or-statutory', aHome(today, [], { short: shortOf(2) })), 'met')
    assert.equal(by('one-bedroom-or-statutory', aHome(today, [], { short: shortOf(1) })), 'met')
    assert.equal(by('statutory', aHome(today, [], { short: shortOf(3) })), 'not-met')
    assert.equal(by('statutory', aHome(today, [], { statutory: { is: 'not-known' } })), 'not-known')
  })
})

it('does not depend on the order of the people', () => {
  const home = aHome(today, ['2026-06-01', '2022-01-01', '2014-01-01'], { short: shortOf(2) })
  const said = (people: HomeForRules['people']): string =>
    JSON.stringify(raised({ ...home, people }).map(({ level, reasons }) => ({ level, reasons })))
  fc.assert(
    fc.property(fc.shuffledSubarray([...home.people], { minLength: home.people.length }), (people) =>
      assert.equal(said(people), said(home.people)),
    ),
    { numRuns: 30 },
  )
  assert.ok(born('2020-01-01', day(today)).born)
})
