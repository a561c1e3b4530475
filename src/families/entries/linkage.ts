import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { recordId } from '../subjects.ts'
import { text } from './shapes.ts'

/** Somebody decided that these records are of one person, and says why. About all of them. */
export const RecordsJoined = entryKind({
  kind: 'RecordsJoined',
  topic: 'linkage',
  retention: 'child-record',
  body: z.strictObject({ records: z.array(recordId).min(2).max(200), because: text }),
})

/** Takes one joining back (`corrects`): from now on these records are told apart again as if it had not been. */
export const RecordsParted = entryKind({
  kind: 'RecordsParted',
  topic: 'linkage',
  retention: 'child-record',
  body: z.strictObject({ records: z.array(recordId).min(2).max(200), because: text }),
})
