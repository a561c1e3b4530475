import type { Tx } from '#platform/database/index.ts'
import { append, versionsOf } from '#record/index.ts'
import type { Authorship, DeclaredKind, Entry, NewEntry, RecordBook, SubjectId } from '#record/index.ts'
import { Fault } from '#platform/fault.ts'
import type { AskRefused, HousingRefusal } from './refusals.ts'

export type Expect = ReadonlyMap<SubjectId, number>

export interface Found {
  readonly reason: HousingRefusal
  readonly field?: string
}

/** What one ask comes to: why not, or the entry, and the id that names what it is about. */
export interface Judged {
  readonly because: readonly Found[]
  readonly entry: NewEntry
  readonly made: string
}

export interface Done {
  readonly entries: readonly Entry[]
  readonly made: readonly string[]
}

/** A decision whose reasons say which of several asks each is about. */
export type Performed = { readonly accepted: true; readonly value: Done } | { readonly accepted: false; readonly because: readonly AskRefused[] }

/** What a decision needs to know: which homes and records the record has ever told of, and the day. */
export interface Known {
  readonly subjects: ReadonlySet<SubjectId>
  readonly today: Temporal.PlainDate
}

/** Which of these subjects there are: one round trip however many. */
export const existing = async (tx: Tx, ids: readonly SubjectId[]): Promise<ReadonlySet<SubjectId>> => {
  if (ids.length === 0) return new Set()
  const versions = await versionsOf(tx, [...new Set(ids)])
  return new Set([...versions].filter(([, version]) => version > 0).map(([id]) => id))
}

/** Record all asks together, or none: then every reason is told with the ask it is about. */
export const perform = async (book: RecordBook, tx: Tx, said: Authorship, judged: readonly Judged[], expect: Expect = new Map()): Promise<Performed> => {
  const because = judged.flatMap((one, ask): AskRefused[] => one.because.map((found) => ({ ...found, ask })))
  if (because.length > 0) return { accepted: false, because }
  const entries = await append(book, tx, said, judged.map(({ entry }) => entry), expect)
  return { accepted: true, value: { entries, made: judged.map(({ made }) => made) } }
}

/** Whether the record would take it: texts too long and numbers out of bounds are refusals here, and not faults there. */
export const fits = (kind: Pick<DeclaredKind, 'parse'>, entry: NewEntry): Found[] => {
  try {
    kind.parse(entry.body)
    return []
  } catch (error) {
    if (error instanceof Fault) return [{ reason: 'not-of-its-kind' }]
    throw error
  }
}
