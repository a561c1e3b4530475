import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { bySubject, entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import type { Entry, Projection } from '#record/index.ts'
import {
  AddressStated,
  BirthStated,
  NamesStated,
  NhsNumberStated,
  PersonRecordOpened,
  UpnStated,
} from '../entries/index.ts'
import type { RecordId } from '../subjects.ts'
import { searchRowsOf } from './search-rows.ts'
import './tables.ts'

const kinds: ReadonlySet<string> = new Set(
  [PersonRecordOpened, NamesStated, BirthStated, NhsNumberStated, UpnStated, AddressStated, EntryWithdrawn].map(
    ({ kind }) => kind,
  ),
)

/** By what each record is found. */
export const people: Projection = {
  name: 'people',
  tables: ['person_name', 'person_birth', 'person_number', 'person_postcode'],
  edition: 1,
  subjectType: 'record',
  kinds,
  refold: async (tx, records) => {
    await writeSearchRows(
      tx,
      records,
      bySubject(standing(await entriesAbout(tx, { subjects: records, kinds: [...kinds] }))),
    )
  },
}

const writeSearchRows = async (
  tx: Tx,
  records: readonly RecordId[],
  of: ReadonlyMap<string, readonly Entry[]>,
): Promise<void> => {
  const rows = records.map((record) =>
    searchRowsOf(
      record,
      (of.get(record) ?? []).filter((entry) =>
        entry.subjects.some(({ id, role }) => id === record && role === 'about'),
      ),
    ),
  )
  const json = JSON.stringify({
    names: rows.flatMap((one) => one.person_name),
    births: rows.flatMap((one) => one.person_birth),
    numbers: rows.flatMap((one) => one.person_number),
    postcodes: rows.flatMap((one) => one.person_postcode),
  })
  await sql`
    with said as materialized (select ${json}::jsonb as rows),
    gone1 as (delete from person_name where record_id = any (${[...records]}::text[])),
    gone2 as (delete from person_birth where record_id = any (${[...records]}::text[])),
    gone3 as (delete from person_number where record_id = any (${[...records]}::text[])),
    gone4 as (delete from person_postcode where record_id = any (${[...records]}::text[])),
    names as (insert into person_name select r.record_id, r.entry_id, r.name_no, r.whole, array(select jsonb_array_elements_text(r.words))
      from said, jsonb_to_recordset(said.rows -> 'names') as r (record_id text, entry_id uuid, name_no integer, whole text, words jsonb)),
    births as (insert into person_birth select r.* from said, jsonb_to_recordset(said.rows -> 'births') as r (record_id text, entry_id uuid, first_day date, last_day date)),
    numbers as (insert into person_number select r.* from said, jsonb_to_recordset(said.rows -> 'numbers') as r (record_id text, entry_id uuid, kind text, value text))
    insert into person_postcode select r.* from said, jsonb_to_recordset(said.rows -> 'postcodes') as r (record_id text, entry_id uuid, postcode text)`.execute(
    tx,
  )
}
