import type { Tx } from '#platform/database/index.ts'
import type { Refusal } from '#platform/decision.ts'
import { append } from './append.ts'
import type { RecordBook } from './append.ts'
import type { Expect } from './command.ts'
import type { Authorship, Entry, NewEntry, SubjectId } from './entry.ts'
import { versionsOf } from './read.ts'

/** Which of these subjects the record has ever told of: one round trip however many. */
export const existing = async (tx: Tx, ids: readonly SubjectId[]): Promise<ReadonlySet<SubjectId>> => {
  if (ids.length === 0) return new Set()
  const versions = await versionsOf(tx, [...new Set(ids)])
  return new Set([...versions].filter(([, version]) => version > 0).map(([id]) => id))
}

/** One reason why not; `ask` is which of several asks it is about. */
export interface AskRefused<R extends string> extends Refusal<R> {
  readonly ask: number
}

/** What one ask comes to: why not, or the entries, and what was minted or is named by them. */
export interface Judged<T, R extends string> {
  readonly because: readonly Refusal<R>[]
  readonly entries: readonly NewEntry[]
  readonly made: T
}

export interface Done<T> {
  readonly entries: readonly Entry[]
  readonly made: readonly T[]
}

/** A decision about several asks, whose refusals say which ask they are about. */
export type Performed<T, R extends string> =
  | { readonly accepted: true; readonly value: Done<T> }
  | { readonly accepted: false; readonly because: readonly AskRefused<R>[] }

/** Record all asks together, or none: then every reason is told with the ask it is about. */
export const perform = async <T, R extends string>(
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  judged: readonly Judged<T, R>[],
  expect: Expect = new Map(),
): Promise<Performed<T, R>> => {
  const because = judged.flatMap((one, ask): AskRefused<R>[] => one.because.map((found) => ({ ...found, ask })))
  if (because.length > 0) return { accepted: false, because }
  const entries = await append(
    book,
    tx,
    said,
    judged.flatMap((one) => one.entries),
    expect,
  )
  return { accepted: true, value: { entries, made: judged.map(({ made }) => made) } }
}
