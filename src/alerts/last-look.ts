import { sql } from 'kysely'
import type { HomeSummary } from '#housing/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Entry, SubjectId } from '#record/index.ts'
import type { Cause } from './causes.ts'
import { homesFrom, planKinds } from './homes-for-rules.ts'
import type { HomeRead } from './homes-for-rules.ts'
import type { KnownAlert, Move } from './moves.ts'
import { settingsBy } from './policies.ts'
import type { AlertSettings } from './policies.ts'
import { nextLookOn } from './rules/index.ts'
import { causesOf, readingOf } from './why.ts'
import type { Reading, Which } from './why.ts'

/** What a sweep has in hand when it asks why something moved. */
interface Sweep {
  readonly summaries: readonly HomeSummary[]
  readonly read: readonly HomeRead[]
  /** What the rules say of each of them today. */
  readonly readings: ReadonlyMap<SubjectId, Reading>
  readonly settings: AlertSettings
  /** Everything decided about the settings. */
  readonly decided: readonly Entry[]
  readonly known: readonly KnownAlert[]
  readonly today: Temporal.PlainDate
}

interface LastLook {
  readonly home: SubjectId
  readonly at: string
  readonly decisions: readonly string[]
  readonly countsOn: string | null
  readonly nextOn: string
}

/** Why each of these moved since its home was last looked at, by alert. Nothing of homes nobody had looked at. */
export const causesFor = async (
  tx: Tx,
  moves: readonly Move[],
  sweep: Sweep,
): Promise<Map<string, readonly Cause[]>> => {
  const looks = await lastLooks(tx, [...new Set(moves.map(homeOf))])
  const read = new Map(sweep.read.map((home) => [home.facts.home, home]))
  const then = await readAsThen(tx, looks, sweep)
  const lastOf = new Map(sweep.known.map((alert) => [keyOf(alert.home, alert), alert]))
  const byId = new Map(sweep.known.map((alert) => [alert.alert, alert]))
  const why = moves.flatMap((move) => {
    const home = homeOf(move)
    const now = sweep.readings.get(home)
    const [look, here, before] = [looks.get(home), read.get(home), then.get(home) ?? now]
    const which = move.move === 'resolve' ? byId.get(move.alert) : move.finding
    if (look === undefined || here === undefined || now === undefined || before === undefined || which === undefined)
      return []
    const lookedOn = dayInLondon(Temporal.Instant.from(look.at))
    return [
      { move, look, here, lookedOn, causes: causesOf(which, lastOf.get(keyOf(home, which)), now, before, lookedOn) },
    ]
  })
  const recorded = await recordedSince(
    tx,
    why.filter(({ causes }) => causes.some(({ by }) => by === 'facts')),
  )
  return new Map(
    why.flatMap(({ move, look, lookedOn, causes }) => {
      const told = causes.flatMap((one): Cause[] =>
        one.by === 'facts' ? [factsOr(move, look, lookedOn, sweep.today, recorded)] : [one],
      )
      return told.length === 0 ? [] : [[move.alert, told]]
    }),
  )
}

export const homeOf = (move: Move): SubjectId => (move.move === 'resolve' ? move.home : move.finding.home)
const keyOf = (home: SubjectId, { rule, part }: Which): string => `${rule} ${part} ${home}`

/** Bedrooms are counted anew on a day that the standard looks at: where nothing was recorded and that day came, it was the day. */
const factsOr = (
  move: Move,
  look: LastLook,
  lookedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  recorded: ReadonlyMap<SubjectId, readonly Recorded[]>,
): Cause => {
  const all = recorded.get(homeOf(move)) ?? []
  if (
    all.length === 0 &&
    look.countsOn !== null &&
    look.countsOn > lookedOn.toString() &&
    look.countsOn <= today.toString()
  )
    return { by: 'day', what: 'birthday', on: look.countsOn }
  // Nothing was recorded, and the day came on which an answer grows too old to go by.
  if (all.length === 0 && look.nextOn > lookedOn.toString() && look.nextOn <= today.toString())
    return { by: 'day', what: 'facts-old', on: look.nextOn }
  const rests = new Set(move.move === 'resolve' ? [] : move.finding.restsOn)
  const resting = all.filter(({ id }) => rests.has(id))
  const named = resting.length > 0 ? resting : all.filter(({ kind }) => ruleKinds.has(kind))
  return { by: 'facts', entries: [...new Set(named.map(({ id }) => id))].toSorted().slice(0, 20) }
}

