import type { Tx } from '#platform/database/index.ts'
import type { Authorship, NewEntry, RecordBook, Subject } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { ParentalResponsibilityStated, RelationshipStated } from '../entries/index.ts'
import type {
  RelationshipType,
  ResponsibilityBasis,
  ResponsibilityState,
  Somebody,
  parentages,
} from '../entries/index.ts'
import { aboutRecord, mentionsRecord } from '../subjects.ts'
import type { RecordId } from '../subjects.ts'
import { anyDate, asideOf, besideRefused, envelopeOf } from './asks.ts'
import type { Provenance, Found } from './asks.ts'
import { existing } from './known.ts'
import { perform } from './perform.ts'
import type { Expect, Judged, Performed } from './perform.ts'

/** `from` is the [type] of `to`; `from` may be described, or not known. */
export interface StateRelationship extends Provenance {
  readonly from: Somebody
  readonly type: RelationshipType
  readonly as?: (typeof parentages)[number]
  readonly to: RecordId
  readonly birth?: 'twin' | 'identical-twin' | 'not-known'
  readonly ended?: boolean
}

export const decideRelationship = (
  ask: StateRelationship,
  known: ReadonlySet<string>,
  today: Temporal.PlainDate,
): Judged<RecordId> => {
  const because: Found[] = [...besideRefused(ask, today), ...unknownRecords([...recordIn(ask.from), ask.to], known)]
  if (recordIn(ask.from).includes(ask.to)) because.push({ reason: 'related-to-themselves', field: 'to' })
  return { because, entries: [relationshipEntry(ask)], made: ask.to }
}

export const stateRelationships = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateRelationship[],
  expect?: Expect,
): Promise<Performed<RecordId>> => {
  const known = await existing(
    tx,
    asks.flatMap(({ from, to }) => [...recordIn(from), to]),
  )
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideRelationship(ask, known, dayInLondon(said.at))),
    expect,
  )
}

export const relationshipEntry = (ask: StateRelationship): NewEntry => {
  const subjects: Subject[] = [...recordIn(ask.from).filter((record) => record !== ask.to), ask.to].map(aboutRecord)
  return RelationshipStated.of({
    subjects,
    ...envelopeOf(ask),
    body: {
      ...asideOf(ask),
      from: ask.from,
      type: ask.type,
      to: ask.to,
      ...(ask.as === undefined ? {} : { as: ask.as }),
      ...(ask.birth === undefined ? {} : { birth: ask.birth }),
      ...(ask.ended === undefined ? {} : { ended: ask.ended }),
    },
  })
}

/** Per child and holder, with the row of the law it rests on, the evidence, and who saw it. */
export interface StateResponsibility extends Provenance {
  readonly child: RecordId
  readonly holder: Somebody
  readonly state: ResponsibilityState
  readonly basis: ResponsibilityBasis
  readonly evidence?: string
  readonly verifiedBy?: string
  readonly verifiedOn?: string
}

export const decideResponsibility = (
  ask: StateResponsibility,
  known: ReadonlySet<string>,
  today: Temporal.PlainDate,
): Judged<RecordId> => ({
  because: [
    ...besideRefused(ask, today),
    ...unknownRecords([...recordIn(ask.holder), ask.child], known),
    ...(ask.verifiedOn === undefined ? [] : anyDate(ask.verifiedOn, 'verifiedOn')),
    ...(recordIn(ask.holder).includes(ask.child)
      ? [{ reason: 'related-to-themselves' as const, field: 'holder' }]
      : []),
  ],
  entries: [
    ParentalResponsibilityStated.of({
      subjects: [
        aboutRecord(ask.child),
        ...recordIn(ask.holder)
          .filter((record) => record !== ask.child)
          .map(mentionsRecord),
      ],
      ...envelopeOf(ask),
      body: {
        ...asideOf(ask),
        child: ask.child,
        holder: ask.holder,
        state: ask.state,
        basis: ask.basis,
        ...(ask.evidence === undefined ? {} : { evidence: ask.evidence }),
        ...(ask.verifiedBy === undefined ? {} : { verifiedBy: ask.verifiedBy }),
        ...(ask.verifiedOn === undefined ? {} : { verifiedOn: ask.verifiedOn }),
      },
    }),
  ],
  made: ask.child,
})

export const stateResponsibility = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateResponsibility[],
  expect?: Expect,
): Promise<Performed<RecordId>> => {
  const known = await existing(
    tx,
    asks.flatMap(({ holder, child }) => [...recordIn(holder), child]),
  )
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideResponsibility(ask, known, dayInLondon(said.at))),
    expect,
  )
}

const recordIn = (somebody: Somebody): RecordId[] =>
  typeof somebody === 'object' && 'record' in somebody ? [somebody.record] : []

export const unknownRecords = (records: readonly RecordId[], known: ReadonlySet<string>): Found[] =>
  records.every((record) => known.has(record)) ? [] : [{ reason: 'record-not-known', field: 'record' }]
