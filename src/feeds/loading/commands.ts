import { withholdAddress, startInvolvement, startResponsibility } from '#access/index.ts'
import {
  addMember,
  nameHome,
  openFamily,
  openRecord,
  stateAboutPerson,
  statePregnancy,
  stateRelationship,
} from '#families/index.ts'
import {
  describeHome,
  stateApplication,
  stateCondition,
  stateOccupancy,
  statePlacement,
  stateRooms,
  stateSleepingArrangement,
  stateTenancy,
} from '#housing/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Authorship, RecordBook, Recorded } from '#record/index.ts'
import { stateAboutCase } from '#referrals/index.ts'
import type { Asks, Of } from './statements.ts'

type Record<A> = (book: RecordBook, tx: Tx, said: Authorship, asks: readonly A[]) => Promise<Recorded<unknown>>

/** The rooms' own commands: what comes by a feed passes the same rules as what comes by a form. In the order in which they are asked. */
const commands: { readonly [K in Of]: { readonly record: Record<Asks[K]> } } = {
  home: nameHome,
  record: openRecord,
  person: stateAboutPerson,
  relationship: stateRelationship,
  pregnancy: statePregnancy,
  family: openFamily,
  member: addMember,
  description: describeHome,
  rooms: stateRooms,
  occupancy: stateOccupancy,
  sleeping: stateSleepingArrangement,
  tenancy: stateTenancy,
  application: stateApplication,
  condition: stateCondition,
  placement: statePlacement,
  case: stateAboutCase,
  involvement: startInvolvement,
  responsibility: startResponsibility,
  hiding: withholdAddress,
}
// Object.keys gives the names that are written above.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const inOrder = Object.keys(commands) as readonly Of[]

export const recordAsks = async <K extends Of>(
  of: K,
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly Asks[K][],
): Promise<Recorded<unknown>> => commands[of].record(book, tx, said, asks)
