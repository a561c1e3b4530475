import { given } from '#platform/given.ts'
import { sql } from 'kysely'
import { AddressHidden, AddressShown, restrictionRowsOf, setReachOf, setRestrictionsOf } from '#access/index.ts'
import type { ReachRow, RestrictionRow } from '#access/index.ts'
import {
  AddressStated,
  BirthStated,
  ChildOfPregnancyBorn,
  dayAfter,
  DeathStated,
  FamilyMemberJoined,
  FamilyMemberLeft,
  firstDay,
  inOrder,
  membershipsOf,
  personFacts,
  PregnancyEnded,
  PregnancyStated,
  RelationshipStated,
  SexStated,
  span,
} from '#families/index.ts'
import { entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import type { Entry, Projection } from '#record/index.ts'
import { SleepsHereStated } from '../entries/index.ts'
import { addressesWritten, sleepsHereWritten } from '../facts/occupancy.ts'
import type { WrittenStatement } from '../facts/occupancy.ts'
import { homeAbout } from '../subjects.ts'
import type { HomeId, RecordId } from '../subjects.ts'
import { setLookOn } from './homes.ts'
import './tables.ts'

const kinds: ReadonlySet<string> = new Set(
  [
    SleepsHereStated,
    AddressStated,
    BirthStated,
    DeathStated,
    SexStated,
    PregnancyStated,
    PregnancyEnded,
    ChildOfPregnancyBorn,
    RelationshipStated,
    FamilyMemberJoined,
    FamilyMemberLeft,
    AddressHidden,
    AddressShown,
    EntryWithdrawn,
  ].map(({ kind }) => kind),
)
const anyDay = Temporal.PlainDate.from('2000-01-01')
/** Ages at which some standard treats people differently, and 18, when a child is a child no more. */
const turningAges = [1, 10, 16, 18, 21]

/**
 * Where each record is said to sleep, what the arithmetic needs of it, and on which days that changes by itself. Whoever sleeps in a
 * home by a landlord's word is reached through it, and their families reach the home, beside what addresses give.
 */
export const people: Projection = {
  name: 'housing-people',
  tables: ['housing_sleeper', 'housing_person', 'housing_look_on'],
  edition: 1,
  subjectType: 'record',
  kinds,
  refold: async (tx, records) => {
    const of = byRecord(standing(await entriesAbout(tx, { subjects: records, kinds: [...kinds] })), new Set(records))
    const sleepers = records.flatMap((record) => sleeperRows(record, of.get(record) ?? []))
    const persons = records.map((record) => personRow(record, of.get(record) ?? []))
    await sql`delete from housing_sleeper where record_id = any (${[...records]}::text[])`.execute(tx)
    await sql`insert into housing_sleeper select * from jsonb_to_recordset(${JSON.stringify(sleepers)}::jsonb) as r (home_id text, record_id text, entry_id uuid, agency text, by text,
      says text, to_lead text, temporary boolean, true_from text, true_until text, as_of date, recorded_at timestamptz)`.execute(
      tx,
    )
    await sql`delete from housing_person where record_id = any (${[...records]}::text[])`.execute(tx)
    await sql`insert into housing_person select * from jsonb_to_recordset(${JSON.stringify(persons)}::jsonb) as r (record_id text, birth jsonb, sex jsonb, died boolean,
      pregnancies jsonb, bonds jsonb, child_until date)`.execute(tx)
    await setLookOn(tx, records, persons.flatMap(turningDays))
    await setReachOf(
      tx,
      records.map((record) => ({ source: `sleeps:${record}`, rows: reachOf(record, of.get(record) ?? []) })),
    )
    await setRestrictionsOf(
      tx,
      records.map((record) => ({ source: `sleeps:${record}`, rows: hiddenHomesOf(record, of.get(record) ?? []) })),
    )
  },
}

const byRecord = (entries: readonly Entry[], wanted: ReadonlySet<string>): Map<RecordId, Entry[]> => {
  const of = new Map<RecordId, Entry[]>()
  for (const entry of entries)
    for (const id of new Set(entry.subjects.map((subject) => subject.id)))
      if (wanted.has(id)) of.set(id, [...(of.get(id) ?? []), entry])
  return of
}

type Slept = WrittenStatement & { readonly home: HomeId }

/** Every statement of where a record sleeps that still stands as its agency's last about that home. */
const sleptIn = (record: RecordId, entries: readonly Entry[]): Slept[] => {
  const last = new Map<string, Slept>()
  for (const entry of entries.filter(SleepsHereStated.is).toSorted(inOrder)) {
    const home = homeAbout(entry)
    if (home !== undefined && entry.body.record === record)
      last.set(`${entry.agency} ${home}`, { ...sleepsHereWritten(entry), home })
  }
  return [...last.values(), ...addressesWritten(entries).filter((one) => one.record === record)]
}

const sleeperRows = (record: RecordId, entries: readonly Entry[]): object[] =>
  sleptIn(record, entries).map(({ home, by, says, toLead, temporary, from, until, asOf, basis }) => ({
    home_id: home,
    record_id: record,
    entry_id: basis.entry,
    agency: basis.agency,
    by,
    says,
    to_lead: toLead ?? null,
    temporary,
    true_from: from ?? null,
    true_until: until ?? null,
    as_of: asOf.toString(),
    recorded_at: basis.recordedAt.toString(),
  }))

/** What one record's entries say of its person, as {@link import('../home-summary.ts')} reads it again. */
export interface KeptPerson {
  readonly record_id: RecordId
  readonly birth: { readonly on: string; readonly at: string; readonly entries: readonly string[] } | null
  readonly sex: { readonly sex: string; readonly at: string; readonly entries: readonly string[] } | null
  readonly died: boolean
  readonly pregnancies: readonly {
    readonly pregnancy: string
    readonly due: string | null
    readonly unborn: number | 'not-known'
    readonly entries: readonly string[]
  }[]
  readonly bonds: readonly {
    readonly type: 'partner' | 'parent'
    readonly from: RecordId
    readonly to: RecordId
    readonly since: string | null
    readonly until: string | null
    readonly at: string
    readonly entry: string
  }[]
  readonly child_until: string | null
}

const personRow = (record: RecordId, entries: readonly Entry[]): KeptPerson => {
  const { birth, sex, noticesStop, pregnancies } = personFacts([record], entries, anyDay)
  const born = birth.shown === undefined ? undefined : span(birth.shown.value)?.last
  return {
    record_id: record,
    birth:
      birth.shown === undefined
        ? null
        : {
            on: birth.shown.value,
            at: lastOf(birth.shown.basis),
            entries: birth.shown.basis.map(({ entry }) => entry),
          },
    sex:
      sex.shown === undefined
        ? null
        : { sex: sex.shown.value, at: lastOf(sex.shown.basis), entries: sex.shown.basis.map(({ entry }) => entry) },
    died: noticesStop,
    pregnancies: pregnancies
      .filter(({ unborn }) => unborn !== 0)
      .map(({ pregnancy, expected, unborn }) => ({
        pregnancy,
        due: expected.shown?.value ?? null,
        unborn,
        entries: expected.shown?.basis.map(({ entry }) => entry) ?? [],
      })),
    bonds: bondsOf(entries),
    child_until: noticesStop ? anyDay.toString() : (born?.add({ years: 18 }).toString() ?? null),
  }
}

const lastOf = (basis: readonly { readonly recordedAt: Temporal.Instant }[]): string =>
  basis
    .map(({ recordedAt }) => recordedAt.toString())
    .toSorted()
    .at(-1) ?? ''

/** Partners and parents as each agency last said it and did not end. */
const bondsOf = (entries: readonly Entry[]): KeptPerson['bonds'] => {
  const last = new Map<string, KeptPerson['bonds'][number] | undefined>()
  for (const entry of entries.filter(RelationshipStated.is).toSorted(inOrder)) {
    const { from, to, type, ended } = entry.body
    if ((type !== 'partner' && type !== 'parent') || typeof from === 'string' || !('record' in from)) continue
    const kept = {
      type,
      from: from.record,
      to,
      since: entry.trueFrom ?? null,
      until: entry.trueUntil ?? null,
      at: entry.recordedAt.toString(),
      entry: entry.id,
    }
    last.set(`${entry.agency} ${type} ${from.record} ${to}`, ended === true ? undefined : kept)
  }
  return [...last.values()].filter((bond) => bond !== undefined)
}

const turningDays = ({
  record_id: subject,
  birth,
  died,
  pregnancies,
}: KeptPerson): { subject_id: string; on_day: string }[] => {
  if (died) return []
  const born = birth === null ? undefined : span(birth.on)
  const whole = born !== undefined && born.first.equals(born.last)
  const birthdays = whole ? turningAges.map((years) => birthday(born.first, years)) : []
  const due = pregnancies
    .flatMap(({ due: on }) => (on === null ? [] : [span(on)?.last]))
    .filter((day) => day !== undefined)
  return [...birthdays, ...due].map((day) => ({ subject_id: subject, on_day: day.toString() }))
}

/** Somebody born on 29 February is a year older on 1 March in other years. */
const birthday = (born: Temporal.PlainDate, years: number): Temporal.PlainDate => {
  const day = born.add({ years })
  return day.day === born.day ? day : day.add({ days: 1 })
}

/** The homes a record sleeps in reach it, its families reach those homes while it is a member and sleeps there. */
const reachOf = (record: RecordId, entries: readonly Entry[]): ReachRow[] => {
  const slept = sleptIn(record, entries)
    .filter(({ by, says }) => by === 'list' && says === 'yes')
    .map(({ home, from, until }) => ({ home, ...daysOf(from, until) }))
  const families = membershipsOf(entries).filter((membership) => membership.record === record)
  return slept.flatMap(({ home, from, until }) => [
    { scope: home, subject: record, ...given({ from, until }) },
    ...families.flatMap((member) => {
      const begins = [from, daysOf(member.from, member.until).from]
        .filter((day) => day !== undefined)
        .toSorted()
        .at(-1)
      const ends = [until, daysOf(member.from, member.until).until]
        .filter((day) => day !== undefined)
        .toSorted()
        .at(0)
      if (begins !== undefined && ends !== undefined && ends <= begins) return []
      return [{ scope: member.family, subject: home, ...given({ from: begins, until: ends }) }]
    }),
  ])
}

/** A home in which somebody sleeps whose address must not be told must not be told of either. */
const hiddenHomesOf = (record: RecordId, entries: readonly Entry[]): RestrictionRow[] =>
  restrictionRowsOf(record, entries)
    .filter(({ kind }) => kind === 'hidden-address')
    .flatMap(({ kind, from, until }) =>
      sleptIn(record, entries)
        .filter(({ by, says }) => by === 'list' && says !== 'no')
        .map((one) => ({ home: one.home, ...daysOf(one.from, one.until) }))
        .filter((one) => from === undefined || one.until === undefined || one.until > from)
        .map((one) => ({
          subject: one.home,
          kind,
          from,
          until: [until, one.until]
            .filter((day) => day !== undefined)
            .toSorted()
            .at(0),
        })),
    )

const daysOf = (
  from: string | undefined,
  until: string | undefined,
): { readonly from?: string; readonly until?: string } => {
  const first = firstDay(from)?.toString()
  const end = dayAfter(until)?.toString()
  return { ...given({ from: first, until: end }) }
}
