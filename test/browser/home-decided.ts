import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import type { Locator, Page } from 'playwright-core'
import { demoHome } from '../../src/demo/ids.ts'
import { phone, printToPdf } from '../support/browser.ts'
import { readsWell, sweep } from './sweeping.ts'
import { familyPath, heading, said } from './walk.ts'
import type { Walk } from './walk.ts'

const mizzen = demoHome('ended-plan', 'flat')
const osei = familyPath('ended-plan', 'osei')

/** A housing officer looks at a home and decides; children's social care reads why; the partnership decides whether to be asked more. */
export const journeyOfAHome = (walk: () => Walk): void => {
  it('lists the officer’s homes with children, each with why it needs a look', async () => {
    await sweep(walk())
    const page = await walk().as('user:tom-hargreave')
    await page.goto('/')
    await page.getByRole('link', { name: 'My households' }).first().click()
    assert.match(await said(page), /\d+ of \d+ homes with children on your patch need a look\./u)
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Flat 3, Mizzen House/u }) })
    assert.match(await row.innerText(), /5 people: 3 children \(2 years, 9 years and 14 years\)/u)
    assert.match(await row.innerText(), /bedroom|overcrowd/iu)
    await readsWell(page, 'my-households')
    await page.getByRole('link', { name: /^Flat 3, Mizzen House/u }).click()
    assert.match(await heading(page), /Flat 3, Mizzen House/u)
    await page.context().close()
  })

  it('draws the home, answers six times with working, and says how old each fact is', async () => {
    const page = await walk().as('user:tom-hargreave')
    await page.goto(`/homes/${mizzen}`)
    const drawn = page.getByRole('region', { name: 'Picture of the home' })
    assert.ok(await drawn.locator('svg').first().isVisible())
    assert.match(await drawn.innerText(), /Kojo[\s\S]*Efua|Efua[\s\S]*Kojo/u)
    const crowding = page.getByRole('region', { name: 'Is it overcrowded?' })
    for (const standard of [
      'Room standard (law)',
      'Space standard (law)',
      'Bedroom standard',
      'Census 2021, own room from 16',
      'Census 2021, own room from 21',
      'Rent help (size criteria)',
    ])
      assert.ok(await crowding.getByRole('heading', { name: standard }).isVisible(), standard)
    await crowding.getByText('How this was worked out').first().click()
    assert.match(await crowding.innerText(), /It rests on \d+ entr/u)
    assert.match(
      await page.getByRole('region', { name: 'Who sleeps here, by three lists' }).innerText(),
      /\d+ days? old|\d+ (?:days|months|years)/u,
    )
    await readsWell(page, 'home')
    await printToPdf(page, 'home')
    await page.context().close()
  })

  it('leads the officer from My households to a home, to its question and to a decision, without scripts and never back to the start', async () => {
    const page = await walk().as('user:tom-hargreave', { script: false })
    await page.goto('/my-households')
    const row = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Flat 3, Mizzen House/u }) })
    assert.match(await row.innerText(), /You are asked: consider a referral/u)
    await page
      .getByRole('link', { name: /^Flat 3, Mizzen House/u })
      .first()
      .click()
    const asked = page.getByRole('region', { name: 'Asked about this home' })
    assert.match(
      await asked.innerText(),
      /You are asked: consider a referral\.[\s\S]*Consider whether a safeguarding referral is needed/u,
    )
    await readsWell(page, 'home-asked')
    await asked.getByRole('button', { name: 'Decide: consider a referral' }).click()
    assert.equal(await heading(page), 'Consider a referral')
    await readsWell(page, 'alert')
    await decide(
      page,
      'Refer to children’s social care',
      'Five people in one bedroom; the eldest does his homework on the landing.',
      async () => page.getByLabel('They know and agree', { exact: true }).check(),
    )
    assert.match(await said(page), /Referred to children’s social care[\s\S]*homework on the landing/u)
    assert.doesNotMatch(await said(page), /Health Visiting|Breakwater|Social Care, Daniel|Daniel Ferreira/u)
    await readsWell(page, 'decision')
    await page.getByRole('link', { name: 'See the home and all its answers' }).click()
    assert.match(await asked.innerText(), /Consider a referral[\s\S]*Referred to children’s social care on/u)
    await page.getByRole('link', { name: 'My households' }).last().click()
    assert.doesNotMatch(await row.innerText(), /You are asked: consider a referral/u)

    // Straight from the list to the question of the next home.
    await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Asked of you' })
    await page.getByRole('button', { name: 'Show these' }).click()
    await readsWell(page, 'my-households-asked')
    const { alert: elsewhere } = await homeWithoutAFamily(walk(), 'user:tom-hargreave')
    await page.locator(`a[href="/alerts/${elsewhere}"]`).click()
    await decide(page, 'Refer to children’s social care', 'Nobody has seen the children for a month.', async () =>
      page.getByLabel('They have not been told', { exact: true }).check(),
    )
    await page.getByRole('link', { name: 'See the home and all its answers' }).click()
    await page.getByRole('link', { name: 'My households' }).last().click()

    await page
      .getByRole('link', { name: /^consider a referral/u })
      .first()
      .click()
    const later = page.url()
    await decide(page, 'Not now', 'They move on Friday; I visit the week after.', async () => {
      for (const [label, value] of [
        ['Day', '23'],
        ['Month', '3'],
        ['Year', '2026'],
      ] as const)
        await page.getByLabel(label, { exact: true }).fill(value)
    })
    assert.match(await said(page), /Decided: not now[\s\S]*They move on Friday[\s\S]*asked again on 23 March 2026/u)
    await page.getByRole('link', { name: 'See the home and all its answers' }).click()
    assert.match(await asked.innerText(), /Answered on [^:]*: not now, to be asked again on 23 March 2026/u)
    await page.getByRole('link', { name: 'My households' }).last().click()
    assert.equal(await page.locator(`a[href="${new URL(later).pathname}"]`).count(), 0)
    await page.context().close()
  })

  it('shows the social worker the alert, the decision and the arithmetic on the family’s page', async () => {
    const page = await walk().as('user:daniel-ferreira')
    await page.goto(osei)
    await page.getByRole('region', { name: 'Alerts' }).getByRole('link', { name: 'Consider a referral' }).click()
    const told = await said(page)
    assert.match(told, /On the housing register since .*; \d children in the home/u)
    assert.match(
      told,
      /Referred to children’s social care[\s\S]*homework on the landing[\s\S]*The parents know and agree/u,
    )
    assert.match(told, /Tom Hargreave/u)
    await readsWell(page, 'alert-for-the-social-worker')
    await page.goto(osei)
    await printToPdf(page, 'family-with-alert')
    await page.context().close()
  })

  it('brings a referral about a family that nobody works with to the front door, where it is taken up', async () => {
    const page = await walk().as('user:samira-khatun')
    await page.goto('/')
    const waiting = page
      .getByRole('listitem')
      .filter({ hasText: 'On the housing register' })
      .filter({ hasText: 'Referred by Tom Hargreave' })
    assert.equal(await waiting.count(), 2)
    await readsWell(page, 'referrals-waiting')
    const { address } = await homeWithoutAFamily(walk(), 'user:tom-hargreave')
    await page.getByRole('link', { name: address }).click()
    assert.match(
      await said(page),
      /Nobody has seen the children for a month[\s\S]*The parents have not been told[\s\S]*01632 960141/u,
    )
    await readsWell(page, 'referral-waiting')
    await page.getByRole('button', { name: 'Take up this referral' }).click()
    assert.match(page.url(), /\/families\/family:/u)
    assert.match(await said(page), /A family was opened for the children in this home/u)
    assert.match(await page.getByRole('region', { name: 'Alerts' }).innerText(), /Consider a referral/u)
    const officer = await walk().as('user:tom-hargreave')
    await officer.goto('/')
    assert.doesNotMatch(await said(officer), /Referrals waiting/u)
    await Promise.all([page.context().close(), officer.context().close()])
  })

  it('lets the partnership’s manager switch the overcrowding alert on, see what it means, and off again', async () => {
    const [manager, officer] = await Promise.all([walk().as('user:ruth-okafor'), walk().as('user:tom-hargreave')])
    await officer.goto('/')
    assert.doesNotMatch(await said(officer), /Short of \d bedroom/u)
    await set(manager, 'Four levels, by the bedroom standard', 'A trial for a year, to see who is helped.')
    await sweep(walk())
    await officer.goto('/')
    assert.match(await said(officer), /Offer of early help: Flat 3, Mizzen House/u)
    assert.match(await said(officer), /Short of \d bedrooms? by the bedroom standard/iu)
    await readsWell(officer, 'asked-of-the-officer')
    await set(manager, 'Off', 'The trial waits for the health visitors.')
    await sweep(walk())
    await officer.goto('/')
    assert.doesNotMatch(await said(officer), /Offer of early help|Short of \d bedroom/u)
    await Promise.all([manager.context().close(), officer.context().close()])
  })

  it('lets a landlord’s officer write down whom the visit found, and where they sleep, on a phone without scripts', async () => {
    const page = await walk().as('user:priya-nair', { script: false, width: phone })
    const hotel = `/homes/${demoHome('night-forty', 'hotel')}`
    await page.goto(hotel)
    await page.getByRole('link', { name: 'Record who sleeps here, moved in or moved out' }).click()
    await page.getByLabel('Somebody who is in none of the three lists').check()
    await page.getByLabel('Given name').fill('Yordanos')
    await page.getByLabel('Female', { exact: true }).check()
    await page.getByLabel('They sleep here', { exact: true }).check()
    await page.getByLabel('Only for a while, such as a visitor').check()
    await page.getByLabel('I saw it').check()
    await page.getByRole('button', { name: 'Record it' }).click()
    assert.match(await page.getByRole('alert').innerText(), /Enter the day/u)
    await readsWell(page, 'who-sleeps-here')
    await fillDay(page.getByRole('group', { name: 'On which day did you find this out?' }), ['1', '3', '2026'])
    await page.getByRole('button', { name: 'Record it' }).click()
    assert.match(
      await said(page),
      /It is recorded who sleeps here[\s\S]*Yordanos \(age not known\): nobody has recorded it/u,
    )

    await page.getByRole('button', { name: 'Record who sleeps where' }).click()
    const place = page.getByRole('group', { name: /^Where Yordanos/u })
    await place.getByLabel('Sleeps in').selectOption({ index: 1 })
    await place.getByLabel('On or in').selectOption({ label: 'Mattress on the floor' })
    await page.getByLabel('I saw it').check()
    await fillDay(page.getByRole('group', { name: 'On which day?' }), ['1', '3', '2026'])
    await page.getByRole('button', { name: 'Record it' }).click()
    assert.match(await said(page), /Yordanos \(age not known\): mattress on the floor; seen 1 March 2026/u)
    await readsWell(page, 'whom-the-visit-found')

    await page.getByRole('link', { name: /^End or put right the stay since/u }).click()
    await fillDay(page.getByRole('group', { name: 'When did they leave?' }), ['2', '3', '2026'])
    await page.getByRole('button', { name: 'Record it' }).click()
    assert.match(await said(page), /The stay is recorded[\s\S]*left 2 March 2026/u)
    await page.context().close()
  })
}

