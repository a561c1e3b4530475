import { given } from '#platform/given.ts'
import type { ReachRow, RestrictionRow } from '#access/index.ts'
import type { Entry } from '#record/index.ts'
import { dayAfter, firstDay } from '#platform/said-dates.ts'
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
    ...families.flatMap(({ scope, ...member }) =>
      homes.flatMap(({ home, ...lives }) => both(member, lives).map((days) => ({ scope, subject: home, ...days }))),
    ),
  ]
}

/**
 * The homes of somebody whose address is hidden: those they lived in when it was hidden, and any they moved to since, whether
 * the move has come or not. Where they lived before is known anyway, and stays open.
 */
export const hiddenHomesOf = (
  record: RecordId,
  standing: readonly Entry[],
  hidden: readonly RestrictionRow[],
): RestrictionRow[] =>
  hidden
    .filter(({ kind }) => kind === 'hidden-address')
    .flatMap(({ kind, from, until }) =>
      homesOf(record, standing)
        .filter((home) => from === undefined || home.until === undefined || home.until > from)
        .map((home) => ({
          subject: home.home,
          kind,
          from,
          until: [until, home.until]
            .filter((day) => day !== undefined)
            .toSorted()
            .at(0),
        })),
    )

/** The homes a record lives in or lived in, from the first day until the day from which it no longer does. */
export const homesOf = (record: RecordId, standing: readonly Entry[]): ({ readonly home: HomeId } & Days)[] =>
  addressPeriods(standing).flatMap(({ record: of, type, home, from, until }) =>
    of === record && home !== undefined && livedIn.has(type) ? [{ home, ...daysOf(from, until) }] : [],
  )

/** A partial date is read so that nobody is cut off early. */
const daysOf = (from: string | undefined, until: string | undefined): Days => {
  const first = firstDay(from)?.toString()
  const end = dayAfter(until)?.toString()
  return { ...given({ from: first, until: end }) }
}

const both = (one: Days, other: Days): Days[] => {
  const from = [one.from, other.from]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1)
  const until = [one.until, other.until]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(0)
  if (from !== undefined && until !== undefined && until <= from) return []
  return [{ ...given({ from, until }) }]
}
