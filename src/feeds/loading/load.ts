import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { namesOf } from '#access/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { Fault } from '#platform/fault.ts'
import { numberOn, policySubject } from '#policies/index.ts'
import { append, entriesAbout, forALoad, refoldDue } from '#record/index.ts'
import type { Authorship, RecordBook } from '#record/index.ts'
import type { Format } from '../format.ts'
import { housing } from '../housing/index.ts'
import type { Limits } from '../limits.ts'
import { reasons } from '../reasons.ts'
import type { Problem, Report } from '../report.ts'
import { ssd } from '../ssd/index.ts'
import { compare, takeOver, unknownReferences } from './compare.ts'
import type { Counts } from './compare.ts'
import { beginDelivery, clearStaged, deliveryById, noProblems, noteDelivery } from './deliveries.ts'
import type { AppliedProblems, Delivery } from './deliveries.ts'
import { DeliveryApplied } from './entries.ts'
import { housingMapping } from './housing/mapping.ts'
import type { Mapping, Source } from './loaded-rows.ts'
import { feedGoneShare } from './policies.ts'
import { RuleRefuses, sayTouched } from './say.ts'
import { ssdMapping } from './ssd/mapping.ts'
import { stage } from './stage.ts'

/** The kinds of delivery that can be loaded: how each is read, and what it asks of the rooms. */
export const feedKinds = { housing: { format: housing, mapping: housingMapping }, ssd: { format: ssd, mapping: ssdMapping } } as const satisfies Record<string, { format: Format; mapping: Mapping }>
export type FeedKind = keyof typeof feedKinds
export const isFeedKind = (text: string): text is FeedKind => Object.hasOwn(feedKinds, text)

export interface LoadParts {
  readonly database: Database
  readonly book: RecordBook
}

export interface LoadDelivery {
  readonly kind: FeedKind
  readonly agency: string
  readonly paths: readonly string[]
  readonly by: string
  readonly at: Temporal.Instant
  /** Given where a page must name it before it is read. */
  readonly id?: string
  /** A person looked, and says that so much is gone indeed. */
  readonly goneConfirmedBy?: string
  readonly limits?: Partial<Limits>
}

export type Progress = (done: number, all: number) => void

/**
 * Load one delivery: read it into staging, settle its references, and apply it in one transaction or not at all. Killed while it is read,
 * the next run starts afresh; killed while it is applied, nothing of it is applied.
 *
 * @param begun called when the delivery has its row, before it is read
 */
export const loadDelivery = async (parts: LoadParts, ask: LoadDelivery, told: Progress = () => undefined, begun: () => void = () => undefined): Promise<Delivery> => {
  const { database, book } = parts
  const { format, mapping } = feedKinds[ask.kind]
  const id = ask.id ?? randomUUIDv7()
  await refoldDue(database, book)
  await database.transaction('app', async (tx) => beginDelivery(tx, { ...ask, id }))
  begun()
  const report = await stage(database, format, mapping, id, ask.agency, ask.paths, { receivedAt: ask.at, ...(ask.limits === undefined ? {} : { limits: ask.limits }) }, async (rows) => {
    told(rows, rows * 2)
    await database.transaction('app', async (tx) => noteDelivery(tx, id, { counts: { read: rows } }))
  })
  const read = { report, counts: { read: report.read, all: report.read } }
  if (!report.accepted) return refused(database, id, ask.at, read, noProblems)
  await database.transaction('app', async (tx) => noteDelivery(tx, id, { ...read, state: 'staged' }))
  return applyDelivery(parts, id, ask.by, ask.at, ask.goneConfirmedBy, told)
}

/** Apply a delivery that was read and found sound. @param goneConfirmedBy who says that more is gone than goes unseen */
export const applyDelivery = async ({ database, book }: LoadParts, id: string, by: string, at: Temporal.Instant, goneConfirmedBy: string | undefined, told: Progress = () => undefined): Promise<Delivery> => {
  try {
    const problems = await database.transaction('app', async (tx) => applyIn(tx, book, id, by, at, goneConfirmedBy, told))
    if (problems.refused.length > 0) return await refused(database, id, at, {}, problems)
  } catch (error) {
    if (!(error instanceof RuleRefuses)) throw error
    return refused(database, id, at, {}, { ...noProblems, refused: error.refused.map(({ file, line, says }) => rowProblem(file, line, says)) })
  }
  await refoldDue(database, book, told)
  return standing(database, id)
}

