import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { assessWhatIsDue } from '#alerts/index.ts'
import { checkpointInMemory, sealPending } from '#record/index.ts'
import { recordBook } from '#rooms.ts'
import { screenshot } from '../support/browser.ts'
import { faultsOf } from './every-page.ts'
import type { Walk } from './walk.ts'

/** The borough's day, on which everything in these journeys happens. */
export const now = Temporal.Instant.from('2026-03-02T10:00:00Z')

/** What the house does each minute: seal what was recorded, then look at the homes that it touched. */
export const sweep = async ({ harbour: { database } }: Walk): Promise<void> => {
  await sealPending(database, () => now, checkpointInMemory())
  await assessWhatIsDue(database, recordBook, now)
}

/** Nothing that axe finds wrong, nothing to scroll sideways at 320 pixels, and a picture where pictures are kept. */
export const readsWell = async (page: Page, name: string): Promise<void> => {
  assert.deepEqual(await faultsOf(page, false), [], name)
  await screenshot(page, name)
}
