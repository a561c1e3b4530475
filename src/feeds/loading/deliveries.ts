import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import { forgetLoads } from '#record/index.ts'
import type { Problem, Report } from '../report.ts'
import type { NotTakenCount } from './loaded-rows.ts'
import type { Thinned } from './thinned.ts'
import './tables.ts'

/**
 * `staging`: being read; `staged`: read, sound and being applied; `waiting-for-confirmation`: more is gone than may go unseen; `applied`;
 * `refused`: wrong, nothing of it was applied; `broken-off`: its server was stopped before it was applied, or a later delivery came first.
 */
const deliveryStates = ['staging', 'staged', 'waiting-for-confirmation', 'applied', 'refused', 'broken-off'] as const
type DeliveryState = (typeof deliveryStates)[number]

interface DeliveryCounts {
  readonly read: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly gone: number
  readonly heldBefore: number
  /** Of which tables too much is gone, where a person must look or had to. */
  readonly thinned?: readonly Thinned[]
  readonly entries: number
  /** While it runs: how far it has come. */
  readonly done: number
  readonly all: number
}
const noCounts: DeliveryCounts = {
  read: 0,
  new: 0,
  changed: 0,
  same: 0,
  gone: 0,
  heldBefore: 0,
  entries: 0,
  done: 0,
  all: 0,
}

/** What is wrong or pointed out beyond what reading found: rows that do not exist, rules of the rooms, what no room takes. */
export interface AppliedProblems {
  readonly refused: readonly Problem[]
  readonly pointedOut: readonly Problem[]
  readonly notTaken: readonly NotTakenCount[]
}
export const noProblems: AppliedProblems = { refused: [], pointedOut: [], notTaken: [] }

export interface Delivery {
  readonly id: string
  readonly agency: string
  readonly kind: string
  readonly mode: Report['mode']
  readonly state: DeliveryState
  readonly counts: DeliveryCounts
  /** Absent until it was read to its end. */
  readonly report: Report | undefined
  readonly problems: AppliedProblems
  readonly by: string
  readonly at: Temporal.Instant
  readonly endedAt: Temporal.Instant | undefined
}

interface DeliveryRow {
  id: string
  agency: string
  kind: string
  mode: Report['mode']
  state: DeliveryState
  counts: DeliveryCounts
  report: Report | null
  problems: AppliedProblems
  by_user: string
  at: string
  ended_at: string | null
}

const columns = sql.raw('id, agency, kind, mode, state, counts, report, problems, by_user, at, ended_at')
const deliveryFrom = ({ by_user, at, ended_at, report, ...row }: DeliveryRow): Delivery => ({
  ...row,
  report: report ?? undefined,
  by: by_user,
  at: Temporal.Instant.from(at),
  endedAt: ended_at === null ? undefined : Temporal.Instant.from(ended_at),
})

export const deliveryById = async (tx: Tx, id: string): Promise<Delivery | undefined> => {
  if (!/^[0-9a-f-]{36}$/u.test(id)) return undefined
  const found = await sql<DeliveryRow>`select ${columns} from feed_delivery where id = ${id}`.execute(tx)
  return found.rows[0] === undefined ? undefined : deliveryFrom(found.rows[0])
}

/** The latest first. */
export const deliveriesLately = async (tx: Tx, howMany = 100): Promise<Delivery[]> =>
  (
    await sql<DeliveryRow>`select ${columns} from feed_delivery order by at desc, id desc limit ${howMany}`.execute(tx)
  ).rows.map(deliveryFrom)

/**
 * A delivery that waits for a confirmation goes on: under way before the reply goes out, so that the page that follows does not ask again, and
 * a second press finds nothing that waits.
 */
export const takeUp = async (tx: Tx, id: string): Promise<boolean> => {
  const taken =
    await sql`update feed_delivery set state = 'staged' where id::text = ${id} and state = 'waiting-for-confirmation' returning id`.execute(
      tx,
    )
  return taken.rows.length > 0
}

