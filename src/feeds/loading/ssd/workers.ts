import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { enrolledOf } from '../enrolled.ts'
import type { Enrolled } from '../enrolled.ts'
import { rowsNow } from '../loaded-rows.ts'
import type { NotTakenCount, Source } from '../loaded-rows.ts'

/** Decided once for each attempt at a delivery, so that all its pages hold the same people for the same. */
const known = new WeakMap<Source, Promise<ReadonlyMap<string, Enrolled>>>()

/** Who of the department's people each worker of its list is, by the worker's key. */
export const workersOf = async (tx: Tx, source: Source): Promise<ReadonlyMap<string, Enrolled>> => {
  const asked = known.get(source) ?? readWorkers(tx, source)
  known.set(source, asked)
  return asked
}

const readWorkers = async (tx: Tx, source: Source): Promise<ReadonlyMap<string, Enrolled>> => {
  const { rows } = await sql<{ key: string; name: string | null; mark: string | null }>`
    select key, row ->> 'prof_professional_name' as name, row ->> 'prof_staff_id' as mark from ${rowsNow(source)} r where tbl = 'professionals' order by key`.execute(
    tx,
  )
  return enrolledOf(
    tx,
    source.agency,
    rows.map(({ key, name, mark }) => ({ key, name: name ?? undefined, mark: mark ?? undefined })),
    ['social-worker', 'supervisor', 'conference-chair', 'early-help-worker'],
  )
}

/** An involvement that goes on, on the day of the extract. */
const goesOn = ({ extractDay }: Source) =>
  sql`(i.row ->> 'invo_involvement_end_date' is null or (i.row ->> 'invo_involvement_end_date')::date > ${extractDay.toString()}::date)`

/**
 * Families whose workers are others now because somebody was enrolled, renamed or left since, here or in the department's list: though no row of
 * theirs changed, they are said again.
 */
export const touchTeams = async (tx: Tx, source: Source): Promise<void> => {
  const pairs = [...(await workersOf(tx, source))].flatMap(([worker, of]) => ('user' in of ? [[worker, of.user]] : []))
  await sql`insert into feed_touched
    with worker as materialized (select p ->> 0 as worker, p ->> 1 as "user" from jsonb_array_elements(${JSON.stringify(pairs)}::jsonb) as p),
    involved as materialized (
      select f.unit, w.user, bool_or(${goesOn(source)} and i.row ->> 'invo_involvement_start_date' is not null) as goes_on
      from worker w join ${rowsNow(source)} i on i.tbl = 'involvements' and i.row ->> 'invo_professional_id' = w.worker
      join ${rowsNow(source)} f on f.tbl = 'family' and f.row ->> 'fami_person_id' = i.row ->> 'invo_person_id' group by 1, 2),
    said as materialized (select unit, substr(slot, 6) as "user" from feed_said where agency = ${source.agency} and kind = ${source.kind} and unit_type = 'team-around' and slot like 'with:%')
    select ${source.delivery}::uuid, 'team-around', unit from (
      select unit from involved where goes_on and not exists (select from said where said.unit = involved.unit and said.user = involved.user)
      union select unit from said where not exists (select from involved where involved.unit = said.unit and involved.user = said.user)
        and exists (select from feed_row r where r.agency = ${source.agency} and r.kind = ${source.kind} and r.unit_type = 'family' and r.unit = said.unit and r.row is not null and not r.gone)) of
    on conflict do nothing`.execute(tx)
}

const whyNot = {
  'not-enrolled':
    'The worker is not enrolled in Rooftree under that staff number or name, so the involvement opens the family to nobody. It is tried again at every delivery.',
  'two-of-one-name':
    'Two workers bear that name, so nobody can tell who is meant, and the involvement opens the family to neither. A staff number tells them apart.',
  unnamed: 'The involvement names no worker of the list, so it opens the family to nobody.',
} as const

/** Involvements that go on and open a family to nobody: said at every delivery, until somebody puts it right. */
export const involvementsWithoutWorker = async (tx: Tx, source: Source): Promise<NotTakenCount[]> => {
  const why = [...(await workersOf(tx, source))].flatMap(([worker, of]) => ('why' in of ? [[worker, of.why]] : []))
  const enrolled = [...(await workersOf(tx, source))].flatMap(([worker, of]) => ('user' in of ? [worker] : []))
  const { rows } = await sql<{ file: string; why: keyof typeof whyNot; count: number }>`
    with worker as materialized (select p ->> 0 as worker, p ->> 1 as why from jsonb_array_elements(${JSON.stringify(why)}::jsonb) as p)
    select i.file, coalesce(w.why, 'unnamed') as why, count(*) as count from ${rowsNow(source)} i left join worker w on w.worker = i.row ->> 'invo_professional_id'
    where i.tbl = 'involvements' and ${goesOn(source)} and not coalesce(i.row ->> 'invo_professional_id' = any (${enrolled}::text[]), false) group by 1, 2 order by 1, 2`.execute(
    tx,
  )
  return rows.map(({ file, why: reason, count }) => ({ file, why: whyNot[reason], count }))
}
