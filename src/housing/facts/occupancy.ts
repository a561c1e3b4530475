import { given } from '#platform/given.ts'
import { addressPeriods, basisOf, dayAfter, firstDay, holdsOn, livedIn } from '#families/index.ts'
import type { Basis } from '#families/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Entry } from '#record/index.ts'
import { OnApplicationStated, OnTenancyStated, SleepsHereStated } from '../entries/index.ts'
import type { OccupancySays } from '../entries/index.ts'
import type { HomeId, PersonId, RecordId } from '../subjects.ts'
import { asOfDay } from './statements.ts'

/** What one agency says of one person in one of the three lists. */
export interface OccupancyStatement {
  readonly record: RecordId
  readonly says: 'yes' | 'no' | 'not-known'
  /** As it was written. `address`: the agency only gives this as their address. */
  readonly way: OccupancySays | 'moved-out' | 'address'
  readonly asOf: Temporal.PlainDate
  readonly verified: boolean
  readonly from?: string
  readonly until?: string
  readonly temporary: boolean
  readonly toLead?: string
  readonly part?: string
  readonly basis: Basis
}

/** One person in one list: what the latest definite statement says, and every other beside it. */
export interface Listed {
  readonly person: PersonId
  readonly records: readonly RecordId[]
  readonly says: 'yes' | 'no' | 'not-known'
  /** One agency says yes and another no. */
  readonly contested: boolean
  readonly shown: OccupancyStatement
  readonly others: readonly OccupancyStatement[]
}

/** As it was written, before a day is asked for: what lists are kept of it. */
export interface WrittenStatement extends Omit<OccupancyStatement, 'says' | 'way'> {
  readonly says: OccupancySays
  readonly by: 'list' | 'address'
}

export const sleepsHere = (
  home: HomeId,
  entries: readonly Entry[],
  persons: ReadonlyMap<RecordId, PersonId>,
  on: Temporal.PlainDate,
): Listed[] =>
  listOn(
    [
      ...entries.filter(SleepsHereStated.is).map(sleepsHereWritten),
      ...addressesWritten(entries).filter((one) => one.home === home),
    ],
    persons,
    on,
  )

export const onTenancy = (
  entries: readonly Entry[],
  persons: ReadonlyMap<RecordId, PersonId>,
  on: Temporal.PlainDate,
): Listed[] =>
  listOn(
    entries.filter(OnTenancyStated.is).map((entry) => written(entry, partOf(entry.body.part))),
    persons,
    on,
  )

export const onApplication = (
  entries: readonly Entry[],
  persons: ReadonlyMap<RecordId, PersonId>,
  on: Temporal.PlainDate,
): Listed[] =>
  listOn(
    entries.filter(OnApplicationStated.is).map((entry) => written(entry, partOf(entry.body.part))),
    persons,
    on,
  )

/** One list on a day. What an agency says outright of who sleeps here counts before the address that it holds. */
export const listOn = (
  all: readonly WrittenStatement[],
  persons: ReadonlyMap<RecordId, PersonId>,
  on: Temporal.PlainDate,
): Listed[] => {
  const saidBy = new Set(
    all.filter(({ by }) => by === 'list').map(({ basis, record }) => `${basis.agency} ${personOf(record, persons)}`),
  )
  return fold(
    all
      .filter(({ by, basis, record }) => by === 'list' || !saidBy.has(`${basis.agency} ${personOf(record, persons)}`))
      .map((one) => onDay(one, on)),
    persons,
  )
}

export const sleepsHereWritten = (
  entry: Entry & { readonly body: ReturnType<typeof SleepsHereStated.parse> },
): WrittenStatement =>
  written(entry, { temporary: entry.body.temporary === 'yes', ...given({ toLead: entry.body.relationshipToLead }) })

/** Where agencies say that records live, from when until when. */
export const addressesWritten = (entries: readonly Entry[]): (WrittenStatement & { readonly home: HomeId })[] =>
  addressPeriods(entries).flatMap(({ home, type, record, from, until, basis }) =>
    home === undefined || !livedIn.has(type)
      ? []
      : [
          {
            home,
            record,
            says: 'yes' as const,
            by: 'address' as const,
            asOf: dayInLondon(basis.recordedAt),
            verified: false,
            temporary: false,
            basis,
            ...given({ from, until }),
          },
        ],
  )

interface Listing {
  readonly record: RecordId
  readonly says: OccupancySays
  readonly verifiedOn?: string
}

const written = (
  entry: Entry & { readonly body: Listing },
  more: { temporary?: boolean; toLead?: string; part?: string },
): WrittenStatement => {
  const { record, says, verifiedOn } = entry.body
  return {
    record,
    says,
    by: 'list',
    asOf: asOfDay(entry, verifiedOn),
    verified: verifiedOn !== undefined,
    ...given({ from: entry.trueFrom, until: entry.trueUntil }),
    temporary: more.temporary === true,
    ...given({ toLead: more.toLead, part: more.part }),
    basis: basisOf(entry),
  }
}

const partOf = (part: string | undefined): { part?: string } => (part === undefined ? {} : { part })

/** Undefined while the day has not come from which it is said to hold; an address that is over says nothing more. */
const onDay = (one: WrittenStatement, on: Temporal.PlainDate): OccupancyStatement | undefined => {
  const { by, ...said } = one
  if (by === 'address') return holdsOn(one.from, one.until, on) ? { ...said, says: 'yes', way: 'address' } : undefined
  const begins = firstDay(one.from)
  if (begins !== undefined && Temporal.PlainDate.compare(begins, on) > 0) return undefined
  const ends = dayAfter(one.until)
  if (one.says === 'yes' && ends !== undefined && Temporal.PlainDate.compare(on, ends) >= 0)
    return { ...said, says: 'no', way: 'moved-out' }
  return { ...said, says: one.says === 'no-longer-listed' ? 'not-known' : one.says, way: one.says }
}

/** The last statement of each agency about each person; among agencies a definite one before "not known", the later before the earlier. */
const fold = (all: readonly (OccupancyStatement | undefined)[], persons: ReadonlyMap<RecordId, PersonId>): Listed[] => {
  const of = new Map<PersonId, Map<string, OccupancyStatement>>()
  for (const one of all.filter((each) => each !== undefined).toSorted(byRecording)) {
    const person = personOf(one.record, persons)
    const agencies = of.get(person) ?? new Map<string, OccupancyStatement>()
    agencies.set(one.basis.agency, one)
    of.set(person, agencies)
  }
  return [...of].flatMap(([person, agencies]): Listed[] => {
    const [shown, ...others] = [...agencies.values()].toSorted(
      (a, b) =>
        Number(a.says === 'not-known') - Number(b.says === 'not-known') ||
        Temporal.PlainDate.compare(b.asOf, a.asOf) ||
        byRecording(b, a),
    )
    if (shown === undefined) return []
    return [
      {
        person,
        records: [...new Set([shown, ...others].map(({ record }) => record))],
        says: shown.says,
        contested: others.some(({ says }) => says !== 'not-known' && says !== shown.says),
        shown,
        others,
      },
    ]
  })
}

const personOf = (record: RecordId, persons: ReadonlyMap<RecordId, PersonId>): PersonId => persons.get(record) ?? record

const byRecording = (one: OccupancyStatement, other: OccupancyStatement): number =>
  Temporal.Instant.compare(one.basis.recordedAt, other.basis.recordedAt) ||
  (one.basis.entry < other.basis.entry ? -1 : one.basis.entry > other.basis.entry ? 1 : 0)
