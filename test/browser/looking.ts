import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { focusedName, printToPdf } from '../support/browser.ts'
import { familyPath, heading, said } from './walk.ts'
import type { Walk } from './walk.ts'

const qureshi = familyPath('mould-three-flights', 'qureshi')
const nobody = '/families/family:00000000-0000-7000-8000-000000000000'

/** Who may look, what those learn who may not, and how a page is read by keyboard and on paper. */
export const journeysOfReaders = (walk: () => Walk): void => {
  it('tells a colleague without business here whom to ask, opens for a reason, and shows that reason to the lead practitioner', async () => {
    const [daniel, ada] = await Promise.all([walk().as('user:daniel-ferreira'), walk().as('user:ada-obi')])
    await search(daniel, 'Hamza Qureshi', ['29', '9', '2017'])
    const found = await said(daniel)
    assert.match(found, /Known to Family support team East\s+Ring 01632 960112\s+You do not work with this family/u)
    assert.doesNotMatch(found, /Rukhsana|Iqra|Capstan/u)
    await daniel.getByRole('link', { name: 'Give a reason why you need to see this family' }).click()
    await daniel.getByRole('button', { name: 'Give this reason and open the family' }).click()
    assert.match(await daniel.getByRole('alert').innerText(), /Say in a sentence why you need to see this family/u)
    await daniel
      .getByLabel('Your reason')
      .fill('Hamza came to the office alone this morning; I need to know who is at home.')
    await daniel.getByRole('button', { name: 'Give this reason and open the family' }).click()
    assert.equal(await heading(daniel), 'Qureshi, Capstan Street')

    await ada.goto('/')
    assert.match(
      await said(ada),
      /Daniel Ferreira, 2 March 2026\s+“Hamza came to the office alone this morning; I need to know who is at home\.”/u,
    )
    await ada
      .getByRole('link', { name: /^See who has looked/u })
      .first()
      .click()
    assert.match(await said(ada), /Daniel Ferreira[\s\S]*Hamza came to the office alone this morning/u)
    await Promise.all([daniel.context().close(), ada.context().close()])
  })

  it('answers who may not learn of a family as if there were none', async () => {
    const marcus = await walk().as('user:marcus-adeyemi')
    const answers = []
    for (const path of [qureshi, `${qureshi}/timeline`, `${qureshi}/reason`, nobody]) {
      const answer = await marcus.goto(path)
      answers.push([answer?.status(), await said(marcus)])
    }
    for (const answer of answers) assert.deepEqual(answer, answers.at(-1))
    assert.equal(answers.at(-1)?.[0], 404)
    await search(marcus, 'Hamza Qureshi', ['29', '9', '2017'])
    assert.match(await said(marcus), /Nobody was found/u)
    await marcus.context().close()
  })

  it('shows where the keyboard is, and leads past the navigation', async () => {
    const page = await walk().as('user:ada-obi')
    await page.goto(qureshi)
    await page.keyboard.press('Tab')
    assert.equal(await focusedName(page), 'Skip to main content')
    assert.ok(
      await page
        .getByRole('link', { name: 'Skip to main content' })
        .boundingBox()
        .then((box) => box !== null && box.height > 20 && box.y >= 0),
    )
    await page.keyboard.press('Enter')
    const passed: string[] = []
    for (;;) {
      await page.keyboard.press('Tab')
      const focus = focusOf.parse(await page.evaluate(whereTheFocusIs))
      if (!focus.inMain) break
      assert.ok(focus.drawn, `nothing shows that the focus is on “${focus.text}”`)
      passed.push(focus.text)
    }
    assert.ok(passed.includes('Record a contact') && passed.includes('See the whole timeline'), passed.join(' | '))
    assert.ok(!passed.includes('My work'))
    await page.context().close()
  })

  it('prints a family without what only a screen needs', async () => {
    const page = await walk().as('user:ada-obi')
    await page.goto(qureshi)
    assert.ok((await printToPdf(page, 'family')).byteLength > 20_000)
    await page.emulateMedia({ media: 'print' })
    for (const unwanted of ['My work', 'Find a family'])
      for (const link of await page.getByRole('link', { name: unwanted, exact: true }).all())
        assert.equal(await link.isVisible(), false, unwanted)
    for (const button of await page.getByRole('button').all())
      assert.equal(await button.isVisible(), false, await button.innerText())
    const paper = await page.locator('body').innerText()
    for (const wanted of [
      'Qureshi, Capstan Street',
      'Hamza Qureshi',
      '01632 960112',
      'Source: Harbour Reach Children’s Social Care',
    ])
      assert.ok(paper.includes(wanted), wanted)
    await page.context().close()
  })
}

const search = async (
  page: Page,
  name: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> => {
  await page.goto('/find')
  for (const [label, value] of [
    ['Name', name],
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: 'Find', exact: true }).click()
}

const whereTheFocusIs = `(() => {
  const focused = document.activeElement
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused)
  return { text: focused.innerText.trim(), inMain: document.querySelector('main').contains(focused), drawn: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' }
})()`

const focusOf = z.object({ text: z.string(), inMain: z.boolean(), drawn: z.boolean() })
