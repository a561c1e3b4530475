import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import fc from 'fast-check'
import { askLines } from '#platform/question/ask.ts'
import { longestLine } from '#platform/question/lines.ts'
import { overcrowdingQuestion } from './question.ts'

const family = {
  id: 'H1',
  on: '2026-11-23',
  people: [
    { id: 'a', age: 30, sex: 'female' },
    { id: 'b', age: 10, sex: 'male', childOf: ['a'] },
  ],
  rooms: [{ name: 'Room', kind: 'living', area: { value: 150, unit: 'sqft' } }],
}
const good = JSON.stringify(family)

const run = async (
  input: AsyncIterable<string | Uint8Array>,
): Promise<{ lines: Record<string, unknown>[]; good: number; bad: number }> => {
  const lines: Record<string, unknown>[] = []
  const count = await askLines(overcrowdingQuestion, input, (line) => {
    assert.ok(!line.includes('\n'))
    lines.push(JSON.parse(line))
  })
  return { lines, ...count }
}

const bytes = (...pieces: (string | Uint8Array)[]): Readable => Readable.from(pieces.map((piece) => Buffer.from(piece)))

test('a line in gives the six answers with the field names that outside checks use', async () => {
  const { lines } = await run(bytes(`${good}\n`))
  const [line] = lines
  assert.deepEqual(Object.keys(line ?? {}).slice(0, 3), ['id', 'on', 'results'])
  assert.ok(Array.isArray(line?.['results']))
  const fields = new Map(line['results'].map((result: Record<string, unknown>) => [result['standard'], result]))
  assert.deepEqual(
    [...fields.keys()],
    [
      'room-standard-1985',
      'space-standard-1985',
      'bedroom-standard',
      'census-2021-age-16',
      'census-2021-age-21',
      'size-criteria',
    ],
  )
  const expected: Record<string, Record<string, unknown>> = {
    'room-standard-1985': { overcrowded: true, peopleCounted: 2, roomsCounted: 1 },
    'space-standard-1985': { overcrowded: false, units: 2, tableOne: 2, tableTwo: 2, permitted: 2, excess: 0 },
    'bedroom-standard': { overcrowded: true, required: 2, available: 1, short: 1, severe: false },
    'census-2021-age-16': { overcrowded: true, required: 2, available: 1, rating: -1 },
    'census-2021-age-21': { overcrowded: true, required: 2, available: 1, rating: -1 },
    'size-criteria': { required: 2, entitlement: 2 },
  }
  for (const [standard, figures] of Object.entries(expected)) {
    for (const [figure, value] of Object.entries(figures))
      assert.deepEqual(fields.get(standard)?.[figure], value, `${standard} ${figure}`)
    assert.ok(Array.isArray(fields.get(standard)?.['because']))
    assert.match(String(fields.get(standard)?.['status']), /^(confirmed|disputed)$/)
  }
  assert.equal('overcrowded' in (fields.get('size-criteria') ?? {}), false)
})

test('a bad line is answered with its number and the rest goes on', async () => {
  const { lines, ...count } = await run(bytes(`${good}\n\n{"id":\n   \n${good}`))
  assert.deepEqual(count, { good: 2, bad: 1 })
  assert.deepEqual(
    lines.map((line) => line['line'] ?? line['id']),
    ['H1', 3, 'H1'],
  )
})

test('a byte order mark, carriage returns and a last line without an end are no fault', async () => {
  const { good: read, bad } = await run(bytes(`\uFEFF${good}\r\n\r\n\uFEFF${good}\r`))
  assert.deepEqual([read, bad], [2, 0])
})

test('bytes that are not UTF-8 spoil their own line only', async () => {
  const { lines, ...count } = await run(bytes(Buffer.from([0x22, 0xff, 0xfe, 0x22]), '\n', good))
  assert.deepEqual(count, { good: 1, bad: 1 })
  assert.equal(JSON.stringify(lines[0]).includes('not-utf-8'), true)
})

test('a line longer than a megabyte is refused without being held, and the next is read', async () => {
  const piece = Buffer.alloc(100_000, 'x')
  const long = Array.from({ length: Math.ceil((longestLine * 2) / piece.length) }, () => piece)
  const { lines, ...count } = await run(bytes(...long, '\n', good))
  assert.deepEqual(count, { good: 1, bad: 1 })
  assert.equal(JSON.stringify(lines[0]).includes('line-too-long'), true)
})

test('names that a bad line holds are not repeated', async () => {
  const { lines } = await run(
    bytes(
      JSON.stringify({ ...family, people: [{ id: 'a', sex: 'Wilhelmina Quill' }] }),
      '\n',
      '{"name":"Wilhelmina Quill',
    ),
  )
  assert.equal(JSON.stringify(lines).includes('Quill'), false)
})

test('while a write is under way nothing more is read', async () => {
  let read = 0
  let open = 0
  const input = async function* () {
    for (let place = 0; place < 5; place += 1) {
      read += 1
      yield `${good}\n`
    }
  }
  await askLines(overcrowdingQuestion, input(), async () => {
    open += 1
    assert.equal(open, 1)
    const before = read
    await new Promise<void>((resolve) => setImmediate(resolve))
    assert.equal(read, before)
    open -= 1
  })
  assert.equal(read, 5)
})

test('however the bytes are cut into pieces, the answers are the same', async () => {
  const text = Buffer.from(`${good}\n{"id":"é\u{1F3E0}"}\r\n\n${good}\nnot json`)
  const whole = await run(bytes(text))
  assert.deepEqual([whole.good, whole.bad], [2, 2])
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 8 }), async (cuts) => {
      const edges = [0, ...cuts.sort((one, other) => one - other), text.length]
      const pieces = edges.slice(1).map((edge, place) => text.subarray(edges[place], edge))
      assert.deepEqual(await run(bytes(...pieces)), whole)
    }),
  )
})

test('no line whatever stops the verb', async () => {
  const anyLine = fc.oneof(
    fc.json(),
    fc.string(),
    fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array)),
    fc.jsonValue().map((value) => JSON.stringify({ ...family, people: value })),
    fc
      .tuple(fc.constantFrom('on', 'people', 'rooms', 'bedrooms', 'expected', 'parameters', 'id'), fc.jsonValue())
      .map(([field, value]) => JSON.stringify({ ...family, [field]: value })),
    fc.nat(good.length).map((end) => good.slice(0, end)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(anyLine, { maxLength: 8 }), async (lines) => {
      const { good: read, bad, lines: answers } = await run(bytes(...lines.flatMap((line) => [line, '\n']), good))
      assert.equal(answers.length, read + bad)
      assert.ok(read >= 1)
    }),
  )
})
