import type { Tx } from '#platform/database/index.ts'
import { closedRecords } from '../commands/known.ts'
import { holdsOn } from '#platform/said-dates.ts'
import { whatFollows } from '../facts/what-follows.ts'
import type { Following, Side } from '../facts/what-follows.ts'
import type { RecordId } from '../subjects.ts'
import { personPage } from './person-page.ts'
import type { PersonView } from './person-page.ts'
import { hiddenRecords } from './reading.ts'
import type { AsOf } from './reading.ts'

export interface JoinView {
  readonly sides: readonly [PersonView, PersonView]
  readonly follows: readonly Following[]
  readonly mayJoin: boolean
}

/** Both people beside each other and what a joining would bring, or undefined where the viewer sees nothing of one of them. */
export const joinPage = async (tx: Tx, one: RecordId, other: RecordId, asOf: AsOf): Promise<JoinView | undefined> => {
  const left = await personPage(tx, one, asOf)
  const right = await personPage(tx, other, asOf)
  if (left === undefined || right === undefined) return undefined
  const records = [...left.records, ...right.records]
  const closed = await closedRecords(tx, records)
  const hidden = await hiddenRecords(tx, records)
  const follows = whatFollows(
    sideOf(left, closed, hidden, asOf.on),
    sideOf(right, closed, hidden, asOf.on),
    left.relationships,
  )
  return { sides: [left, right], follows, mayJoin: !follows.some((following) => 'stop' in following) }
}

const sideOf = (
  { person, records, facts, memberships }: PersonView,
  closed: ReadonlySet<RecordId>,
  hidden: ReadonlySet<RecordId>,
  on: Temporal.PlainDate,
): Side => ({
  person,
  records,
  facts,
  families: [...new Set(memberships.filter(({ from, until }) => holdsOn(from, until, on)).map(({ family }) => family))],
  hiddenAddress: records.some((record) => hidden.has(record)),
  closed: records.some((record) => closed.has(record)),
})
