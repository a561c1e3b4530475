import type { NewEntry, Provenance } from '#record/index.ts'
import { HomeNamed, PersonRecordOpened } from '../entries/index.ts'
import { aboutHome, aboutRecord } from '../subjects.ts'
import type { HomeId, RecordId } from '../subjects.ts'
import type { WrittenAddress } from '../facts/addresses.ts'
import { statementEntry, statementRefused } from './person-statements.ts'
import type { PersonStatement } from './person-statements.ts'
import type { Decided } from './refusals.ts'
import { command, envelopeOf, existing, whyOf } from '#record/index.ts'
import { given } from '#platform/given.ts'
import { refusalSentences } from './refusals.ts'

/** An agency's record of somebody, with whatever it says of them at once. */
export interface OpenRecord extends Provenance {
  /** Given only where the caller mints ids itself. */
  readonly record?: RecordId
  /** The agency's own number for the person. */
  readonly reference?: string
  readonly statements: readonly PersonStatement[]
}

export const decideOpenRecord = (ask: OpenRecord, minted: RecordId, today: Temporal.PlainDate): Decided<RecordId> => {
  const record = ask.record ?? minted
  const opened = PersonRecordOpened.of({
    subjects: [aboutRecord(record)],
    ...envelopeOf(ask),
    body: { ...whyOf(ask), ...(ask.reference === undefined ? {} : { reference: ask.reference.trim() }) },
  })
  return {
    because: ask.statements.flatMap((statement, at) =>
      statementRefused(statement, today).map((found) => ({ ...found, field: `statements.${at}.${found.field ?? ''}` })),
    ),
    entries: [opened, ...ask.statements.map((statement) => statementEntry(record, statement))],
    id: record,
  }
}

/** @returns the id of each record, in the order of the asks */
export const openRecord = command({
  name: 'open record',
  sentences: refusalSentences,
  gather: async (_tx, _asks: readonly OpenRecord[]) => undefined,
  decide: (ask, _known, { today, mint }) => decideOpenRecord(ask, `record:${mint()}`, today),
})

export interface StateAboutPerson {
  readonly record: RecordId
  readonly statement: PersonStatement
}

export const decideStatement = (
  ask: StateAboutPerson,
  known: ReadonlySet<string>,
  today: Temporal.PlainDate,
): Decided<RecordId> => ({
  because: [
    ...(known.has(ask.record) ? [] : [{ reason: 'record-not-known' as const, field: 'record' }]),
    ...statementRefused(ask.statement, today),
  ],
  entries: [statementEntry(ask.record, ask.statement)],
  id: ask.record,
})

export const stateAboutPerson = command({
  name: 'state about person',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly StateAboutPerson[]) =>
    existing(
      tx,
      asks.map(({ record }) => record),
    ),
  decide: (ask, known, { today }) => decideStatement(ask, known, today),
})

export interface NameHome extends Provenance, WrittenAddress {
  readonly home?: HomeId
  readonly uprn?: string
  readonly borough: 'inside' | 'outside' | 'not-known'
}

/** @returns the id of each home, in the order of the asks */
export const nameHome = command({
  name: 'name home',
  sentences: refusalSentences,
  gather: async (_tx, _asks: readonly NameHome[]) => undefined,
  decide: (ask, _known, { mint }): Decided<HomeId> => {
    const home = ask.home ?? `home:${mint()}`
    return { because: [], entries: [homeEntry(home, ask)], id: home }
  },
})

const homeEntry = (home: HomeId, ask: NameHome): NewEntry =>
  HomeNamed.of({
    subjects: [aboutHome(home)],
    ...envelopeOf(ask),
    body: {
      ...whyOf(ask),
      lines: [...ask.lines],
      borough: ask.borough,
      ...given({ postcode: ask.postcode, unit: ask.unit, uprn: ask.uprn }),
    },
  })
