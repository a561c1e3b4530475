import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { sql } from 'kysely'
import { familyPath, heading, said, section } from './walk.ts'
import type { Walk } from './walk.ts'
import { choose, enter, write } from './without-a-mouse.ts'

const qureshi = familyPath('mould-three-flights', 'qureshi')

/** What practitioners write, without a mouse, without scripts, after a break, and two at once. */
export const journeysOfWriters = (walk: () => Walk): void => {
  it('needs no mouse: sign in, find a family by name and birth date, record a contact, read it with its source', async () => {
    const page = await walk().stranger()
    await page.goto('/sign-in')
    await enter(page, /^Ada Obi/u)
    assert.equal(await heading(page), 'My work')
    await enter(page, 'Find a family')
    await write(page, 'Name', 'Hamza Qureshi')
    await write(page, 'Day', '29')
    await write(page, 'Month', '9')
    await write(page, 'Year', '2017')
    await enter(page, 'Find')
    assert.match(await said(page), /Hamza Qureshi/u)
    await enter(page, /^Qureshi, Capstan Street/u)
    assert.equal(await heading(page), 'Qureshi, Capstan Street')
    await enter(page, 'Record a contact')
    await choose(page, 'Home visit')
    await write(page, 'What was seen, said and done?', 'The window was mended this morning and the room is dry.')
    await choose(page, 'Yes')
    await choose(page, 'Yes, alone')
    for (let others = (await childrenAskedFor(page).count()) - 1; others > 0; others -= 1) await choose(page, 'Yes')
    await choose(page, 'Not needed')
    await choose(page, 'Ordinary')
    await enter(page, 'Record the contact')
    assert.match(await said(page), /The contact was recorded\./u)
    const last = page
      .getByRole('region', { name: 'What happened last' })
      .getByText('The window was mended this morning')
      .locator('xpath=ancestor::*[contains(@class, "moj-timeline__item")]')
    assert.match(
      await last.innerText(),
      /Home visit[\s\S]*2 March 2026[\s\S]*Hamza: seen, alone; Iqra: seen[\s\S]*Source: Harbour Reach Children’s Social Care/u,
    )
    await page.context().close()
  })

  it('needs no scripts: an entry is put right, and an earlier day still says what was known then', async () => {
    const page = await walk().as('user:ada-obi', { script: false })
    await page.goto(`${qureshi}/timeline`)
    await page
      .locator('.moj-timeline__item', { hasText: 'the window still lets in water' })
      .getByRole('link', { name: /^Correct\s*: Home visit/u })
      .click()
    const what = page.getByLabel('What was seen, said and done?')
    assert.match(await what.inputValue(), /the window still lets in water/u)
    await what.fill('Visited. The window was painted shut, and the wall is still wet; three flights of stairs.')
    await page.getByRole('button', { name: 'Record the correction' }).click()
    assert.match(await page.getByRole('alert').innerText(), /There is something to put right/u)
    assert.match(await what.inputValue(), /three flights of stairs/u)
    await page.getByLabel('Why is it put right?').fill('I had mixed up two flats of the same landlord.')
    await page.getByRole('button', { name: 'Record the correction' }).click()
    await page.goto(`${qureshi}/timeline`)
    assert.match(await said(page), /Home visit CORRECTED[\s\S]*The window was painted shut/iu)
    assert.doesNotMatch(await said(page), /the window still lets in water/u)
    await page.getByText('What it said before').click()
    assert.match(await said(page), /the window still lets in water[\s\S]*I had mixed up two flats/u)

    await page.goto(qureshi)
    await page.getByText('See what was known on an earlier day').click()
    await page.getByLabel('Day', { exact: true }).fill('2026-02-27')
    await page.getByRole('button', { name: 'Show that day' }).click()
    assert.match(await page.locator('body').innerText(), /As known on 27 February 2026/u)
    await page.getByRole('link', { name: 'See the whole timeline' }).click()
    assert.match(await said(page), /the window still lets in water/u)
    assert.doesNotMatch(await said(page), /The window was painted shut|The window was mended|CORRECTED/iu)
    await page.getByRole('link', { name: 'Go back to what is known now' }).click()
    assert.match(await said(page), /The window was painted shut/u)
    await page.context().close()
  })

  it('joins two records and parts them again, and the family reads as before', async () => {
    const page = await walk().as('user:ada-obi')
    const family = familyPath('two-birth-dates', 'yildiz')
    const read = async (): Promise<string> => {
      await page.goto(family)
      return (await said(page)).split('What happened last')[0] ?? ''
    }
    const before = await read()
    assert.match(before, /3 children/u)
    await page.getByRole('link', { name: 'Elif Yıldız', exact: true }).click()
    const person = page.url()
    await page.getByRole('button', { name: 'Is this the same person as…?' }).click()
    await page.getByLabel(/of the other record/u).fill('Elif Yildiz')
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await page.getByRole('link', { name: 'Elif Yildiz', exact: true }).click()
    assert.match(await said(page), /It can be taken back at any time/u)
    await page
      .getByLabel('How do you know that it is the same person?')
      .fill('She showed me the letter about her tenancy.')
    await page.getByRole('button', { name: 'Join them as one person' }).click()
    assert.match(await said(page), /She showed me the letter/u)
    assert.match(await read(), /2 children/u)
    await page.goto(person)
    await page.getByRole('link', { name: /^Part them again.*tenancy/u }).click()
    await page.getByLabel('How do you know?').fill('The letter was her cousin’s.')
    await page.getByRole('button', { name: 'Part them again' }).click()
    assert.equal(await read(), before)
    await page.context().close()
  })

  it('keeps what was typed when the session ended before the form was sent', async () => {
    const page = await walk().as('user:bridget-coyle')
    await page.goto('/')
    await page.getByRole('main').getByRole('link').first().click()
    await page.getByRole('button', { name: 'Record a contact' }).click()
    const form = page.url()
    await page.getByLabel('What was seen, said and done?').fill('Weighed at the hub; she smiles at her brother.')
    await walk().harbour.database.transaction('owner', async (tx) =>
      sql`update session set seen_at = '2026-03-02T08:00:00Z', started_at = '2026-03-02T08:00:00Z' where user_id = 'user:bridget-coyle'`.execute(
        tx,
      ),
    )
    await page.getByRole('button', { name: 'Record the contact' }).click()
    assert.match(await said(page), /Your draft is kept/u)
    await page.getByRole('link', { name: 'Sign in again' }).click()
    await page.getByRole('button', { name: /^Bridget Coyle/u }).click()
    assert.equal(page.url(), form)
    assert.equal(
      await page.getByLabel('What was seen, said and done?').inputValue(),
      'Weighed at the hub; she smiles at her brother.',
    )
    await page.context().close()
  })

  it('tells the second of two who save from the same page, and loses nothing that they typed', async () => {
    const [ada, grace] = await Promise.all([walk().as('user:ada-obi'), walk().as('user:grace-mensah')])
    await Promise.all([
      fillContact(ada, 'Rukhsana rang: the letter from the council has come.'),
      fillContact(grace, 'Ada and I spoke about what to do next.'),
    ])
    await grace.getByRole('button', { name: 'Record the contact' }).click()
    assert.match(await said(grace), /The contact was recorded\./u)
    await ada.getByRole('button', { name: 'Record the contact' }).click()
    assert.match(await said(ada), /Somebody else recorded something here while you were writing/u)
    assert.equal(
      await ada.getByLabel('What was seen, said and done?').inputValue(),
      'Rukhsana rang: the letter from the council has come.',
    )
    await ada.getByRole('button', { name: 'Record the contact' }).click()
    const last = await section(ada, 'What happened last')
    assert.match(last, /the letter from the council has come/u)
    assert.match(last, /Ada and I spoke/u)
    await Promise.all([ada.context().close(), grace.context().close()])
  })
}

const fillContact = async (page: Page, what: string): Promise<void> => {
  await page.goto(`${qureshi}/contact`)
  await page.getByLabel('Telephone call').check()
  await page.getByLabel('What was seen, said and done?').fill(what)
  for (const child of await childrenAskedFor(page).all()) await child.getByLabel('No', { exact: true }).last().check()
  await page.getByLabel('Rukhsana Qureshi').check()
  await page.getByRole('group', { name: 'Was an interpreter there?' }).getByLabel('Not needed').check()
  await page.getByLabel('Ordinary').check()
}

const childrenAskedFor = (page: Page): Locator => page.getByRole('group', { name: /^Was .+ seen\?$/u })
