import { sql } from 'kysely'
import { partsOpen } from '#access/index.ts'
import type { Viewer } from '#access/index.ts'
import { HomeNamed } from '#families/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import { summaryOfHome } from '../home-summary.ts'
import type { HomeSummary, KeptHome, KeptSleeper } from '../home-summary.ts'
import type { KeptPerson } from '../projections/index.ts'
import { homeAbout } from '../subjects.ts'
import type { HomeId, PersonId, RecordId } from '../subjects.ts'

/** Which statements of who sleeps in which home may be counted for a viewer. */
interface Countings {
  readonly homes: readonly HomeId[]
  readonly entries: ReadonlySet<string>
}

/** The homes on the viewer's patch with children, in the viewer's transaction: ids only. */
export const patchOf = async (tx: Tx): Promise<Countings> => {
  const found = await sql<{ home_id: string; entry_id: string }>`select home_id, entry_id from housing_patch()`.execute(
    tx,
  )
  return {
    homes: [...new Set(found.rows.map((row) => row.home_id))].toSorted(),
    entries: new Set(found.rows.map((row) => row.entry_id)),
  }
}

/** What some homes are called, as far as the viewer may see it, in the viewer's transaction. For a whole patch {@link patchNames} is quicker. */
export const homeNames = async (tx: Tx, homes: readonly HomeId[]): Promise<Map<HomeId, string>> => {
  const named = standing(
    await entriesAbout(tx, { subjects: homes, kinds: [HomeNamed.kind, EntryWithdrawn.kind] }),
  ).filter(HomeNamed.is)
  return new Map(
    named.map((entry) => [
      homeAbout(entry) ?? '',
      [entry.body.unit, ...entry.body.lines, entry.body.postcode].filter((part) => part !== undefined).join(', '),
    ]),
  )
}

/**
 * What these homes on the viewer's patch are called, in an `app` transaction: by an agency whose addresses their role sees through a
 * patch, which for a housing officer is their own; of a home that must not be told of only where the role sees such addresses.
 */
export const patchNames = async (
  tx: Tx,
  homes: readonly HomeId[],
  viewer: Viewer,
  on: Temporal.PlainDate,
): Promise<Map<HomeId, string>> => {
  const found = await sql<{ home_id: string; names: { agency: string; name: string }[]; hidden: boolean }>`
    select h.home_id, h.names, exists (select from access_restriction r where r.subject = h.home_id and r.kind = 'hidden-address'
      and (r.from_day is null or r.from_day <= ${on.toString()}::date) and (r.until_day is null or r.until_day > ${on.toString()}::date)) as hidden
    from housing_home h where h.home_id = any (${[...homes]}::text[])`.execute(tx)
  const { part } = partsOpen(viewer.role, ['responsible-for-home'])
  return new Map(
    found.rows.flatMap(({ home_id: home, names, hidden }) => {
      const open =
        hidden && part('address', 'hidden-address') !== 'whole' ? part('address', 'hidden-address') : part('address')
      const name =
        open === 'closed' ? undefined : names.find(({ agency }) => open === 'whole' || agency === viewer.agency)?.name
      return name === undefined ? [] : [[home, name] as const]
    }),
  )
}

/**
 * Homes as lists and rules see them on a day, in an `app` transaction: three statements however many homes. Give `entries` where a
 * person looks, so that nobody is counted whom they may not know of.
 */
export const readHomeSummaries = async (
  tx: Tx,
  homes: readonly HomeId[],
  on: Temporal.PlainDate,
  entries?: ReadonlySet<string>,
): Promise<HomeSummary[]> => {
  if (homes.length === 0) return []
  const kept = await sql<KeptHome>`select * from housing_home where home_id = any (${[...homes]}::text[])`.execute(tx)
  const slept =
    await sql<KeptSleeper>`select * from housing_sleeper where home_id = any (${[...homes]}::text[]) order by recorded_at, entry_id`.execute(
      tx,
    )
  const said = slept.rows.filter((row) => entries === undefined || entries.has(row.entry_id))
  const records = [...new Set(said.map((row) => row.record_id))]
  const found = await sql<KeptPerson & { person_id: string }>`
    with own as materialized (select distinct coalesce(o.record_id, r.id) as id, coalesce(p.person_id, r.id) as person_id from unnest(${records}::text[]) as r (id)
      left join person_of_record p on p.record_id = r.id left join person_of_record o on o.person_id = p.person_id)
    select own.id as record_id, own.person_id, p.birth, p.sex, coalesce(p.died, false) as died, coalesce(p.pregnancies, '[]') as pregnancies, coalesce(p.bonds, '[]') as bonds, p.child_until
    from own left join housing_person p on p.record_id = own.id`.execute(tx)
  const persons = new Map<RecordId, PersonId>(found.rows.map((row) => [row.record_id, row.person_id]))
  const people = new Map<RecordId, KeptPerson>(found.rows.map((row) => [row.record_id, row]))
  const recordsOf = Map.groupBy(found.rows, (row) => row.person_id)
  const homeOf = new Map(kept.rows.map((row) => [row.home_id, row]))
  const sleepersOf = Map.groupBy(said, (row) => row.home_id)
  return homes.map((home) => {
    const here = sleepersOf.get(home) ?? []
    const own = [...new Set(here.map(({ record_id: record }) => persons.get(record) ?? record))].flatMap((person) =>
      (recordsOf.get(person) ?? []).map((row) => [row.record_id, person] as const),
    )
    return summaryOfHome(home, homeOf.get(home), here, new Map(own), people, on)
  })
}

/** Homes whose answers or deadlines may change on a day of this span although nothing is recorded: both days included. In an `app` transaction. */
export const homesToLookAt = async (tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<HomeId[]> => {
  const found = await sql<{ home_id: string }>`
    select s.home_id from housing_look_on d join housing_sleeper s on s.record_id = d.subject_id where d.on_day between ${from.toString()}::date and ${to.toString()}::date
    union select d.subject_id from housing_look_on d where d.subject_id like 'home:%' and d.on_day between ${from.toString()}::date and ${to.toString()}::date
    union select h.home_id from housing_home h where exists (select from jsonb_array_elements(h.placements) p
      where p ->> 'type' = 'bed-and-breakfast' and (p ->> 'startedOn') <= ${to.toString()} and coalesce(p ->> 'endedOn', '9999') > ${from.toString()})
    order by 1`.execute(tx)
  return found.rows.map((row) => row.home_id)
}
