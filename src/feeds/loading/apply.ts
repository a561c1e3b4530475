import { given } from '#platform/given.ts'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { namesOf } from '#access/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { Fault } from '#platform/fault.ts'
import { numberOn, policySubject } from '#policies/index.ts'
import {
  append,
  beginLoad,
  entriesAbout,
  forALoad,
  hasMoved,
  analyzeTables,
  manyEntries,
  recordLoad,
  refoldDue,
  seeOneMoment,
} from '#record/index.ts'
import type { Authorship, RecordBook } from '#record/index.ts'
import { feedKinds, isFeedKind } from './feed-kinds.ts'
import type { FeedKind } from './feed-kinds.ts'
import { reasons } from '../reasons.ts'
import type { Format } from '../format.ts'
import type { Problem, Report } from '../report.ts'
import { compare, noteTouched, takeOver, unknownReferences } from './compare.ts'
import type { Counts } from './compare.ts'
import {
  clearApplied,
  deliveryById,
  forgetPrepared,
  loadsOf,
  noProblems,
  noteDelivery,
  refused,
  standing,
} from './deliveries.ts'
import type { AppliedProblems, Delivery } from './deliveries.ts'
import { DeliveryApplied } from './entries.ts'
import type { NotTakenCount, Source } from './loaded-rows.ts'
import { unhurriedly } from './pace.ts'
import type { Pace, Within } from './pace.ts'
import { feedGoneRows, feedGoneRowsGuarded, feedGoneShare, feedsPolicies } from './policies.ts'
import { thinnedTables } from './thinned.ts'
import type { Thinned } from './thinned.ts'
import { rememberSaid, RuleRefuses, sayHidings, sayTouched } from './record-delivery.ts'

export interface LoadParts {
  readonly database: Database
  readonly book: RecordBook
}

export type Progress = (done: number, all: number) => void

/** Who applies it and when. @param goneConfirmedBy who says that more is gone than goes unseen */
interface Applying {
  readonly id: string
  readonly by: string
  readonly at: Temporal.Instant
  readonly goneConfirmedBy: string | undefined
}

/** Apply a delivery that was read and found sound. @param goneConfirmedBy who says that more is gone than goes unseen */
export const applyDelivery = async (
  { database, book }: LoadParts,
  id: string,
  by: string,
  at: Temporal.Instant,
  goneConfirmedBy: string | undefined,
  told: Progress = () => undefined,
): Promise<Delivery> => {
  const applying: Applying = { id, by, at, goneConfirmedBy }
  const each: Within = async (work) => database.transaction('app', work)
  const pace = unhurriedly(database)
  const atOneMoment: Within = async (work) =>
    pace.write(async (tx) => {
      await seeOneMoment(tx)
      return work(tx)
    })
  const inPages = async (): Promise<AppliedProblems | undefined> =>
    decideAndRecord(book, { ...pace, decide: atOneMoment, ahead: true }, each, applying, told)
  const atOnce = async (): Promise<AppliedProblems | undefined> =>
    each(async (tx) => {
      const here: Within = async (work) => work(tx)
      return decideAndRecord(book, { ...pace, decide: here, write: here, ahead: false }, here, applying, told, true)
    })
  try {
    // Forms go on while it is decided. Whoever recorded something about one of its subjects meanwhile is heard: it is decided anew, and
    // after two attempts in one transaction, as a form is.
    const problems = (await inPages()) ?? (await inPages()) ?? (await atOnce()) ?? noProblems
    if (problems.refused.length > 0) return await refused(database, id, at, {}, problems)
    // After the commit, so that the last transaction is no longer than it must be. Cut off here, the next delivery clears it away.
    await pace.write(async (tx) => clearApplied(tx, id))
    // The next delivery is held against these rows batch by batch: without their statistics, each batch against all of them. Of the columns that are looked for.
    await pace.write(async (tx) =>
      sql`analyze feed_row (agency, kind, tbl, key, unit_type, unit, gone), feed_said (agency, kind, unit_type, unit, slot)`.execute(
        tx,
      ),
    )
  } catch (error) {
    if (!(error instanceof RuleRefuses)) {
      await each(async (tx) => forgetPrepared(tx, id))
      throw error
    }
    return refused(
      database,
      id,
      at,
      {},
      { ...noProblems, refused: error.refused.map(({ file, line, says }) => rowProblem(file, line, says)) },
    )
  }
  await refoldDue(database, book, told)
  const applied = await standing(database, id)
  if (applied.counts.entries >= manyEntries) await analyzeTables(database)
  return applied
}

