import type { Tx } from '#platform/database/index.ts'
import { entriesAbout, standing } from '#record/index.ts'
import { holdsOn } from '#platform/said-dates.ts'
import { membershipsOf } from '../facts/memberships.ts'
import { personsOf } from '../projections/persons.ts'
import type { FamilyId, RecordId } from '../subjects.ts'

/** The families that the persons of these records belong to today, as far as the viewer may see it. */
export const membershipsNow = async (
  tx: Tx,
  records: readonly RecordId[],
  on: Temporal.PlainDate,
): Promise<Map<RecordId, FamilyId[]>> => {
  if (records.length === 0) return new Map()
  const persons = await personsOf(tx, records)
  const entries = standing(
    await entriesAbout(tx, {
      subjects: [...persons.keys()],
      kinds: ['FamilyMemberJoined', 'FamilyMemberLeft', 'EntryWithdrawn'],
    }),
  )
  const memberships = membershipsOf(entries).filter(({ from, until }) => holdsOn(from, until, on))
  return new Map(
    records.map((record) => [
      record,
      [
        ...new Set(
          memberships.filter((one) => persons.get(one.record) === persons.get(record)).map(({ family }) => family),
        ),
      ],
    ]),
  )
}
