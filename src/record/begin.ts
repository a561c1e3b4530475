import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/index.ts'
import { append } from './append.ts'
import type { RecordBook } from './append.ts'
import type { Authorship } from './entry.ts'
import { entryKind } from './kinds.ts'

/** The first entry of every record: whose it is, and whether it is a demo, where the clock may be stepped and sign-in is free. */
export const RecordBegun = entryKind({
  kind: 'RecordBegun',
  topic: 'reference',
  retention: 'reference',
  body: z.strictObject({ record: z.uuid(), partnership: z.string(), demo: z.boolean() }),
})

export const partnership = { id: 'agency:partnership', type: 'agency', role: 'about' } as const

export const beginRecord = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  name: string,
  demo: boolean,
): Promise<void> => {
  await append(book, tx, said, [
    RecordBegun.of({ subjects: [partnership], body: { record: randomUUID(), partnership: name, demo } }),
  ])
}

interface Beginning {
  readonly record: string
  readonly partnership: string
  readonly demo: boolean
}

/** What the record's first entry says, or undefined while the record is empty. */
export const beginningOf = async (tx: Tx): Promise<Beginning | undefined> => {
  const found = await sql<{ body: string }>`
    select b.body from entry_subject s join entry e on e.id = s.entry_id join entry_body b on b.entry_id = e.id
    where s.subject_id = ${partnership.id} and e.kind = 'RecordBegun' order by e.recorded_at, e.id limit 1`.execute(tx)
  return found.rows[0] === undefined ? undefined : RecordBegun.parse(JSON.parse(found.rows[0].body))
}
