import { given } from '#platform/given.ts'
import { dayFrom } from '#platform/dates.ts'
import type { Refusal } from '#platform/decision.ts'
import { Fault } from '#platform/fault.ts'
import { inTheFuture, span } from '#platform/said-dates.ts'
import type { EntryId, NewEntry, Sensitivity } from './entry.ts'
import type { DeclaredKind } from './kinds.ts'

/** What any ask may say beside its content: why and by whom it was told, the days it is true of, and where it came from. */
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

/** The part of it that goes into the envelope of an entry. */
export const envelopeOf = (ask: Provenance): Omit<Partial<NewEntry>, 'kind' | 'body' | 'subjects'> => {
  const { trueFrom, trueUntil, happenedOn, sensitivity, sourceRow, sourceRecordedAt, corrects } = ask
  return given({ trueFrom, trueUntil, happenedOn, sensitivity, sourceRow, sourceRecordedAt, corrects })
}

/** The part of it that stands in the body. */
export const whyOf = ({ because, toldBy }: Provenance): { because?: string; toldBy?: string } =>
  given({ because, toldBy })

const envelopeKeys = [
  'trueFrom',
  'trueUntil',
  'happenedOn',
  'sensitivity',
  'sourceRow',
  'sourceRecordedAt',
  'corrects',
] as const satisfies readonly (keyof Provenance)[]

/** What is said, without what goes into the envelope and the keys that name subjects. For asks that are shaped as their entry's body. */
// The two signatures say the same; the compiler cannot follow what is left of an ask once keys are taken from it.
export function bodyOf<A extends Provenance, S extends keyof A = never>(
  ask: A,
  ...subjects: readonly S[]
): Omit<A, (typeof envelopeKeys)[number] | S>
export function bodyOf(ask: object, ...subjects: readonly PropertyKey[]): object {
  const elsewhere = new Set<PropertyKey>([...envelopeKeys, ...subjects])
  return Object.fromEntries(Object.entries(ask).filter(([key, value]) => !elsewhere.has(key) && value !== undefined))
}

/** What is refused wherever it is said, in one wording. A room adds its own. */
export const sharedSentences = {
  'not-a-date': 'Give a real date, such as 23 November 2026.',
  'in-the-future': inTheFuture,
  'until-before-from': 'The last day is before the first.',
  'not-of-its-kind': 'What you gave does not fit. Shorten long texts, and give numbers as numbers.',
} as const satisfies Record<string, string>

type SharedRefusal = keyof typeof sharedSentences
type Found<R extends string = SharedRefusal> = Refusal<R>

/** How exact a day must be: a whole day, or also a month or a year as somebody said it. */
export type Exact = 'whole-day' | 'as-said'

/** What cannot be meant about the days beside an ask. A state may be said to begin later; what happened cannot be to come. */
export const daysRefused = (
  { trueFrom, trueUntil, happenedOn }: Provenance,
  today: Temporal.PlainDate,
  exact: Exact = 'as-said',
): Found[] => [
  ...anyDay(trueFrom, 'trueFrom', exact),
  ...anyDay(trueUntil, 'trueUntil', exact),
  ...pastDay(happenedOn, today, 'happenedOn', exact),
  ...inOrder(trueFrom, trueUntil, 'until-before-from', 'trueUntil'),
]

export const anyDay = (written: string | undefined, field: string, exact: Exact = 'as-said'): Found[] =>
  written === undefined || isDay(written, exact) ? [] : [{ reason: 'not-a-date', field }]

export const pastDay = (
  written: string | undefined,
  today: Temporal.PlainDate,
  field: string,
  exact: Exact = 'as-said',
): Found[] => {
  if (written === undefined) return []
  const days = isDay(written, exact) ? span(written) : undefined
  if (days === undefined) return [{ reason: 'not-a-date', field }]
  return Temporal.PlainDate.compare(days.first, today) > 0 ? [{ reason: 'in-the-future', field }] : []
}

/** The second day is not before the first, where both are given and real. */
export const inOrder = <R extends string>(
  first: string | undefined,
  second: string | undefined,
  reason: R,
  field: string,
): Found<R>[] => {
  const begins = first === undefined ? undefined : span(first)
  const ends = second === undefined ? undefined : span(second)
  if (begins === undefined || ends === undefined) return []
  return Temporal.PlainDate.compare(ends.last, begins.first) < 0 ? [{ reason, field }] : []
}

const isDay = (written: string, exact: Exact): boolean =>
  exact === 'whole-day' ? dayFrom(written) !== undefined : span(written) !== undefined

/** Whether the record would take it: texts too long and numbers out of bounds are refusals here, and not faults there. */
export const fits = (
  kind: Pick<DeclaredKind, 'parse'>,
  entry: NewEntry,
  field?: string,
): Found<'not-of-its-kind'>[] => {
  try {
    kind.parse(entry.body)
    return []
  } catch (error) {
    if (error instanceof Fault) return [{ reason: 'not-of-its-kind', ...given({ field }) }]
    throw error
  }
}
