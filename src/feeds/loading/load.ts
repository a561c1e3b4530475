import { given } from '#platform/given.ts'
import { randomUUIDv7 } from 'node:crypto'
import { refoldDue } from '#record/index.ts'
import type { Limits } from '../limits.ts'
import { applyDelivery } from './apply.ts'
import type { LoadParts, Progress } from './apply.ts'
import { beginDelivery, noProblems, noteDelivery, refused } from './deliveries.ts'
import type { Delivery } from './deliveries.ts'
import { feedKinds } from './feed-kinds.ts'
import type { FeedKind } from './feed-kinds.ts'
import { stage } from './stage.ts'

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

/**
 * Load one delivery: read it into staging, settle its references, and apply it in one transaction or not at all. Killed while it is read,
 * the next run starts afresh; killed while it is applied, nothing of it is applied.
 *
 * @param begun called when the delivery has its row, before it is read
 */
export const loadDelivery = async (
  parts: LoadParts,
  ask: LoadDelivery,
  told: Progress = () => undefined,
  begun: () => void = () => undefined,
): Promise<Delivery> => {
  const { database, book } = parts
  const { format, mapping } = feedKinds[ask.kind]
  const id = ask.id ?? randomUUIDv7()
  await refoldDue(database, book)
  await database.transaction('app', async (tx) => beginDelivery(tx, { ...ask, id }))
  begun()
  const report = await stage(
    database,
    format,
    mapping,
    id,
    ask,
    ask.paths,
    { receivedAt: ask.at, ...given({ limits: ask.limits }) },
    async (tx, rows) => {
      told(rows, rows * 2)
      await noteDelivery(tx, id, { counts: { read: rows } })
    },
  )
  const read = { report, counts: { read: report.read, all: report.read } }
  if (!report.accepted) return refused(database, id, ask.at, read, noProblems)
  await database.transaction('app', async (tx) => noteDelivery(tx, id, { ...read, state: 'staged' }))
  return applyDelivery(parts, id, ask.by, ask.at, ask.goneConfirmedBy, told)
}
