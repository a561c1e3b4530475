import type { Json, JsonObject } from './json.ts'

/** JSON Schema in few words, for what a question answers. Every object is closed: a field that is not named here is never printed. */
export type JsonSchema = JsonObject

type Fields = Readonly<Record<string, JsonSchema>>

/** An object whose `fields` are always there, and whose `sometimes` are left out where they say nothing. */
export const anObject = (fields: Fields, sometimes: Fields = {}): JsonSchema => ({
  type: 'object',
  properties: { ...fields, ...sometimes },
  required: Object.keys(fields),
  additionalProperties: false,
})

export const aList = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
export const oneOf = (...values: readonly Json[]): JsonSchema => ({ enum: values })
export const either = (...schemas: readonly JsonSchema[]): JsonSchema => ({ anyOf: schemas })
export const says = (description: string, schema: JsonSchema): JsonSchema => ({ ...schema, description })

export const aText: JsonSchema = { type: 'string' }
export const aDay: JsonSchema = { type: 'string', format: 'date' }
export const aNumber: JsonSchema = { type: 'number' }
export const aCount: JsonSchema = { type: 'integer', minimum: 0 }
export const aWholeNumber: JsonSchema = { type: 'integer' }
export const yesOrNo: JsonSchema = { type: 'boolean' }
export const anId: JsonSchema = { anyOf: [{ type: 'string', minLength: 1 }, { type: 'number' }] }
/** A value, or that it cannot be told: never the same as no. */
export const orCannotTell = (schema: JsonSchema): JsonSchema => either(schema, oneOf('cannot-tell'))
export const orNull = (schema: JsonSchema): JsonSchema => either(schema, { type: 'null' })
