import type { Decision } from '#platform/decision.ts'
import type { Tx } from '#platform/database/index.ts'
import { append } from '#record/index.ts'
import type { Authorship, Entry, NewEntry, RecordBook, SubjectId } from '#record/index.ts'
import type { AskRefused } from './refusals.ts'
import type { Found } from './asks.ts'

export type Expect = ReadonlyMap<SubjectId, number>

/** What a command did: the entries it recorded, and what it minted for each ask. */
export interface Done<T> {
  readonly entries: readonly Entry[]
  readonly made: readonly T[]
}

/** A decision whose refusals say which ask they are about. */
export type Performed<T> = Extract<Decision<Done<T>, never>, { accepted: true }> | { readonly accepted: false; readonly because: readonly AskRefused[] }

/** What one ask comes to: why not, or the entries and what was minted. */
export interface Judged<T> {
  readonly because: readonly Found[]
  readonly entries: readonly NewEntry[]
  readonly made: T
}

/** Record all asks together, or none: then every reason is told with the ask it is about. */
export const perform = async <T>(book: RecordBook, tx: Tx, said: Authorship, judged: readonly Judged<T>[], expect: Expect = new Map()): Promise<Performed<T>> => {
  const because = judged.flatMap((one, ask): AskRefused[] => one.because.map((found) => ({ ...found, ask })))
  if (because.length > 0) return { accepted: false, because }
  const entries = await append(book, tx, said, judged.flatMap((one) => one.entries), expect)
  return { accepted: true, value: { entries, made: judged.map(({ made }) => made) } }
}
