import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { AlertRaised, ReferralMade, ReferralTakenUp } from '#alerts/index.ts'
import { BirthStated, SexStated } from '#families/index.ts'
import { HomeDescribed, SleepsHereStated } from '#housing/index.ts'
import { overcrowdingQuestion } from '#housing/overcrowding/index.ts'
import type { Entry } from '#record/index.ts'
import { recommendations } from '#recommendations.ts'
import { aHousingDelivery } from '../support/deliveries.ts'
import type { DeliveryBuilder } from '../support/deliveries.ts'
import { engines } from '../support/engines.ts'
import { nothingForbidden } from '../support/forbidden.ts'
import { homesOf, homesSeenTo, manager, openJourney } from '../support/journey.ts'
import type { Journey } from '../support/journey.ts'

/** Who does it: the partnership's manager, who switches the alert on; the landlord's officer; and children's social care. */
const officer = 'user:petra'
const worker = 'user:edda-marsh'

type Person = readonly [name: string, sex: 'female' | 'male', born: string]

/** A flat with one bedroom, and who sleeps in it. */
const flat = (delivery: DeliveryBuilder, number: number, people: readonly Person[]): DeliveryBuilder =>
  people.reduce(
    (so, [name, sex, born]) =>
      so
        .with('people.csv', { person_ref: `${number}-${name}`, full_name: name, date_of_birth: born, sex })
        .with('occupancy.csv', {
          home_ref: `F${number}`,
          person_ref: `${number}-${name}`,
          sleeps_here: 'yes',
          verified_on: '2026-11-02',
        }),
    delivery.with('homes.csv', {
      home_ref: `F${number}`,
      uprn: `1000233300${number}`,
      address: `Flat ${number}, Tide Court, Mast Street`,
      postcode: 'HR2 1AA',
      tenure: 'council',
      unit_type: 'flat',
      bedrooms_recorded: '1',
      officer_ref: 'O1',
      checked_on: '2026-11-02',
    }),
  )

const short = flat(
  flat(aHousingDelivery(), 30, [
    ['Runa', 'female', '1990-03-01'],
    ['Eskil', 'male', '2014-05-05'],
    ['Liv', 'female', '2015-06-06'],
  ]),
  31,
  [
    ['Astrid', 'female', '1988-02-01'],
    ['Bo', 'male', '2016-12-01'],
    ['Saga', 'female', '2018-07-01'],
  ],
)
const oneMore = flat(short, 32, [
  ['Vigdis', 'female', '1991-01-01'],
  ['Odd', 'male', '2013-04-04'],
  ['Ylva', 'female', '2014-08-08'],
]).extractedAt('2026-11-21T02:15:00Z')

