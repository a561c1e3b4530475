import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { aHousingDelivery, anSsdDelivery, inAFolder, type DeliveryFiles } from '../../test/support/deliveries.ts'
import { housing, neutralised, readDelivery, ssd, type Batch, type Format, type Limits, type Report } from './index.ts'

const receivedAt = Temporal.Instant.from('2026-11-20T06:00:00Z')

const read = <F extends Format>(
  format: F,
  files: DeliveryFiles,
  limits: Partial<Limits> = {},
): Promise<{ batches: Batch<F>[]; report: Report }> =>
  inAFolder(files, async (folder) => {
    const reading = readDelivery(format, [folder], { receivedAt, limits })
    const batches = await Array.fromAsync(reading.batches())
    return { batches, report: reading.report() }
  })

type HousingBatch = Batch<typeof housing>

/** Typed, so that a wrong name of a table or column does not compile. */
const peopleIn = (batches: readonly HousingBatch[]) =>
  batches.flatMap((batch) => (batch.table === 'people' ? batch.rows : []))
const officersIn = (batches: readonly HousingBatch[]) =>
  batches.flatMap((batch) => (batch.table === 'officers' ? batch.rows : []))

test('a landlord’s delivery comes out as typed rows, what is empty or left out as not known', async () => {
  const { batches, report } = await read(housing, aHousingDelivery().files())
  assert.equal(report.accepted, true)
  assert.equal(report.read, 21)
  assert.deepEqual(
    [report.mode, report.source, report.extractedAt],
    ['full', 'Quayside Homes, lettings system', '2026-11-20T02:15:00Z'],
  )
  const [first, , , last] = peopleIn(batches)
  assert.ok(first?.change === 'set' && last?.change === 'set')
  const name: string = first.row.full_name
  const born: string | undefined = last.row.date_of_birth
  assert.deepEqual(
    [name, first.row.nhs_number, first.row.sex, first.line],
    ['Solveig Adeyemi', '9434765919', 'female', 2],
  )
  assert.deepEqual(
    [born, last.row.sex, last.row.language, 'language' in last.row],
    [undefined, undefined, undefined, true],
  )
})

test('an area stays in the unit in which it was measured', async () => {
  const { batches } = await read(housing, aHousingDelivery().files())
  const rooms = batches.flatMap((batch) => (batch.table === 'rooms' ? batch.rows : []))
  assert.deepEqual(
    rooms.map((room) => (room.change === 'set' ? [room.row.area, room.row.area_unit] : [])),
    [
      [10.2, 'm2'],
      [undefined, undefined],
      [150, 'sqft'],
    ],
  )
})

test('a social care extract without a manifest is read, its dates in three ways, and says nothing of what is absent', async () => {
  const { batches, report } = await read(ssd, anSsdDelivery().files())
  assert.equal(report.accepted, true)
  assert.equal(report.mode, 'unsaid')
  const people = batches.flatMap((batch) => (batch.table === 'person' ? batch.rows : []))
  assert.deepEqual(
    people.map((one) => (one.change === 'set' ? [one.row.pers_dob, one.row.pers_sex, one.row.pers_is_mother] : [])),
    [
      ['1993-04-11', 'female', 'yes'],
      ['2019-08-30', 'female', 'no'],
      [undefined, undefined, undefined],
    ],
  )
  const visits = batches.flatMap((batch) => (batch.table === 'cinVisits' ? batch.rows : []))
  assert.deepEqual(
    visits.map((one) =>
      one.change === 'set'
        ? [one.row.cinv_cin_visit_date, one.row.cinv_cin_visit_seen, one.row.cinv_cin_visit_seen_alone]
        : [],
    ),
    [['2026-05-12', 'yes', undefined]],
  )
})

test('what an extract writes where it has nothing is not known, and never a number or a word that many would share', async () => {
  const { batches, report } = await read(
    ssd,
    anSsdDelivery()
      .where('ssd_person.csv', 0, { pers_common_child_id: 'SSD_PH', pers_nationality: 'PLACEHOLDER_DATA' })
      .files(),
  )
  assert.equal(report.accepted, true)
  const people = batches.flatMap((batch) => (batch.table === 'person' ? batch.rows : []))
  assert.deepEqual(
    people
      .slice(0, 1)
      .map((one) => (one.change === 'set' ? [one.row.pers_common_child_id, one.row.pers_nationality] : [])),
    [[undefined, undefined]],
  )
})

