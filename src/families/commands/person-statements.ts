import { nhsNumberCheck, upnCheck } from '../check-digits.ts'
import {
  AddressStated,
  BirthStated,
  DeathStated,
  NamesStated,
  NhsNumberStated,
  SexStated,
  UpnStated,
} from '../entries/index.ts'
import type { AddressType, Sex, StatedName } from '../entries/index.ts'
import type { NewEntry, Subject, Provenance } from '#record/index.ts'
import { span } from '#platform/said-dates.ts'
import { aboutRecord, atHome } from '../subjects.ts'
import type { HomeId, RecordId } from '../subjects.ts'
import type { WrittenAddress } from '../facts/addresses.ts'
import type { Found } from './refusals.ts'
import { daysRefused, envelopeOf, pastDay, whyOf } from '#record/index.ts'

/** What an agency may say of a person, one thing at a time. */
export type PersonStatement = Provenance &
  (
    | { readonly say: 'names'; readonly names: readonly StatedName[] }
    | { readonly say: 'sex'; readonly sex: Sex }
    | { readonly say: 'birth'; readonly on: string }
    | { readonly say: 'death'; readonly on: string }
    | { readonly say: 'nhs-number'; readonly number: string }
    | { readonly say: 'upn'; readonly number: string }
    | {
        readonly say: 'address'
        readonly type: AddressType
        readonly address: WrittenAddress | 'no-fixed-address' | 'not-known'
        readonly home?: HomeId
      }
  )

/** Whether a statement can be meant at all. */
export const statementRefused = (statement: PersonStatement, today: Temporal.PlainDate): Found[] => {
  const found: Found[] = daysRefused(statement, today)
  if (statement.say === 'names' && statement.names.length === 0) found.push({ reason: 'no-names', field: 'names' })
  if ((statement.say === 'birth' || statement.say === 'death') && statement.on !== 'not-known')
    found.push(...pastDay(statement.on, today, 'on'))
  return found
}

/** The entry for one statement about one record. Check digits are worked out here, and kept beside the number as written. */
export const statementEntry = (record: RecordId, statement: PersonStatement): NewEntry => {
  const subjects: Subject[] = [aboutRecord(record)]
  const aside = whyOf(statement)
  const envelope = envelopeOf(statement)
  if (statement.say === 'names')
    return NamesStated.of({ subjects, ...envelope, body: { ...aside, names: [...statement.names] } })
  if (statement.say === 'sex') return SexStated.of({ subjects, ...envelope, body: { ...aside, sex: statement.sex } })
  if (statement.say === 'birth')
    return BirthStated.of({ subjects, ...envelope, ...happened(statement.on), body: { ...aside, on: statement.on } })
  if (statement.say === 'death')
    return DeathStated.of({ subjects, ...envelope, ...happened(statement.on), body: { ...aside, on: statement.on } })
  if (statement.say === 'address') {
    const { address, type, home } = statement
    const body = typeof address === 'string' ? address : { ...address, lines: [...address.lines] }
    return AddressStated.of({
      subjects: home === undefined ? subjects : [...subjects, atHome(home)],
      ...envelope,
      body: { ...aside, type, address: body },
    })
  }
  const number = statement.number.trim()
  if (statement.say === 'nhs-number')
    return NhsNumberStated.of({ subjects, ...envelope, body: { ...aside, number, check: nhsNumberCheck(number) } })
  return UpnStated.of({ subjects, ...envelope, body: { ...aside, number, check: upnCheck(number) } })
}

const happened = (on: string): { happenedOn?: string } => (span(on) === undefined ? {} : { happenedOn: on })