/** @returns nothing where somebody else's statement came between */
const decideAndRecord = async (
  book: RecordBook,
  pace: Pace,
  within: Within,
  applying: Applying,
  told: Progress,
  whateverMoved = false,
): Promise<AppliedProblems | undefined> => {
  const compared = await compareWithLast(pace.write, applying)
  if ('refused' in compared) return compared
  const { source } = compared
  const said: Authorship = { by: applying.by, agency: source.agency, source: `feed:${applying.id}`, at: applying.at }
  const spoken = await sayTouched(book, pace, said, source, feedKinds[kindOf(source.kind)].mapping, told)
  return within(async (tx) => {
    await theOnlyOne(tx, applying.id, source)
    if (!whateverMoved && (await hasMoved(tx, beginLoad(source.load)))) return undefined
    await takeOver(tx, source)
    const recorded = await recordLoad(tx, beginLoad(source.load))
    // Somebody else began to apply the same delivery, and cleared away what was prepared here.
    if (recorded !== spoken.entries) throw overtaken()
    const entries = recorded + (await sayHidings(book, tx, said, source, spoken.hidings))
    await rememberSaid(tx, source)
    const { counts, delivery, report, fingerprint, pointedOut, notPlaced } = compared
    // Somebody enrolled since may have been named all along: then entries come of a delivery without a new row.
    if (counts.new + counts.changed + counts.gone + entries > 0)
      await append(forALoad(book), tx, said, [
        appliedEntry(delivery, report, counts, entries, fingerprint, applying.goneConfirmedBy),
      ])
    await noteDelivery(tx, applying.id, {
      state: 'applied',
      counts: { ...counts, entries },
      problems: { refused: [], pointedOut, notTaken: [...spoken.notTaken, ...notPlaced] },
      fingerprint,
      endedAt: applying.at,
    })
    return noProblems
  })
}

interface Compared {
  readonly source: Source
  readonly delivery: Delivery
  readonly report: Report
  readonly counts: Counts
  readonly pointedOut: readonly Problem[]
  readonly notPlaced: readonly NotTakenCount[]
  readonly fingerprint: string
}

/** Hold it against what the agency last said, step by step. What is wrong with it, or where a person must look first, is handed back. */
const compareWithLast = async (write: Within, applying: Applying): Promise<Compared | AppliedProblems> => {
  const begun = await write(async (tx) => beginCompare(tx, applying))
  if ('refused' in begun) return begun
  const { delivery, report, source } = begun
  const { id, at, goneConfirmedBy } = applying
  const { format, mapping } = feedKinds[kindOf(source.kind)]
  const unknown = await write(async (tx) => unknownReferences(tx, id, source, format, report))
  const pointedOut = unknown.filter((one) => one.unknown === 'flagged').map(referenceProblem)
  const broken = unknown.filter((one) => one.unknown === 'refused').map(referenceProblem)
  if (broken.length > 0) return { refused: broken, pointedOut, notTaken: [] }
  const counts = await compare(write, source, report)
  const missed =
    goneConfirmedBy === undefined
      ? await write(async (tx) => tooMuchGone(tx, source, counts, report, format, at))
      : undefined
  if (missed !== undefined) {
    await write(async (tx) => {
      await theOnlyOne(tx, id, source)
      await noteDelivery(tx, id, { state: 'waiting-for-confirmation', counts: { ...counts, thinned: missed } })
    })
    return noProblems
  }
  await noteTouched(write, source, mapping)
  const notPlaced = await write(async (tx) => mapping.notPlaced(tx, source))
  return {
    source,
    delivery,
    report,
    counts,
    pointedOut,
    notPlaced,
    fingerprint: await write(async (tx) => fingerprintOf(tx, id)),
  }
}

const beginCompare = async (
  tx: Tx,
  { id }: Applying,
): Promise<Pick<Compared, 'delivery' | 'report' | 'source'> | AppliedProblems> => {
  const delivery = await deliveryById(tx, id)
  if (delivery?.report === undefined || !waiting.has(delivery.state)) throw overtaken()
  const { agency, report, kind } = delivery
  await forgetPrepared(tx, id)
  if (await olderThanTheLast(tx, delivery, report)) {
    return {
      refused: [
        {
          about: 'file',
          file: 'manifest.json',
          field: 'extracted_at',
          reason: 'manifest.older-than-the-last',
          ...reasons['manifest.older-than-the-last'],
        },
      ],
      pointedOut: [],
      notTaken: [],
    }
  }
  const names = await namesOf(tx, [agency])
  const extractDay = dayInLondon(
    report.extractedAt === undefined ? delivery.at : Temporal.Instant.from(report.extractedAt),
  )
  return {
    delivery,
    report,
    source: {
      agency,
      agencyName: names.get(agency)?.name ?? agency,
      kind,
      extractDay,
      delivery: id,
      load: `${loadsOf(id)}${randomUUID()}`,
    },
  }
}

