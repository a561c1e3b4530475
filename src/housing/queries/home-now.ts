import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { policySubject } from '#policies/index.ts'
import { entriesAbout, standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { readPeople } from '#families/index.ts'
import { SleepsHereStated } from '../entries/index.ts'
import { summaryOfHome } from '../home-summary.ts'
import type { HomeSummary, KeptHome, KeptSleeper } from '../home-summary.ts'
import { housingNumbers, housingPolicies } from '../policies.ts'
import type { KeptPerson } from '../projections/index.ts'
import { homeAbout } from '../subjects.ts'
import type { HomeId } from '../subjects.ts'
import { recordsIn, untoldIn, viewOf } from './home.ts'
import type { HomeView } from './home.ts'

/**
 * A home as it is today, all in the viewer's own transaction, for a page that is open already: figures from `housing_counted`. Of
 * an earlier state (`knownAt`) only what the viewer may read is counted.
 */
export const readHomeNow = async (
  tx: Tx,
  home: HomeId,
  on: Temporal.PlainDate,
  knownAt?: Temporal.Instant,
): Promise<HomeView> => {
  const known = knownAt === undefined ? {} : { knownAt }
  const own = await entriesAbout(tx, { subjects: [home], ...known })
  const summary = knownAt === undefined ? await summaryNow(tx, home, on) : undefined
  const named = [...new Set([...(summary?.sleeping ?? []).flatMap(({ records }) => records), ...recordsIn(own)])]
  const read = await readPeople(tx, named, { on, ...known })
  const policies = await entriesAbout(tx, { subjects: housingPolicies.map(({ id }) => policySubject(id).id), ...known })
  const view = viewOf(
    home,
    on,
    { own, read, numbers: housingNumbers(policies, on), untold: await untoldIn(tx, own), version: 0 },
    { persons: new Map(), entries: [] },
  )
  // Somebody whom this viewer may see and the common figures leave out (a sealed case they hold): then what they may read is counted.
  const whole =
    summary !== undefined &&
    view.facts.sleeping.every(({ person }) => summary.sleeping.some((one) => one.person === person))
  return !whole ? view : { ...view, facts: { ...view.facts, sleeping: summary.sleeping }, answers: summary.answers }
}

const summaryNow = async (tx: Tx, home: HomeId, on: Temporal.PlainDate): Promise<HomeSummary | undefined> => {
  const found = await sql<{
    kept: KeptHome | null
    sleepers: KeptSleeper[]
    people: (KeptPerson & { person_id: string })[]
  }>`select kept, sleepers, people from housing_counted(${home})`.execute(tx)
  const [row] = found.rows
  if (row === undefined) return undefined
  const persons = new Map(row.people.map(({ record_id: record, person_id: person }) => [record, person]))
  return summaryOfHome(
    home,
    row.kept ?? undefined,
    row.sleepers.map((one) => ({ ...one, recorded_at: Temporal.Instant.from(one.recorded_at).toString() })),
    persons,
    new Map(row.people.map((one) => [one.record_id, one])),
    on,
  )
}

/** The homes in which members of a family are said to sleep or live on a day, from entries already read. */
export const homesOf = (
  entries: readonly Entry[],
  addresses: readonly HomeId[],
  records: ReadonlySet<string>,
): HomeId[] => {
  const slept = standing(entries)
    .filter(SleepsHereStated.is)
    .filter(({ body }) => body.says === 'yes' && records.has(body.record))
    .flatMap((entry) => homeAbout(entry) ?? [])
  return [...new Set([...addresses, ...slept])]
}
