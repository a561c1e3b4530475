import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { steppedClock } from '#platform/dates.ts'
import { readSettings } from '#platform/settings.ts'
import { checkpointInMemory } from '#record/index.ts'
import { recordBook } from '#rooms.ts'
import { feedVerb } from '../../src/verbs/feed.ts'
import { aChildOnAPlan, aHousingDelivery, inAFolder } from '../support/deliveries.ts'
import type { DeliveryFiles } from '../support/deliveries.ts'
import { zipOf } from '../support/zips.ts'
import { now, readsWell, sweep } from './sweeping.ts'
import { heading, said, section } from './walk.ts'
import type { Walk } from './walk.ts'

const landlord = 'Lantern Housing Trust'
const socialCare = 'Harbour Reach Children’s Social Care'

/** Both agencies' files, a year earlier than they are written, since the borough's day is 2 March 2026; their workers are the borough's. */
const aYearEarlier = (files: DeliveryFiles): DeliveryFiles =>
  new Map(
    [...files].map(([name, content]) => [
      name,
      content.toString().replaceAll('2026', '2025').replaceAll('2027', '2026'),
    ]),
  )
const housing = () =>
  aHousingDelivery().where('officers.csv', 0, { name: 'Leila Hosseini', team: 'Lantern tenancy team' })
const social = () => aChildOnAPlan().where('ssd_professionals.csv', 0, { prof_professional_name: 'Ada Obi' })

/** Files go in by page and by command line, and become one family. */
export const journeyOfDeliveries = (walk: () => Walk): void => {
  it('refuses a broken delivery whole, with file, line, field and reason', async () => {
    const page = await walk().as('user:ruth-okafor')
    await upload(
      page,
      'Housing: a landlord’s homes, people and tenancies',
      landlord,
      aYearEarlier(housing().where('homes.csv', 0, { tenure: 'feudal' }).files()),
    )
    await page
      .getByRole('cell', { name: /homes\.csv/u })
      .first()
      .waitFor({ timeout: 60_000 })
    assert.match(await said(page), /homes\.csv, line 2, (?:field )?tenure/u)
    assert.doesNotMatch(await said(page), /feudal/u)
    await readsWell(page, 'delivery-refused')
    const officer = await walk().as('user:leila-hosseini')
    await officer.goto('/my-households')
    assert.doesNotMatch(await said(officer), /Tide Court/u)
    await Promise.all([page.context().close(), officer.context().close()])
  })

  it('takes a landlord’s and social care’s deliveries by page, and the landlord’s next by command line', async () => {
    const page = await walk().as('user:ruth-okafor')
    await upload(page, 'Housing: a landlord’s homes, people and tenancies', landlord, aYearEarlier(housing().files()))
    await page.getByText('Entries recorded').waitFor({ timeout: 60_000 })
    await readsWell(page, 'delivery-applied')
    await upload(page, 'Children’s social care: its standard dataset', socialCare, aYearEarlier(social().files()))
    await page.getByText('Entries recorded').waitFor({ timeout: 60_000 })
    await page.goto('/feeds')
    await readsWell(page, 'deliveries')
    await page.context().close()

    const report = await byCommandLine(
      walk(),
      aYearEarlier(
        housing().extractedAt('2026-11-27T02:15:00Z').where('conditions.csv', 0, { stage: 'works-begun' }).files(),
      ),
    )
    assert.deepEqual(report, { exit: 0, state: 'applied', changed: 1, new: 0 })
    await sweep(walk())
  })

  it('joins the tenant’s child and social care’s child, so that both agencies’ people see one family under one roof', async () => {
    const [worker, officer] = await Promise.all([walk().as('user:ada-obi'), walk().as('user:leila-hosseini')])
    await worker.goto('/')
    await find(worker, 'Maren Adeyemi')
    await worker
      .getByRole('link', { name: /^Family of/u })
      .first()
      .click()
    const family = worker.url()
    await worker.getByRole('link', { name: 'Maren Adeyemi', exact: true }).first().click()
    await worker.getByRole('button', { name: 'Is this the same person as…?' }).click()
    // Social care's address has no UPRN: nothing ties it to the home, and the same name and birth date find the landlord's record.
    await readsWell(worker, 'same-person-elsewhere')
    await worker
      .getByRole('listitem')
      .filter({ hasText: 'exactly the same name and date of birth' })
      .getByRole('link', { name: `A record of ${landlord}` })
      .click()
    assert.match(await said(worker), /Lantern Housing Trust/u)
    await readsWell(worker, 'join-across-agencies')
    await worker
      .getByLabel('How do you know that it is the same person?')
      .fill('Same name and birth date, and I saw her at the flat.')
    await worker.getByRole('button', { name: 'Join them as one person' }).click()
    assert.match(await said(worker), /The records were joined as one person/u)
    await worker.goto(family)
    assert.match(
      await section(worker, 'Children’s social care: plans and enquiries'),
      /Child protection plan for Maren since 4 September 2025\. Category: neglect\.[\s\S]*Before[\s\S]*Child in need plan for Maren, began 21 April 2025, ended 14 August 2025\./u,
    )
    await readsWell(worker, 'family-under-one-roof')
    await worker.getByRole('link', { name: 'See the whole timeline' }).click()
    assert.match(
      await said(worker),
      /Section 47 enquiry[\s\S]*Initial child protection conference about Maren|Initial child protection conference about Maren[\s\S]*Section 47 enquiry/u,
    )
    await readsWell(worker, 'timeline-of-a-child-on-a-plan')
    await worker.goto(family)
    await worker.getByRole('link', { name: 'See the household' }).first().click()
    assert.match(await said(worker), /Maren[\s\S]*Solveig|Solveig[\s\S]*Maren/u)

    await officer.goto('/my-households')
    await officer.getByRole('link', { name: /^Flat 9, Tide Court/u }).click()
    assert.match(await heading(officer), /Tide Court/u)
    assert.equal(new URL(worker.url()).pathname, new URL(officer.url()).pathname)
    assert.match(await said(officer), /Maren/u)
    assert.doesNotMatch(await said(officer), /child in need|Ada Obi|protection plan/iu)
    await readsWell(officer, 'home-of-the-delivery')
    await Promise.all([worker.context().close(), officer.context().close()])
  })
}