test('the report says what a delivery lacks and what was passed over', async () => {
  const { report } = await read(
    ssd,
    anSsdDelivery()
      .where('ssd_contacts.csv', 0, { cont_local_note: 'x' })
      .holding('ssd_disability.csv', 'disa_table_id\n1\n')
      .files(),
  )
  assert.equal(report.accepted, true)
  assert.deepEqual(report.passedOver.toSorted(), ['ssd_contacts.csv, cont_local_note', 'ssd_disability.csv'])
  assert.ok(report.lacks.some(({ file, columns }) => file === 'ssd_cp_plans.csv' && columns === 'the whole file'))
  assert.ok(report.lacks.some(({ file, columns }) => file === 'ssd_person.csv' && columns.includes('pers_ethnicity')))
})

test('a delta says set or gone in each row; a row that is gone needs no more than its key', async () => {
  const delta = aHousingDelivery().asDelta()
  const without = [
    'homes.csv',
    'rooms.csv',
    'people.csv',
    'tenancies.csv',
    'tenancy_people.csv',
    'register.csv',
    'register_people.csv',
    'conditions.csv',
    'placements.csv',
  ].reduce((kept, file) => kept.without(file), delta)
  const changed = [0, 1, 2, 3]
    .reduce(
      (kept, row) => kept.where('occupancy.csv', row, { change: 'set' }),
      without.where('officers.csv', 0, { change: 'set' }),
    )
    .with('officers.csv', { officer_ref: 'O2', change: 'gone' })
  const { batches, report } = await read(housing, changed.files())
  assert.deepEqual(report.refused.listed, [])
  assert.deepEqual(
    officersIn(batches).map(({ change, row }) => [change, row.officer_ref]),
    [
      ['set', 'O1'],
      ['gone', 'O2'],
    ],
  )
  assert.deepEqual(
    report.referencesLeftToCheck.map(({ file, columns, to, count }) => [file, columns.join(), to, count]),
    [
      ['occupancy.csv', 'home_ref', 'homes.csv', 4],
      ['occupancy.csv', 'person_ref', 'people.csv', 4],
      ['occupancy.csv', 'home_ref,room_ref', 'rooms.csv', 3],
    ],
  )
})

test('a byte order mark, capitals in the header, columns in another order, spaces and rows of commas are all as good', async () => {
  const { batches, report } = await read(
    housing,
    aHousingDelivery()
      .holding('officers.csv', '\uFEFFName, OFFICER_REF \r\n Petra Lindqvist ,O1\r\n,\r\n,\r\n')
      .files(),
  )
  assert.equal(report.accepted, true)
  assert.deepEqual(
    officersIn(batches).map(({ row }) => row.officer_ref),
    ['O1'],
  )
})

for (const formula of ['=1+1', '+44 20 7946 0101', '@sum', '-1', '=HYPERLINK("https://x.example")']) {
  test(`${formula} in a cell of text is kept as written and made harmless when it leaves`, async () => {
    const { batches, report } = await read(
      housing,
      aHousingDelivery().where('officers.csv', 0, { phone: formula }).files(),
    )
    assert.equal(report.accepted, true)
    const [officer] = officersIn(batches)
    assert.equal(officer?.change === 'set' ? officer.row.phone : undefined, formula)
    assert.equal(neutralised(formula), `'${formula}`)
  })
}

test('what is no formula leaves as it is; what hides one behind a space does not', () => {
  for (const plain of ['Ada', '020 7946 0101', 'a=b', '', '10-12 Quay Street']) assert.equal(neutralised(plain), plain)
  for (const hidden of [' =1+1', '\t=1', '\u200B=1', '＝1+1', '\r\n@x']) assert.equal(neutralised(hidden), `'${hidden}`)
})

test('sound rows come in batches of the size that the settings say, and a refused row is not among them', async () => {
  const { batches, report } = await read(
    housing,
    aHousingDelivery().where('people.csv', 1, { date_of_birth: 'x' }).files(),
    { rowsInABatch: 2 },
  )
  assert.equal(report.accepted, false)
  const sizes = batches.filter(({ table }) => table === 'people').map(({ rows }) => rows.length)
  assert.deepEqual(sizes, [2, 1])
  assert.deepEqual(
    peopleIn(batches).map(({ row }) => row.person_ref),
    ['P1', 'P3', 'P4'],
  )
})

test('a reading that was broken off is never accepted', async () => {
  await inAFolder(aHousingDelivery().files(), async (folder) => {
    const reading = readDelivery(housing, [folder], { receivedAt })
    for await (const batch of reading.batches()) if (batch.table === 'homes') break
    assert.equal(reading.report().accepted, false)
  })
})

test('files named one by one are the same delivery as their folder', async () => {
  const files = aHousingDelivery().files()
  await inAFolder(files, async (folder) => {
    const reading = readDelivery(
      housing,
      [...files.keys()].map((name) => join(folder, name)),
      { receivedAt },
    )
    await Array.fromAsync(reading.batches())
    assert.equal(reading.report().accepted, true)
  })
})
