import type { Entry, SubjectId, SubjectType } from './entry.ts'

/** Whom or what of this type an entry is about, the first of several. */
export const subjectAbout = (entry: Pick<Entry, 'subjects'>, of: SubjectType): SubjectId | undefined =>
  entry.subjects.find(({ type, role }) => type === of && role === 'about')?.id
