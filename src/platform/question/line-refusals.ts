import type { z } from 'zod'
import type { Refusal } from '#platform/decision.ts'
import type { JsonObject } from './json.ts'
import { aList, anObject, aText, aWholeNumber } from './schema.ts'

/** What is wrong and what to do, without repeating what the line held: it may hold names. */
export interface InWords {
  readonly message: string
  readonly whatToDo: string
}

/** What can be wrong with a line of any question. Beside these stands `not-a-household`, `not-a-home`: JSON, but no object. */
type LineFault = 'line-too-long' | 'not-utf-8' | 'not-json' | 'missing' | 'not-as-expected' | 'not-a-date'

/** @param each what one line holds, such as `household` */
export const faultsInWords = (each: string): Readonly<Record<string, InWords>> => {
  const write = `Write one ${each} as one JSON object on one line.`
  const faults: Readonly<Record<LineFault, InWords>> = {
    'line-too-long': { message: 'The line is longer than one megabyte.', whatToDo: `Put one ${each} on each line.` },
    'not-utf-8': { message: 'The line is not UTF-8 text.', whatToDo: 'Save the file as UTF-8 and send it again.' },
    'not-json': { message: 'The line is not one complete JSON value.', whatToDo: write },
    missing: { message: 'A field that is needed is missing.', whatToDo: 'Give this field.' },
    'not-as-expected': {
      message: 'The field does not hold what it should.',
      whatToDo: 'Give a value of the kind that the field takes.',
    },
    'not-a-date': {
      message: 'The field does not hold a day of the calendar.',
      whatToDo: 'Write the day as year-month-day, such as 2026-11-23.',
    },
  }
  return { ...faults, [notAn(each)]: { message: 'The line is JSON, but not an object.', whatToDo: write } }
}

/** @example notAn('household') === 'not-a-household' */
export const notAn = (each: string): string => `not-a-${each.replaceAll(' ', '-')}`

/**
 * One fault that the codec found: its reason and its place, never its content. A codec may give a reason of its question's own as the
 * message of an issue.
 */
export const refusalFrom = (
  { path, code, message, input }: z.core.$ZodIssue & { readonly input?: unknown },
  known: Readonly<Record<string, InWords>>,
): Refusal => {
  const field = fieldAt(path)
  if (Object.hasOwn(known, message)) return { reason: message, field }
  const missing = code === 'invalid_type' && input === undefined && message.endsWith('received undefined')
  return { reason: missing ? 'missing' : 'not-as-expected', field }
}

/** @example fieldAt(['people', 2, 'dateOfBirth']) === 'people[2].dateOfBirth' */
const fieldAt = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (whole, step) =>
      typeof step === 'number' ? `${whole}[${step}]` : whole === '' ? String(step) : `${whole}.${String(step)}`,
    '',
  )

/** `rooms[0].area.unit` → `unit`, `people[2].childOf[0]` → `childOf`. */
export const lastName = (field: string): string => /([\w-]+)(?:\[\d+\])*$/.exec(field)?.[1] ?? field

/** Enough to correct a line by; a line of ten thousand faults has one cause. */
const mostShown = 20

/** A line that cannot be answered, as it is printed. */
export const badLine = (
  line: number,
  because: readonly Refusal[],
  inWords: (refusal: Refusal) => JsonObject,
): JsonObject => {
  const [first, ...more] = because.slice(0, mostShown).map(inWords)
  return { line, error: more.length > 0 ? { ...first, more } : (first ?? {}) }
}

const error = { reason: aText, message: aText, whatToDo: aText }
const where = { field: aText, takes: aText }

/** The shape of {@link badLine}. */
export const badLineSchema: JsonObject = anObject({
  line: aWholeNumber,
  error: anObject(error, { ...where, more: aList(anObject(error, where)) }),
})
