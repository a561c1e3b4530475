import type { NewEntry, Subject, Provenance } from '#record/index.ts'
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
import type { Decided, Found } from './refusals.ts'
import { anyDay, command, daysRefused, envelopeOf, existing, whyOf } from '#record/index.ts'
import { given } from '#platform/given.ts'
import { refusalSentences } from './refusals.ts'

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
): Decided<RecordId> => {
  const because: Found[] = [...daysRefused(ask, today), ...unknownRecords([...recordIn(ask.from), ask.to], known)]
  if (recordIn(ask.from).includes(ask.to)) because.push({ reason: 'related-to-themselves', field: 'to' })
  return { because, entries: [relationshipEntry(ask)], id: ask.to }
}

export const stateRelationship = command({
  name: 'state relationship',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly StateRelationship[]) =>
    existing(
      tx,
      asks.flatMap(({ from, to }) => [...recordIn(from), to]),
    ),
  decide: (ask, known, { today }) => decideRelationship(ask, known, today),
})

export const relationshipEntry = (ask: StateRelationship): NewEntry => {
  const subjects: Subject[] = [...recordIn(ask.from).filter((record) => record !== ask.to), ask.to].map(aboutRecord)
  return RelationshipStated.of({
    subjects,
    ...envelopeOf(ask),
    body: {
      ...whyOf(ask),
      from: ask.from,
      type: ask.type,
      to: ask.to,
      ...given({ as: ask.as, birth: ask.birth, ended: ask.ended }),
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
): Decided<RecordId> => ({
  because: [
    ...daysRefused(ask, today),
    ...unknownRecords([...recordIn(ask.holder), ask.child], known),
    ...(ask.verifiedOn === undefined ? [] : anyDay(ask.verifiedOn, 'verifiedOn')),
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
        ...whyOf(ask),
        child: ask.child,
        holder: ask.holder,
        state: ask.state,
        basis: ask.basis,
        ...given({ evidence: ask.evidence, verifiedBy: ask.verifiedBy, verifiedOn: ask.verifiedOn }),
      },
    }),
  ],
  id: ask.child,
})

export const stateResponsibility = command({
  name: 'state responsibility',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly StateResponsibility[]) =>
    existing(
      tx,
      asks.flatMap(({ holder, child }) => [...recordIn(holder), child]),
    ),
  decide: (ask, known, { today }) => decideResponsibility(ask, known, today),
})

const recordIn = (somebody: Somebody): RecordId[] =>
  typeof somebody === 'object' && 'record' in somebody ? [somebody.record] : []

export const unknownRecords = (records: readonly RecordId[], known: ReadonlySet<string>): Found[] =>
  records.every((record) => known.has(record)) ? [] : [{ reason: 'record-not-known', field: 'record' }]
