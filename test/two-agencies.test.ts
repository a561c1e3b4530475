import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { openRecord, enrolUser, viewerStanding } from '#access/index.ts'
import type { Viewer } from '#access/index.ts'
import { writeBorough } from '#synthetic/index.ts'
import { findPeople, joinRecords, personPage, sameElsewhere } from '#families/index.ts'
import { loadDelivery, recordIdFor } from '#feeds/index.ts'
import { begin, book, instant, landlord, socialCare } from '#feeds/testing/house.ts'
import type { Database } from '#platform/database/index.ts'
import { emptyDatabase } from './support/worlds.ts'

const rowsShape = z.array(z.record(z.string(), z.string()))
type Rows = z.infer<typeof rowsShape>

/** Whose delivery each landlord's folder is loaded as. */
const landlords = new Map([
  ['council-homes', landlord],
  ['ropewalk-housing', 'agency:pier'],
])

/**
 * The invented borough as it is written, with nothing added: a landlord's child and children's social care's child are found to be one by
 * the worker of the family, through the home that both agencies know by its UPRN, or by exactly the same name and birth date.
 */
describe('two agencies of the invented borough', { concurrency: false }, () => {
  let database: Database
  let folder = ''
  let close: () => Promise<void>
  const tables = new Map<string, Rows>()
  const today = Temporal.PlainDate.from('2026-11-24')
  const worker: Viewer = {
    user: 'user:worker',
    name: '',
    role: 'social-worker',
    agency: socialCare,
    agencyName: '',
    teams: [],
  }

  before(async () => {
    const opened = await emptyDatabase('pglite')
    database = opened.database
    folder = await mkdtemp(join(tmpdir(), 'two-agencies-'))
    close = async () => {
      await opened.close()
      await rm(folder, { recursive: true, force: true })
    }
    await begin(database)
    await writeBorough({ households: 600, seed: 'lantern', on: today, folder: join(folder, 'borough') })
    const social = ['person', 'address', 'family', 'involvements', 'professionals'].map(
      (name) => `childrens-social-care/ssd_${name}.csv`,
    )
    for (const name of ['truth.csv', ...social, ...[...landlords.keys()].map((of) => `${of}/people.csv`)])
      tables.set(name, rowsShape.parse(parse(await readFile(join(folder, 'borough', name)), { columns: true })))
    const name = rows('childrens-social-care/ssd_professionals.csv')[0]?.['prof_professional_name'] ?? ''
    await database.transaction('app', async (tx) =>
      enrolUser.record(
        book,
        tx,
        { by: 'user:manager', agency: 'agency:partnership', source: 'test', at: instant('2026-11-23') },
        [{ user: worker.user, name, role: 'social-worker', title: 'Social worker', agency: socialCare, teams: [] }],
      ),
    )
    for (const [of, agency] of [...landlords, ['childrens-social-care', socialCare] as const]) {
      const { state } = await loadDelivery(
        { database, book },
        {
          kind: agency === socialCare ? 'ssd' : 'housing',
          agency,
          paths: [join(folder, 'borough', of)],
          by: 'user:manager',
          at: instant('2026-11-24'),
        },
      )
      assert.equal(state, 'applied')
    }
  })
  after(async () => close())

  const rows = (name: string): Rows => tables.get(name) ?? []
  const present = (): Rows =>
    rows('childrens-social-care/ssd_address.csv').filter((row) => row['addr_address_end_date'] === '')
  const hasUprn = (row: Rows[number]): boolean => row['addr_address_json']?.includes('"UPRN":"999') === true

  /** A child of the worker's families whom a landlord writes down by the same name and birth date, and whose present address has a UPRN or has none. */
  const childInBoth = (withUprn: boolean): { readonly own: string; readonly other: string; readonly name: string } => {
    const involved = new Set(rows('childrens-social-care/ssd_involvements.csv').map((row) => row['invo_person_id']))
    const families = new Set(
      rows('childrens-social-care/ssd_family.csv')
        .filter((row) => involved.has(row['fami_person_id']))
        .map((row) => row['fami_family_id']),
    )
    const members = new Set(
      rows('childrens-social-care/ssd_family.csv')
        .filter((row) => families.has(row['fami_family_id']))
        .map((row) => row['fami_person_id']),
    )
    for (const { person, row: theirs = '' } of rows('truth.csv').filter(
      ({ file, row }) => file === 'ssd_person.csv' && members.has(row),
    )) {
      const child = rows('childrens-social-care/ssd_person.csv').find((row) => row['pers_person_id'] === theirs)
      const addresses = present().filter((row) => row['addr_person_id'] === theirs)
      for (const { delivery = '', row: tenants } of rows('truth.csv').filter(
        (row) => row['person'] === person && landlords.has(row['delivery'] ?? ''),
      )) {
        const tenant = rows(`${delivery}/people.csv`).find((row) => row['person_ref'] === tenants)
        const name = `${child?.['pers_forename'] ?? ''} ${child?.['pers_surname'] ?? ''}`
        const born = tenant?.['date_of_birth'] ?? ''
        if (
          born < '2010' ||
          tenant?.['full_name'] !== name ||
          child?.['pers_dob']?.startsWith(born) !== true ||
          addresses.some(hasUprn) !== withUprn
        )
          continue
        return {
          own: recordIdFor(socialCare, 'ssd', theirs),
          other: recordIdFor(landlords.get(delivery) ?? '', 'housing', tenants ?? ''),
          name,
        }
      }
    }
    throw new Error('the borough of this seed has such a child')
  }

  it('write the UPRN of most present addresses, as a gazetteer gives it', () => {
    const withOne = present().filter(hasUprn).length
    assert.ok(withOne > present().length / 2 && withOne < present().length, `${withOne} of ${present().length}`)
  })

  it('have a child in common, whom the family’s worker finds and joins through the home that both know', async () => {
    const { own, other, name } = childInBoth(true)
    const doors = await database.transaction('app', async (tx) => [
      await openRecord(tx, worker, own, today),
      await openRecord(tx, worker, other, today),
    ])
    assert.deepEqual(
      doors.map((access) => (access.may ? access.way : access.reason)),
      ['involved', 'under-one-roof'],
    )
    const found = await database.transaction(viewerStanding(worker, today), async (tx) =>
      findPeople(tx, { name }, false, { on: today }),
    )
    assert.ok(found.some(({ record }) => record === other))
    const joined = await database.transaction('app', async (tx) =>
      joinRecords.record(
        book,
        tx,
        { by: worker.user, agency: socialCare, source: 'form:join', at: instant('2026-11-24') },
        [{ records: [own, other], because: 'Same name and birth date, seen at the flat.' }],
      ),
    )
    assert.equal(joined.accepted, true)
  })

  it('have a child in common whom no UPRN ties to the home: nothing ties them by itself, and exactly the same name and birth date finds the other record', async () => {
    const { own, other } = childInBoth(false)
    const door = await database.transaction('app', async (tx) => openRecord(tx, worker, other, today))
    assert.equal(door.may, false)
    const found = await database.transaction(viewerStanding(worker, today), async (tx) => {
      const view = await personPage(tx, own, { on: today })
      return view === undefined ? undefined : sameElsewhere(tx, view, { on: today })
    })
    assert.deepEqual(found, [{ record: other, by: 'name-and-birth', hidden: false }])
  })
})
