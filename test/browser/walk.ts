import type { Page } from 'playwright-core'
import { demoFamily } from '../../src/demo/ids.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import type { PageWish } from '../support/browser.ts'
import { openHarbourReach } from '../support/harbour-reach.ts'
import type { HarbourReach } from '../support/harbour-reach.ts'

/** One borough and one browser, for people who walk through it as they would at their desks. */
export interface Walk {
  readonly harbour: HarbourReach
  /** A browser of somebody's own, before they have signed in. */
  readonly stranger: (wish?: PageWish) => Promise<Page>
  readonly as: (person: string, wish?: PageWish) => Promise<Page>
  readonly close: () => Promise<void>
}

export const openWalk = async (): Promise<Walk> => {
  const harbour = await openHarbourReach()
  const baseURL = await harbour.server.listen({ port: 0, host: '127.0.0.1' })
  const browser = await openBrowser()
  const stranger = async (wish: PageWish = {}): Promise<Page> => openPage(browser, { ...wish, baseURL })
  return {
    harbour,
    stranger,
    as: async (person, wish) => {
      const page = await stranger(wish)
      await page.request.post('/sign-in/demo', { form: { person, next: '/' }, maxRedirects: 0 })
      return page
    },
    close: async () => {
      await browser.close()
      await harbour.close()
    },
  }
}

export const familyPath = (story: string, family: string): string => `/families/${demoFamily(story, family)}`

export const heading = async (page: Page): Promise<string> =>
  (await page.getByRole('heading', { level: 1 }).innerText()).trim()

/** What a page says below its breadcrumbs, as somebody reads it. */
export const said = async (page: Page): Promise<string> => page.getByRole('main').innerText()

/** What a section says, found by the words over it. */
export const section = async (page: Page, name: string): Promise<string> =>
  page.getByRole('region', { name, exact: true }).innerText()
