import { given } from '#platform/given.ts'
import type { Entry, NewEntry } from '../entry.ts'

let serial = 0

/** An entry as it would be read back, for folding without a database. Later calls were recorded later. */
export const entry = (agency: string, statement: NewEntry, recordedAt?: string): Entry => {
  serial += 1
  const { kind, subjects, body, trueFrom, trueUntil, happenedOn, corrects } = statement
  return {
    id: `00000000-0000-7000-8000-${String(serial).padStart(12, '0')}`,
    kind,
    topic: statement.topic ?? 'identity',
    subjects,
    agency: `agency:${agency}`,
    by: 'user:ada',
    source: 'form:test',
    sensitivity: statement.sensitivity ?? 'ordinary',
    retention: 'child-record',
    rules: 'test',
    recordedAt:
      recordedAt === undefined
        ? Temporal.Instant.from('2025-01-01T12:00:00Z').add({ minutes: serial })
        : Temporal.Instant.from(`${recordedAt}T12:00:00Z`),
    body,
    ...given({ trueFrom, trueUntil, happenedOn, corrects }),
  }
}
