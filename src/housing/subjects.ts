import { z } from 'zod'
import type { HomeId, RecordId } from '#families/index.ts'
import type { Entry, Subject } from '#record/index.ts'

export type { HomeId, PersonId, RecordId } from '#families/index.ts'

export const recordId = z.string().regex(/^record:[0-9a-z-]+$/u)

export const aboutHome = (id: HomeId): Subject => ({ id, type: 'home', role: 'about' })
export const aboutRecord = (id: RecordId): Subject => ({ id, type: 'record', role: 'about' })
export const mentionsRecord = (id: RecordId): Subject => ({ id, type: 'record', role: 'mentions' })

export const homeAbout = (entry: Entry): HomeId | undefined =>
  entry.subjects.find(({ type, role }) => type === 'home' && role === 'about')?.id
export const isAboutHome = (entry: Entry, home: HomeId): boolean =>
  entry.subjects.some(({ id, role }) => id === home && role === 'about')
