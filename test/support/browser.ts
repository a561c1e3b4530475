import { given } from '#platform/given.ts'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'

export { axeViolations } from './axe.ts'
export { focusedName, tabTo } from './keyboard.ts'

export const desktop = 1280
export const phone = 375
/** The width at which a page must still be read without sideways scrolling (WCAG 2.2, 1.4.10 Reflow). */
export const narrow = 320

/** A browser for one test file. `await using browser = await openBrowser()` closes it, or call `close()` in `after`. */
export async function openBrowser(): Promise<Browser> {
  return launchChromium()
}

export type PageWish = {
  readonly width?: number
  /** `false`: as for a person whose browser runs no scripts. */
  readonly script?: boolean
  /** Where `page.goto('/…')` starts. */
  readonly baseURL?: string
}

/** A page with cookies of its own, as for another person at another machine. `page.context().close()` lets go of it early. */
export async function openPage(
  browser: Browser,
  { width = desktop, script = true, baseURL }: PageWish = {},
): Promise<Page> {
  const options: BrowserContextOptions = {
    viewport: { width, height: width < 600 ? 720 : 900 },
    javaScriptEnabled: script,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...given({ baseURL }),
  }
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

/** Full-page pictures for a person to look at, at desk and phone width, where ROOFTREE_SCREENSHOTS names a folder. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = process.env['ROOFTREE_SCREENSHOTS']
  if (folder === undefined || folder === '') return
  await mkdir(folder, { recursive: true })
  const before = page.viewportSize()
  for (const width of [desktop, phone]) {
    await page.setViewportSize({ width, height: before?.height ?? 900 })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true, animations: 'disabled' })
  }
  if (before !== null) await page.setViewportSize(before)
}

/** The page as it is printed on A4; kept beside the screenshots under this name. */
export async function printToPdf(page: Page, name: string): Promise<Buffer> {
  const folder = process.env['ROOFTREE_SCREENSHOTS']
  const kept = folder === undefined || folder === '' ? {} : { path: join(folder, `${name}.pdf`) }
  return page.pdf({ format: 'A4', ...kept })
}

/** By how many pixels the page is wider than its window: more than none means scrolling sideways. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
}
