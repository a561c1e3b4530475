import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { feedKinds } from './feed-kinds.ts'
import type { FeedKind } from './feed-kinds.ts'

export interface Sender {
  readonly id: string
  readonly name: string
}

/** The agencies that may send deliveries of one of these kinds, by name. */
export const sendersOf = async (tx: Tx, kinds: readonly FeedKind[]): Promise<readonly Sender[]> => {
  const of = kinds.flatMap((kind): readonly string[] => feedKinds[kind].format.senders)
  return (await sql<Sender>`select id, name from agency where kind = any (${of}::text[]) order by name, id`.execute(tx))
    .rows
}

/** Who may send it, for whoever named an agency that may not. */
export const whoMaySend = (kind: FeedKind): string =>
  `This kind of delivery is sent by ${feedKinds[kind].format.sentBy}`
