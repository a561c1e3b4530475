import { given } from '#platform/given.ts'
import type { Placement } from './letting.ts'

type Stay = Pick<Placement['value'], 'type' | 'startedOn' | 'endedOn' | 'case' | 'placement'>

/**
 * Nights of a stay up to and with a day: the first night counts 1.
 *
 * @example first night 1 October 2026: on 1 October night 1, on 9 November night 40
 */
export const nightsOf = (
  { startedOn, endedOn }: Pick<Stay, 'startedOn' | 'endedOn'>,
  on: Temporal.PlainDate,
): number => {
  const first = Temporal.PlainDate.from(startedOn)
  const after = endedOn === undefined ? undefined : Temporal.PlainDate.from(endedOn)
  const until = after !== undefined && Temporal.PlainDate.compare(after, on) <= 0 ? after : on.add({ days: 1 })
  return Math.max(0, first.until(until, { largestUnit: 'day' }).days)
}

/**
 * Nights of several stays. A night in two rooms at once, as a large family is placed, is one night.
 *
 * @example 1 to 10 October in one room, and from 6 October in another: on 10 October night 10
 */
export const nightsTogether = (
  stays: readonly Pick<Stay, 'startedOn' | 'endedOn'>[],
  on: Temporal.PlainDate,
): number => {
  let counted: string | undefined
  let nights = 0
  for (const { startedOn, endedOn } of stays.toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1))) {
    const from = counted !== undefined && counted > startedOn ? counted : startedOn
    nights += nightsOf({ startedOn: from, ...given({ endedOn }) }, on)
    const until = endedOn ?? on.add({ days: 1 }).toString()
    if (counted === undefined || until > counted) counted = until
  }
  return nights
}

export const isCurrent = (
  { startedOn, endedOn }: Pick<Stay, 'startedOn' | 'endedOn'>,
  on: Temporal.PlainDate,
): boolean => startedOn <= on.toString() && (endedOn === undefined || endedOn > on.toString())

/** The days of the six-week clock, as the partnership has set them. */
export interface BedAndBreakfastDays {
  readonly first: number
  readonly second: number
  /** The first night beyond six weeks. */
  readonly breach: number
}

export interface BedAndBreakfast {
  /** Over all stays of the case that are known here. */
  readonly nights: number
  readonly reached: 'none' | 'first' | 'second' | 'breach'
  /** The next night on which something is reached, while the stay goes on. */
  readonly next: Temporal.PlainDate | undefined
}

/**
 * Bed and breakfast is not suitable for a household with children or a pregnant woman beyond six weeks, and those are a period or
 * a total of periods (Homelessness (Suitability of Accommodation) (England) Order 2003, article 4(1)(b)).
 *
 * @returns undefined where no stay in bed and breakfast goes on on that day
 */
export const bedAndBreakfast = (
  stays: readonly Stay[],
  on: Temporal.PlainDate,
  days: BedAndBreakfastDays,
): BedAndBreakfast | undefined => {
  const inIt = stays.filter(({ type }) => type === 'bed-and-breakfast')
  const now = inIt.find((stay) => isCurrent(stay, on))
  if (now === undefined) return undefined
  const nights = nightsTogether(
    inIt.filter((stay) => (now.case === undefined ? stay === now : stay.case === now.case)),
    on,
  )
  const reached =
    nights >= days.breach ? 'breach' : nights >= days.second ? 'second' : nights >= days.first ? 'first' : 'none'
  const ahead = [days.first, days.second, days.breach].find((night) => night > nights)
  return { nights, reached, next: ahead === undefined ? undefined : on.add({ days: ahead - nights }) }
}
