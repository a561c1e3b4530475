import { sql } from 'kysely'
import { ResponsibilityForHomeEnded, ResponsibilityForHomeStarted, setReachOf } from '#access/index.ts'
import { HomeNamed } from '#families/index.ts'
import { entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import type { Entry, Projection } from '#record/index.ts'
import {
  ConditionStated,
  HomeDescribed,
  PlacementStated,
  RegisterApplicationStated,
  RoomsStated,
} from '../entries/index.ts'
import { buildingOf, roomsOf } from '../facts/building.ts'
import { applicationsOf, conditionsOf, placementsOf } from '../facts/letting.ts'
import { latestOf } from '../facts/statements.ts'
import { isAboutHome } from '../subjects.ts'
import type { HomeId } from '../subjects.ts'
import './tables.ts'

const folded = [
  HomeNamed,
  HomeDescribed,
  RoomsStated,
  ConditionStated,
  PlacementStated,
  RegisterApplicationStated,
  EntryWithdrawn,
].map(({ kind }) => kind)
const kinds: ReadonlySet<string> = new Set([
  ...folded,
  ResponsibilityForHomeStarted.kind,
  ResponsibilityForHomeEnded.kind,
])

/** Any day does: nothing that depends on the day is kept. */
const anyDay = Temporal.PlainDate.from('2000-01-01')

/** One row for each home, and the days on which work on it falls due. A home reaches itself as soon as anybody has named it. */
export const homes: Projection = {
  name: 'housing-homes',
  tables: ['housing_home'],
  edition: 1,
  subjectType: 'home',
  kinds,
  refold: async (tx, ids) => {
    const stood = standing(await entriesAbout(tx, { subjects: ids, kinds: folded }))
    const of = byHome(stood)
    const rows = ids.flatMap((home) => rowOf(home, of.get(home) ?? []))
    const days = ids.flatMap((home) => daysOf(home, of.get(home) ?? []))
    await sql`delete from housing_home where home_id = any (${[...ids]}::text[])`.execute(tx)
    await sql`insert into housing_home select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (home_id text, landlord text, landlord_agency text,
      tenure text, ward text, bedrooms integer, rooms jsonb, conditions jsonb, placements jsonb, applications jsonb, entries jsonb, names jsonb)`.execute(
      tx,
    )
    await setLookOn(tx, ids, days)
    await setReachOf(
      tx,
      ids.map((home) => ({ source: home, rows: [{ scope: home, subject: home }] })),
    )
  },
}

const byHome = (entries: readonly Entry[]): Map<HomeId, Entry[]> => {
  const of = new Map<HomeId, Entry[]>()
  for (const entry of entries)
    for (const { id, type, role } of entry.subjects)
      if (type === 'home' && role === 'about') of.set(id, [...(of.get(id) ?? []), entry])
  return of
}

const rowOf = (home: HomeId, entries: readonly Entry[]): object[] => {
  const own = entries.filter((entry) => isAboutHome(entry, home))
  if (own.length === 0) return []
  const building = buildingOf(own)
  const rooms = roomsOf(own).shown
  return [
    {
      home_id: home,
      landlord: building.landlord.shown?.value ?? null,
      landlord_agency: building.landlordAgency.shown?.value ?? null,
      tenure: building.tenure.shown?.value ?? null,
      ward: building.ward.shown?.value ?? null,
      bedrooms: building.bedrooms.shown?.value ?? null,
      rooms: rooms?.value ?? null,
      conditions: conditionsOf(own, anyDay)
        .filter(({ open }) => open)
        .map(({ value: { what, reportedOn, dueOn, stage }, basis }) => ({
          what,
          reportedOn,
          dueOn,
          stage,
          entry: basis.entry,
        })),
      placements: placementsOf(own).map(({ value: { placement, type, startedOn, endedOn, case: of }, basis }) => ({
        placement,
        type,
        startedOn,
        endedOn,
        case: of,
        entry: basis.entry,
      })),
      applications: applicationsOf(own).map(({ value: { status, registeredOn, band, lastBidOn }, basis }) => ({
        status,
        registeredOn,
        band,
        lastBidOn,
        entry: basis.entry,
      })),
      entries: {
        rooms: rooms?.basis.entry ?? null,
        bedrooms: building.bedrooms.shown?.basis.map(({ entry }) => entry) ?? [],
      },
      names: latestOf(own.filter(HomeNamed.is), () => '').map(({ agency, body: { unit, lines, postcode } }) => ({
        agency,
        name: [unit, ...lines, postcode].filter((part) => part !== undefined).join(', '),
      })),
    },
  ]
}

/** The day after something was due, when it is late. */
const daysOf = (home: HomeId, entries: readonly Entry[]): { subject_id: string; on_day: string }[] =>
  conditionsOf(entries, anyDay).flatMap(({ open, value }) =>
    open && value.dueOn !== undefined
      ? [{ subject_id: home, on_day: Temporal.PlainDate.from(value.dueOn).add({ days: 1 }).toString() }]
      : [],
  )

export const setLookOn = async (
  tx: Parameters<Projection['refold']>[0],
  subjects: readonly string[],
  rows: readonly { subject_id: string; on_day: string }[],
): Promise<void> => {
  await sql`delete from housing_look_on where subject_id = any (${[...subjects]}::text[])`.execute(tx)
  if (rows.length > 0)
    await sql`insert into housing_look_on select distinct subject_id, on_day from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (subject_id text, on_day date)`.execute(
      tx,
    )
}
