import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Authorship, RecordBook } from '#record/index.ts'
import { ConditionStated, PlacementStated, RegisterApplicationStated, TenancyStated } from '../entries/index.ts'
import { aboutHome, mentionsRecord } from '../subjects.ts'
import { bodyOf, daysRefused, envelopeOf, homeKnown, inOrder, pastDay, recordsKnown, wholeDay } from './asks.ts'
import type { Provenance } from './asks.ts'
import { existing, fits, perform } from './perform.ts'
import type { Expect, Found, Judged, Known, Performed } from './perform.ts'

/** `condition` names the report; left out, a new one is minted. */
export type StateCondition = Provenance &
  Omit<ReturnType<typeof ConditionStated.parse>, 'condition'> & { readonly condition?: string }

export const decideCondition = (ask: StateCondition, minted: string, known: Known): Judged => {
  const condition = ask.condition ?? minted
  const entry = ConditionStated.of({
    subjects: [aboutHome(ask.home)],
    ...envelopeOf(ask),
    body: { ...bodyOf(ask), condition },
  })
  const { reportedOn, madeSafeOn, doneOn, stage, dueOn } = ask
  const finished = stage === 'done'
  const differ: Found[] =
    finished !== (doneOn !== undefined) && stage !== 'closed-without-works'
      ? [{ reason: 'stage-and-dates-differ', field: 'stage' }]
      : []
  return {
    because: [
      ...homeKnown(ask, known),
      ...daysRefused(ask, known),
      ...pastDay(reportedOn, known.today, 'reportedOn'),
      ...pastDay(madeSafeOn, known.today, 'madeSafeOn'),
      ...pastDay(doneOn, known.today, 'doneOn'),
      ...wholeDay(dueOn, 'dueOn'),
      ...inOrder(reportedOn, madeSafeOn, 'done-before-reported', 'madeSafeOn'),
      ...inOrder(reportedOn, doneOn, 'done-before-reported', 'doneOn'),
      ...differ,
      ...fits(ConditionStated, entry),
    ],
    entry,
    made: condition,
  }
}

/** @returns the id of each report, in the order of the asks */
export const stateConditions = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateCondition[],
  expect?: Expect,
): Promise<Performed> => {
  const known = await knownTo(
    tx,
    said,
    asks.map(({ home }) => home),
  )
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideCondition(ask, randomUUIDv7(), known)),
    expect,
  )
}

export type StatePlacement = Provenance &
  Omit<ReturnType<typeof PlacementStated.parse>, 'placement'> & { readonly placement?: string }

export const decidePlacement = (ask: StatePlacement, minted: string, known: Known): Judged => {
  const placement = ask.placement ?? minted
  const people = ask.applicant === undefined ? [] : [ask.applicant]
  const entry = PlacementStated.of({
    subjects: [aboutHome(ask.home), ...people.map(mentionsRecord)],
    ...envelopeOf(ask),
    body: { ...bodyOf(ask), placement },
  })
  return {
    because: [
      ...homeKnown(ask, known),
      ...recordsKnown(people, known, 'applicant'),
      ...daysRefused(ask, known),
      ...wholeDay(ask.startedOn, 'startedOn'),
      ...wholeDay(ask.endedOn, 'endedOn'),
      ...inOrder(ask.startedOn, ask.endedOn, 'ended-before-it-began', 'endedOn'),
      ...pastDay(ask.agreedOn, known.today, 'agreedOn'),
      ...pastDay(ask.notified?.surgery, known.today, 'surgery'),
      ...pastDay(ask.notified?.school, known.today, 'school'),
      ...pastDay(ask.notified?.healthVisitors, known.today, 'healthVisitors'),
      ...fits(PlacementStated, entry),
    ],
    entry,
    made: placement,
  }
}

/** @returns the id of each stay, in the order of the asks */
export const statePlacements = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StatePlacement[],
  expect?: Expect,
): Promise<Performed> => {
  const known = await knownTo(
    tx,
    said,
    asks.flatMap(({ home, applicant }) => (applicant === undefined ? [home] : [home, applicant])),
  )
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decidePlacement(ask, randomUUIDv7(), known)),
    expect,
  )
}

export type StateApplication = Provenance & ReturnType<typeof RegisterApplicationStated.parse>

export const decideApplication = (ask: StateApplication, known: Known): Judged => {
  const entry = RegisterApplicationStated.of({ subjects: [aboutHome(ask.home)], ...envelopeOf(ask), body: bodyOf(ask) })
  return {
    because: [
      ...homeKnown(ask, known),
      ...daysRefused(ask, known),
      ...pastDay(ask.registeredOn, known.today, 'registeredOn'),
      ...pastDay(ask.lastBidOn, known.today, 'lastBidOn'),
      ...pastDay(ask.lastLoginOn, known.today, 'lastLoginOn'),
      ...wholeDay(ask.priorityDate, 'priorityDate'),
      ...inOrder(ask.registeredOn, ask.lastBidOn, 'bid-before-registered', 'lastBidOn'),
      ...fits(RegisterApplicationStated, entry),
    ],
    entry,
    made: ask.application,
  }
}

export const stateApplications = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateApplication[],
  expect?: Expect,
): Promise<Performed> => {
  const known = await knownTo(
    tx,
    said,
    asks.map(({ home }) => home),
  )
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideApplication(ask, known)),
    expect,
  )
}

export type StateTenancy = Provenance & ReturnType<typeof TenancyStated.parse>

export const decideTenancy = (ask: StateTenancy, known: Known): Judged => {
  const entry = TenancyStated.of({ subjects: [aboutHome(ask.home)], ...envelopeOf(ask), body: bodyOf(ask) })
  return {
    because: [
      ...homeKnown(ask, known),
      ...daysRefused(ask, known),
      ...wholeDay(ask.startedOn, 'startedOn'),
      ...wholeDay(ask.endedOn, 'endedOn'),
      ...inOrder(ask.startedOn, ask.endedOn, 'ended-before-it-began', 'endedOn'),
      ...pastDay(ask.notice?.servedOn, known.today, 'notice'),
      ...fits(TenancyStated, entry),
    ],
    entry,
    made: ask.tenancy,
  }
}

export const stateTenancies = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateTenancy[],
  expect?: Expect,
): Promise<Performed> => {
  const known = await knownTo(
    tx,
    said,
    asks.map(({ home }) => home),
  )
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideTenancy(ask, known)),
    expect,
  )
}

const knownTo = async (tx: Tx, said: Authorship, subjects: readonly string[]): Promise<Known> => ({
  subjects: await existing(tx, subjects),
  today: dayInLondon(said.at),
})
