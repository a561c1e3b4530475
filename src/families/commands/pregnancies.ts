import type { Tx } from '#platform/database/index.ts'
import {
  entriesAbout,
  standing,
  anyDay,
  command,
  daysRefused,
  envelopeOf,
  existing,
  pastDay,
  whyOf,
} from '#record/index.ts'
import type { Provenance } from '#record/index.ts'
import { span } from '#platform/said-dates.ts'
import {
  BirthStated,
  ChildOfPregnancyBorn,
  PersonRecordOpened,
  PregnancyEnded,
  PregnancyOutcomeStated,
  PregnancyStated,
} from '../entries/index.ts'
import { aboutRecord, mentionsRecord } from '../subjects.ts'
import type { RecordId } from '../subjects.ts'
import { statementEntry, statementRefused } from './person-statements.ts'
import type { PersonStatement } from './person-statements.ts'
import { relationshipEntry, unknownRecords } from './relationships.ts'
import type { Decided, Found } from './refusals.ts'
import { given } from '#platform/given.ts'
import { refusalSentences } from './refusals.ts'

/** A child is expected: when and how many, or not known. Naming an earlier `pregnancy` revises it. */
export interface StatePregnancy extends Provenance {
  readonly mother: RecordId
  readonly pregnancy?: string
  readonly expected: string
  readonly babies: number | 'not-known'
}

interface KnownPregnancies {
  readonly known: ReadonlySet<string>
  /** `mother pregnancy` of every pregnancy told of, and of those that ended. */
  readonly told: ReadonlySet<string>
  readonly ended: ReadonlySet<string>
}

export const decidePregnancy = (
  ask: StatePregnancy,
  minted: string,
  { known, told, ended }: KnownPregnancies,
  today: Temporal.PlainDate,
): Decided<string> => {
  const pregnancy = ask.pregnancy ?? minted
  const because: Found[] = [
    ...daysRefused(ask, today),
    ...unknownRecords([ask.mother], known),
    ...(ask.expected === 'not-known' ? [] : anyDay(ask.expected, 'expected')),
  ]
  if (ask.pregnancy !== undefined && !told.has(`${ask.mother} ${pregnancy}`))
    because.push({ reason: 'pregnancy-not-known', field: 'pregnancy' })
  if (ended.has(`${ask.mother} ${pregnancy}`)) because.push({ reason: 'pregnancy-ended', field: 'pregnancy' })
  return {
    because,
    entries: [
      PregnancyStated.of({
        subjects: [aboutRecord(ask.mother)],
        ...envelopeOf(ask),
        body: { ...whyOf(ask), pregnancy, expected: ask.expected, babies: ask.babies },
      }),
    ],
    id: pregnancy,
  }
}

/** @returns the id of each pregnancy, in the order of the asks */
export const statePregnancy = command({
  name: 'state pregnancy',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly StatePregnancy[]) =>
    knownPregnancies(
      tx,
      asks.map(({ mother }) => mother),
    ),
  decide: (ask, known, { today, mint }) => decidePregnancy(ask, mint(), known, today),
})

/**
 * A pregnancy ended. That it did is ordinary, so that every notice stops at once; how it ended is another entry, health
 * information. Children born are opened as records of the mother's, told as siblings of one birth, and joined to nobody else:
 * nothing is said of parental responsibility.
 */
export interface EndPregnancy extends Provenance {
  readonly mother: RecordId
  readonly pregnancy: string
  readonly on: string
  readonly outcome?: 'births' | 'births-and-losses' | 'loss' | 'not-known'
  readonly detail?: string
  readonly born: readonly {
    readonly record?: RecordId
    readonly reference?: string
    readonly statements: readonly PersonStatement[]
  }[]
}

export const decideEnd = (
  ask: EndPregnancy,
  mint: () => RecordId,
  { told, ended }: Pick<KnownPregnancies, 'told' | 'ended'>,
  today: Temporal.PlainDate,
): Decided<readonly RecordId[]> => {
  const key = `${ask.mother} ${ask.pregnancy}`
  const because: Found[] = [...daysRefused(ask, today), ...(ask.on === 'not-known' ? [] : pastDay(ask.on, today, 'on'))]
  if (!told.has(key)) because.push({ reason: 'pregnancy-not-known', field: 'pregnancy' })
  if (ended.has(key)) because.push({ reason: 'pregnancy-ended', field: 'pregnancy' })
  for (const { statements } of ask.born)
    because.push(...statements.flatMap((statement) => statementRefused(statement, today)))
  const children = ask.born.map((child) => ({ ...child, record: child.record ?? mint() }))
  const when = span(ask.on) === undefined ? {} : { happenedOn: ask.on }
  const { pregnancy, mother } = ask
  return {
    because,
    entries: [
      PregnancyEnded.of({
        subjects: [aboutRecord(mother)],
        ...envelopeOf(ask),
        ...when,
        body: { ...whyOf(ask), pregnancy, on: ask.on },
      }),
      ...(ask.outcome === undefined
        ? []
        : [
            PregnancyOutcomeStated.of({
              subjects: [aboutRecord(mother)],
              ...when,
              body: { pregnancy, outcome: ask.outcome, ...given({ detail: ask.detail }) },
            }),
          ]),
      ...children.flatMap(({ record, reference, statements }) => [
        PersonRecordOpened.of({ subjects: [aboutRecord(record)], body: reference === undefined ? {} : { reference } }),
        ...(statements.some(({ say }) => say === 'birth')
          ? []
          : [BirthStated.of({ subjects: [aboutRecord(record)], ...when, body: { on: ask.on } })]),
        ...statements.map((statement) => statementEntry(record, statement)),
        ChildOfPregnancyBorn.of({
          subjects: [aboutRecord(mother), mentionsRecord(record)],
          ...when,
          body: { pregnancy, child: record },
        }),
        relationshipEntry({ from: { record: mother }, type: 'parent', as: 'mother', to: record }),
      ]),
      ...children.flatMap((one, at) =>
        children
          .slice(at + 1)
          .map((other) =>
            relationshipEntry({ from: { record: one.record }, type: 'sibling', to: other.record, birth: 'twin' }),
          ),
      ),
    ],
    id: children.map(({ record }) => record),
  }
}

/** @returns the records of the children born, for each ask */
export const endPregnancy = command({
  name: 'end pregnancy',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly EndPregnancy[]) =>
    knownPregnancies(
      tx,
      asks.map(({ mother }) => mother),
    ),
  decide: (ask, known, { today, mint }) => decideEnd(ask, () => `record:${mint()}`, known, today),
})

const knownPregnancies = async (tx: Tx, mothers: readonly RecordId[]): Promise<KnownPregnancies> => {
  const entries = standing(
    await entriesAbout(tx, { subjects: [...new Set(mothers)], kinds: [PregnancyStated.kind, PregnancyEnded.kind] }),
  )
  const told = new Set<string>()
  const ended = new Set<string>()
  for (const entry of entries) {
    const mother = entry.subjects[0]?.id ?? ''
    if (PregnancyStated.is(entry)) told.add(`${mother} ${entry.body.pregnancy}`)
    if (PregnancyEnded.is(entry)) ended.add(`${mother} ${entry.body.pregnancy}`)
  }
  return { known: await existing(tx, mothers), told, ended }
}
