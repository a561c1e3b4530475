import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'

/**
 * What axe finds wrong on the page, one sentence a place. It runs in a world of its own beside the page's scripts, so that a
 * strict content security policy neither stops it nor has to be switched off.
 */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // A page whose scripts are off never answers axe, which waits for promises: a still copy of it answers instead.
  if (await page.evaluate<boolean>(`matchMedia('(scripting: none)').matches`)) return onStillCopy(page, violationsOn)
  return violationsOn(page)
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page)
  try {
    const { frameTree } = await session.send('Page.getFrameTree')
    const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'axe' })
    const answer = await session.send('Runtime.evaluate', {
      contextId: world.executionContextId,
      expression: `${axe.source}; axe.run(document, { runOnly: ${JSON.stringify(standards)} }).then((found) => JSON.stringify(found.violations))`,
      awaitPromise: true,
      returnByValue: true,
    })
    if (answer.exceptionDetails !== undefined) throw new Error(`axe failed: ${answer.exceptionDetails.text}`)
    return violations.parse(JSON.parse(z.string().parse(answer.result.value))).flatMap(describe)
  } finally {
    await session.detach()
  }
}

/** The page as it stands, at its own address, where its scripts may run by setting but none of them may by policy. */
async function onStillCopy<T>(page: Page, work: (copy: Page) => Promise<T>): Promise<T> {
  const browser = page.context().browser()
  if (browser === null) throw new Error('the page has no browser')
  // With scripting on, what stands in noscript would not be part of the page.
  const body = (await page.content()).replaceAll(/<(\/?)noscript\b/g, '<$1div')
  const context = await browser.newContext({
    viewport: page.viewportSize(),
    storageState: await page.context().storageState(),
  })
  try {
    const copy = await context.newPage()
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': `script-src 'none'` }
    await copy.route(page.url(), (route) => route.fulfill({ body, headers }))
    await copy.goto(page.url())
    return await work(copy)
  } finally {
    await context.close()
  }
}

// Regulation 5 of the Public Sector Bodies Accessibility Regulations 2018 asks for WCAG at level AA; 2.2 is the current edition.
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const violations = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ target: z.array(z.unknown()), html: z.string() })),
  }),
)

function describe(violation: z.infer<typeof violations>[number]): readonly string[] {
  return violation.nodes.map((node) => `${violation.id}: ${violation.help} at ${node.target.join(' ')} (${node.html})`)
}
