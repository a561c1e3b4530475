import type { Tx } from '#platform/database/index.ts'
import type { Authorship, NewEntry, RecordBook } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { HomeNamed, PersonRecordOpened } from '../entries/index.ts'
import { aboutHome, aboutRecord, newHomeId, newRecordId } from '../subjects.ts'
import type { HomeId, RecordId } from '../subjects.ts'
import type { WrittenAddress } from '../facts/addresses.ts'
import { asideOf, envelopeOf } from './asks.ts'
import type { Provenance } from './asks.ts'
import { existing } from './known.ts'
import { perform } from './perform.ts'
import type { Expect, Judged, Performed } from './perform.ts'
import { statementEntry, statementRefused } from './person-statements.ts'
import type { PersonStatement } from './person-statements.ts'

/** An agency's record of somebody, with whatever it says of them at once. */
export interface OpenRecord extends Provenance {
  /** Given only where the caller mints ids itself. */
  readonly record?: RecordId
  /** The agency's own number for the person. */
  readonly reference?: string
  readonly statements: readonly PersonStatement[]
}

export const decideOpenRecord = (ask: OpenRecord, minted: RecordId, today: Temporal.PlainDate): Judged<RecordId> => {
  const record = ask.record ?? minted
  const opened = PersonRecordOpened.of({
    subjects: [aboutRecord(record)],
    ...envelopeOf(ask),
    body: { ...asideOf(ask), ...(ask.reference === undefined ? {} : { reference: ask.reference.trim() }) },
  })
  return {
    because: ask.statements.flatMap((statement, at) =>
      statementRefused(statement, today).map((found) => ({ ...found, field: `statements.${at}.${found.field ?? ''}` })),
    ),
    entries: [opened, ...ask.statements.map((statement) => statementEntry(record, statement))],
    made: record,
  }
}

/** @returns the id of each record, in the order of the asks */
export const openRecords = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly OpenRecord[],
  expect?: Expect,
): Promise<Performed<RecordId>> =>
  perform(
    book,
    tx,
    said,
    asks.map((ask) => decideOpenRecord(ask, newRecordId(), dayInLondon(said.at))),
    expect,
  )

export interface StateAboutPerson {
  readonly record: RecordId
  readonly statement: PersonStatement
}

export const decideStatement = (
  ask: StateAboutPerson,
  known: ReadonlySet<string>,
  today: Temporal.PlainDate,
): Judged<RecordId> => ({
  because: [
    ...(known.has(ask.record) ? [] : [{ reason: 'record-not-known' as const, field: 'record' }]),
    ...statementRefused(ask.statement, today),
  ],
  entries: [statementEntry(ask.record, ask.statement)],
  made: ask.record,
})

export const stateAboutPerson = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateAboutPerson[],
  expect?: Expect,
): Promise<Performed<RecordId>> => {
  const known = await existing(
    tx,
    asks.map(({ record }) => record),
  )
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideStatement(ask, known, dayInLondon(said.at))),
    expect,
  )
}

export interface NameHome extends Provenance, WrittenAddress {
  readonly home?: HomeId
  readonly uprn?: string
  readonly borough: 'inside' | 'outside' | 'not-known'
}

/** @returns the id of each home, in the order of the asks */
export const nameHomes = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly NameHome[],
  expect?: Expect,
): Promise<Performed<HomeId>> =>
  perform(
    book,
    tx,
    said,
    asks.map((ask): Judged<HomeId> => {
      const home = ask.home ?? newHomeId()
      return { because: [], entries: [homeEntry(home, ask)], made: home }
    }),
    expect,
  )

const homeEntry = (home: HomeId, ask: NameHome): NewEntry =>
  HomeNamed.of({
    subjects: [aboutHome(home)],
    ...envelopeOf(ask),
    body: {
      ...asideOf(ask),
      lines: [...ask.lines],
      borough: ask.borough,
      ...(ask.postcode === undefined ? {} : { postcode: ask.postcode }),
      ...(ask.unit === undefined ? {} : { unit: ask.unit }),
      ...(ask.uprn === undefined ? {} : { uprn: ask.uprn }),
    },
  })
