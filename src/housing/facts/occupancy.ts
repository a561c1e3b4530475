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

export const sleepsHere = (home: HomeId, entries: readonly Entry[], persons: ReadonlyMap<RecordId, PersonId>, on: Temporal.PlainDate): Listed[] => {
  const listed = entries.filter(SleepsHereStated.is).map((entry) => statement(entry, on, { temporary: entry.body.temporary === 'yes', ...(entry.body.relationshipToLead === undefined ? {} : { toLead: entry.body.relationshipToLead }) }))
  const saidBy = new Set(listed.flatMap((one) => (one === undefined ? [] : [`${one.basis.agency} ${personOf(one.record, persons)}`])))
  const byAddress = addresses(home, entries, on).filter(({ basis, record }) => !saidBy.has(`${basis.agency} ${personOf(record, persons)}`))
  return fold([...listed, ...byAddress], persons)
}

export const onTenancy = (entries: readonly Entry[], persons: ReadonlyMap<RecordId, PersonId>, on: Temporal.PlainDate): Listed[] =>
  fold(entries.filter(OnTenancyStated.is).map((entry) => statement(entry, on, partOf(entry.body.part))), persons)

export const onApplication = (entries: readonly Entry[], persons: ReadonlyMap<RecordId, PersonId>, on: Temporal.PlainDate): Listed[] =>
  fold(entries.filter(OnApplicationStated.is).map((entry) => statement(entry, on, partOf(entry.body.part))), persons)

interface Listing {
  readonly record: RecordId
  readonly says: OccupancySays
  readonly verifiedOn?: string
}

/** Undefined while the day has not come from which it is said to hold. */
const statement = (entry: Entry & { readonly body: Listing }, on: Temporal.PlainDate, more: { temporary?: boolean; toLead?: string; part?: string }): OccupancyStatement | undefined => {
  const { record, says, verifiedOn } = entry.body
  const begins = firstDay(entry.trueFrom)
  if (begins !== undefined && Temporal.PlainDate.compare(begins, on) > 0) return undefined
  const ends = dayAfter(entry.trueUntil)
  const over = says === 'yes' && ends !== undefined && Temporal.PlainDate.compare(on, ends) >= 0
  return {
    record,
    says: over ? 'no' : says === 'no-longer-listed' ? 'not-known' : says,
    way: over ? 'moved-out' : says,
    asOf: asOfDay(entry, verifiedOn),
    verified: verifiedOn !== undefined,
    ...(entry.trueFrom === undefined ? {} : { from: entry.trueFrom }),
    ...(entry.trueUntil === undefined ? {} : { until: entry.trueUntil }),
    temporary: more.temporary === true,
    ...(more.toLead === undefined ? {} : { toLead: more.toLead }),
    ...(more.part === undefined ? {} : { part: more.part }),
    basis: basisOf(entry),
  }
}

const partOf = (part: string | undefined): { part?: string } => (part === undefined ? {} : { part })

const addresses = (home: HomeId, entries: readonly Entry[], on: Temporal.PlainDate): OccupancyStatement[] =>
  addressPeriods(entries)
    .filter((period) => period.home === home && livedIn.has(period.type) && holdsOn(period.from, period.until, on))
    .map(({ record, from, until, basis }) => ({
      record, says: 'yes', way: 'address', asOf: dayInLondon(basis.recordedAt), verified: false, temporary: false, basis,
      ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }),
    }))

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
    const [shown, ...others] = [...agencies.values()].toSorted((a, b) => Number(a.says === 'not-known') - Number(b.says === 'not-known') || Temporal.PlainDate.compare(b.asOf, a.asOf) || byRecording(b, a))
    if (shown === undefined) return []
    return [{ person, records: [...new Set([shown, ...others].map(({ record }) => record))], says: shown.says, contested: others.some(({ says }) => says !== 'not-known' && says !== shown.says), shown, others }]
  })
}

const personOf = (record: RecordId, persons: ReadonlyMap<RecordId, PersonId>): PersonId => persons.get(record) ?? record

const byRecording = (one: OccupancyStatement, other: OccupancyStatement): number =>
  Temporal.Instant.compare(one.basis.recordedAt, other.basis.recordedAt) || (one.basis.entry < other.basis.entry ? -1 : one.basis.entry > other.basis.entry ? 1 : 0)

