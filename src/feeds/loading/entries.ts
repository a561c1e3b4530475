import { z } from 'zod'
import { entryKind } from '#record/index.ts'

/** A delivery was applied: who brought it, whose it is, how much it said. Its own entries name it as their source. */
export const DeliveryApplied = entryKind({
  kind: 'DeliveryApplied',
  topic: 'reference',
  retention: 'reference',
  body: z.strictObject({
    feed: z.string(),
    mode: z.enum(['full', 'delta', 'unsaid']),
    extractedAt: z.string().exactOptional(),
    read: z.int(),
    new: z.int(),
    changed: z.int(),
    same: z.int(),
    gone: z.int(),
    entries: z.int(),
    /** Fingerprint of the rows as they were read, whatever the order of its files. */
    fingerprint: z.string(),
    goneConfirmedBy: z.string().exactOptional(),
  }),
})

/**
 * An agency's system holds no more what it said before: since the day of that extract. Nothing is deleted by it, and it is not the same as
 * "no": a person may have left the list, a case may have grown too old for the extract. `says` is the entry that it said before.
 */
export const NoLongerSaid = entryKind({
  kind: 'NoLongerSaid',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({ says: z.uuid(), kind: z.string(), since: z.string() }),
})
