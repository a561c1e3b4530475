import { ageOn, isChild } from '#families/index.ts'
import type { Age, Basis } from '#families/index.ts'
import { answersFor } from './answers-for.ts'
import type { HomeAnswers, NoAnswers } from './answers-for.ts'
import type { StatedRoom } from './entries/index.ts'
import { sleepers } from './facts/home.ts'
import { listOn } from './facts/occupancy.ts'
import type { Listed, WrittenStatement } from './facts/occupancy.ts'
import type { Bond, Countable } from './household.ts'
import type { KeptPerson } from './projections/index.ts'
import type { HomeId, PersonId, RecordId } from './subjects.ts'

/** What lists keep of a home: facts and dates, from which every day's answers are worked out. */
export interface KeptHome {
  readonly home_id: HomeId
  readonly landlord: string | null
  readonly landlord_agency: string | null
  readonly tenure: string | null
  readonly ward: string | null
  readonly bedrooms: number | null
  readonly rooms: readonly StatedRoom[] | null
  readonly conditions: readonly {
    readonly what: string
    readonly reportedOn: string
    readonly dueOn?: string
    readonly stage: string
    readonly entry: string
  }[]
  readonly placements: readonly {
    readonly placement: string
    readonly type: 'bed-and-breakfast' | 'other'
    readonly startedOn: string
    readonly endedOn?: string
    readonly case?: string
    readonly entry: string
  }[]
  readonly applications: readonly {
    readonly status: string
    readonly registeredOn?: string
    readonly band?: string
    readonly lastBidOn?: string
    readonly entry: string
  }[]
  readonly entries: { readonly rooms: string | null; readonly bedrooms: readonly string[] }
}

export interface KeptSleeper {
  readonly home_id: HomeId
  readonly record_id: RecordId
  readonly entry_id: string
  readonly agency: string
  readonly by: 'list' | 'address'
  readonly says: WrittenStatement['says']
  readonly to_lead: string | null
  readonly temporary: boolean
  readonly true_from: string | null
  readonly true_until: string | null
  readonly as_of: string
  readonly recorded_at: string
}

/** One home as a list shows it on a day. */
export interface HomeSummary {
  readonly home: HomeId
  readonly kept: KeptHome | undefined
  readonly sleeping: readonly Listed[]
  readonly people: ReadonlyMap<PersonId, Countable>
  readonly answers: HomeAnswers | NoAnswers
  readonly children: readonly { readonly person: PersonId; readonly age: Age }[]
  readonly ageNotKnown: number
  /** Due dates as they were said; undefined where nobody could say. */
  readonly expected: readonly { readonly babies: number | 'not-known'; readonly due: string | undefined }[]
}

export const summaryOfHome = (
  home: HomeId,
  kept: KeptHome | undefined,
  said: readonly KeptSleeper[],
  persons: ReadonlyMap<RecordId, PersonId>,
  of: ReadonlyMap<RecordId, KeptPerson>,
  on: Temporal.PlainDate,
): HomeSummary => {
  const sleeping = listOn(said.map(writtenFrom), persons, on)
  const records = Map.groupBy(persons.keys(), (record) => persons.get(record) ?? record)
  const people = new Map(
    sleeping.map(({ person, records: own }) => [
      person,
      countableFrom(
        (records.get(person) ?? own).flatMap((record) => of.get(record) ?? []),
        on,
      ),
    ]),
  )
  const bonds = [...people.keys()]
    .flatMap((person) => (records.get(person) ?? []).flatMap((record) => of.get(record)?.bonds ?? []))
    .map((bond) => bondFrom(bond, persons, on))
  const counted = {
    home,
    sleeping,
    rooms: {
      shown: kept?.rooms == null ? undefined : { value: kept.rooms, basis: { entry: kept.entries.rooms ?? '' } },
    },
    building: {
      bedrooms: {
        shown:
          kept?.bedrooms == null
            ? undefined
            : { value: kept.bedrooms, basis: kept.entries.bedrooms.map((entry) => ({ entry })) },
      },
    },
  }
  const here = sleepers({ sleeping }).filter(({ person }) => people.get(person)?.noticesStop !== true)
  const ages = here.map(({ person }) => ({ person, age: people.get(person)?.age ?? ({ kind: 'not-known' } as const) }))
  return {
    home,
    kept,
    sleeping,
    people,
    answers: answersFor(counted, people, bonds, on),
    children: ages.filter(({ age }) => isChild(age) === 'yes'),
    ageNotKnown: ages.filter(({ age }) => age.kind === 'not-known').length,
    expected: here
      .flatMap(({ person }) => people.get(person)?.pregnancies ?? [])
      .filter(({ unborn }) => unborn !== 0)
      .map(({ unborn, expected }) => ({ babies: unborn, due: expected.shown?.value })),
  }
}

const writtenFrom = (row: KeptSleeper): WrittenStatement => {
  const basis: Basis = {
    entry: row.entry_id,
    kind: row.by === 'list' ? 'SleepsHereStated' : 'AddressStated',
    agency: row.agency,
    by: '',
    source: '',
    recordedAt: Temporal.Instant.from(row.recorded_at),
    record: row.record_id,
  }
  return {
    record: row.record_id,
    says: row.says,
    by: row.by,
    asOf: Temporal.PlainDate.from(row.as_of),
    verified: false,
    temporary: row.temporary,
    basis,
    ...(row.true_from === null ? {} : { from: row.true_from }),
    ...(row.true_until === null ? {} : { until: row.true_until }),
    ...(row.to_lead === null ? {} : { toLead: row.to_lead }),
  }
}

/** One person from the rows of their records: what was said last, and the more exact birth date where both can be true. */
const countableFrom = (rows: readonly KeptPerson[], on: Temporal.PlainDate): Countable => {
  const births = rows.flatMap(({ birth }) => birth ?? []).toSorted(byTime)
  const last = births.at(0)
  const exact =
    last === undefined
      ? undefined
      : births
          .filter((other) => other.on.startsWith(last.on))
          .toSorted((a, b) => b.on.length - a.on.length)
          .at(0)
  const sex = rows
    .flatMap((row) => row.sex ?? [])
    .toSorted(byTime)
    .at(0)
  const pregnancies = new Map(rows.flatMap((row) => row.pregnancies).map((one) => [one.pregnancy, one]))
  return {
    age: ageOn(exact?.on, on),
    noticesStop: rows.some(({ died }) => died),
    birth: {
      shown: exact === undefined ? undefined : { value: exact.on, basis: exact.entries.map((entry) => ({ entry })) },
    },
    sex: { shown: sex === undefined ? undefined : { value: sex.sex, basis: sex.entries.map((entry) => ({ entry })) } },
    pregnancies: [...pregnancies.values()].map(({ due, unborn, entries }) => ({
      unborn,
      expected: { shown: due === null ? undefined : { value: due, basis: entries.map((entry) => ({ entry })) } },
    })),
  }
}

const byTime = (one: { readonly at: string }, other: { readonly at: string }): number =>
  one.at < other.at ? 1 : one.at > other.at ? -1 : 0

const bondFrom = (
  { type, from, to, since, until, at, entry }: KeptPerson['bonds'][number],
  persons: ReadonlyMap<RecordId, PersonId>,
  on: Temporal.PlainDate,
): Bond => ({
  type,
  from: { person: persons.get(from) ?? from },
  to: persons.get(to) ?? to,
  current: (since === null || since <= on.toString()) && (until === null || on.toString() < until),
  basis: [{ entry, recordedAt: Temporal.Instant.from(at) }],
})
