import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { append, refold } from './append.ts'
import type { RecordBook } from './append.ts'
import type { Authorship, Entry, EntryId, Subject } from './entry.ts'
import { entryKind } from './kinds.ts'
import { asEntry, entryFrom } from './rows.ts'

/** At the end of a retention period or by order: whose bodies were removed, by what authority. Who and when is the envelope's. */
export const EntriesDisposed = entryKind({
  kind: 'EntriesDisposed',
  topic: 'reference',
  retention: 'reference',
  body: z.strictObject({
    entries: z.array(z.uuid()),
    authority: z.string().min(1),
    retentionClass: z.string(),
    why: z.string().exactOptional(),
    decidedBy: z.string().exactOptional(),
  }),
})

/**
 * Remove the bodies and salts of entries for good. The envelopes stay, so that the chain still holds and `verify` says
 * "disposed", not "broken"; without its salt a body cannot be guessed from its hash. What rooms keep beside the record of the same
 * words goes in the same transaction.
 *
 * @returns how many bodies were removed; what was disposed of before is left out
 */
export const dispose = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  order: {
    readonly entries: readonly EntryId[]
    readonly authority: string
    readonly retentionClass: string
    readonly why?: string
    readonly decidedBy?: string
  },
): Promise<number> => {
  const found = await sql<{ entry: string }>`
    select ${asEntry(sql`false`)} from entry e join entry_body b on b.entry_id = e.id left join seal s on s.entry_id = e.id
    where e.id = any (${[...order.entries]}::uuid[]) and e.kind <> 'EntriesDisposed'`.execute(tx)
  const entries = found.rows.map(entryFrom)
  if (entries.length === 0) return 0
  const ids = entries.map(({ id }) => id)
  const [disposal] = await append(book, tx, said, [
    EntriesDisposed.of({ subjects: mentionsOf(entries), body: { ...order, entries: ids } }),
  ])
  await sql`insert into disposal select id, ${disposal?.id}::uuid from unnest(${ids}::uuid[]) as id`.execute(tx)
  await sql`delete from entry_body where entry_id = any (${ids}::uuid[])`.execute(tx)
  for (const remove of book.keptApart ?? []) await remove(tx, ids)
  await refold(book, tx, entries)
  return ids.length
}

const mentionsOf = (entries: readonly Entry[]): Subject[] => {
  const subjects = new Map(entries.flatMap((entry) => entry.subjects.map((subject) => [subject.id, subject])))
  return [...subjects.values()].map(({ id, type }) => ({ id, type, role: 'mentions' }))
}
