import { given } from '#platform/given.ts'
import { standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { span } from '#platform/said-dates.ts'
import {
  BirthStated,
  DeathStated,
  NhsNumberStated,
  PersonRecordOpened,
  SexStated,
  UpnStated,
} from '../entries/index.ts'
import type { Sex } from '../entries/index.ts'
import { bare } from '../check-digits.ts'
import type { CheckDigit } from '../check-digits.ts'
import { recordAbout } from '../subjects.ts'
import type { RecordId } from '../subjects.ts'
import { addressesOn } from './addresses.ts'
import type { AddressFacts } from './addresses.ts'
import { ageOn } from './age.ts'
import type { Age } from './age.ts'
import { basisOf, factOf } from './basis.ts'
import type { Basis, Fact } from './basis.ts'
import { dateFact } from './dates-said.ts'
import { namesOf } from './names.ts'
import type { NameFacts } from './names.ts'
import { pregnanciesOf } from './pregnancies.ts'
import type { Pregnancy } from './pregnancies.ts'

export interface PersonFacts {
  /** The agencies' records of this person that the entries tell of. */
  readonly records: readonly RecordOpened[]
  readonly names: NameFacts
  readonly sex: Fact<Sex>
  readonly birth: Fact<string>
  /** On the day asked for; for somebody who died, at death. Worked out from the birth date shown, so contested as it is. */
  readonly age: Age
  /** Absent while nobody says that they died. */
  readonly died?: { readonly on: Fact<string>; readonly basis: readonly Basis[] }
  readonly nhsNumber: Fact<Numbered>
  readonly upn: Fact<Numbered>
  readonly addresses: AddressFacts
  readonly pregnancies: readonly Pregnancy[]
  /** Nobody may be written to or visited about them as if they lived. */
  readonly noticesStop: boolean
}

interface RecordOpened {
  readonly record: RecordId
  readonly reference?: string
  readonly basis: Basis
}

export interface Numbered {
  readonly number: string
  readonly check: CheckDigit
}

/**
 * Fold one person from all entries about their records, as recorded up to whatever instant the entries were read at. Entries
 * about others that only mention these records are passed over.
 */
export const personFacts = (
  records: readonly RecordId[],
  all: readonly Entry[],
  on: Temporal.PlainDate,
): PersonFacts => {
  const own = new Set(records)
  const entries = standing(all).filter((entry) =>
    entry.subjects.some(({ id, role }) => role === 'about' && own.has(id)),
  )
  const birth = dateFact(entries.filter(BirthStated.is).map((entry) => ({ entry, value: entry.body.on })))
  const deaths = entries.filter(DeathStated.is)
  const diedOn = dateFact(deaths.map((entry) => ({ entry, value: entry.body.on })))
  const death = diedOn.shown === undefined ? undefined : span(diedOn.shown.value)?.last
  return {
    records: entries
      .filter(PersonRecordOpened.is)
      .map((entry) => ({
        record: recordAbout(entry) ?? '',
        ...given({ reference: entry.body.reference }),
        basis: basisOf(entry),
      })),
    names: namesOf(entries),
    sex: factOf<Sex>(entries.filter(SexStated.is).map((entry) => ({ entry, value: entry.body.sex }))),
    birth,
    age: ageOn(birth.shown?.value, death !== undefined && Temporal.PlainDate.compare(death, on) < 0 ? death : on),
    ...(deaths.length === 0 ? {} : { died: { on: diedOn, basis: deaths.map(basisOf) } }),
    nhsNumber: numberFact(entries.filter(NhsNumberStated.is)),
    upn: numberFact(entries.filter(UpnStated.is)),
    addresses: addressesOn(entries, on),
    pregnancies: pregnanciesOf(entries),
    noticesStop: deaths.length > 0,
  }
}

const numberFact = (entries: readonly (Entry & { readonly body: Numbered })[]): Fact<Numbered> =>
  factOf<Numbered>(
    entries.map((entry) => ({ entry, value: { number: entry.body.number, check: entry.body.check } })),
    (one, other) => bare(one.number).toUpperCase() === bare(other.number).toUpperCase(),
  )
