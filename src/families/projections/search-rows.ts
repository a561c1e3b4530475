import type { Entry } from '#record/index.ts'
import { bare } from '../check-digits.ts'
import { span } from '#platform/said-dates.ts'
import {
  AddressStated,
  BirthStated,
  NamesStated,
  NhsNumberStated,
  PersonRecordOpened,
  UpnStated,
} from '../entries/index.ts'
import { foldedCode, words } from '../folding.ts'
import { written } from '../facts/names.ts'
import { inForce } from '../facts/basis.ts'
import type { RecordId } from '../subjects.ts'

interface SearchRows {
  readonly person_name: readonly {
    record_id: string
    entry_id: string
    name_no: number
    whole: string
    words: string[]
  }[]
  readonly person_birth: readonly { record_id: string; entry_id: string; first_day: string; last_day: string }[]
  readonly person_number: readonly { record_id: string; entry_id: string; kind: string; value: string }[]
  readonly person_postcode: readonly { record_id: string; entry_id: string; postcode: string }[]
}

/**
 * By what a record may be found, from its standing entries: every name, former names and aliases too, of the last statement of
 * each agency. Only what is marked ordinary goes in; whether the viewer may see the entry is asked when it is searched.
 */
export const searchRowsOf = (record: RecordId, standing: readonly Entry[]): SearchRows => {
  const entries = standing.filter(({ sensitivity }) => sensitivity === 'ordinary')
  const last = <E extends Entry>(of: readonly E[]): E[] =>
    inForce(of.map((entry) => ({ entry }))).map(({ entry }) => entry)
  const row = (entry: Entry): { record_id: string; entry_id: string } => ({ record_id: record, entry_id: entry.id })
  return {
    person_name: last(entries.filter(NamesStated.is)).flatMap((entry) =>
      entry.body.names.map((name, name_no) => {
        const found = [...new Set(words(written(name)))].toSorted()
        return { ...row(entry), name_no, whole: found.join(' '), words: found }
      }),
    ),
    person_birth: last(entries.filter(BirthStated.is)).flatMap((entry) => {
      const days = span(entry.body.on)
      return days === undefined
        ? []
        : [{ ...row(entry), first_day: days.first.toString(), last_day: days.last.toString() }]
    }),
    person_number: [
      ...last(entries.filter(NhsNumberStated.is)).map((entry) => ({
        ...row(entry),
        kind: 'nhs-number',
        value: numberFolded(entry.body.number),
      })),
      ...last(entries.filter(UpnStated.is)).map((entry) => ({
        ...row(entry),
        kind: 'upn',
        value: numberFolded(entry.body.number),
      })),
      ...last(entries.filter(PersonRecordOpened.is)).flatMap((entry) =>
        entry.body.reference === undefined
          ? []
          : [{ ...row(entry), kind: 'reference', value: numberFolded(entry.body.reference) }],
      ),
    ],
    person_postcode: entries.filter(AddressStated.is).flatMap((entry) => {
      const { address } = entry.body
      return typeof address === 'string' || address.postcode === undefined
        ? []
        : [{ ...row(entry), postcode: foldedCode(address.postcode) }]
    }),
  }
}

export const numberFolded = (number: string): string => bare(number).toUpperCase()
