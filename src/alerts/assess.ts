import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { append, entriesAbout, forALoad } from '#record/index.ts'
import type { Authorship, Entry, NewEntry, RecordBook, SubjectId } from '#record/index.ts'
import { readHomeSummaries } from '#housing/index.ts'
import { policySubject } from '#policies/index.ts'
import { entriesFor } from './entries-for.ts'
import type { RuleName } from './entries.ts'
import { homesFrom } from './homes-for-rules.ts'
import type { HomeRead } from './homes-for-rules.ts'
import { causesFor, keepDiary } from './last-look.ts'
import { movesFor } from './moves.ts'
import type { KnownAlert, Move } from './moves.ts'
import { ruleSettings, settingsOn } from './policies.ts'
import type { AlertSettings } from './policies.ts'
import { entriesOfAlerts, writeAlertRows } from './projection/alerts.ts'
import { readingOf } from './why.ts'

export interface Assessed {
  readonly homes: number
  readonly raised: number
  readonly changed: number
  readonly resolved: number
}

/** Homes looked at in one transaction: on the embedded default whoever has a page open waits for it. */
const chunkOn = { pglite: { alone: 250, beside: 50 }, postgres: { alone: 1000, beside: 250 } } as const
/** Of those, homes looked at together: while what moved in them is written down, the next are looked at. */
const together = 250

/** Look at these homes as they are today, and record what moved. Safe to run twice, and by two servers at once: one waits for the other. */
export const assess = async (
  database: Database,
  book: RecordBook,
  homes: readonly SubjectId[],
  at: Temporal.Instant,
): Promise<Assessed> => {
  const sum = { homes: 0, raised: 0, changed: 0, resolved: 0 }
  const all = [...new Set(homes)].toSorted()
  while (sum.homes < all.length) {
    const some = all.slice(
      sum.homes,
      sum.homes + chunkOn[database.engine][database.unhurried.alone() ? 'alone' : 'beside'],
    )
    const done = await database.unhurried.transaction('app', async (tx) => assessIn(tx, book, some, at, together))
    sum.homes += done.homes
    sum.raised += done.raised
    sum.changed += done.changed
    sum.resolved += done.resolved
  }
  return sum
}

/** {@link assess} in the caller's own transaction. */
const assessIn = async (
  tx: Tx,
  book: RecordBook,
  homes: readonly SubjectId[],
  at: Temporal.Instant,
  atOnce = homes.length,
): Promise<Assessed> => {
  await oneAtATime(tx)
  const decided = await readDecided(tx)
  const moved: Move[] = []
  let writing: Promise<void> = Promise.resolve()
  try {
    for (let from = 0; from < homes.length; from += atOnce) {
      const looked = await look(tx, homes.slice(from, from + atOnce), decided, dayInLondon(at))
      moved.push(...looked.moves)
      await writing
      writing = writeDown(tx, book, looked, at)
      // Whoever waits for it hears of a fault; until then it is nobody's.
      writing.catch(() => undefined)
    }
  } finally {
    // Its own fault is the first one: whatever is asked of a transaction after it fails too.
    await writing
  }
  const count = (which: Move['move']): number => moved.filter(({ move }) => move === which).length
  return { homes: homes.length, raised: count('raise'), changed: count('change'), resolved: count('resolve') }
}

interface Looked {
  readonly moves: readonly Move[]
  readonly entries: readonly NewEntry[]
  readonly read: readonly HomeRead[]
  readonly settings: AlertSettings
}

