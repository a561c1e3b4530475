import type { ReachRow } from '#access/index.ts'
import type { Entry } from '#record/index.ts'
import { dayAfter, firstDay } from '../dates.ts'
import { addressPeriods, livedIn } from '../facts/addresses.ts'
import { membershipsOf } from '../facts/memberships.ts'
import type { HomeId, RecordId } from '../subjects.ts'

interface Days {
  readonly from?: string
  readonly until?: string
}

/**
 * What reaches one record, and what it opens, from its standing entries alone: the families it is a member of reach it, and the
 * homes it lives in while it is a member; the homes it lives in reach it.
 */
export const reachOf = (record: RecordId, standing: readonly Entry[]): ReachRow[] => {
  const families = membershipsOf(standing)
    .filter((membership) => membership.record === record)
    .map(({ family, from, until }) => ({ scope: family, ...daysOf(from, until) }))
  const homes = homesOf(record, standing)
  return [
    ...families.map((family) => ({ subject: record, ...family })),
    ...homes.map(({ home, ...days }) => ({ scope: home, subject: record, ...days })),
    ...families.flatMap(({ scope, ...member }) => homes.flatMap(({ home, ...lives }) => both(member, lives).map((days) => ({ scope, subject: home, ...days })))),
  ]
}

/** The homes a record lives in or lived in, from the first day until the day from which it no longer does. */
export const homesOf = (record: RecordId, standing: readonly Entry[]): ({ readonly home: HomeId } & Days)[] =>
  addressPeriods(standing).flatMap(({ record: of, type, home, from, until }) =>
    of === record && home !== undefined && livedIn.has(type) ? [{ home, ...daysOf(from, until) }] : [],
  )

/** A partial date is read so that nobody is cut off early. */
const daysOf = (from: string | undefined, until: string | undefined): Days => {
  const first = firstDay(from)?.toString()
  const end = dayAfter(until)?.toString()
  return { ...(first === undefined ? {} : { from: first }), ...(end === undefined ? {} : { until: end }) }
}

const both = (one: Days, other: Days): Days[] => {
  const from = [one.from, other.from].filter((day) => day !== undefined).toSorted().at(-1)
  const until = [one.until, other.until].filter((day) => day !== undefined).toSorted().at(0)
  if (from !== undefined && until !== undefined && until <= from) return []
  return [{ ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }]
}
