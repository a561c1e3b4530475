import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { familyId, recordId } from '../subjects.ts'
import { aside, line, text } from './shapes.ts'

/** A family is a file minted around a child or children. It is never inferred from a home. */
export const FamilyOpened = entryKind({
  kind: 'FamilyOpened',
  topic: 'family',
  retention: 'child-record',
  body: z.strictObject({ ...aside, around: z.array(recordId).min(1) }),
})

/** What those who work with the family call it, where the children's names are not enough. */
export const FamilyNamed = entryKind({
  kind: 'FamilyNamed',
  topic: 'family',
  retention: 'child-record',
  body: z.strictObject({ ...aside, name: line }),
})

export const memberRoles = ['child', 'parent', 'carer', 'other'] as const
export type MemberRole = (typeof memberRoles)[number]

/** About the family, mentions the record; from `trueFrom`. */
export const FamilyMemberJoined = entryKind({
  kind: 'FamilyMemberJoined',
  topic: 'family',
  retention: 'child-record',
  body: z.strictObject({ ...aside, record: recordId, role: z.enum(memberRoles) }),
})

/** From `trueFrom` on no longer a member. */
export const FamilyMemberLeft = entryKind({
  kind: 'FamilyMemberLeft',
  topic: 'family',
  retention: 'child-record',
  body: z.strictObject({ ...aside, record: recordId }),
})

/** Some members have a file of their own from now on; their leaving and joining are entries beside this one. */
export const FamilySplit = entryKind({
  kind: 'FamilySplit',
  topic: 'family',
  retention: 'child-record',
  body: z.strictObject({ ...aside, from: familyId, into: familyId, because: text }),
})

/** One file goes on for both. */
export const FamiliesMerged = entryKind({
  kind: 'FamiliesMerged',
  topic: 'family',
  retention: 'child-record',
  body: z.strictObject({ ...aside, from: familyId, into: familyId, because: text }),
})
