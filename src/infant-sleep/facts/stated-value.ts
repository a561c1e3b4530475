import { given } from '#platform/given.ts'
import { basisOf, firstDay, inOrder } from '#families/index.ts'
import type { Basis } from '#families/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Entry } from '#record/index.ts'
import type { HowKnown } from '../entries.ts'

/** What one agency says, as of the day on which it was seen, told or read. */
export interface StatedValue<T> {
  readonly value: T
  readonly asOf: Temporal.PlainDate
  readonly knownHow: HowKnown
  /** Who told it, in the words of whoever recorded it. */
  readonly toldBy?: string
  readonly basis: Basis
}

/** What agencies say of one thing, beside each other: each agency once, the latest first. */
export interface Answers<T> {
  readonly said: readonly StatedValue<T>[]
  /** Agencies that asked and that nobody could tell, and that had no answer before. */
  readonly notKnownBy: readonly StatedValue<'not-known'>[]
}

type StatedBody = Entry['body'] & { readonly knownHow: HowKnown; readonly toldBy?: string }
export type Stated = Entry & { readonly body: StatedBody }

/**
 * The answer of each agency that stands on a day. "Not known" overrules no answer, not even the same agency's: whoever could not
 * find out has learned nothing against what was told before.
 *
 * @param later how an agency's own statements follow each other: by the day they are true of, or by when they were recorded
 */
export const answersOf = <E extends Stated, T extends string | number | object>(
  entries: readonly E[],
  on: Temporal.PlainDate,
  later: 'by the day' | 'by the word',
  valueOf: (body: E['body']) => T | 'not-known',
): Answers<T> => {
  const said: StatedValue<T>[] = []
  const notKnownBy: StatedValue<'not-known'>[] = []
  const stated = entries
    .map((entry) => ({ entry, asOf: asOfDay(entry) }))
    .filter(({ asOf }) => Temporal.PlainDate.compare(asOf, on) <= 0)
  const ordered = stated
    .toSorted(
      (a, b) => (later === 'by the day' ? Temporal.PlainDate.compare(a.asOf, b.asOf) : 0) || inOrder(a.entry, b.entry),
    )
    .toReversed()
  for (const own of Map.groupBy(ordered, ({ entry }) => entry.agency).values()) {
    const answer = own.flatMap(({ entry, asOf }) => {
      const value = valueOf(entry.body)
      return value === 'not-known' ? [] : [told(entry, asOf, value)]
    })[0]
    if (answer !== undefined) said.push(answer)
    else if (own[0] !== undefined) notKnownBy.push(told(own[0].entry, own[0].asOf, 'not-known' as const))
  }
  return { said, notKnownBy }
}

const told = <T>(entry: Stated, asOf: Temporal.PlainDate, value: T): StatedValue<T> => ({
  value,
  asOf,
  knownHow: entry.body.knownHow,
  basis: basisOf(entry),
  ...given({ toldBy: entry.body.toldBy }),
})

const asOfDay = (entry: Entry): Temporal.PlainDate => firstDay(entry.happenedOn) ?? dayInLondon(entry.recordedAt)
