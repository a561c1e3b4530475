import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { focusedName, tabTo } from '../support/browser.ts'

/** Walk to a link or a button with Tab and press it. */
export const enter = async (page: Page, name: string | RegExp): Promise<void> => {
  await tabTo(page, name)
  const moved = page.waitForEvent('framenavigated')
  await page.keyboard.press('Enter')
  await moved
  await page.waitForLoadState()
}

export const write = async (page: Page, name: string, text: string): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.type(text)
}

/** The day, month and year of the next date in a form. */
export const writeDay = async (page: Page, [day, month, year]: readonly [string, string, string]): Promise<void> => {
  for (const [name, value] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const)
    await write(page, name, value)
}

/** The first of some radios, or a checkbox: Tab comes to it, and Space chooses it. */
export const choose = async (page: Page, name: string | RegExp): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press('Space')
  const focused = await focusedName(page)
  assert.ok(typeof name === 'string' ? focused === name : name.test(focused), focused)
}

/** Another of the radios, or another line of a list, than the one that Tab comes to: the arrow keys lead there. */
export const arrowTo = async (page: Page, from: string, name: string): Promise<void> => {
  await tabTo(page, from)
  const said: string[] = []
  for (let pressed = 0; pressed < 20; pressed += 1) {
    await page.keyboard.press('ArrowDown')
    const now =
      z.string().parse(await page.evaluate(`document.activeElement.selectedOptions?.[0]?.text.trim() ?? ''`)) ||
      (await focusedName(page))
    if (now === name) return
    said.push(now)
  }
  throw new Error(`The arrow keys never reached ${name}. They passed: ${said.join(' | ')}`)
}

const stop = z.object({
  words: z.string(),
  inMain: z.boolean(),
  drawn: z.boolean(),
  top: z.number(),
  bottom: z.number(),
  seen: z.boolean(),
})

const whereTheFocusIs = `(() => {
  const focused = document.activeElement
  // GOV.UK draws the focus of a radio or checkbox on the ring beside it.
  const drawn = [[focused, undefined], ...[...(focused.parentElement?.querySelectorAll(':scope > label') ?? [])].map((label) => [label, '::before'])]
    .some(([at, part]) => { const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at, part); return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' })
  const { top, bottom } = focused.getBoundingClientRect()
  return { words: (focused.innerText || focused.labels?.[0]?.innerText || focused.name || focused.tagName).trim(), inMain: document.querySelector('main').contains(focused), drawn, top: top + scrollY, bottom: bottom + scrollY, seen: bottom > 0 && top < innerHeight }
})()`

/** Tab through the page's own part: each stop is drawn and in view, and none stands above the one before it. @returns what is wrong */
export const faultsOfTheWay = async (page: Page): Promise<string[]> => {
  const faults: string[] = []
  let before: z.infer<typeof stop> | undefined
  await page.evaluate(
    'document.querySelector("main").setAttribute("tabindex", "-1"); document.querySelector("main").focus()',
  )
  for (let steps = 0; steps < 200; steps += 1) {
    await page.keyboard.press('Tab')
    const now = stop.parse(await page.evaluate(whereTheFocusIs))
    if (!now.inMain) return before === undefined ? ['Tab never came to the page'] : faults
    if (!now.drawn) faults.push(`nothing shows that the focus is on “${now.words}”`)
    if (!now.seen) faults.push(`“${now.words}” has the focus out of view`)
    if (before !== undefined && now.bottom <= before.top)
      faults.push(`“${now.words}” stands above “${before.words}”, from which Tab leads to it`)
    before = now
  }
  return [...faults, 'Tab never left the page']
}

const summary = z.object({ focused: z.boolean(), links: z.array(z.object({ words: z.string(), to: z.string() })) })

/** Send a form that is refused: its summary takes the focus, and each line of it leads to a field that can be typed in. @returns what is wrong */
export const faultsOfTheRefusal = async (page: Page, submit: string): Promise<string[]> => {
  await enter(page, submit)
  const { focused, links } = summary.parse(
    await page.evaluate(`(() => {
    const summary = document.querySelector('.govuk-error-summary')
    return { focused: summary !== null && summary === document.activeElement, links: [...(summary?.querySelectorAll('li a') ?? [])].map((link) => ({ words: link.innerText, to: link.getAttribute('href') })) }
  })()`),
  )
  if (links.length === 0) return ['the form was not refused, or says nowhere why']
  const faults = focused ? [] : ['the summary of what to put right has not the focus']
  for (const [at, { words, to }] of links.entries()) {
    // Its first link by Tab, as the focus stands; the summary cannot be focused again once it was left.
    if (at === 0) await page.keyboard.press('Tab')
    else await page.locator('.govuk-error-summary li a').nth(at).focus()
    await page.keyboard.press('Enter')
    const id = z.string().parse(await page.evaluate('document.activeElement.id'))
    if (`#${id}` !== to) faults.push(`“${words}” leads to ${id === '' ? 'no field' : id} and not to ${to}`)
    else if (!stop.parse(await page.evaluate(whereTheFocusIs)).seen)
      faults.push(`“${words}” leads to a field out of view`)
  }
  return faults
}