/** Kinds that rules of homes read, and that may be named where none of those recorded is one that an alert rests on still. */
const ruleKinds: ReadonlySet<string> = new Set([
  'SleepsHereStated',
  'AddressStated',
  'BirthStated',
  'SexStated',
  'DeathStated',
  'RelationshipStated',
  'RoomsStated',
  'HomeDescribed',
  'ConditionStated',
  'PlacementStated',
  'RegisterApplicationStated',
  'PregnancyStated',
  'PregnancyEnded',
  'SleepingArrangementStated',
  'GestationAtBirthStated',
  'BirthWeightStated',
  'SmokingNearBabyStated',
  'BabyIllnessStated',
  ...planKinds,
])

const lastLooks = async (tx: Tx, homes: readonly SubjectId[]): Promise<Map<SubjectId, LastLook>> => {
  const found =
    await sql<LastLook>`select home_id as home, looked_at as at, decisions, counts_on as "countsOn", on_day as "nextOn" from alert_look where home_id = any (${[...homes]}::text[]) and looked_at is not null`.execute(
      tx,
    )
  return new Map(found.rows.map((look) => [look.home, look]))
}

/** Today's facts of these homes under the settings of their last look: of those only that were looked at under other settings than today's. */
const readAsThen = async (
  tx: Tx,
  looks: ReadonlyMap<SubjectId, LastLook>,
  { summaries, settings, decided, today }: Sweep,
): Promise<Map<SubjectId, Reading>> => {
  const under = Map.groupBy(looks.values(), ({ decisions }) => decisions.toSorted().join(' '))
  under.delete(decisionsIn(settings).toSorted().join(' '))
  const all = new Map<SubjectId, Reading>()
  for (const [decisions, of] of under) {
    const then = settingsBy(decided, new Set(decisions.split(' ')), today)
    const homes = new Set(of.map(({ home }) => home))
    for (const { facts } of await homesFrom(
      tx,
      summaries.filter(({ home }) => homes.has(home)),
      then,
      today,
    ))
      all.set(facts.home, readingOf(facts, then))
  }
  return all
}

const decisionsIn = ({ held }: AlertSettings): string[] =>
  held.flatMap(({ version }) => (version === 'first-value' ? [] : [version]))

interface Recorded {
  readonly id: string
  readonly kind: string
}

/** What was recorded of each home and of whoever sleeps there since it was last looked at. */
const recordedSince = async (
  tx: Tx,
  of: readonly { readonly look: LastLook; readonly here: HomeRead }[],
): Promise<Map<SubjectId, Recorded[]>> => {
  if (of.length === 0) return new Map()
  const asked = of.map(({ look, here }) => ({ home: look.home, at: look.at, subjects: [look.home, ...here.records] }))
  const found = await sql<Recorded & { home: string }>`
    select distinct r.home, e.id, e.kind from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r (home text, at timestamptz, subjects jsonb)
    cross join jsonb_array_elements_text(r.subjects) as s (id) join entry_subject u on u.subject_id = s.id join entry e on e.id = u.entry_id
    where e.recorded_at > r.at and e.topic not in ('alert', 'contact')`.execute(tx)
  return Map.groupBy(found.rows, ({ home }) => home)
}

/** Write down that these homes were looked at, under which decisions, and when each is to be looked at again. */
export const keepDiary = async (
  tx: Tx,
  read: readonly HomeRead[],
  settings: AlertSettings,
  at: Temporal.Instant,
): Promise<void> => {
  const rows = read.map(({ facts }) => ({
    home_id: facts.home,
    on_day: nextLookOn(facts, settings)?.toString() ?? 'infinity',
    counts_on: facts.countsChangeOn?.toString() ?? null,
  }))
  await sql`insert into alert_look (home_id, on_day, looked_at, decisions, counts_on)
    select home_id, on_day, ${at.toString()}::timestamptz, ${decisionsIn(settings)}::uuid[], counts_on from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (home_id text, on_day date, counts_on date)
    on conflict (home_id) do update set on_day = excluded.on_day, looked_at = excluded.looked_at, decisions = excluded.decisions, counts_on = excluded.counts_on`.execute(
    tx,
  )
}