const waiting: ReadonlySet<string> = new Set(['staged', 'waiting-for-confirmation'])
const overtaken = (): Fault =>
  new Fault('feeds.overtaken', 'This delivery is not waiting to be applied: a later one was begun.')

/** Two deliveries of one agency are two words of one speaker: the second waits for the first; and what was overtaken while it was decided is not applied. */
const theOnlyOne = async (tx: Tx, id: string, { agency, kind }: Source): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7061, hashtext(${`${agency} ${kind}`}))`.execute(tx)
  const found = await sql<{ state: string }>`select state from feed_delivery where id = ${id} for update`.execute(tx)
  if (!waiting.has(found.rows[0]?.state ?? '')) throw overtaken()
}

const olderThanTheLast = async (tx: Tx, { agency, kind }: Delivery, { extractedAt }: Report): Promise<boolean> => {
  if (extractedAt === undefined) return false
  const later =
    await sql`select from feed_delivery where agency = ${agency} and kind = ${kind} and state = 'applied' and (report ->> 'extractedAt')::timestamptz > ${extractedAt}::timestamptz limit 1`.execute(
      tx,
    )
  return later.rows.length > 0
}

/** The tables of which too much is gone; none of them where that is so of the delivery as a whole alone; nothing where all may go on. */
const tooMuchGone = async (
  tx: Tx,
  source: Source,
  { gone, heldBefore }: Counts,
  report: Report,
  format: Format,
  at: Temporal.Instant,
): Promise<readonly Thinned[] | undefined> => {
  if (report.mode !== 'full' || gone === 0 || heldBefore === 0) return undefined
  const entries = await entriesAbout(tx, { subjects: feedsPolicies.map(({ id }) => policySubject(id).id) })
  const [share = 0, rows = 0, rowsGuarded = 0] = [feedGoneShare, feedGoneRows, feedGoneRowsGuarded].map((policy) =>
    numberOn(policy, entries, dayInLondon(at)),
  )
  const thinned = await thinnedTables(tx, source, report, format, { share, rows, rowsGuarded })
  return thinned.length > 0 || gone * 100 > heldBefore * share ? thinned : undefined
}

const fingerprintOf = async (tx: Tx, id: string): Promise<string> => {
  const found = await sql<{
    fingerprint: string | null
  }>`select encode(sha256(convert_to(string_agg(tbl || ' ' || hash, ',' order by tbl, key), 'UTF8')), 'hex') as fingerprint from feed_staged where delivery = ${id} and row is not null`.execute(
    tx,
  )
  return found.rows[0]?.fingerprint ?? 'nothing'
}

const appliedEntry = (
  { id, agency, kind }: Delivery,
  report: Report,
  counts: Counts,
  entries: number,
  fingerprint: string,
  goneConfirmedBy: string | undefined,
) =>
  DeliveryApplied.of({
    subjects: [
      { id: `delivery:${id}`, type: 'delivery', role: 'about' },
      { id: agency, type: 'agency', role: 'mentions' },
    ],
    body: {
      feed: kind,
      mode: report.mode,
      read: report.read,
      new: counts.new,
      changed: counts.changed,
      same: counts.same,
      gone: counts.gone,
      entries,
      fingerprint,
      ...given({ extractedAt: report.extractedAt, goneConfirmedBy }),
    },
  })

const kindOf = (kind: string): FeedKind => {
  if (!isFeedKind(kind)) throw new Fault('feeds.unknown-kind', `No feed of the kind ${kind} is known.`)
  return kind
}

const rowProblem = (file: string, line: number, says: string): Problem => ({
  about: 'row',
  file,
  line,
  reason: 'row.rule-refuses',
  says: reasons['row.rule-refuses'].says,
  whatToDo: `${says} ${reasons['row.rule-refuses'].whatToDo}`,
})

const referenceProblem = ({
  file,
  line,
  field,
  to,
}: {
  file: string
  line: number
  field: string
  to: string
}): Problem => {
  const { says, whatToDo } = reasons['cell.unknown-reference']
  return {
    about: 'cell',
    file,
    line,
    field,
    reason: 'cell.unknown-reference',
    says,
    whatToDo: `${whatToDo} It names a row of ${to}, here or in an earlier delivery.`,
  }
}
