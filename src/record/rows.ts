import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { Fault } from '#platform/fault.ts'
import type { Authorship, Entry, NewEntry, RetentionClass, Sensitivity, Subject, SubjectType, Topic } from './entry.ts'
import { bodyText, hashBody, hashEntry } from './hashing.ts'
import type { Kinds } from './kinds.ts'
import type { EntryRow } from './tables.ts'

/** What goes into the database for one new entry. */
export interface Prepared {
  readonly row: EntryRow
  readonly body: string
  readonly salt: Buffer
  readonly entry: Entry
}

export const prepare = (kinds: Kinds, rules: string, said: Authorship, statement: NewEntry): Prepared => {
  const kind = kinds.get(statement.kind)
  if (kind === undefined) throw new Fault('record.unknown-kind', `No room declares the kind ${statement.kind}.`)
  if (statement.subjects.length === 0) throw new Fault('record.no-subject', `A ${statement.kind} entry is about nobody.`)
  const parsed = kind.parse(statement.body)
  const body = bodyText(parsed)
  const salt = newSalt()
  const at = said.at.round({ smallestUnit: 'millisecond', roundingMode: 'floor' })
  const envelope: Omit<EntryRow, 'entry_hash'> = {
    id: statement.id ?? randomUUIDv7(),
    kind: statement.kind,
    topic: statement.topic ?? kind.topic,
    subjects: statement.subjects.map(({ id, type, role }) => ({ id, type, role })),
    agency: said.agency,
    author: said.by,
    on_behalf_of: said.onBehalfOf ?? null,
    source: said.source,
    source_row: statement.sourceRow ?? null,
    sensitivity: statement.sensitivity ?? kind.sensitivity,
    retention: kind.retention,
    rules,
    happened_on: statement.happenedOn ?? null,
    true_from: statement.trueFrom ?? null,
    true_until: statement.trueUntil ?? null,
    recorded_at: at.toString({ smallestUnit: 'millisecond' }),
    source_recorded_at: statement.sourceRecordedAt?.toString({ smallestUnit: 'millisecond' }) ?? null,
    corrects: statement.corrects ?? null,
    body_hash: hashBody(body, salt),
  }
  const row = { ...envelope, entry_hash: hashEntry(envelope) }
  return { row, body, salt, entry: entryFrom({ ...row, body, sequence: null, sealed_at: null, corrected: false }) }
}

let chance = Buffer.alloc(0)
/** Sixteen bytes that were never used before. Asking the system for each by itself took a tenth of preparing an entry. */
const newSalt = (): Buffer => {
  if (chance.length === 0) chance = randomBytes(16 * 256)
  const salt = chance.subarray(0, 16)
  chance = chance.subarray(16)
  return salt
}

/** New entries as a set of rows, to insert from: bytes as base64. */
export const writtenAs = (prepared: readonly Prepared[]): RawBuilder<unknown> => {
  const rows = prepared.map(({ row, body, salt }) => ({ ...row, body_hash: Buffer.from(row.body_hash).toString('base64'), entry_hash: Buffer.from(row.entry_hash).toString('base64'), body, salt: salt.toString('base64') }))
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, kind text, topic text, subjects jsonb, agency text, author text,
    on_behalf_of text, source text, source_row text, sensitivity text, retention text, rules text, happened_on text, true_from text,
    true_until text, recorded_at timestamptz, source_recorded_at timestamptz, corrects uuid, body_hash text, entry_hash text, body text, salt text)`
}

export type ReadRow = Omit<EntryRow, 'body_hash' | 'entry_hash'> & {
  body: string | null
  sequence: number | null
  sealed_at: string | null
  corrected: boolean
}

// The row was written by `prepare`, whose types these are, and entries never change: the database hands back what it was given.
/* oxlint-disable typescript/no-unsafe-type-assertion */
export const entryFrom = (row: ReadRow): Entry => ({
  id: row.id,
  kind: row.kind,
  topic: row.topic as Topic,
  subjects: row.subjects.map((subject): Subject => ({ id: subject.id, type: subject.type as SubjectType, role: subject.role as Subject['role'] })),
  agency: row.agency,
  by: row.author,
  source: row.source,
  sensitivity: row.sensitivity as Sensitivity,
  retention: row.retention as RetentionClass,
  rules: row.rules,
  recordedAt: Temporal.Instant.from(row.recorded_at),
  body: row.body === null ? undefined : JSON.parse(row.body),
  ...(row.on_behalf_of === null ? {} : { onBehalfOf: row.on_behalf_of }),
  ...(row.source_row === null ? {} : { sourceRow: row.source_row }),
  ...(row.happened_on === null ? {} : { happenedOn: row.happened_on }),
  ...(row.true_from === null ? {} : { trueFrom: row.true_from }),
  ...(row.true_until === null ? {} : { trueUntil: row.true_until }),
  ...(row.source_recorded_at === null ? {} : { sourceRecordedAt: Temporal.Instant.from(row.source_recorded_at) }),
  ...(row.corrects === null ? {} : { corrects: row.corrects }),
  ...(row.sequence === null || row.sealed_at === null ? {} : { seal: { sequence: row.sequence, at: Temporal.Instant.from(row.sealed_at) } }),
  ...(row.corrected ? { corrected: true as const } : {}),
})
/* oxlint-enable typescript/no-unsafe-type-assertion */