/** What moved in these homes, and why. */
const look = async (
  tx: Tx,
  homes: readonly SubjectId[],
  decided: readonly Entry[],
  today: Temporal.PlainDate,
): Promise<Looked> => {
  const settings = settingsOn(decided, today)
  const summaries = await readHomeSummaries(tx, homes, today)
  const read = await homesFrom(tx, summaries, settings, today)
  const known = await knownAlerts(tx, homes)
  const readings = new Map(read.map(({ facts }) => [facts.home, readingOf(facts, settings)]))
  const moves = movesFor(
    [...readings.values()].flatMap(({ findings }) => findings),
    known,
    switchedOff(settings),
  )
  const causes = await causesFor(tx, moves, { summaries, read, readings, settings, decided, known, today })
  return {
    moves,
    entries: await entriesFor(tx, moves, causes, new Map(read.map((home) => [home.facts.home, home]))),
    read,
    settings,
  }
}

const writeDown = async (
  tx: Tx,
  book: RecordBook,
  { moves, entries, read, settings }: Looked,
  at: Temporal.Instant,
): Promise<void> => {
  const said: Authorship = { by: 'user:rooftree', agency: 'agency:partnership', source: 'job:alerts', at }
  await record(
    tx,
    book,
    said,
    entries,
    await entriesOfAlerts(
      tx,
      moves.filter(({ move }) => move !== 'raise').map(({ alert }) => alert),
    ),
  )
  await keepDiary(tx, read, settings, at)
}

/** Entries recorded by one statement: while the database writes these, the next are made ready. */
const atATime = 250

/** Record what moved, and make the alerts' rows from that and from what was said of them before: of an alert that is raised there is nothing else. */
const record = async (
  tx: Tx,
  book: RecordBook,
  said: Authorship,
  entries: readonly NewEntry[],
  before: readonly Entry[],
): Promise<void> => {
  const earlier = byAlert(before)
  const recording: Promise<void>[] = []
  for (let from = 0; from < entries.length; from += atATime) {
    const part = (async (): Promise<void> => {
      // As a load is taken in: a sweep expects nothing, so no form that somebody has open is told that the family moved on.
      const now = await append({ ...forALoad(book), projections: [] }, tx, said, entries.slice(from, from + atATime))
      const alerts = [...byAlert(now).keys()]
      await writeAlertRows(tx, alerts, [...alerts.flatMap((alert) => earlier.get(alert) ?? []), ...now])
    })()
    // Whoever waits for all hears of a fault; until then it is nobody's.
    part.catch(() => undefined)
    recording.push(part)
    await setImmediate()
  }
  // All are waited for before a fault is passed on: nothing may be asked of the transaction once it is undone.
  const fault = (await Promise.allSettled(recording)).find((done) => done.status === 'rejected')
  if (fault !== undefined) throw fault.reason
}

const byAlert = (entries: readonly Entry[]): Map<string, Entry[]> =>
  Map.groupBy(entries, ({ subjects }) => subjects.find(({ type }) => type === 'alert')?.id ?? '')

/** Held until the transaction ends: a home noted as due while another sweep writes its diary would be forgotten. */
export const oneAtATime = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('rooftree.alerts'))`.execute(tx)
}

export const readSettings = async (tx: Tx, on: Temporal.PlainDate): Promise<AlertSettings> =>
  settingsOn(await readDecided(tx), on)

const readDecided = async (tx: Tx): Promise<Entry[]> =>
  entriesAbout(tx, { subjects: ruleSettings.map(({ id }) => policySubject(id).id) })

const switchedOff = (settings: AlertSettings): ReadonlySet<RuleName> =>
  new Set<RuleName>([
    ...(settings.overcrowding === 'off' ? (['overcrowded-home-with-child'] as const) : []),
    ...(settings.priorityList ? [] : (['child-in-home-on-priority-list'] as const)),
  ])

const knownAlerts = async (tx: Tx, homes: readonly SubjectId[]): Promise<KnownAlert[]> => {
  const found = await sql<KnownAlert>`
    select distinct on (home_id, rule, part) alert_id as alert, home_id as home, rule, part, episode, resolved_at is not null as resolved, level, reasons, changes
    from alert where home_id = any (${[...homes]}::text[]) order by home_id, rule, part, episode desc`.execute(tx)
  return found.rows
}
