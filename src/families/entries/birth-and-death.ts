import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, notKnown, partialDate } from './shapes.ts'

export const BirthStated = entryKind({
  kind: 'BirthStated',
  topic: 'birth',
  retention: 'child-record',
  body: z.strictObject({ ...aside, on: z.union([partialDate, notKnown]) }),
})

/** Every notice about the person stops with this entry. */
export const DeathStated = entryKind({
  kind: 'DeathStated',
  topic: 'birth',
  retention: 'child-record',
  body: z.strictObject({ ...aside, on: z.union([partialDate, notKnown]) }),
})
