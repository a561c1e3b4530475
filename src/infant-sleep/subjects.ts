import { z } from 'zod'
import type { RecordId } from '#families/index.ts'
import type { Entry, Subject } from '#record/index.ts'

export type { PersonId, RecordId } from '#families/index.ts'

export const pregnancyId = z.uuid()

export const aboutRecord = (id: RecordId): Subject => ({ id, type: 'record', role: 'about' })
export const recordAbout = (entry: Entry): RecordId | undefined =>
  entry.subjects.find(({ type, role }) => type === 'record' && role === 'about')?.id