for (const engine of engines)
  describe(
    `recommendation 5 on ${engine}: overcrowding raises an alert, so that social care can assess`,
    { concurrency: false },
    () => {
      let journey: Journey
      before(async () => {
        journey = await openJourney(engine, 5, '2026-11-20')
      })
      after(async () => journey.close())

      const askedOn = async (address: string): Promise<string> =>
        new RegExp(`href="(/alerts/alert:[^"]+)">Offer of early help: [^<]*${address}`, 'u').exec(
          (await (await journey.as(officer)).get('/')).text,
        )?.[1] ?? ''
      const nobodyForgotten = async (today: string): Promise<void> =>
        nothingForbidden(
          'a home short of two bedrooms or more with a child, of which nobody is asked and nothing was decided',
          homesForgotten(await journey.record(), today),
        )

      it('asks nobody before the partnership has decided that it shall', async () => {
        await journey.deliver(short)
        const overcrowding = (await journey.record())
          .filter(AlertRaised.is)
          .filter(({ body }) => body.rule === 'overcrowded-home-with-child')
        assert.deepEqual(overcrowding, [])
      })

      it('by a form: the partnership switches it on, and of every such home somebody is asked', async () => {
        const done = await journey.fill(manager, '/settings/overcrowding-alert', {
          value: 'bedroom-standard',
          reason: 'The partnership tries it for a year.',
          'from-day': '20',
          'from-month': '11',
          'from-year': '2026',
        })
        assert.equal(done.status, 303)
        await nobodyForgotten('2026-11-20')
        assert.match(await askedOn('Flat 30'), /^\/alerts\//u)
        assert.equal(await askedOn('Flat 31'), '', 'short of one bedroom')
      })

      it('by a landlord’s next delivery: a home that is new in it', async () => {
        await journey.dayComes('2026-11-22')
        await journey.deliver(oneMore)
        await nobodyForgotten('2026-11-22')
        assert.match(await askedOn('Flat 32'), /^\/alerts\//u)
      })

      it('by a day that comes: a boy turns ten, and may not share with his sister any more', async () => {
        await journey.dayComes('2026-11-30')
        await nobodyForgotten('2026-11-30')
        assert.equal(await askedOn('Flat 31'), '')
        await journey.dayComes('2026-12-01')
        await nobodyForgotten('2026-12-01')
        assert.match(await askedOn('Flat 31'), /^\/alerts\//u)
      })

      it('leads to social care: the officer refers with the arithmetic, and a social worker takes it up', async () => {
        const reason = 'Three children on one mattress; the parents ask for help.'
        const done = await journey.fill(officer, await askedOn('Flat 31'), { decision: 'refer', agreed: 'yes', reason })
        assert.equal(done.status, 303)
        await nobodyForgotten('2026-12-01')
        const made = (await journey.record()).find(ReferralMade.is)
        assert.ok(made?.body.reasons.some((one) => one.code === 'short-of-bedrooms' && one.least === 2))
        const waiting = /href="(\/referrals\/[^"]+)"/u.exec((await (await journey.as(worker)).get('/')).text)?.[1] ?? ''
        assert.ok((await (await journey.as(worker)).get(waiting)).text.includes('Short of 2 bedrooms'))
        assert.equal((await journey.fill(worker, waiting, {})).status, 303)
        assert.deepEqual(
          (await journey.record()).filter(ReferralTakenUp.is).map(({ by, body }) => [by, body.referral]),
          [[worker, made?.id]],
        )
      })

      it('is measured where the partnership looks', async () => {
        const page = recommendations.find(({ number }) => number === 5)?.measure?.page ?? ''
        const { status, text } = await (await journey.as(manager)).get(page)
        assert.equal(status, 200)
        assert.ok(text.includes('Overcrowded home with a child: offer of early help'))
      })
    },
  )

/** Read from what agencies said, not from any list of ours: each home's people and bedrooms, put to the question overcrowding. */
const homesForgotten = (record: readonly Entry[], today: string): string[] => {
  const [homes, births, sexes] = [
    record.filter(HomeDescribed.is),
    record.filter(BirthStated.is),
    record.filter(SexStated.is),
  ]
  const isAbout = (person: string) => (entry: Entry) => entry.subjects.some(({ id }) => id === person)
  const seenTo = homesSeenTo(record, 'early-help-offer', 'housing-officer')
  return [...new Set(homes.flatMap(homesOf))].filter((home) => {
    const sleepers = record
      .filter(SleepsHereStated.is)
      .filter((entry) => homesOf(entry).includes(home) && entry.body.says === 'yes')
    const people = [...new Set(sleepers.map(({ body }) => body.record))].map((person) => ({
      id: person,
      dateOfBirth: births.findLast(isAbout(person))?.body.on,
      sex: sexes.findLast(isAbout(person))?.body.sex,
    }))
    const withChild = people.some(
      ({ dateOfBirth: born }) => born !== undefined && `${Number(born.slice(0, 4)) + 18}${born.slice(4)}` > today,
    )
    const bedrooms = homes.findLast((entry) => homesOf(entry).includes(home))?.body.bedrooms
    const answered = overcrowdingQuestion.answer({ id: home, on: today, people, bedrooms })
    const short = answered.accepted
      ? results.parse(answered.value['results']).find(({ standard }) => standard === 'bedroom-standard')?.short
      : undefined
    return withChild && typeof short === 'number' && short >= 2 && !seenTo.has(home)
  })
}

const results = z.array(z.looseObject({ standard: z.string(), short: z.union([z.number(), z.string()]).optional() }))
