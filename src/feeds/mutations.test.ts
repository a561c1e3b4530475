import assert from 'node:assert/strict'
import fc from 'fast-check'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { aHousingDelivery, anSsdDelivery, inAFolder, type DeliveryFiles } from '../../test/support/deliveries.ts'
import { zipOf } from '../../test/support/zips.ts'
import { checkDelivery, housing, ssd, type Format, type Problem, type Report } from './index.ts'

/** What can befall a file between two agencies. */
type Mutation = (content: Buffer, at: number, with_: number) => Buffer

const lines = (content: Buffer): string[] => content.toString('utf8').split('\r\n')
const joined = (rows: readonly string[]): Buffer => Buffer.from(rows.join('\r\n'))
const inCell = (content: Buffer, at: number, cell: string): Buffer => {
  const rows = lines(content)
  const row = rows.length < 3 ? 0 : 1 + (at % (rows.length - 2))
  const cells = (rows[row] ?? '').split(',')
  cells[at % cells.length] = cell
  return joined(rows.with(row, cells.join(',')))
}

const mutations: Readonly<Record<string, Mutation>> = {
  cut: (content, at) => content.subarray(0, at % Math.max(content.length, 1)),
  'byte flipped': (content, at, by) =>
    content.length === 0
      ? content
      : Buffer.concat([
          content.subarray(0, at % content.length),
          Buffer.of(by % 256),
          content.subarray((at % content.length) + 1),
        ]),
  'UTF-16': (content) => Buffer.from(content.toString('utf8'), 'utf16le'),
  'UTF-16 with its mark': (content) => Buffer.from(`\uFEFF${content.toString('utf8')}`, 'utf16le'),
  'Latin-1': (content, at) => Buffer.from(inCell(content, at, 'Zoë').toString('utf8'), 'latin1'),
  'columns swapped': (content, at, by) => {
    const [header = '', ...rest] = lines(content)
    const names = header.split(',')
    const [one, other] = [at % names.length, by % names.length]
    return joined([
      names
        .with(one, names[other] ?? '')
        .with(other, names[one] ?? '')
        .join(','),
      ...rest,
    ])
  },
  'column lost': (content, at) =>
    joined(
      lines(content).map((row) =>
        row
          .split(',')
          .toSpliced(at % 3, 1)
          .join(','),
      ),
    ),
  formula: (content, at, by) =>
    inCell(content, at, ['=1+1', '+44', '@x', '-1', '"=cmd|"" /C calc""!A0"'][by % 5] ?? ''),
  'row doubled': (content, at) => {
    const rows = lines(content)
    const row = at % rows.length
    return joined(rows.toSpliced(row, 0, rows[row] ?? ''))
  },
  'impossible date': (content, at, by) =>
    inCell(content, at, ['2026-02-31', '2999-01-01', '0000-00-00', '31/02/2026', '2026-13-01'][by % 5] ?? ''),
  'NUL byte': (content, at) =>
    Buffer.concat([
      content.subarray(0, at % (content.length + 1)),
      Buffer.of(0),
      content.subarray(at % (content.length + 1)),
    ]),
  'quotation mark': (content, at) =>
    Buffer.concat([
      content.subarray(0, at % (content.length + 1)),
      Buffer.from('"'),
      content.subarray(at % (content.length + 1)),
    ]),
  'long cell': (content, at) => inCell(content, at, 'x'.repeat(30_000)),
  'another file inside': (content, at) =>
    Buffer.concat([content.subarray(0, at % (content.length + 1)), Buffer.from('PK\u0003\u0004%PDF-1.7{"a":[')]),
}

const seeded = { seed: 20_261_120, numRuns: 50 }
const receivedAt = Temporal.Instant.from('2026-11-20T06:00:00Z')

const befallen = (whole: DeliveryFiles) =>
  fc
    .array(
      fc.record({ file: fc.nat(), mutation: fc.constantFrom(...Object.keys(mutations)), at: fc.nat(), by: fc.nat() }),
      { minLength: 1, maxLength: 3 },
    )
    .map((blows) => {
      const files = new Map<string, Buffer>([...whole].map(([name, content]) => [name, Buffer.from(content)]))
      for (const { file, mutation, at, by } of blows) {
        const name = [...files.keys()][file % files.size] ?? ''
        files.set(name, mutations[mutation]?.(files.get(name) ?? Buffer.of(), at, by) ?? Buffer.of())
      }
      return files
    })

/** A place, or the reason why there is none: what is about the delivery has no file, what is about a file no line, what is about a row no field. */
const isPlaced = (place: Problem): boolean => {
  if (place.says === '' || place.whatToDo === '') return false
  if (place.about === 'delivery') return true
  if (place.file === '') return false
  if (place.about === 'file') return true
  return place.line >= 1 && (place.about === 'row' || place.field !== '')
}

const isHonest = (report: Report): void => {
  for (const problem of [...report.refused.listed, ...report.pointedOut.listed])
    assert.ok(isPlaced(problem), JSON.stringify(problem))
  assert.equal(report.accepted, report.refused.inAll === 0)
  assert.equal(
    report.refused.inAll,
    report.refused.listed.length + report.refused.more.reduce((sum, { count }) => sum + count, 0),
  )
}

for (const [format, whole] of [
  [housing, aHousingDelivery().files()],
  [ssd, anSsdDelivery().files()],
] as const satisfies readonly (readonly [Format, DeliveryFiles])[]) {
  test(`1,000 ${format.kind} deliveries cut, flipped, re-encoded, swapped and doubled: none crashes, and every refusal says where`, async () => {
    const outcomes = { accepted: 0, refused: 0 }
    await inAFolder(new Map(), (folder) =>
      fc.assert(
        fc.asyncProperty(fc.array(befallen(whole), { minLength: 20, maxLength: 20 }), async (deliveries) => {
          // Side by side, and each in a zip, so that the disk is waited for once and not twenty times a dozen.
          await Promise.all(
            deliveries.map(async (files, at) => {
              const path = join(folder, `${at}.zip`)
              await writeFile(path, zipOf([...files].map(([name, content]) => ({ name, content, stored: true }))))
              const report = await checkDelivery(format, [path], { receivedAt })
              isHonest(report)
              outcomes[report.accepted ? 'accepted' : 'refused'] += 1
            }),
          )
        }),
        seeded,
      ),
    )
    // Blows that leave a sound delivery exist (a formula in a cell of text), but a reader that takes nearly everything would be blind.
    assert.ok(outcomes.refused > outcomes.accepted, JSON.stringify(outcomes))
  })
}
