import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { sql } from 'kysely'
import { demoFamily, demoHome } from '../../src/demo/ids.ts'
import { focusedName, tabTo } from '../support/browser.ts'
import { aHousingDelivery } from '../support/deliveries.ts'
import type { DeliveryBuilder } from '../support/deliveries.ts'
import { zipOf } from '../support/zips.ts'
import { readsWell, sweep } from './sweeping.ts'
import { heading, said } from './walk.ts'
import { openWalk } from './walk.ts'
import type { Walk } from './walk.ts'
import { arrowTo, choose, enter, faultsOfTheRefusal, faultsOfTheWay, write, writeDay } from './without-a-mouse.ts'

const mizzen = `/homes/${demoHome('ended-plan', 'flat')}`
const hotel = `/homes/${demoHome('night-forty', 'hotel')}`

describe('with a keyboard and nothing else', { concurrency: false }, () => {
  let walk: Walk
  before(async () => {
    walk = await openWalk()
    await sweep(walk)
  })
  after(async () => walk.close())

  /** What nobody filled in is refused; the way through the form and the way to what is wrong are both fit to walk. */
  const sentEmpty = async (page: Page, address: string, submit: string, name: string): Promise<void> => {
    await page.goto(address)
    const way = await faultsOfTheWay(page)
    await page.goto(address)
    assert.deepEqual([...way, ...(await faultsOfTheRefusal(page, submit)), ...(await faultsOfTheWay(page))], [], name)
    await readsWell(page, `keyboard-${name}`)
    await page.goto(address)
  }

  it('a health visitor writes down what she found out about a baby', async () => {
    const page = await walk.as('user:shanice-campbell')
    const record = await walk.harbour.database.transaction(
      'app',
      async (tx) =>
        (
          await sql<{ id: string }>`
      select m.record_id as id from family_member m join person_birth b on b.record_id = m.record_id where m.family_id = ${demoFamily('young-parent', 'reid')} and m.role = 'child' order by b.first_day desc limit 1`.execute(
            tx,
          )
        ).rows[0]?.id ?? 'none',
    )
    await sentEmpty(page, `/people/${record}/baby`, 'Record it', 'baby')
    await arrowTo(page, 'Yes', 'No')
    await arrowTo(page, 'Yes', 'No')
    await arrowTo(page, 'I saw it', 'I was told')
    await write(page, 'By whom', 'The mother')
    await writeDay(page, ['1', '3', '2026'])
    await enter(page, 'Record it')
    assert.match(await said(page), /[Nn]obody[\s\S]*smoke|smoke[\s\S]*1 March 2026/u)
    await page.context().close()
  })

  it('a midwife writes down what she found out about babies who are expected', async () => {
    const page = await walk.as('user:nkechi-eze')
    const record = await walk.harbour.database.transaction(
      'app',
      async (tx) =>
        (
          await sql<{ id: string }>`
      select distinct s.subject_id as id from entry e join entry_subject s on s.entry_id = e.id join family_member m on m.record_id = s.subject_id
      where e.kind = 'PregnancyStated' and m.family_id = ${demoFamily('twins-expected', 'kowalczyk')} limit 1`.execute(
            tx,
          )
        ).rows[0]?.id ?? 'none',
    )
    await sentEmpty(page, `/people/${record}/expected-baby`, 'Record it', 'expected-baby')
    await choose(page, 'Yes')
    await choose(page, 'I saw it')
    await writeDay(page, ['1', '3', '2026'])
    await enter(page, 'Record it')
    assert.match(await said(page), /smoke[\s\S]*1 March 2026/u)
    await page.context().close()
  })

  it('a landlord’s officer records who sleeps here, a tenancy and an application', async () => {
    const page = await walk.as('user:tom-hargreave')
    await sentEmpty(page, `${mizzen}/sleeps-here`, 'Record it', 'sleeps-here')
    await choose(page, /^Kojo Osei/u)
    await choose(page, 'They sleep here')
    await choose(page, 'I saw it')
    await writeDay(page, ['1', '3', '2026'])
    await enter(page, 'Record it')
    assert.match(await said(page), /It is recorded who sleeps here/u)

    await sentEmpty(page, `${mizzen}/tenancy`, 'Record it', 'tenancy')
    await write(page, 'Your number for the tenancy', 'T-77')
    await arrowTo(page, 'What kind is it?', 'Assured tenancy')
    await writeDay(page, ['1', '2', '2026'])
    await enter(page, 'Record it')
    assert.match(await said(page), /tenancy[\s\S]*recorded/iu)

    await sentEmpty(page, `${mizzen}/register`, 'Record it', 'register')
    await write(page, 'Number of the application', 'A-77')
    await tabTo(page, 'Where does it stand?')
    await page.keyboard.press('ArrowDown')
    await writeDay(page, ['1', '2', '2026'])
    await enter(page, 'Record it')
    assert.match(await said(page), /application[\s\S]*recorded/iu)
    await page.context().close()
  })

  it('a temporary accommodation officer records a stay', async () => {
    const page = await walk.as('user:priya-nair')
    await sentEmpty(page, `${hotel}/stay`, 'Record it', 'stay')
    await tabTo(page, 'What kind of accommodation is it?')
    await page.keyboard.press('ArrowDown')
    await writeDay(page, ['27', '2', '2026'])
    await enter(page, 'Record it')
    assert.match(await said(page), /The stay is recorded/u)
    await page.context().close()
  })

  it('an officer refers one home, and says of another not now, why and until when', async () => {
    const page = await walk.as('user:tom-hargreave')
    await page.goto('/')
    await enter(page, /^Consider a referral: /u)
    await sentEmpty(page, page.url(), 'Record the decision', 'alert')
    await choose(page, 'Refer to children’s social care')
    // The question that belongs to this answer comes next, before the reason.
    await choose(page, 'They know and agree')
    await write(page, 'Why? Say what you saw and what you did', 'Four children share the one bedroom.')
    await enter(page, 'Record the decision')
    assert.match(await said(page), /Referred to children’s social care[\s\S]*Four children share/u)

    await page.goto('/')
    await enter(page, /^Consider a referral: /u)
    assert.equal(await heading(page), 'Consider a referral')
    await arrowTo(page, 'Refer to children’s social care', 'Not now')
    await page.keyboard.press('Tab')
    assert.equal(await focusedName(page), 'Day', 'the day on which it is asked again comes next')
    await page.keyboard.type('23')
    await write(page, 'Month', '3')
    await write(page, 'Year', '2026')
    await write(page, 'Why? Say what you saw and what you did', 'They move on Friday.')
    await enter(page, 'Record the decision')
    assert.match(await said(page), /not now[\s\S]*They move on Friday[\s\S]*23 March 2026/iu)
    await page.context().close()
  })

  it('the partnership’s manager loads a delivery, and confirms one of which most is gone', async () => {
    const page = await walk.as('user:ruth-okafor')
    const load = async (delivery: DeliveryBuilder): Promise<void> => {
      await choose(page, 'Housing: a landlord’s homes, people and tenancies')
      await arrowTo(page, 'Whose delivery is it?', 'Lantern Housing Trust')
      // Listened for well before it opens: the browser must be told first that nobody is there to choose.
      const chooser = page.waitForEvent('filechooser')
      await tabTo(page, /^The delivery, as one zip/u)
      await page.keyboard.press('Enter')
      await (
        await chooser
      ).setFiles({
        name: 'delivery.zip',
        mimeType: 'application/zip',
        buffer: zipOf(
          [...delivery.files()].map(([name, content]) => ({
            name,
            content: content.toString().replaceAll('2026', '2025').replaceAll('2027', '2026'),
          })),
        ),
      })
      await enter(page, 'Send it')
    }
    await sentEmpty(page, '/feeds/new', 'Send it', 'upload')
    const whole = aHousingDelivery().where('officers.csv', 0, { name: 'Leila Hosseini', team: 'Lantern tenancy team' })
    await load(whole)
    await page.getByText('Entries recorded').waitFor({ timeout: 60_000 })
    await page.goto('/feeds/new')
    await load(
      whole
        .extractedAt('2026-11-21T02:15:00Z')
        .holding('occupancy.csv', 'home_ref,person_ref\nH1,P1\n')
        .promising('occupancy.csv', 1)
        .holding('placements.csv', 'placement_ref,case_ref,home_ref,type,started_on\n')
        .promising('placements.csv', 0)
        .holding('register_people.csv', 'application_ref,person_ref\n')
        .promising('register_people.csv', 0),
    )
    await page.getByRole('button', { name: 'They are gone: apply this delivery' }).waitFor({ timeout: 60_000 })
    await readsWell(page, 'delivery-waiting')

    await page.goto('/')
    await readsWell(page, 'work-of-who-must-look')
    await enter(page, 'Look at a delivery: Housing')
    assert.deepEqual(await faultsOfTheWay(page), [])
    assert.match(await said(page), /occupancy\.csv had 4 rows before and has 1 now/u)
    await page.reload()
    await enter(page, 'They are gone: apply this delivery')
    await page.getByText('All of it is in force').waitFor({ timeout: 60_000 })
    await page.context().close()
  })

  it('whoever changes a setting comes to those of one matter by one link', async () => {
    const page = await walk.as('user:ruth-okafor')
    await page.goto('/settings')
    await tabTo(page, 'Deliveries')
    await tabTo(page, 'Deliveries')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    assert.match(await focusedName(page), /^Change\s+rows gone from a delivery before a person must confirm/u)
    await readsWell(page, 'settings')
    await page.context().close()
  })
})
