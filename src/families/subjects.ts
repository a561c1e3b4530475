import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import type { Entry, Subject, SubjectId } from '#record/index.ts'

export type RecordId = SubjectId
export type FamilyId = SubjectId
export type HomeId = SubjectId
/** A cluster of records. It is derived, and changes when records are joined or parted: never a subject of an entry. */
export type PersonId = string

export const newRecordId = (): RecordId => `record:${randomUUIDv7()}`

export const recordId = z.string().regex(/^record:[0-9a-z-]+$/u)
export const familyId = z.string().regex(/^family:[0-9a-z-]+$/u)

export const aboutRecord = (id: RecordId): Subject => ({ id, type: 'record', role: 'about' })
export const mentionsRecord = (id: RecordId): Subject => ({ id, type: 'record', role: 'mentions' })
export const aboutFamily = (id: FamilyId): Subject => ({ id, type: 'family', role: 'about' })
export const aboutHome = (id: HomeId): Subject => ({ id, type: 'home', role: 'about' })
export const atHome = (id: HomeId): Subject => ({ id, type: 'home', role: 'place' })

export const recordsOf = (entry: Entry): RecordId[] =>
  entry.subjects.filter(({ type }) => type === 'record').map(({ id }) => id)
export const recordAbout = (entry: Entry): RecordId | undefined =>
  entry.subjects.find(({ type, role }) => type === 'record' && role === 'about')?.id
export const familyOf = (entry: Entry): FamilyId | undefined =>
  entry.subjects.find(({ type, role }) => type === 'family' && role === 'about')?.id
export const homeOf = (entry: Entry): HomeId | undefined => entry.subjects.find(({ type }) => type === 'home')?.id
