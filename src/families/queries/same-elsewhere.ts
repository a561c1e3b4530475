import type { Tx } from '#platform/database/index.ts'
import { span } from '#platform/said-dates.ts'
import { written } from '../facts/names.ts'
import type { RecordId } from '../subjects.ts'
import { findPeople } from './find-people.ts'
import type { PersonView } from './person-page.ts'
import { hiddenRecords } from './reading.ts'
import type { AsOf } from './reading.ts'

interface SameElsewhere {
  readonly record: RecordId
  /** By what it was found: `name-and-birth`, `nhs-number` or `upn`; whatever is the surer to be told. */
  readonly by: string
  /** Where they live must not be told: then neither may be who else knows them. */
  readonly hidden: boolean
}

/**
 * Records that the viewer sees nothing of, and that bear exactly one of this person's whole names with their whole birth date, or their NHS or
 * pupil number. Only that they are there is learnt, by roles that may learn it. In the viewer's transaction.
 */
export const sameElsewhere = async (tx: Tx, { facts, records }: PersonView, asOf: AsOf): Promise<SameElsewhere[]> => {
  const born = facts.birth.shown?.value
  const days = born === undefined ? undefined : span(born)
  const whole = born !== undefined && days?.first.equals(days.last) === true
  const names = [...new Set(facts.names.all.map(({ value }) => written(value)))]
  const numbers = [facts.nhsNumber.shown?.value.number, facts.upn.shown?.value.number].filter(
    (number) => number !== undefined,
  )
  const found = new Map<RecordId, string>()
  for (const ask of [
    ...(whole ? names.map((name) => ({ name, born })) : []),
    ...numbers.map((number) => ({ number })),
  ]) {
    for (const one of await findPeople(tx, ask, true, asOf))
      if (one.found === 'existence' && !records.includes(one.record) && !found.has(one.record))
        found.set(one.record, one.matchedBy)
  }
  const hidden = await hiddenRecords(tx, [...found.keys()])
  return [...found].map(([record, by]) => ({ record, by, hidden: hidden.has(record) }))
}
