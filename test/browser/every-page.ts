import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { agencyOf } from '../../src/demo/people.ts'
import { demoFamily, demoHome } from '../../src/demo/ids.ts'
import { reasonDaysPolicy } from '#families/index.ts'
import { recordBook, routesOf } from '#rooms.ts'
import { axeViolations, desktop, narrow, screenshot, sidewaysOverflow } from '../support/browser.ts'
import { familyPath } from './walk.ts'
import type { Walk } from './walk.ts'

interface Walker {
  readonly person: string
  /** The story whose family, people and home this person opens. */
  readonly story: string
  readonly family: string
  readonly home: string
}

const walkers: readonly Walker[] = [
  { person: 'user:ada-obi', story: 'mould-three-flights', family: 'qureshi', home: 'flat' },
  { person: 'user:colm-brady', story: 'mould-three-flights', family: 'qureshi', home: 'flat' },
  { person: 'user:bridget-coyle', story: 'one-name', family: 'chowdhury', home: 'flat' },
  { person: 'user:ruth-okafor', story: 'mould-three-flights', family: 'qureshi', home: 'flat' },
  { person: 'user:ben-archer', story: 'mould-three-flights', family: 'qureshi', home: 'flat' },
  { person: 'user:shanice-campbell', story: 'young-parent', family: 'reid', home: 'studio' },
  { person: 'user:nkechi-eze', story: 'twins-expected', family: 'kowalczyk', home: 'flat' },
]

/** Pages that nobody above comes to in the demo as it is loaded, with the reason. */
const notWalked: Readonly<Record<string, string>> = {
  '/families/:family/reason':
    'opens for somebody who knows that a family is known and does not work with it: walked by the journey of the reason given',
  '/referrals/:referral': 'nobody has referred anybody yet: walked by the journey of the home and the alert',
  '/feeds/:delivery': 'no agency’s system has delivered anything yet',
  '/alerts/:alert': 'nothing has been found out about the homes yet',
}

/** Every page that answers, at two widths: nothing to scroll sideways, and nothing that axe finds wrong. */
export const pagesOfEverybody = (walk: () => Walk): void => {
  const answered = new Set<string>()
  const doors = (): string[] =>
    routesOf({
      database: walk().harbour.database,
      book: recordBook,
      record: () => ({ partnership: '', demo: true, loading: false }),
    })
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path)

  for (const walker of walkers) {
    it(`reads well at ${desktop} and ${narrow} pixels on every page of ${walker.person}`, async () => {
      const page = await walk().as(walker.person)
      const found: string[] = []
      for (const [door, url] of await addresses(walk(), walker, doors())) {
        if ((await page.goto(url))?.status() !== 200) continue
        // What axe judges by layout is judged once a door at the narrow width; sideways scrolling for everybody.
        const narrowToo = !answered.has(door)
        answered.add(door)
        found.push(...(await faultsOf(page, narrowToo)).map((fault) => `${door} ${fault}`))
        await screenshot(page, `${walker.person.slice(5)}${door.replaceAll(/\W+/gu, '-')}`)
      }
      assert.deepEqual(found, [])
      await page.context().close()
    })
  }

  it('leaves no page out', () => {
    assert.deepEqual(
      doors().filter((door) => !answered.has(door) && !(door in notWalked)),
      [],
    )
  })

  it('reads well where there is nothing to show, something to put right, or nobody to let in', async () => {
    const page = await walk().as('user:ada-obi')
    const found: string[] = []
    const look = async (state: string): Promise<void> => {
      found.push(...(await faultsOf(page)).map((fault) => `${state} ${fault}`))
      await screenshot(page, state)
    }
    await page.goto(`${familyPath('mould-three-flights', 'qureshi')}?known=2026-01-15`)
    await look('an earlier day')
    await page.goto(`${familyPath('mould-three-flights', 'qureshi')}?known=2024-06-01`)
    await look('before anything was recorded')
    await page.goto(`${familyPath('mould-three-flights', 'qureshi')}/contact`)
    await page.getByRole('button', { name: 'Record the contact' }).click()
    await look('a form with everything to put right')
    await page.goto(familyPath('sealed-case', 'ashworth'))
    await look('a page that is not there')
    await page.goto('/find')
    await page.getByLabel('Name', { exact: true }).fill('Nobody Of This Name')
    await page.getByRole('button', { name: 'Find', exact: true }).click()
    await look('nobody found')
    await page.goto(familyPath('hidden-address', 'marlowe'))
    await look('an address that must not be disclosed')
    assert.deepEqual(found, [])
    await page.context().close()
  })
}

export const faultsOf = async (page: Page, narrowToo = true): Promise<string[]> => {
  const faults = [...(await axeViolations(page))]
  await page.setViewportSize({ width: narrow, height: 720 })
  const over = await sidewaysOverflow(page)
  if (over > 0) faults.push(`is ${over} pixels too wide at ${narrow}`)
  if (narrowToo) faults.push(...(await axeViolations(page)).map((fault) => `at ${narrow}: ${fault}`))
  await page.setViewportSize({ width: desktop, height: 900 })
  return faults
}

/** Each door with the address of something that this walker may expect behind it. */
const addresses = async (
  { harbour }: Walk,
  { person, story, family: name, home }: Walker,
  doors: readonly string[],
): Promise<[string, string][]> => {
  const family = demoFamily(story, name)
  const agency = agencyOf(person)
  const [records, contact, names, joining, child] = await harbour.database.transaction('app', async (tx) => {
    const members = await sql<{ id: string }>`
      select distinct record_id as id from family_member where family_id = ${family} and role <> 'child' order by id`.execute(
      tx,
    )
    const latest = async (kind: string, subject: string): Promise<string> =>
      (
        await sql<{ id: string }>`
      select entry.id::text as id from entry join entry_subject on entry_id = entry.id
      where kind = ${kind} and agency = ${agency} and subject_id = ${subject} order by recorded_at desc limit 1`.execute(
          tx,
        )
      ).rows[0]?.id ?? 'none'
    const ids = members.rows.map(({ id }) => id)
    const youngest = await sql<{ id: string }>`
      select m.record_id as id from family_member m join person_birth b on b.record_id = m.record_id where m.family_id = ${family} and m.role = 'child' order by b.first_day desc, m.record_id limit 1`.execute(
      tx,
    )
    return [
      ids,
      await latest('ContactRecorded', family),
      await latest('NamesStated', ids[0] ?? ''),
      await latest('RecordsJoined', ids[0] ?? ''),
      youngest.rows[0]?.id ?? 'none',
    ] as const
  })
  const [record = 'none', other = 'none'] = records
  const asked: Readonly<Record<string, string>> = {
    '/join': `?left=${record}&right=${other}`,
    '/people/:record/same': '?who=a',
    '/people/:record/part': `?joining=${joining}`,
  }
  return doors.map((door) => [
    door,
    door
      .replace(':family', family)
      .replace(':record', door.endsWith('/baby') ? child : record)
      .replace(':user', 'user:ada-obi')
      .replace(':home', demoHome(story, home))
      .replace(':entry', door.startsWith('/families') ? contact : names)
      .replace(':policy', reasonDaysPolicy.id) + (asked[door] ?? ''),
  ])
}
