import { given } from '#platform/given.ts'
import type { AgencyId, Entry, EntryId, UserId } from '#record/index.ts'
import { recordAbout } from '../subjects.ts'
import type { RecordId } from '../subjects.ts'

/** What a fact rests on: which entry, whose, recorded when. */
export interface Basis {
  readonly entry: EntryId
  readonly kind: string
  readonly agency: AgencyId
  readonly by: UserId
  readonly source: string
  readonly recordedAt: Temporal.Instant
  readonly sourceRecordedAt?: Temporal.Instant
  readonly record?: RecordId
}

export const basisOf = (entry: Entry): Basis => {
  const record = recordAbout(entry)
  return {
    entry: entry.id,
    kind: entry.kind,
    agency: entry.agency,
    by: entry.by,
    source: entry.source,
    recordedAt: entry.recordedAt,
    ...given({ sourceRecordedAt: entry.sourceRecordedAt, record }),
  }
}

/** One value, and everybody who says so, the last to say so first. */
export interface Said<T> {
  readonly value: T
  readonly basis: readonly Basis[]
}

/**
 * What agencies say of one thing. An agency's later statement about the same record replaces its earlier one. Where agencies
 * differ every value is here: `shown` is the one said last, and no page may show it without saying that it is `contested`.
 */
export interface Fact<T> {
  readonly shown: Said<T> | undefined
  readonly others: readonly Said<T>[]
  readonly contested: boolean
  /** Who said that it is not known. */
  readonly notKnownBy: readonly Basis[]
}

/** Why the first value stands first, for the page that shows it. */
export const choiceRule =
  'Shown first is what was recorded last. Where one date is more exact than another and both can be true, the more exact one is shown.'

export interface Reading<T> {
  readonly entry: Entry
  readonly value: T | 'not-known'
  /** What this statement replaces an earlier one of the same agency about, besides the record. */
  readonly key?: string
}

/** Fold statements, in the order they were recorded, into one fact. */
export const factOf = <T>(
  readings: readonly Reading<T>[],
  same: (one: T, other: T) => boolean = Object.is,
  agrees: (one: T, other: T) => boolean = same,
): Fact<T> => {
  const current = inForce(readings)
  const groups: { value: T; basis: Basis[] }[] = []
  const notKnownBy: Basis[] = []
  for (const { entry, value } of current.toReversed()) {
    if (value === 'not-known') notKnownBy.push(basisOf(entry))
    else {
      const group = groups.find((one) => same(one.value, value))
      if (group === undefined) groups.push({ value, basis: [basisOf(entry)] })
      else group.basis.push(basisOf(entry))
    }
  }
  const contested = groups.some((one, at) => groups.slice(at + 1).some((other) => !agrees(one.value, other.value)))
  return { shown: groups[0], others: groups.slice(1), contested, notKnownBy }
}

/** The last statement of each agency about each record. */
export const inForce = <R extends { readonly entry: Entry; readonly key?: string }>(readings: readonly R[]): R[] => {
  const last = new Map<string, R>()
  for (const reading of readings.toSorted((a, b) => inOrder(a.entry, b.entry))) {
    const key = `${recordAbout(reading.entry) ?? ''} ${reading.entry.agency} ${reading.key ?? ''}`
    last.delete(key)
    last.set(key, reading)
  }
  return [...last.values()]
}

/** In the order they were recorded. Ids grow with time, and settle a tie. */
export const inOrder = (one: Entry, other: Entry): number =>
  Temporal.Instant.compare(one.recordedAt, other.recordedAt) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
