import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { inAFolder } from '../../test/support/deliveries.ts'
import { documentedFiles, documentedReasons } from './documented.ts'
import { checkDelivery, housing, inWords, ssd, type Format } from './index.ts'

const pageNamed = (name: string): Promise<string> =>
  readFile(new URL(`../../docs/feeds/${name}.md`, import.meta.url), 'utf8')
const page = (format: Format): Promise<string> => pageNamed(format.kind)

for (const format of [housing, ssd] as const satisfies readonly Format[]) {
  test(`docs/feeds/${format.kind}.md documents every file, column, key, reference and rule that is read, and no other`, async () => {
    const between = /<!-- columns -->\n\n([\s\S]*?)\n\n<!-- end of columns -->/u.exec(await page(format))
    assert.equal(between?.[1], documentedFiles(format))
  })

  test(`every example in the columns of docs/feeds/${format.kind}.md is read as its column reads it, with nothing to point out`, () => {
    for (const { file, columns } of Object.values<Format['tables'][string]>(format.tables)) {
      for (const [name, { cell, example, what }] of Object.entries(columns)) {
        const read = cell.read(example)
        assert.ok('value' in read && read.flag === undefined && what.endsWith('.'), `${file}, ${name}`)
      }
    }
  })

  test(`the small delivery printed in docs/feeds/${format.kind}.md is taken whole`, async () => {
    const files = new Map(
      [...(await page(format)).matchAll(/```(?:csv|json) ([a-z_0-9]+\.(?:csv|json))\n([\s\S]*?)```/gu)].map(
        ([, name = '', content = '']) => [name, content],
      ),
    )
    assert.ok(files.size > 6)
    const report = await inAFolder(files, (folder) =>
      checkDelivery(format, [folder], { receivedAt: Temporal.Instant.from('2026-11-20T06:00:00Z') }),
    )
    assert.deepEqual(
      report.refused.listed.map((problem) => `${inWords(problem)}: ${problem.reason}`),
      [],
    )
    assert.equal(report.accepted, true)
  })
}

test('the delta printed in docs/feeds/housing.md is taken whole', async () => {
  const [, occupancy = ''] = /```csv delta\n([\s\S]*?)```/u.exec(await page(housing)) ?? []
  const manifest = JSON.stringify({
    format: 'housing',
    version: '1',
    source: 'Harbour Homes',
    extracted_at: '2026-11-21T02:15:00Z',
    mode: 'delta',
    files: [{ name: 'occupancy.csv', rows: 1 }],
  })
  const report = await inAFolder(
    new Map([
      ['manifest.json', manifest],
      ['occupancy.csv', occupancy],
    ]),
    (folder) => checkDelivery(housing, [folder], { receivedAt: Temporal.Instant.from('2026-11-21T06:00:00Z') }),
  )
  assert.deepEqual([report.accepted, report.mode, report.read], [true, 'delta', 1])
})

test('docs/feeds/reasons.md says every reason, and no other', async () => {
  assert.equal(
    /<!-- reasons -->\n\n([\s\S]*?)\n\n<!-- end of reasons -->/u.exec(await pageNamed('reasons'))?.[1],
    documentedReasons(),
  )
})

test('what refers to another table refers to one that is read before it, by all of its key', () => {
  for (const format of [housing, ssd] as const satisfies readonly Format[]) {
    const tables = Object.entries<Format['tables'][string]>(format.tables)
    for (const [at, [name, { columns, references, rules }]] of tables.entries()) {
      for (const reference of references) {
        const to = tables.findIndex(([other]) => other === reference.to)
        const keys = Object.values(tables[to]?.[1].columns ?? {}).filter(({ need }) => need === 'key')
        assert.ok(to !== -1 && to <= at && keys.length === reference.columns.length, `${name} to ${reference.to}`)
      }
      const named = [
        ...references.flatMap((reference) => reference.columns),
        ...rules.flatMap((rule) =>
          rule.rule === 'together' ? rule.fields : rule.rule === 'not-before' ? [rule.field, rule.than] : [rule.field],
        ),
      ]
      for (const field of named) assert.ok(field in columns, `${name}, ${field}`)
    }
  }
})
