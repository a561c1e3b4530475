import { AddressHidden, AddressShown, restrictionRowsOf, setReachOf, setRestrictionsOf } from '#access/index.ts'
import { bySubject, entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import type { Projection } from '#record/index.ts'
import { AddressStated, FamilyMemberJoined, FamilyMemberLeft } from '../entries/index.ts'
import { hiddenHomesOf, reachOf } from './residence.ts'

const kinds: ReadonlySet<string> = new Set(
  [AddressStated, FamilyMemberJoined, FamilyMemberLeft, AddressHidden, AddressShown, EntryWithdrawn].map(
    ({ kind }) => kind,
  ),
)

/** Which families and homes reach each record, and which homes must not be told of because it lives there. The rows are the access room's. */
export const residence: Projection = {
  name: 'residence',
  tables: [],
  edition: 1,
  subjectType: 'record',
  kinds,
  refold: async (tx, records) => {
    const of = bySubject(standing(await entriesAbout(tx, { subjects: records, kinds: [...kinds] })))
    await setReachOf(
      tx,
      records.map((record) => ({ source: record, rows: reachOf(record, of.get(record) ?? []) })),
    )
    await setRestrictionsOf(
      tx,
      records.map((record) => {
        const own = of.get(record) ?? []
        return { source: record, rows: hiddenHomesOf(record, own, restrictionRowsOf(record, own)) }
      }),
    )
  },
}
