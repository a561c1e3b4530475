import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { askLines } from '#platform/question/ask.ts'
import type { Question } from '#platform/question/question.ts'
import { questions } from '#rooms.ts'

const shape = (schema: unknown): z.ZodType => z.fromJSONSchema(z.record(z.string(), z.json()).parse(schema))
const faults = (schema: z.ZodType, value: unknown): unknown =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []

const asked = async (question: Question, lines: readonly string[]): Promise<unknown[]> => {
  const answers: unknown[] = []
  await askLines(question, Readable.from([Buffer.from(lines.map((line) => `${line}\n`).join(''))]), (line) => {
    answers.push(JSON.parse(line))
  })
  return answers
}

/** Every property of a schema, at any depth, with what is said of it. */
const fieldsOf = (schema: unknown): [string, unknown][] => {
  if (Array.isArray(schema)) return schema.flatMap(fieldsOf)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [
          ...Object.entries(value).map(([name, field]: [string, unknown]): [string, unknown] => [
            name,
            typeof field === 'object' && field !== null && 'description' in field ? field.description : undefined,
          ]),
          ...fieldsOf(Object.values(value)),
        ]
      : fieldsOf(value),
  )
}

describe('the questions', () => {
  it('have each a name of their own, in plain letters', () => {
    assert.deepEqual(
      questions.map(({ name }) => name),
      [...new Set(questions.map(({ name }) => name))],
    )
    for (const { name } of questions) assert.match(name, /^[a-z]+(?:-[a-z]+)*$/u)
  })
})

for (const question of questions) {
  describe(`the question ${question.name}`, () => {
    const schema = question.schema()
    const [line, answer, bad] = [shape(schema.in), shape(schema.out), shape(schema.badLine)]

    for (const example of question.examples)
      it(`answers as its example says: ${example.says}`, async () => {
        assert.deepEqual(await asked(question, [JSON.stringify(example.in)]), [example.out])
        assert.deepEqual(faults(line, example.in), [])
        assert.deepEqual(faults(answer, example.out), [])
      })

    it('has an example, says in one line what it answers, and names its recommendations and its source', () => {
      assert.ok(question.examples.length > 0)
      assert.match(question.answers, /^[A-Z].*\?$/u)
      assert.ok(question.recommendations.length > 0 && question.source !== '')
    })

    it('says of every field of a line what it takes', () => {
      const silent = fieldsOf(schema.in).filter(([, description]) => description === undefined)
      assert.deepEqual(silent, [])
    })

    it('carries the id of its line, text or number', async () => {
      for (const example of question.examples)
        for (const id of ['other', 7])
          assert.deepEqual(await asked(question, [JSON.stringify({ ...example.in, id })]), [{ ...example.out, id }])
    })

    it('answers whatever a line holds with an answer or a bad line of its schema, and repeats nothing of a bad one', async () => {
      const examples = question.examples.map((example) => example.in)
      const secret = 'Wilhelmina Quill'
      const value = fc.oneof(
        fc.jsonValue(),
        fc.constantFrom(secret, '2026-02-30', '2026-11-23', -1, 0, 1, 1e9, true, null, [], {}, [{ id: secret }]),
      )
      const somewhere = fc
        .tuple(fc.constantFrom(...examples), fc.nat(40), value)
        .map(([example, place, put]) => JSON.stringify(changed(example, place, put)))
      const lines = fc.oneof(
        somewhere,
        fc.json(),
        fc.string().filter((text) => !/[\n\r]/u.test(text)),
      )
      await fc.assert(
        fc.asyncProperty(fc.array(lines, { maxLength: 6 }), async (some) => {
          for (const given of await asked(question, some)) {
            const isBad = typeof given === 'object' && given !== null && 'error' in given
            assert.deepEqual(faults(isBad ? bad : answer, given), [], JSON.stringify(given))
            if (isBad) assert.equal(JSON.stringify(given).includes(secret), false)
          }
        }),
        { numRuns: 300 },
      )
    })
  })
}

/** The value with the leaf or branch at some place changed for another. */
const changed = (value: unknown, place: number, put: unknown): unknown => {
  let left = place
  const walk = (one: unknown): unknown => {
    if (left === 0) {
      left -= 1
      return put
    }
    left -= 1
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one === 'object' && one !== null)
      return Object.fromEntries(Object.entries(one).map(([key, inner]: [string, unknown]) => [key, walk(inner)]))
    return one
  }
  return walk(value)
}
