import { basisOf, firstDay, inOrder } from '#families/index.ts'
import type { Basis } from '#families/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Entry } from '#record/index.ts'

/** One thing said of a home, with the day for which its agency vouches and where it comes from. */
export interface Stated<T> {
  readonly value: T
  /** When it was verified, seen or told; else the day it was recorded. How old a fact is counts from here. */
  readonly asOf: Temporal.PlainDate
  readonly basis: Basis
}

type Bodied<B> = Entry & { readonly body: B }

export const asOfDay = (entry: Entry, verifiedOn?: string): Temporal.PlainDate =>
  firstDay(verifiedOn) ?? firstDay(entry.happenedOn) ?? dayInLondon(entry.recordedAt)

/** The last statement of each agency about each thing that a key names, the newest first. */
export const latestOf = <B extends Entry['body']>(
  entries: readonly Bodied<B>[],
  keyOf: (entry: Bodied<B>) => string,
): Bodied<B>[] => {
  const last = new Map<string, Bodied<B>>()
  for (const entry of entries.toSorted(inOrder)) last.set(`${entry.agency} ${keyOf(entry)}`, entry)
  return [...last.values()].toSorted(inOrder).toReversed()
}

/** The same thing told by several agencies: the newest, with the others behind it. */
export const oneEach = <B extends Entry['body']>(
  entries: readonly Bodied<B>[],
  keyOf: (entry: Bodied<B>) => string,
): Bodied<B>[] =>
  [...Map.groupBy(latestOf(entries, keyOf), keyOf).values()].flatMap(([first]) => (first === undefined ? [] : [first]))

export const statedOf = <B extends Entry['body'], T>(entry: Bodied<B>, value: T, verifiedOn?: string): Stated<T> => ({
  value,
  asOf: asOfDay(entry, verifiedOn),
  basis: basisOf(entry),
})

export const daysOld = ({ asOf }: Pick<Stated<unknown>, 'asOf'>, on: Temporal.PlainDate): number =>
  Math.max(0, asOf.until(on, { largestUnit: 'day' }).days)
