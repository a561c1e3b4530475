import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { z } from 'zod'
import { checkDelivery, housing, ssd } from '#feeds/index.ts'
import { boroughVerb } from '#verbs/borough.ts'
import { WrongCall, type Terminal } from '#verbs/verb.ts'
import { CsvFile } from './delivery.ts'
import { truthFile, writeBorough } from './write-borough.ts'

const on = Temporal.PlainDate.from('2026-11-24')
const receivedAt = Temporal.Instant.from('2026-11-24T06:00:00Z')
const top = await mkdtemp(join(tmpdir(), 'rooftree-borough-'))
after(() => rm(top, { recursive: true, force: true }))

let folders = 0
const newFolder = (): string => join(top, String((folders += 1)))

const borough = async (households: number, seed = 'tide', day = on): Promise<string> => {
  const folder = newFolder()
  const decision = await writeBorough({ households, seed, on: day, folder })
  assert.ok(decision.accepted)
  return folder
}

const filesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

const hashOf = async (folder: string): Promise<string> => {
  const hash = createHash('sha256')
  for (const name of await filesOf(folder)) hash.update(name).update(await readFile(join(folder, name)))
  return hash.digest('hex')
}

const records = z.array(z.record(z.string(), z.string()))
const rowsOf = async (...path: readonly string[]): Promise<Record<string, string>[]> =>
  records.parse(parse(await readFile(join(...path)), { columns: true }))

test('the same households, seed and day give the same bytes; another seed or day gives others', async () => {
  const first = await hashOf(await borough(300))
  assert.equal(await hashOf(await borough(300)), first)
  assert.notEqual(await hashOf(await borough(300, 'ebb')), first)
  assert.notEqual(await hashOf(await borough(300, 'tide', on.add({ days: 1 }))), first)
})

test('a larger borough begins with the smaller one', async () => {
  const small = await borough(60)
  const large = await borough(120)
  for (const name of await filesOf(small)) {
    if (name.endsWith('manifest.json')) continue
    assert.ok((await readFile(join(large, name), 'utf8')).startsWith(await readFile(join(small, name), 'utf8')), name)
  }
})

for (const households of [1, 7, 300]) {
  test(`each delivery of a borough of ${households} is taken without a refusal and without anything pointed out`, async () => {
    const folder = await borough(households)
    const deliveries = (await readdir(folder)).filter((name) => name !== truthFile)
    assert.equal(deliveries.length, 5)
    for (const name of deliveries) {
      const report = await checkDelivery(name === 'childrens-social-care' ? ssd : housing, [join(folder, name)], {
        receivedAt,
      })
      assert.ok(report.accepted, `${name}: ${JSON.stringify(report.refused.listed[0])}`)
      assert.equal(report.pointedOut.inAll, 0, `${name}: ${JSON.stringify(report.pointedOut.listed[0])}`)
      assert.deepEqual(report.passedOver, [])
    }
  })
}

test('a borough seen on 29 February or on the day the clocks change is taken too', async () => {
  for (const day of ['2024-02-29', '2026-03-29']) {
    const folder = await borough(150, 'leap', Temporal.PlainDate.from(day))
    for (const name of ['council-homes', 'housing-options']) {
      const report = await checkDelivery(housing, [join(folder, name)], { receivedAt })
      assert.ok(report.accepted, JSON.stringify(report.refused.listed[0]))
    }
  }
})

test('no two homes share a UPRN; a room in a shared house has only that of the house', async () => {
  const folder = await borough(2_000)
  const seen = new Map<string, string>()
  for (const name of ['council-homes', 'tidewall-homes', 'ropewalk-housing', 'housing-options']) {
    for (const { uprn = '', home_ref = '', parent_uprn, unit_type } of await rowsOf(folder, name, 'homes.csv')) {
      if (uprn === '') assert.ok(unit_type === 'room' && parent_uprn !== '')
      else assert.equal(seen.get(uprn), undefined, home_ref)
      if (uprn !== '') seen.set(uprn, home_ref)
    }
  }
  assert.ok(seen.size > 1_000)
})

