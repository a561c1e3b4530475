import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { Fault } from '#platform/fault.ts'
import type { EntryBody } from './entry.ts'
import type { EntryRow } from './tables.ts'

/** The text of a body whose bytes the chain covers: JSON in canonical form (RFC 8785). */
export const bodyText = (body: EntryBody): string => canonical(body)

export const hashBody = (text: string, salt: Uint8Array): Buffer => sha256(Buffer.concat([salt, Buffer.from(text)]))

/**
 * The fingerprint of an envelope, with the body's salted hash in it. A row written past Rooftree, or changed by one byte, does
 * not match its own fingerprint.
 */
export const hashEntry = (row: Omit<EntryRow, 'entry_hash'>): Buffer =>
  sha256(
    canonical([
      row.id,
      row.kind,
      row.topic,
      row.subjects.map(({ id, type, role }) => [id, type, role]),
      row.agency,
      row.author,
      row.on_behalf_of,
      row.source,
      row.source_row,
      row.sensitivity,
      row.retention,
      row.rules,
      row.happened_on,
      row.true_from,
      row.true_until,
      millis(row.recorded_at),
      row.source_recorded_at === null ? null : millis(row.source_recorded_at),
      row.corrects,
      Buffer.from(row.body_hash).toString('base64'),
    ]),
  )

/** Each link covers the one before it, its own number, entry and time. */
export const hashLink = (before: Uint8Array, sequence: number, entryHash: Uint8Array, sealedAt: string): Buffer =>
  sha256(Buffer.concat([before, Buffer.from(`${sequence}|${millis(sealedAt)}|`), entryHash]))

export const firstLink = Buffer.alloc(32)

/** In one call: an object for each hash took a quarter of preparing an entry. */
const sha256 = (bytes: string | Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

const millis = (instant: string): number => Date.parse(instant)

const canonical = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new Fault('record.not-json', 'A body holds something that JSON cannot say.')
  return text
}
