import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { EntryWithdrawn } from '#record/index.ts'
import {
  AddressStated,
  BirthStated,
  DeathStated,
  NamesStated,
  NhsNumberStated,
  PersonRecordOpened,
  SexStated,
  UpnStated,
} from '../entries/index.ts'
import { span } from '#platform/said-dates.ts'
import { foldedCode, words } from '../folding.ts'
import { numberFolded } from '../projections/search-rows.ts'
import { personsOf } from '../projections/persons.ts'
import type { PersonFacts } from '../facts/person.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import { peopleOf, readPeople } from './reading.ts'
import type { AsOf } from './reading.ts'

/** What somebody typed. A name may be a part of one; a birth date may be a year. */
export interface FindPeople {
  readonly name?: string
  readonly born?: string
  /** An NHS number, a unique pupil number or an agency's own reference. */
  readonly number?: string
  readonly postcode?: string
}

export type FoundPerson =
  | {
      readonly found: 'content'
      readonly person: PersonId
      readonly record: RecordId
      readonly matchedBy: string
      /** Names, sex, birth, death, numbers and addresses only. */ readonly facts: PersonFacts
    }
  /** Somebody is known under exactly this name and birth date, or number. Nothing else is told here. */
  | { readonly found: 'existence'; readonly person: PersonId; readonly record: RecordId; readonly matchedBy: string }

/**
 * Who is found, for the viewer in whose transaction it is asked. `mayLearnExistence` is the rule of their role; what they may
 * see by content is decided row by row in the database.
 */
export const findPeople = async (
  tx: Tx,
  ask: FindPeople,
  mayLearnExistence: boolean,
  asOf: AsOf,
  howMany = 50,
): Promise<FoundPerson[]> => {
  const typed = [...new Set(words(ask.name ?? ''))].toSorted()
  const born = ask.born === undefined ? undefined : span(ask.born)
  const number = blank(ask.number === undefined ? '' : numberFolded(ask.number))
  const postcode = blank(ask.postcode === undefined ? '' : foldedCode(ask.postcode))
  const found = await sql<{ record_id: string; found: 'content' | 'existence'; matched_by: string }>`
    select record_id, found, matched_by from families_find(${typed}::text[], ${blank(typed.join(' '))}, ${born?.first.toString() ?? null}::date,
      ${born?.last.toString() ?? null}::date, ${number}, ${postcode}, ${mayLearnExistence}, ${howMany})`.execute(tx)
  const content = found.rows.filter((row) => row.found === 'content')
  const read = await readPeople(
    tx,
    content.map(({ record_id }) => record_id),
    asOf,
    toTellApart,
  )
  const people = peopleOf(read, asOf.on)
  const elsewhere = found.rows.filter((row) => row.found === 'existence').map(({ record_id }) => record_id)
  const known = elsewhere.length === 0 ? new Map<RecordId, PersonId>() : await personsOf(tx, elsewhere)
  const results = new Map<PersonId, FoundPerson>()
  for (const { record_id: record, matched_by: matchedBy } of content) {
    const person = read.persons.get(record)
    const facts = person === undefined ? undefined : people.get(person)
    if (person !== undefined && facts !== undefined && !results.has(person))
      results.set(person, { found: 'content', person, record, matchedBy, facts })
  }
  for (const row of found.rows) {
    const person = known.get(row.record_id)
    if (row.found === 'existence' && person !== undefined && !results.has(person))
      results.set(person, { found: 'existence', person, record: row.record_id, matchedBy: row.matched_by })
  }
  return [...results.values()]
}

/** What tells two people of one name apart in a list. */
const toTellApart: readonly string[] = [
  PersonRecordOpened,
  NamesStated,
  SexStated,
  BirthStated,
  DeathStated,
  NhsNumberStated,
  UpnStated,
  AddressStated,
  EntryWithdrawn,
].map(({ kind }) => kind)

const blank = (text: string): string | null => (text === '' ? null : text)
