import type { Chronicle } from '../chronicle.ts'

/**
 * A family, or two, whose page is worth looking at. What a later room has to say of them (rooms of the home, placements, plans) is
 * written into `tell` by that room's own commands.
 */
export interface Story {
  readonly name: string
  readonly families: readonly string[]
  /** Homes by key, with the officers who have them on their patch. */
  readonly homes: Readonly<Record<string, readonly string[]>>
  /** Who works with each of the families, and so may open its page. */
  readonly openTo: readonly string[]
  /** Some of those who may not. */
  readonly closedTo: readonly string[]
  readonly tell: (book: Chronicle) => void
}
