import { sql } from 'kysely'
import { PolicySet } from '#policies/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { follow, analyzeTables, manyEntries, refoldDue } from '#record/index.ts'
import type { Entry, RecordBook, SubjectId } from '#record/index.ts'
import { assess, oneAtATime, readSettings } from './assess.ts'
import type { Assessed } from './assess.ts'
import { alertsKinds } from './describe.ts'

const own: ReadonlySet<string> = new Set([...alertsKinds.map(({ kind }) => kind), PolicySet.kind])

/**
 * Bring the alerts up to date: note the homes that the record has touched since, the homes whose day has come and, where a setting
 * has come into force, all homes; then look at them in small transactions. Broken off, it goes on where it was.
 */
export const assessWhatIsDue = async (
  database: Database,
  book: RecordBook,
  at: Temporal.Instant,
): Promise<Assessed> => {
  const today = dayInLondon(at)
  // Rules read the lists of homes: a load must have reached those first.
  await refoldDue(database, book)
  while (
    (await follow(database, 'alerts', async (tx, entries) => noteDue(tx, await homesTouched(tx, entries), today))) > 0
  );
  await database.transaction('app', async (tx) => noteNewSettings(tx, today))
  const due = await database.transaction('app', async (tx) => homesDue(tx, today))
  const assessed = await assess(database, book, due, at)
  // Every alert is an entry with a row of its own, and that of every subject.
  if (assessed.raised + assessed.changed + assessed.resolved >= manyEntries / 10) await analyzeTables(database)
  return assessed
}

/** The homes that these entries are about, in which their people sleep, or of whose alerts they are. */
const homesTouched = async (tx: Tx, entries: readonly Entry[]): Promise<SubjectId[]> => {
  const subjects = entries.filter(({ kind }) => !own.has(kind)).flatMap((entry) => entry.subjects)
  const homes = subjects.filter(({ type }) => type === 'home').map(({ id }) => id)
  const records = [...new Set(subjects.filter(({ type }) => type === 'record').map(({ id }) => id))]
  if (records.length === 0) return [...new Set(homes)]
  const found = await sql<{ home: string }>`
    with same as materialized (select distinct coalesce(o.record_id, r.id) as id from unnest(${records}::text[]) as r (id)
      left join person_of_record p on p.record_id = r.id left join person_of_record o on o.person_id = p.person_id)
    select s.home_id as home from same join housing_sleeper s on s.record_id = same.id
    union select a.home_id from same join alert_subject u on u.subject_id = same.id join alert a on a.alert_id = u.alert_id`.execute(
    tx,
  )
  return [...new Set([...homes, ...found.rows.map(({ home }) => home)])]
}

const noteDue = async (tx: Tx, homes: readonly SubjectId[], today: Temporal.PlainDate): Promise<void> => {
  await oneAtATime(tx)
  await sql`insert into alert_look (home_id, on_day) select id, ${today.toString()}::date from unnest(${[...homes]}::text[]) as id
    on conflict (home_id) do update set on_day = excluded.on_day where excluded.on_day < alert_look.on_day`.execute(tx)
}

/** A setting may come into force on a day on which nothing is recorded: then every home is looked at under it. */
const noteNewSettings = async (tx: Tx, today: Temporal.PlainDate): Promise<void> => {
  await oneAtATime(tx)
  const settings = JSON.stringify(await readSettings(tx, today))
  const moved =
    await sql`insert into alert_sweep values ('settings', ${settings}) on conflict (name) do update set settings = excluded.settings where alert_sweep.settings <> excluded.settings returning name`.execute(
      tx,
    )
  if (moved.rows.length === 0) return
  await sql`insert into alert_look (home_id, on_day) select home_id, ${today.toString()}::date from (select home_id from housing_home union select home_id from housing_sleeper union select home_id from alert) h
    on conflict (home_id) do update set on_day = least(alert_look.on_day, excluded.on_day)`.execute(tx)
}

const homesDue = async (tx: Tx, today: Temporal.PlainDate): Promise<SubjectId[]> => {
  const found = await sql<{
    home_id: string
  }>`select home_id from alert_look where on_day <= ${today.toString()}::date order by home_id`.execute(tx)
  return found.rows.map((row) => row.home_id)
}
