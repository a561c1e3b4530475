import type { Tx } from '#platform/database/index.ts'
import type { Refusal } from '#platform/decision.ts'
import { Fault } from '#platform/fault.ts'
import { perform as performAll } from '#record/index.ts'
import type {
  Authorship,
  DeclaredKind,
  Expect,
  Judged as JudgedFor,
  NewEntry,
  Performed as PerformedFor,
  RecordBook,
  SubjectId,
} from '#record/index.ts'
import type { HousingRefusal } from './refusals.ts'

export { existing } from '#record/index.ts'
export type { Expect } from '#record/index.ts'
export type Found = Refusal<HousingRefusal>
export type Performed = PerformedFor<string, HousingRefusal>

/** What one ask comes to: why not, or its one entry, and the id that names what it is about. */
export interface Judged extends Omit<JudgedFor<string, HousingRefusal>, 'entries'> {
  readonly entry: NewEntry
}

/** What a decision needs to know: which homes and records the record has ever told of, and the day. */
export interface Known {
  readonly subjects: ReadonlySet<SubjectId>
  readonly today: Temporal.PlainDate
}

export const perform = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  judged: readonly Judged[],
  expect?: Expect,
): Promise<Performed> =>
  performAll(
    book,
    tx,
    said,
    judged.map(({ because, entry, made }) => ({ because, entries: [entry], made })),
    expect,
  )

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
