import { z } from 'zod'
import { partialDate } from '#platform/said-dates.ts'
import { recordId } from '../subjects.ts'

export const text = z.string().trim().min(1).max(4000)
export const line = z.string().trim().min(1).max(300)

/** What any statement may carry beside its content: why it was made or put right, and who told it. */
export const aside = { because: text.exactOptional(), toldBy: line.exactOptional() }

/** "We asked and nobody could say" is a statement too, and never a no. */
export const notKnown = z.literal('not-known')

/** Somebody with a record, or somebody known only by what was said of them ("the baby's uncle, first name Sol"). */
export const somebody = z.union([z.strictObject({ record: recordId }), z.strictObject({ described: line }), notKnown])
export type Somebody = z.infer<typeof somebody>

export { partialDate, recordId }