const upload = async (page: Page, kind: string, agency: string, files: DeliveryFiles): Promise<void> => {
  await page.goto('/feeds/new')
  await readsWell(page, 'load-a-delivery')
  await page.getByLabel(kind, { exact: true }).check()
  await page.getByLabel('Whose delivery is it?').selectOption({ label: agency })
  await page
    .getByLabel('The delivery, as one zip')
    .setInputFiles({
      name: 'delivery.zip',
      mimeType: 'application/zip',
      buffer: zipOf([...files].map(([name, content]) => ({ name, content }))),
    })
  await page.getByRole('button', { name: 'Send it' }).click()
}

const find = async (page: Page, name: string): Promise<void> => {
  await page.goto('/find')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Find', exact: true }).click()
}

const reported = z.looseObject({ state: z.string(), changed: z.number(), new: z.number() })

const byCommandLine = async (
  { harbour: { database } }: Walk,
  files: DeliveryFiles,
): Promise<{ exit: number; state: string; changed: number; new: number }> =>
  inAFolder(files, async (folder) => {
    let out = ''
    const house = {
      database,
      book: recordBook,
      checkpoints: checkpointInMemory(),
      tables: [],
      clock: steppedClock(now),
      settings: readSettings({}),
      seal: async () => ({ sealed: 0, suspect: [] }),
      close: async () => undefined,
    }
    const exit = await feedVerb.run(
      house,
      { words: ['housing', '.'], options: { from: 'agency:lantern-trust' }, json: true },
      { cwd: folder, out: (text) => void (out += text), err: () => undefined, progress: () => undefined },
    )
    const { state, changed, new: fresh } = reported.parse(JSON.parse(out))
    return { exit, state, changed, new: fresh }
  })
