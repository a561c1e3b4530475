import type { Sensitivity, Provenance } from '#record/index.ts'
import { ContactRecorded } from '../entries/index.ts'
import type { Channel } from '../entries/index.ts'
import { aboutFamily, aboutRecord } from '../subjects.ts'
import type { FamilyId, RecordId } from '../subjects.ts'
import { unknownRecords } from './relationships.ts'
import type { Decided, Found } from './refusals.ts'
import { command, daysRefused, envelopeOf, existing, whyOf } from '#record/index.ts'
import { refusalSentences } from './refusals.ts'

/** What was seen, said or done. The writer chooses how sensitive it is. */
export interface RecordContact extends Provenance {
  readonly family: FamilyId
  readonly happenedOn: string
  readonly sensitivity: Sensitivity
  readonly channel: Channel
  readonly what: string
  /** Everybody seen or spoken to, children too. */
  readonly persons: readonly RecordId[]
  readonly children: readonly {
    readonly child: RecordId
    readonly seen: 'yes' | 'no' | 'not-known'
    readonly alone?: 'yes' | 'no' | 'not-known'
  }[]
  readonly interpreter: { readonly language: string } | 'not-needed' | 'needed-but-none' | 'not-known'
}

export const decideContact = (
  ask: RecordContact,
  known: ReadonlySet<string>,
  today: Temporal.PlainDate,
): Decided<FamilyId> => {
  const because: Found[] = [
    ...daysRefused(ask, today),
    ...unknownRecords([...ask.persons, ...ask.children.map(({ child }) => child)], known),
  ]
  if (!known.has(ask.family)) because.push({ reason: 'family-not-known', field: 'family' })
  if (
    ask.persons.length === 0 &&
    ask.children.every(({ seen }) => seen !== 'yes') &&
    ask.channel !== 'not-met' &&
    ask.channel !== 'letter' &&
    ask.channel !== 'message'
  ) {
    because.push({ reason: 'nobody-seen', field: 'persons' })
  }
  const seen = [
    ...new Set([...ask.persons, ...ask.children.filter((child) => child.seen === 'yes').map(({ child }) => child)]),
  ]
  return {
    because,
    entries: [
      ContactRecorded.of({
        subjects: [aboutFamily(ask.family), ...seen.map(aboutRecord)],
        ...envelopeOf(ask),
        body: {
          ...whyOf(ask),
          channel: ask.channel,
          what: ask.what,
          children: ask.children.map((child) => ({ ...child })),
          interpreter: ask.interpreter,
        },
      }),
    ],
    id: ask.family,
  }
}

export const recordContact = command({
  name: 'record contact',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly RecordContact[]) =>
    existing(
      tx,
      asks.flatMap(({ family, persons, children }) => [family, ...persons, ...children.map(({ child }) => child)]),
    ),
  decide: (ask, known, { today }) => decideContact(ask, known, today),
})
