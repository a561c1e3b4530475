import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, line } from './shapes.ts'

const nameUses = ['usual', 'registered', 'former', 'alias', 'preferred'] as const

const use = z.enum(nameUses)

/** In parts, or as one: not everybody's name has a given and a family part. Any script, as it was written. */
const statedName = z.union([z.strictObject({ use, given: line, family: line }), z.strictObject({ use, full: line })])
export type StatedName = z.infer<typeof statedName>

/** All names that the agency holds for this record at that time; the next statement of the same agency replaces the list. */
export const NamesStated = entryKind({
  kind: 'NamesStated',
  topic: 'identity',
  retention: 'child-record',
  body: z.strictObject({ ...aside, names: z.array(statedName).min(1).max(30) }),
})
