import { z } from 'zod'
import type { Entry, EntryId } from './entry.ts'
import { entryKind } from './kinds.ts'

/** Takes back an entry made in error, or about the wrong person. What was taken back stays in the record. */
export const EntryWithdrawn = entryKind({
  kind: 'EntryWithdrawn',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({ reason: z.string() }),
})

/**
 * The entries that still stand: those that no other entry of the same set corrects. Give it only what was sealed by an instant
 * and the answer is what stood then. A reader that may not see the correction still learns that there is one (`corrected`). A correction that is itself corrected gives way in turn; what it corrected stays corrected.
 *
 * @returns in the order given
 */
export const standing = (entries: readonly Entry[]): Entry[] => {
  const corrected = new Set<EntryId>()
  for (const entry of entries) if (entry.corrects !== undefined) corrected.add(entry.corrects)
  return entries.filter(
    (entry) => entry.corrected !== true && !corrected.has(entry.id) && entry.kind !== EntryWithdrawn.kind,
  )
}
