import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, notKnown, recordId, somebody } from './shapes.ts'

export const relationshipTypes = ['parent', 'partner', 'sibling', 'grandparent', 'carer', 'other'] as const
export type RelationshipType = (typeof relationshipTypes)[number]

/** Which parent, where it is said. "Father not known" is `parent`, `father`, from `not-known`. */
export const parentages = [
  'mother',
  'father',
  'second-female-parent',
  'step-parent',
  'adoptive',
  'foster',
  'not-said',
] as const

/**
 * `from` is the [parent | partner | …] of `to`. About both records, so that either's page tells it; dates in `trueFrom` and
 * `trueUntil`. Says nothing of parental responsibility, which is stated apart and never inferred.
 */
export const RelationshipStated = entryKind({
  kind: 'RelationshipStated',
  topic: 'relationship',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    from: somebody,
    type: z.enum(relationshipTypes),
    as: z.enum(parentages).exactOptional(),
    to: recordId,
    /** Whether born or by law, or not known: only `twin` is told here, since twins are told apart by it. */
    birth: z.union([z.enum(['twin', 'identical-twin']), notKnown]).exactOptional(),
    ended: z.boolean().exactOptional(),
  }),
})
