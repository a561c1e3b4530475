import { dayFrom } from '#platform/dates.ts'
import type { Provenance as BesideAnything } from '#record/index.ts'
import type { Found, Known } from './perform.ts'
import type { HomeId, RecordId } from '../subjects.ts'

/** What any ask about a home may say beside its content. Dates are whole days; `trueUntil` is the first day on which it no longer holds. */
export interface Provenance extends BesideAnything {
  readonly home: HomeId
}

export { envelopeOf } from '#record/index.ts'

const besideKeys: ReadonlySet<string> = new Set([
  'home',
  'trueFrom',
  'trueUntil',
  'happenedOn',
  'sensitivity',
  'sourceRow',
  'sourceRecordedAt',
  'corrects',
])

/** What is said, without what goes into the envelope. Asks are shaped as the entry's body is, so that nothing is written twice. */
export const bodyOf = <A extends Provenance>(ask: A): Omit<A, Exclude<keyof Provenance, 'because' | 'toldBy'>> => {
  const body = Object.fromEntries(
    Object.entries(ask).filter(([key, value]) => !besideKeys.has(key) && value !== undefined),
  )
  // What is left of an ask once the envelope's keys are taken from it, which the compiler cannot see through fromEntries.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return body as Omit<A, Exclude<keyof Provenance, 'because' | 'toldBy'>>
}

export const homeKnown = ({ home }: Provenance, known: Known): Found[] =>
  known.subjects.has(home) ? [] : [{ reason: 'home-not-known', field: 'home' }]

export const recordsKnown = (records: readonly RecordId[], known: Known, field: string): Found[] =>
  records.every((record) => known.subjects.has(record)) ? [] : [{ reason: 'record-not-known', field }]

/** What cannot be meant about the days beside an ask. A state may be said to begin later; what happened cannot be to come. */
export const daysRefused = ({ trueFrom, trueUntil, happenedOn }: Provenance, { today }: Known): Found[] => [
  ...wholeDay(trueFrom, 'trueFrom'),
  ...wholeDay(trueUntil, 'trueUntil'),
  ...pastDay(happenedOn, today, 'happenedOn'),
  ...inOrder(trueFrom, trueUntil, 'until-before-from', 'trueUntil'),
]

export const wholeDay = (written: string | undefined, field: string): Found[] =>
  written === undefined || dayFrom(written) !== undefined ? [] : [{ reason: 'not-a-date', field }]

export const pastDay = (written: string | undefined, today: Temporal.PlainDate, field: string): Found[] => {
  if (written === undefined) return []
  const day = dayFrom(written)
  if (day === undefined) return [{ reason: 'not-a-date', field }]
  return Temporal.PlainDate.compare(day, today) > 0 ? [{ reason: 'in-the-future', field }] : []
}

/** The second day is not before the first, where both are given. */
export const inOrder = (
  first: string | undefined,
  second: string | undefined,
  reason: Found['reason'],
  field: string,
): Found[] =>
  first !== undefined &&
  second !== undefined &&
  dayFrom(first) !== undefined &&
  dayFrom(second) !== undefined &&
  second < first
    ? [{ reason, field }]
    : []
