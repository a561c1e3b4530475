import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ReferralMade, ReferralTakenUp } from '#alerts/index.ts'
import { BirthStated } from '#families/index.ts'
import { RegisterApplicationStated, SleepsHereStated } from '#housing/index.ts'
import type { Entry } from '#record/index.ts'
import { aHousingDelivery } from '../support/deliveries.ts'
import { engines } from '../support/engines.ts'
import { nothingForbidden } from '../support/forbidden.ts'
import { homesOf, homesSeenTo, openJourney } from '../support/journey.ts'
import type { Journey } from '../support/journey.ts'

/** Who does it: the landlord's officer, who decides, and children's social care, who takes the referral up. */
const officer = 'user:petra'
const worker = 'user:edda-marsh'

/** Two more households of the same court: one with an application, one that has not applied yet. */
const twoMore = (['H3', 'H4'] as const).reduce(
  (delivery, home, place) =>
    delivery
      .with('homes.csv', {
        home_ref: home,
        uprn: `10002333001${place}`,
        address: `Flat ${place + 20}, Tide Court, Mast Street`,
        postcode: 'HR2 1AA',
        tenure: 'council',
        unit_type: 'flat',
        bedrooms_recorded: '3',
        officer_ref: 'O1',
        checked_on: '2026-05-18',
      })
      .with('people.csv', { person_ref: `${home}-child`, full_name: `Child ${home}`, date_of_birth: '2020-06-01' })
      .with('occupancy.csv', {
        home_ref: home,
        person_ref: `${home}-child`,
        sleeps_here: 'yes',
        verified_on: '2026-05-18',
      }),
  aHousingDelivery(),
)
const theList = twoMore.with('register.csv', {
  application_ref: 'A4',
  home_ref: 'H4',
  status: 'active',
  registered_on: '2023-02-02',
})

for (const engine of engines)
  describe(
    `recommendation 4 on ${engine}: an officer considers a referral for each family on the list with a child`,
    { concurrency: false },
    () => {
      let journey: Journey
      before(async () => {
        journey = await openJourney(engine, 4, '2026-11-20')
      })
      after(async () => journey.close())

      const homeAt = async (address: string): Promise<string> =>
        new RegExp(`href="/homes/(home:[^"]+)"[^>]*>[^<]*${address}`, 'u').exec(
          (await (await journey.as(officer)).get('/my-households')).text,
        )?.[1] ?? ''
      const askedOn = async (address: string): Promise<string> =>
        new RegExp(`href="(/alerts/alert:[^"]+)">Consider a referral: [^<]*${address}`, 'u').exec(
          (await (await journey.as(officer)).get('/')).text,
        )?.[1] ?? ''
      const nobodyForgotten = async (today: string): Promise<void> =>
        nothingForbidden(
          'a home on the housing register with a child, of which no officer is asked and nothing was decided',
          homesForgotten(await journey.record(), today),
        )

      it('by a landlord’s delivery: every such home in it is asked of its officer', async () => {
        await journey.deliver(theList)
        await nobodyForgotten('2026-11-20')
        for (const address of ['Flat 9', 'Flat 21']) assert.match(await askedOn(address), /^\/alerts\//u, address)
        assert.equal(await askedOn('Flat 20'), '', 'nobody applied from there')
      })

      it('by a form: the officer records an application, and is asked', async () => {
        const done = await journey.fill(officer, `/homes/${await homeAt('Flat 20')}/register`, {
          application: 'A3',
          status: 'active',
        })
        assert.equal(done.status, 303, done.text)
        await nobodyForgotten('2026-11-20')
        assert.match(await askedOn('Flat 20'), /^\/alerts\//u)
      })

      it('the officer decides to refer: the decision and its reason are recorded, and the referral reaches social care', async () => {
        const reason = 'Mould above the bed, and the girl coughs at night.'
        const done = await journey.fill(officer, await askedOn('Flat 9'), { decision: 'refer', agreed: 'yes', reason })
        assert.equal(done.status, 303, done.text)
        await nobodyForgotten('2026-11-20')
        const made = (await journey.record()).filter(ReferralMade.is)
        assert.deepEqual(
          made.map(({ by, body }) => [by, body.to, body.reason]),
          [[officer, 'childrens-social-care', reason]],
        )
        const waiting = /href="(\/referrals\/[^"]+)"/u.exec((await (await journey.as(worker)).get('/')).text)?.[1] ?? ''
        assert.ok((await (await journey.as(worker)).get(waiting)).text.includes(reason))
        assert.equal((await journey.fill(worker, waiting, {})).status, 303)
        assert.deepEqual(
          (await journey.record()).filter(ReferralTakenUp.is).map(({ by, body }) => [by, body.referral]),
          [[worker, made[0]?.id]],
        )
      })

      it('by a day that comes: what was put off is asked again on its day, and not before', async () => {
        const done = await journey.fill(officer, await askedOn('Flat 21'), {
          decision: 'not-now',
          reason: 'I visit them on Monday.',
          'reviewOn-day': '1',
          'reviewOn-month': '12',
          'reviewOn-year': '2026',
        })
        assert.equal(done.status, 303, done.text)
        await journey.dayComes('2026-11-30')
        await nobodyForgotten('2026-11-30')
        assert.equal(await askedOn('Flat 21'), '')
        await journey.dayComes('2026-12-01')
        await nobodyForgotten('2026-12-01')
        assert.match(await askedOn('Flat 21'), /^\/alerts\//u)
      })
    },
  )

/** Read from what agencies said, not from any list of ours: on the register, a child sleeps there, and neither a question to an officer nor a decision. */
const homesForgotten = (record: readonly Entry[], today: string): string[] => {
  const children = new Set(
    record
      .filter(BirthStated.is)
      .filter(({ body }) => `${Number(body.on.slice(0, 4)) + 18}${body.on.slice(4)}` > today)
      .flatMap(({ subjects }) => subjects.map(({ id }) => id)),
  )
  const withChild = new Set(
    record
      .filter(SleepsHereStated.is)
      .filter(({ body }) => body.says === 'yes' && children.has(body.record))
      .flatMap(homesOf),
  )
  const onList = record
    .filter(RegisterApplicationStated.is)
    .filter(({ body }) => body.status === 'active')
    .flatMap(homesOf)
  const seenTo = homesSeenTo(record, 'consider-referral', 'housing-officer')
  return [...new Set(onList)].filter((home) => withChild.has(home) && !seenTo.has(home))
}
