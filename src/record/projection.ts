import type { Tx } from '#platform/database/index.ts'
import type { SubjectId, SubjectType } from './entry.ts'

/**
 * Rows kept in step with the record for lists and searches that cross families. `refold` makes the rows of some subjects again
 * from all their entries: it reads no clock and no chance, gives the same rows however often it runs, and does not depend on
 * the order across subjects. It runs in the transaction that recorded the entries, and by `rebuild` for every subject.
 */
export interface Projection {
  readonly name: string
  /**
   * Raise it by one when `refold` makes other rows from the same entries, or its tables changed: then it is made again from the record at
   * the next start, and no other is. Whoever reads its rows in their own `refold` raises theirs too.
   */
  readonly edition: number
  readonly tables: readonly string[]
  readonly subjectType: SubjectType
  /** Kinds of entries that can change its rows. */
  readonly kinds: ReadonlySet<string>
  readonly refold: (tx: Tx, subjects: readonly SubjectId[]) => Promise<void>
}
