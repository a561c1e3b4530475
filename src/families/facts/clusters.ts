import type { PersonId, RecordId } from '../subjects.ts'

interface Joining {
  readonly records: readonly RecordId[]
}

/**
 * Which records are one person: those that joinings connect, directly or through others. A person is named after the least of
 * their records, so that the same joinings give the same persons in whatever order they were made.
 */
export const clusters = (records: Iterable<RecordId>, joinings: readonly Joining[]): Map<RecordId, PersonId> => {
  const neighbours = new Map<RecordId, RecordId[]>()
  for (const record of records) neighbours.set(record, [])
  for (const { records: joined } of joinings) {
    const [first, ...rest] = joined
    if (first === undefined) continue
    for (const other of rest) {
      neighbours.set(first, [...(neighbours.get(first) ?? []), other])
      neighbours.set(other, [...(neighbours.get(other) ?? []), first])
    }
  }
  const persons = new Map<RecordId, PersonId>()
  // Least first: whoever is reached from the least record and has no person yet belongs to it.
  for (const record of [...neighbours.keys()].toSorted()) {
    if (persons.has(record)) continue
    const person = personOf(record)
    const waiting = [record]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (persons.has(next)) continue
      persons.set(next, person)
      waiting.push(...(neighbours.get(next) ?? []))
    }
  }
  return persons
}

const personOf = (least: RecordId): PersonId => `person:${least.slice('record:'.length)}`

/** Records by person, each list in order. */
export const byPerson = (persons: ReadonlyMap<RecordId, PersonId>): Map<PersonId, RecordId[]> => {
  const grouped = new Map<PersonId, RecordId[]>()
  for (const [record, person] of persons) grouped.set(person, [...(grouped.get(person) ?? []), record].toSorted())
  return grouped
}
