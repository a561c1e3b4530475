import { given } from '#platform/given.ts'
import { z } from 'zod'
import type { Decision, Refusal } from '#platform/decision.ts'
import { accept, refuse } from '#platform/decision.ts'
import type { Json, JsonObject } from './json.ts'
import { badLineSchema, faultsInWords, lastName, notAn, refusalFrom } from './line-refusals.ts'
import type { InWords } from './line-refusals.ts'
import type { JsonSchema } from './schema.ts'

/** A worked example: what is asked, and the whole answer. Each is a test. */
export interface Example {
  readonly says: string
  readonly in: JsonObject
  readonly out: JsonObject
}

interface Described {
  /** As it stands after `rooftree ask`. */
  readonly name: string
  /** What it answers, in one line. */
  readonly answers: string
  /** What one line holds: `household`, `home`. */
  readonly each: string
  /** Which recommendations of the review it serves. */
  readonly recommendations: readonly number[]
  /** The law or the decision that the answer rests on. */
  readonly source: string
  readonly examples: readonly Example[]
}

/** A pure rule as a room hands it over: how a line is read, what is refused, and the answer. */
interface Asking<Facts extends { readonly id: string | number }, R extends string> extends Described {
  readonly facts: z.ZodType<Facts>
  /** What each field takes, by its last name: for whoever corrects a line, and in the schema. */
  readonly takes: Readonly<Record<string, string>>
  /** What the facts of a line can be refused for, beyond their shape. */
  readonly refusals: Readonly<Record<R, InWords>>
  /** Of the answer without the line's id. Written plainly, with the words of `schema.ts`. */
  readonly out: JsonSchema
  /** The answer without the line's id. The same facts always give the same answer. */
  readonly answer: (facts: Facts) => Decision<JsonObject, R>
}

/** A pure rule that can be asked from a program: `rooftree ask <name>`. */
export interface Question extends Described {
  /** The answer to one line that was read as JSON, or every reason why there is none. */
  readonly answer: (line: unknown) => Decision<JsonObject>
  readonly inWords: (refusal: Refusal) => JsonObject
  readonly schema: () => QuestionSchema
}

interface QuestionSchema {
  readonly in: JsonSchema
  readonly out: JsonSchema
  readonly badLine: JsonSchema
}

/** @example question({ name: 'overcrowding', each: 'household', facts: household, … }) */
export const question = <Facts extends { readonly id: string | number }, R extends string>(
  asking: Asking<Facts, R>,
): Question => {
  const words: Readonly<Record<string, InWords>> = { ...faultsInWords(asking.each), ...asking.refusals }
  const { facts, takes, out, ...described } = asking
  return {
    ...described,
    answer: (line) => {
      if (typeof line !== 'object' || line === null || Array.isArray(line))
        return refuse([{ reason: line === undefined ? 'not-json' : notAn(asking.each) }])
      const read = facts.safeParse(line)
      if (!read.success) return refuse(read.error.issues.map((issue) => refusalFrom(issue, words)))
      const answered = asking.answer(read.data)
      return answered.accepted ? accept({ id: read.data.id, ...answered.value }) : answered
    },
    inWords: (refusal) => refusalInWords(refusal, words, takes),
    schema: () => ({ in: schemaOf(facts, takes), out: withId(out), badLine: badLineSchema }),
  }
}

const refusalInWords = (
  { reason, field }: Refusal,
  words: Readonly<Record<string, InWords>>,
  takes: Readonly<Record<string, string>>,
): JsonObject => {
  if (field === undefined || field === '') return { reason, ...words[reason] }
  const taken = reason === 'not-as-expected' || reason === 'missing' ? takes[lastName(field)] : undefined
  return { reason, field, ...words[reason], ...given({ takes: taken }) }
}

/** The schema of what may be sent, which is before the codec turns days into days. */
const schemaOf = (facts: z.ZodType, takes: Readonly<Record<string, string>>): JsonSchema =>
  described(
    plain.parse(
      z.toJSONSchema(facts, {
        io: 'input',
        // A whole number has no other bounds than those that the question gives it.
        override: ({ jsonSchema }) => {
          if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
          if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
        },
      }),
    ),
    takes,
  )

/** With what each field takes beside it, however deep it lies. */
const described = (schema: JsonSchema, takes: Readonly<Record<string, string>>): JsonSchema =>
  Object.fromEntries(
    Object.entries(schema).map(([key, value]): [string, Json] => {
      if (key !== 'properties') return [key, eachSchemaIn(value, (inner) => described(inner, takes))]
      const fields = Object.entries(plain.parse(value)).map(([name, field]) => {
        const taken = takes[name]
        return [name, { ...described(plain.parse(field), takes), ...given({ description: taken }) }]
      })
      return [key, Object.fromEntries(fields)]
    }),
  )

const eachSchemaIn = (value: Json, change: (schema: JsonSchema) => JsonSchema): Json => {
  if (isList(value)) return value.map((one) => eachSchemaIn(one, change))
  return typeof value === 'object' && value !== null ? change(value) : value
}
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
)
const plain = z.record(z.string(), json)

const withId = (out: JsonSchema): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...out,
  properties: { id: { description: 'The id of the line in.' }, ...plain.parse(out['properties'] ?? {}) },
  required: ['id', ...z.array(z.string()).parse(out['required'] ?? [])],
})