test('the truth names every person row once and no other, and one NHS number belongs to one person', async () => {
  const folder = await borough(2_000)
  const truth = new Map<string, string>()
  for (const { person = '', delivery, file, row } of await rowsOf(folder, truthFile)) {
    const key = `${delivery}/${file}/${row}`
    assert.equal(truth.get(key), undefined)
    truth.set(key, person)
  }
  const rows: { readonly key: string; readonly nhs: string; readonly unborn: boolean }[] = []
  for (const name of ['council-homes', 'tidewall-homes', 'ropewalk-housing', 'housing-options']) {
    for (const { person_ref, nhs_number = '' } of await rowsOf(folder, name, 'people.csv'))
      rows.push({ key: `${name}/people.csv/${person_ref}`, nhs: nhs_number, unborn: false })
  }
  for (const { pers_person_id, pers_common_child_id = '', pers_expected_dob } of await rowsOf(
    folder,
    'childrens-social-care',
    'ssd_person.csv',
  )) {
    rows.push({
      key: `childrens-social-care/ssd_person.csv/${pers_person_id}`,
      nhs: pers_common_child_id,
      unborn: pers_expected_dob !== '',
    })
  }
  const holders = new Map<string, string>()
  for (const { key, nhs, unborn } of rows) {
    const person = truth.get(key)
    assert.equal(person === undefined, unborn, key)
    if (person === undefined || nhs === '') continue
    assert.equal(holders.get(nhs) ?? person, person)
    holders.set(nhs, person)
  }
  assert.equal(rows.filter(({ unborn }) => !unborn).length, truth.size)
  const people = [...truth.values()]
  assert.ok(new Set(people).size < people.length, 'somebody is written down twice')
})

test('any number of households is written, and nothing into a folder that holds something', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.string({ minLength: 1, maxLength: 8 }),
      async (households, seed) => {
        assert.equal(
          (await filesOf(await borough(households, seed))).filter((name) => name.endsWith('manifest.json')).length,
          5,
        )
      },
    ),
    { numRuns: 8 },
  )
  const taken = await mkdtemp(join(top, 'taken-'))
  await writeFile(join(taken, 'letter.txt'), 'kept')
  assert.deepEqual(await writeBorough({ households: 1, seed: 'x', on, folder: taken }), {
    accepted: false,
    because: [{ reason: 'folder-not-empty', field: 'folder' }],
  })
  assert.deepEqual(await readdir(taken), ['letter.txt'])
  assert.deepEqual(await writeBorough({ households: 1, seed: 'x', on, folder: join(taken, 'letter.txt') }), {
    accepted: false,
    because: [{ reason: 'not-a-folder', field: 'folder' }],
  })
  for (const households of [0, -1, 1.5, 600_001, Number.NaN])
    assert.ok(!(await writeBorough({ households, seed: 'x', on, folder: newFolder() })).accepted)
})

test('whatever stands in a cell comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.string({ unit: fc.constantFrom(',', '"', '\n', '\r', 'a', 'é', ' ', '=') }), fc.string())),
      async (rows) => {
        const path = newFolder()
        const file = await CsvFile.begin(path, ['one', 'two'])
        for (const [one, two] of rows) {
          file.add({ one: `x${one}`, two })
          if (file.full || one.length > 3) await file.flush()
        }
        await file.end()
        assert.deepEqual(
          records.parse(parse(await readFile(path), { columns: true, record_delimiter: '\n' })),
          rows.map(([one, two]) => ({ one: `x${one}`, two })),
        )
      },
    ),
    { numRuns: 40 },
  )
})

const listeningDesk = (): Terminal & { readonly said: { out: string; err: string } } => {
  const said = { out: '', err: '' }
  return {
    said,
    cwd: top,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    progress: () => undefined,
  }
}

test('the verb prints one JSON document with --json, the same for the same call, and speaks to people elsewhere', async () => {
  const run = async (): Promise<string> => {
    const desk = listeningDesk()
    const out = newFolder()
    assert.equal(
      await boroughVerb.run(
        { words: [], options: { households: '40', seed: 'tide', out, on: '2026-11-24' }, json: true },
        desk,
      ),
      0,
    )
    assert.match(desk.said.err, /^Wrote 40 households/u)
    return desk.said.out.replace(JSON.stringify(out), '"here"')
  }
  const printed = await run()
  const document = z
    .object({ households: z.literal(40), comparison: z.array(z.object({ what: z.string(), borough: z.number() })) })
    .parse(JSON.parse(printed))
  assert.ok(document.comparison.some(({ what }) => what === 'short of bedrooms'))
  assert.equal(await run(), printed)
})

test('the verb names the folder that it does not write into, and asks for what a call lacks', async () => {
  const desk = listeningDesk()
  const taken = await mkdtemp(join(top, 'taken-'))
  await writeFile(join(taken, 'letter.txt'), 'kept')
  const options = { households: '5', seed: 'x', out: taken, on: '2026-11-24' }
  assert.equal(await boroughVerb.run({ words: [], options, json: false }, desk), 1)
  assert.ok(desk.said.err.includes(taken) && desk.said.out === '')
  for (const wrong of [
    { households: undefined },
    { households: 'many' },
    { seed: '' },
    { out: undefined },
    { on: '24/11/2026' },
    { on: '2026-02-30' },
  ]) {
    await assert.rejects(
      boroughVerb.run({ words: [], options: { ...options, ...wrong }, json: false }, desk),
      WrongCall,
    )
  }
  assert.ok(boroughVerb.help.includes('--on'))
})
