import { sql } from 'kysely'
import type { Role } from '#access/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { entriesAbout, entriesById, versionsOf } from '#record/index.ts'
import type { Entry, EntryId } from '#record/index.ts'
import { readHomeSummaries } from '#housing/index.ts'
import { readSettings } from './assess.ts'
import { alertsKinds } from './describe.ts'
import { causesOfEntry } from './entries.ts'
import type { Level, Part, RuleName } from './entries.ts'
import { alertFacts } from './facts.ts'
import type { AlertFacts, AnswerTold } from './facts.ts'
import { homesFrom } from './homes-for-rules.ts'
import type { Reason } from './reasons.ts'
import { findingsOf } from './rules/index.ts'

export interface ListedAlert {
  readonly alert: string
  readonly home: string
  readonly rule: RuleName
  readonly part: Part
  readonly level: Level
  readonly reasons: readonly Reason[]
  readonly audience: readonly Role[]
  /** As far as the viewer is told of them, in the order given. */
  readonly answers: readonly AnswerTold[]
}

/** The standing alerts that a viewer reaches and may see, in the viewer's transaction; the first raised first. */
export const alertsForViewer = async (tx: Tx): Promise<ListedAlert[]> => {
  const found = await sql<ListedAlert>`select ${listed} from alerts_for_viewer()`.execute(tx)
  return found.rows
}

/** Those of some alerts that stand and that a viewer may see, in the viewer's transaction; the first raised first. */
export const alertsSeen = async (tx: Tx, alerts: readonly string[]): Promise<ListedAlert[]> => {
  if (alerts.length === 0) return []
  const found =
    await sql<ListedAlert>`select ${listed} from alerts_seen(${[...alerts]}::text[]) where resolved_at is null`.execute(
      tx,
    )
  return found.rows
}

const listed = sql.raw('alert_id as alert, home_id as home, rule, part, level, reasons, audience, answers')

export interface AlertView {
  readonly facts: AlertFacts
  readonly entries: readonly Entry[]
  /** What it rests on, as far as the viewer may see it. */
  readonly restsOn: readonly Entry[]
  readonly answers: readonly AnswerTold[]
  /** The facts by which it moved, as far as the viewer may see them. */
  readonly causes: readonly Entry[]
  readonly version: number
}

/** One alert as far as the viewer may see it, in the viewer's transaction. */
export const readAlert = async (tx: Tx, alert: string): Promise<AlertView | undefined> => {
  const entries = await entriesAbout(tx, { subjects: [alert], kinds: alertsKinds.map(({ kind }) => kind) })
  const facts = alertFacts(alert, entries)
  if (facts === undefined) return undefined
  const rests = new Set<EntryId>(facts.restsOn)
  const about =
    rests.size === 0
      ? []
      : await entriesAbout(tx, {
          subjects: facts.latest.subjects
            .filter(({ type }) => type === 'home' || type === 'record')
            .map(({ id }) => id),
        })
  const told = await sql<{ answers: AnswerTold[] }>`select answers from alerts_seen(${[alert]}::text[])`.execute(tx)
  const causes = entries.flatMap(causesOfEntry).flatMap((one) => (one.by === 'facts' ? one.entries : []))
  const moved = causes.length === 0 ? [] : [...(await entriesById(tx, causes)).values()]
  return {
    facts,
    entries,
    causes: moved,
    answers: told.rows[0]?.answers ?? [],
    restsOn: about.filter(({ id }) => rests.has(id)),
    version: (await versionsOf(tx, [alert])).get(alert) ?? 0,
  }
}

/** How many alerts of one rule and level there are, and what became of them. No names, no homes. */
export interface LoadRow {
  readonly rule: RuleName
  readonly part: Part
  readonly level: Level
  readonly raised: number
  readonly standing: number
  readonly waiting: number
  readonly acted: number
  readonly referred: number
  readonly notNow: number
  readonly notRight: number
  readonly unanswered: number
  readonly days: number | null
}

/** In an `app` transaction, for whoever decides the settings. */
export const alertLoad = async (tx: Tx, today: Temporal.PlainDate): Promise<LoadRow[]> => {
  const found = await sql<LoadRow>`
    select rule, part, level, count(*) as raised, count(*) filter (where resolved_at is null) as standing,
      count(*) filter (where resolved_at is null and cardinality(audience) > 0 and (answer is null or answer = 'not-now' and review_on <= ${today.toString()}::date)) as waiting,
      count(*) filter (where answer = 'acted') as acted, count(*) filter (where referred) as referred, count(*) filter (where answer = 'not-now') as "notNow",
      count(*) filter (where not_right > 0) as "notRight", count(*) filter (where resolved_at is not null and answers = 0) as unanswered,
      (percentile_cont(0.5) within group (order by extract(epoch from first_answered_at - raised_at) / 86400))::double precision as days
    from alert group by rule, part, level order by rule, part, level`.execute(tx)
  return found.rows
}

export interface WouldRaise {
  readonly homes: number
  readonly of: number
  readonly choices: readonly { readonly choice: string; readonly levels: ReadonlyMap<Level, number> }[]
}

/** How many homes would raise which level today under each choice. Counts only; of a large borough, of an even sample of its homes. */
export const wouldRaise = async (
  database: Database,
  choices: readonly string[],
  today: Temporal.PlainDate,
  most = 1500,
): Promise<WouldRaise> =>
  database.transaction('app', async (tx) => {
    const homes = await sql<{
      home_id: string
    }>`select home_id from (select home_id from housing_home union select home_id from housing_sleeper) h order by hashtext(home_id), home_id`.execute(
      tx,
    )
    const sample = homes.rows.slice(0, most).map((row) => row.home_id)
    const settings = await readSettings(tx, today)
    const summaries = await readHomeSummaries(tx, sample, today)
    const counted = []
    for (const choice of choices) {
      const tried = { ...settings, overcrowding: choice, priorityList: false }
      const levels = new Map<Level, number>()
      for (const { facts } of await homesFrom(tx, summaries, tried, today))
        for (const level of new Set(findingsOf(facts, tried).map((finding) => finding.level)))
          levels.set(level, (levels.get(level) ?? 0) + 1)
      counted.push({ choice, levels })
    }
    return { homes: sample.length, of: homes.rows.length, choices: counted }
  })