export const beginDelivery = async (
  tx: Tx,
  delivery: {
    readonly id: string
    readonly agency: string
    readonly kind: string
    readonly by: string
    readonly at: Temporal.Instant
  },
): Promise<void> => {
  // What was left of an earlier run, or waits for a confirmation, is overtaken: this delivery is the agency's later word.
  await sql`update feed_delivery set state = 'broken-off', ended_at = ${delivery.at.toString()}
    where agency = ${delivery.agency} and kind = ${delivery.kind} and state in ('staging', 'staged', 'waiting-for-confirmation')`.execute(
    tx,
  )
  const over = await sql<{
    id: string
  }>`select id from feed_delivery d where agency = ${delivery.agency} and kind = ${delivery.kind}
    and exists (select from feed_staged s where s.delivery = d.id)`.execute(tx)
  for (const { id } of over.rows) await clearStaged(tx, id)
  await sql`insert into feed_delivery (id, agency, kind, mode, state, counts, report, problems, files_hash, by_user, at)
    values (${delivery.id}, ${delivery.agency}, ${delivery.kind}, 'unsaid', 'staging', ${JSON.stringify(noCounts)}::jsonb, null, ${JSON.stringify(noProblems)}::jsonb, '', ${delivery.by}, ${delivery.at.toString()})`.execute(
    tx,
  )
}

/** What was staged and prepared is of no use once it is applied, refused or broken off; and of what was not applied nothing is said to have changed. */
const clearStaged = async (tx: Tx, id: string): Promise<void> => {
  await forgetPrepared(tx, id)
  await sql`delete from feed_staged where delivery = ${id}`.execute(tx)
  await sql`delete from feed_touched where delivery = ${id}`.execute(tx)
}

export const noteDelivery = async (
  tx: Tx,
  id: string,
  change: {
    readonly state?: DeliveryState
    readonly counts?: Partial<DeliveryCounts>
    readonly report?: Report
    readonly problems?: AppliedProblems
    readonly fingerprint?: string
    readonly endedAt?: Temporal.Instant
  },
): Promise<void> => {
  await sql`update feed_delivery set state = coalesce(${change.state ?? null}, state), counts = counts || ${JSON.stringify(change.counts ?? {})}::jsonb,
    report = coalesce(${change.report === undefined ? null : JSON.stringify(change.report)}::jsonb, report), mode = coalesce(${change.report?.mode ?? null}, mode),
    problems = coalesce(${change.problems === undefined ? null : JSON.stringify(change.problems)}::jsonb, problems), files_hash = coalesce(${change.fingerprint ?? null}, files_hash),
    ended_at = coalesce(${change.endedAt?.toString() ?? null}::timestamptz, ended_at) where id = ${id}`.execute(tx)
}

export const clearApplied = async (tx: Tx, id: string): Promise<void> => {
  const found = await sql`select from feed_delivery where id = ${id} and state = 'applied'`.execute(tx)
  if (found.rows.length > 0) await clearStaged(tx, id)
}

export const loadsOf = (id: string): string => `feed:${id}:`

export const forgetPrepared = async (tx: Tx, id: string): Promise<void> => {
  await forgetLoads(tx, loadsOf(id))
  await sql`delete from feed_said_next where starts_with(load, ${loadsOf(id)})`.execute(tx)
  await sql`delete from feed_changed where delivery = ${id} and not exists (select from feed_delivery d where d.id = feed_changed.delivery and d.state = 'applied')`.execute(
    tx,
  )
}

export const refused = async (
  database: Database,
  id: string,
  at: Temporal.Instant,
  read: Parameters<typeof noteDelivery>[2],
  problems: AppliedProblems,
): Promise<Delivery> => {
  await database.transaction('app', async (tx) => {
    await noteDelivery(tx, id, { ...read, state: 'refused', problems, endedAt: at })
    await clearStaged(tx, id)
  })
  return standing(database, id)
}

export const standing = async (database: Database, id: string): Promise<Delivery> => {
  const delivery = await database.transaction('app', async (tx) => deliveryById(tx, id))
  if (delivery === undefined) throw new Fault('feeds.no-such-delivery', 'There is no such delivery.')
  return delivery
}
