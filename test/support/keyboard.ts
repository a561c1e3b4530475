import type { CDPSession, Page } from 'playwright-core'

/** Presses Tab until the element of that accessible name has the focus, as a person without a mouse would. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  { limit = 200 }: { readonly limit?: number } = {},
): Promise<void> {
  const passed: string[] = []
  const session = await page.context().newCDPSession(page)
  try {
    for (let step = 0; step < limit; step += 1) {
      await page.keyboard.press('Tab')
      const focused = await nameOfFocus(session)
      if (typeof name === 'string' ? focused === name : name.test(focused)) return
      passed.push(focused)
    }
  } finally {
    await session.detach()
  }
  throw new Error(`Tab never reached ${name}. It passed: ${[...new Set(passed)].join(' | ')}`)
}

/** The accessible name of what has the focus, as the browser tells it to a screen reader. */
export async function focusedName(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  try {
    return await nameOfFocus(session)
  } finally {
    await session.detach()
  }
}

async function nameOfFocus(session: CDPSession): Promise<string> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' })
  if (result.objectId === undefined) return ''
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  })
  const name: unknown = nodes[0]?.name?.value
  return typeof name === 'string' ? name : ''
}
