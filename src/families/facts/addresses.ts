import { given } from '#platform/given.ts'
import type { Entry } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { byDate, firstDay, holdsOn } from '#platform/said-dates.ts'
import { AddressStated } from '../entries/index.ts'
import type { AddressType } from '../entries/index.ts'
import { homeOf, recordAbout } from '../subjects.ts'
import type { HomeId, RecordId } from '../subjects.ts'
import { foldedCode, folded } from '../folding.ts'
import { basisOf, inOrder } from './basis.ts'
import type { Basis } from './basis.ts'

export type WrittenAddress = { readonly lines: readonly string[]; readonly postcode?: string; readonly unit?: string }

/** Where an agency says somebody lived or lives, from when until when (exclusive). */
export interface AddressPeriod {
  readonly record: RecordId
  readonly type: AddressType
  readonly address: WrittenAddress | 'no-fixed-address' | 'not-known'
  readonly home?: HomeId
  readonly from?: string
  readonly until?: string
  readonly basis: Basis
}

/** Types of address at which somebody sleeps. */
export const livedIn: ReadonlySet<AddressType> = new Set(['home', 'temporary', 'placement'])

/**
 * Addresses over time. A statement of one agency about one record ends its earlier one of the same type from the day the new
 * one is true: nobody writes "and no longer lives at the old one". Addresses of different agencies stand side by side.
 */
export const addressPeriods = (entries: readonly Entry[]): AddressPeriod[] => {
  const rows = new Map<string, (Entry & { body: ReturnType<typeof AddressStated.parse> })[]>()
  for (const entry of entries) {
    if (!AddressStated.is(entry)) continue
    const key = `${recordAbout(entry)} ${entry.agency} ${entry.body.type}`
    rows.set(key, [...(rows.get(key) ?? []), entry])
  }
  return [...rows.values()].flatMap((row) => {
    const ordered = row.toSorted((a, b) => byDate(begins(a), begins(b)) || inOrder(a, b))
    return ordered.map((entry, at): AddressPeriod => {
      const next = ordered[at + 1]
      const home = homeOf(entry)
      const until = earlier(entry.trueUntil, next === undefined ? undefined : begins(next))
      return {
        record: recordAbout(entry) ?? '',
        type: entry.body.type,
        address: entry.body.address,
        ...given({ home, from: entry.trueFrom, until }),
        basis: basisOf(entry),
      }
    })
  })
}

/** Where nobody said from when, it was true on the day it was recorded at the latest. */
const begins = (entry: Entry): string => entry.trueFrom ?? dayInLondon(entry.recordedAt).toString()

const earlier = (one: string | undefined, other: string | undefined): string | undefined => {
  if (one === undefined) return other
  if (other === undefined) return one
  return byDate(one, other) <= 0 ? one : other
}

export interface AddressFacts {
  readonly now: readonly AddressPeriod[]
  readonly before: readonly AddressPeriod[]
  readonly later: readonly AddressPeriod[]
  /** Agencies name different homes for the same time. */
  readonly contested: boolean
}

export const addressesOn = (entries: readonly Entry[], on: Temporal.PlainDate): AddressFacts => {
  const periods = addressPeriods(entries).toSorted(
    (a, b) => byDate(b.from, a.from) || Temporal.Instant.compare(b.basis.recordedAt, a.basis.recordedAt),
  )
  const begun = (period: AddressPeriod): boolean => {
    const first = firstDay(period.from)
    return first === undefined || Temporal.PlainDate.compare(first, on) <= 0
  }
  const now = periods.filter(({ from, until }) => holdsOn(from, until, on))
  const homes = new Set(
    now
      .filter(({ type }) => type === 'home')
      .map(placeOf)
      .filter((place) => place !== 'not-known'),
  )
  return {
    now,
    before: periods.filter((period) => begun(period) && !now.includes(period)),
    later: periods.filter((period) => !begun(period)),
    contested: homes.size > 1,
  }
}

const placeOf = (period: AddressPeriod): string => {
  if (typeof period.address === 'string') return period.address
  return (
    period.home ??
    folded([...period.address.lines, foldedCode(period.address.postcode ?? ''), period.address.unit ?? ''].join(' '))
  )
}
