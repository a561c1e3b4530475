import { z } from 'zod'
import { dayFrom } from '#platform/dates.ts'

export const text = z.string().trim().min(1).max(4000)
export const line = z.string().trim().min(1).max(300)
/** A whole day, `2026-11-23`: housing systems write no months or years alone. */
export const civilDay = z.string().refine((written) => dayFrom(written) !== undefined, 'not a day')
/** What was left out of a statement is not known; "not known" said outright is a statement that somebody asked. */
export const yesOrNo = z.enum(['yes', 'no', 'not-known'])
export const seenOrTold = z.enum(['seen', 'told', 'not-known'])
export const count = (most: number) => z.int().min(0).max(most)

/** What any statement may carry beside its content: why it was made or put right, and who told it. */
export const aside = { because: text.exactOptional(), toldBy: line.exactOptional() }
