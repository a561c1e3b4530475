import type { Tx } from '#platform/database/index.ts'
import type { Refusal } from '#platform/decision.ts'
import { append } from './append.ts'
import type { RecordBook } from './append.ts'
import type { Authorship, Entry, EntryId, NewEntry, Sensitivity, SubjectId } from './entry.ts'
import { versionsOf } from './read.ts'

/** What any ask to record something may say beside its content. */
export interface Provenance {
  readonly because?: string
  readonly toldBy?: string
  readonly trueFrom?: string
  readonly trueUntil?: string
  readonly happenedOn?: string
  readonly sensitivity?: Sensitivity
  readonly sourceRow?: string
  readonly sourceRecordedAt?: Temporal.Instant
  readonly corrects?: EntryId
}

/** The part of it that goes into the envelope of an entry; why, and who told it, stand in the body. */
export const envelopeOf = ({
  trueFrom,
  trueUntil,
  happenedOn,
  sensitivity,
  sourceRow,
  sourceRecordedAt,
  corrects,
}: Provenance): Omit<Partial<NewEntry>, 'kind' | 'body' | 'subjects'> => ({
  ...(trueFrom === undefined ? {} : { trueFrom }),
  ...(trueUntil === undefined ? {} : { trueUntil }),
  ...(happenedOn === undefined ? {} : { happenedOn }),
  ...(sensitivity === undefined ? {} : { sensitivity }),
  ...(sourceRow === undefined ? {} : { sourceRow }),
  ...(sourceRecordedAt === undefined ? {} : { sourceRecordedAt }),
  ...(corrects === undefined ? {} : { corrects }),
})

/** Which of these subjects the record has ever told of: one round trip however many. */
export const existing = async (tx: Tx, ids: readonly SubjectId[]): Promise<ReadonlySet<SubjectId>> => {
  if (ids.length === 0) return new Set()
  const versions = await versionsOf(tx, [...new Set(ids)])
  return new Set([...versions].filter(([, version]) => version > 0).map(([id]) => id))
}

/** How often each subject had been written about when the decision was prepared. */
export type Expect = ReadonlyMap<SubjectId, number>

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