const applyIn = async (tx: Tx, book: RecordBook, id: string, by: string, at: Temporal.Instant, goneConfirmedBy: string | undefined, told: Progress): Promise<AppliedProblems> => {
  const delivery = await deliveryById(tx, id)
  if (delivery?.report === undefined || (delivery.state !== 'staged' && delivery.state !== 'waiting-for-confirmation')) throw new Fault('feeds.overtaken', 'This delivery is not waiting to be applied: a later one was begun.')
  const { agency, report } = delivery
  // Two deliveries of one agency are two words of one speaker: the second waits for the first.
  await sql`select pg_advisory_xact_lock(7061, hashtext(${`${agency} ${delivery.kind}`}))`.execute(tx)
  const { format, mapping } = feedKinds[kindOf(delivery.kind)]
  if (await olderThanTheLast(tx, delivery, report)) {
    return { refused: [{ about: 'file', file: 'manifest.json', field: 'extracted_at', reason: 'manifest.older-than-the-last', ...reasons['manifest.older-than-the-last'] }], pointedOut: [], notTaken: [] }
  }
  const names = await namesOf(tx, [agency])
  const source: Source = { agency, agencyName: names.get(agency)?.name ?? agency, kind: delivery.kind, extractDay: dayInLondon(report.extractedAt === undefined ? delivery.at : Temporal.Instant.from(report.extractedAt)) }
  const unknown = await unknownReferences(tx, id, source, format, report)
  const pointedOut = unknown.filter((one) => one.unknown === 'flagged').map(referenceProblem)
  const broken = unknown.filter((one) => one.unknown === 'refused').map(referenceProblem)
  if (broken.length > 0) return { refused: broken, pointedOut, notTaken: [] }
  const counts = await compare(tx, id, source, report)
  if (goneConfirmedBy === undefined && (await goneIsTooMuch(tx, counts, report, at))) {
    await noteDelivery(tx, id, { state: 'waiting-for-confirmation', counts })
    return noProblems
  }
  const said: Authorship = { by, agency, source: `feed:${id}`, at }
  await takeOver(tx, id, source, mapping)
  const { entries, notTaken } = await sayTouched(book, tx, said, id, source, mapping, told)
  const fingerprint = await fingerprintOf(tx, id)
  if (counts.new + counts.changed + counts.gone > 0) await append(forALoad(book), tx, said, [appliedEntry(id, delivery, report, counts, entries, fingerprint, goneConfirmedBy)])
  await noteDelivery(tx, id, { state: 'applied', counts: { ...counts, entries }, problems: { refused: [], pointedOut, notTaken }, fingerprint, endedAt: at })
  await clearStaged(tx, id)
  return noProblems
}

const olderThanTheLast = async (tx: Tx, { agency, kind }: Delivery, { extractedAt }: Report): Promise<boolean> => {
  if (extractedAt === undefined) return false
  const later = await sql`select from feed_delivery where agency = ${agency} and kind = ${kind} and state = 'applied' and (report ->> 'extractedAt')::timestamptz > ${extractedAt}::timestamptz limit 1`.execute(tx)
  return later.rows.length > 0
}

const goneIsTooMuch = async (tx: Tx, { gone, heldBefore }: Counts, report: Report, at: Temporal.Instant): Promise<boolean> => {
  if (report.mode !== 'full' || gone === 0 || heldBefore === 0) return false
  const entries = await entriesAbout(tx, { subjects: [policySubject(feedGoneShare.id).id] })
  return gone * 100 > heldBefore * numberOn(feedGoneShare, entries, dayInLondon(at))
}

const fingerprintOf = async (tx: Tx, id: string): Promise<string> => {
  const found = await sql<{ fingerprint: string | null }>`select encode(sha256(convert_to(string_agg(tbl || ' ' || hash, ',' order by tbl, key), 'UTF8')), 'hex') as fingerprint from feed_staged where delivery = ${id} and row is not null`.execute(tx)
  return found.rows[0]?.fingerprint ?? 'nothing'
}

const appliedEntry = (id: string, { agency, kind }: Delivery, report: Report, counts: Counts, entries: number, fingerprint: string, goneConfirmedBy: string | undefined) =>
  DeliveryApplied.of({
    subjects: [{ id: `delivery:${id}`, type: 'delivery', role: 'about' }, { id: agency, type: 'agency', role: 'mentions' }],
    body: {
      feed: kind, mode: report.mode, read: report.read, new: counts.new, changed: counts.changed, same: counts.same, gone: counts.gone, entries, fingerprint,
      ...(report.extractedAt === undefined ? {} : { extractedAt: report.extractedAt }),
      ...(goneConfirmedBy === undefined ? {} : { goneConfirmedBy }),
    },
  })

const refused = async (database: Database, id: string, at: Temporal.Instant, read: Parameters<typeof noteDelivery>[2], problems: AppliedProblems): Promise<Delivery> => {
  await database.transaction('app', async (tx) => {
    await noteDelivery(tx, id, { ...read, state: 'refused', problems, endedAt: at })
    await clearStaged(tx, id)
  })
  return standing(database, id)
}

const standing = async (database: Database, id: string): Promise<Delivery> => {
  const delivery = await database.transaction('app', async (tx) => deliveryById(tx, id))
  if (delivery === undefined) throw new Fault('feeds.no-such-delivery', 'There is no such delivery.')
  return delivery
}

const kindOf = (kind: string): FeedKind => {
  if (!isFeedKind(kind)) throw new Fault('feeds.unknown-kind', `No feed of the kind ${kind} is known.`)
  return kind
}

const rowProblem = (file: string, line: number, says: string): Problem => ({ about: 'row', file, line, reason: 'row.rule-refuses', says: reasons['row.rule-refuses'].says, whatToDo: `${says} ${reasons['row.rule-refuses'].whatToDo}` })

const referenceProblem = ({ file, line, field, to }: { file: string; line: number; field: string; to: string }): Problem => {
  const { says, whatToDo } = reasons['cell.unknown-reference']
  return { about: 'cell', file, line, field, reason: 'cell.unknown-reference', says, whatToDo: `${whatToDo} It names a row of ${to}, here or in an earlier delivery.` }
}