const fillDay = async (group: Locator, day: readonly [string, string, string]): Promise<void> => {
  for (const [at, label] of ['Day', 'Month', 'Year'].entries())
    await group.getByLabel(label, { exact: true }).fill(day[at] ?? '')
}

const decide = async (page: Page, decision: string, reason: string, more: () => Promise<void>): Promise<void> => {
  await page.getByLabel(decision, { exact: true }).check()
  await more()
  await page.getByLabel('Why? Say what you saw and what you did').fill(reason)
  await page.getByRole('button', { name: 'Record the decision' }).click()
}

const set = async (page: Page, choice: string, reason: string): Promise<void> => {
  await page.goto('/settings/overcrowding-alert')
  assert.match(await said(page), /Of \d+ homes so many are asked about, or would be, by the facts of today/u)
  await readsWell(page, `policy-${choice === 'Off' ? 'on' : 'off'}`)
  await page.getByLabel(choice, { exact: true }).check()
  for (const [label, value] of [
    ['Day', '2'],
    ['Month', '3'],
    ['Year', '2026'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('Why does the partnership decide this?').fill(reason)
  await page.getByRole('button', { name: 'Record the decision' }).click()
  assert.ok((await said(page)).includes(reason))
}

/** A home on this officer's patch where a referral is asked for and no family is open, or was not when it was asked. */
const homeWithoutAFamily = async ({ harbour }: Walk, officer: string): Promise<{ alert: string; address: string }> => {
  const found = await harbour.database.transaction('app', async (tx) =>
    sql<{ alert: string; address: string }>`
    select a.alert_id as alert, h.names -> 0 ->> 'name' as address from alert a join access_grant g on g.scope = a.home_id and g.principal = ${officer} join housing_home h on h.home_id = a.home_id
    where a.level = 'consider-referral' and not exists (select from jsonb_array_elements(a.subjects) s where s.value ->> 'type' = 'family') order by a.alert_id limit 1`.execute(
      tx,
    ),
  )
  const [home] = found.rows
  assert.ok(home !== undefined)
  return home
}
