import type { Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Authorship, RecordBook } from '#record/index.ts'
import { OnApplicationStated, OnTenancyStated, SleepingArrangementStated, SleepsHereStated } from '../entries/index.ts'
import { aboutHome, aboutRecord, mentionsRecord } from '../subjects.ts'
import { bodyOf, daysRefused, envelopeOf, homeKnown, pastDay, recordsKnown } from './asks.ts'
import type { Provenance } from './asks.ts'
import { existing, fits, perform } from './perform.ts'
import type { Expect, Judged, Known, Performed } from './perform.ts'

/** One person in one of the three lists. `trueFrom`: moved in; `trueUntil`: the first day on which they no longer slept here. */
export type StateOccupancy = Provenance &
  (
    | ({ readonly list: 'sleeps-here' } & ReturnType<typeof SleepsHereStated.parse>)
    | ({ readonly list: 'on-tenancy' } & ReturnType<typeof OnTenancyStated.parse>)
    | ({ readonly list: 'on-application' } & ReturnType<typeof OnApplicationStated.parse>)
  )

export const decideOccupancy = (ask: StateOccupancy, known: Known): Judged => {
  const subjects = [aboutHome(ask.home), mentionsRecord(ask.record)]
  const refused = [
    ...homeKnown(ask, known),
    ...recordsKnown([ask.record], known, 'record'),
    ...daysRefused(ask, known),
    ...pastDay(ask.verifiedOn, known.today, 'verifiedOn'),
  ]
  const envelope = { subjects, ...envelopeOf(ask) }
  if (ask.list === 'sleeps-here') {
    const { list: _, ...body } = bodyOf(ask)
    const entry = SleepsHereStated.of({ ...envelope, body })
    return { because: [...refused, ...fits(SleepsHereStated, entry)], entry, made: ask.record }
  }
  if (ask.list === 'on-tenancy') {
    const { list: _, ...body } = bodyOf(ask)
    const entry = OnTenancyStated.of({ ...envelope, body })
    return { because: [...refused, ...fits(OnTenancyStated, entry)], entry, made: ask.record }
  }
  const { list: _, ...body } = bodyOf(ask)
  const entry = OnApplicationStated.of({ ...envelope, body })
  return { because: [...refused, ...fits(OnApplicationStated, entry)], entry, made: ask.record }
}

export const stateOccupancy = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateOccupancy[],
  expect?: Expect,
): Promise<Performed> => {
  const known = {
    subjects: await existing(
      tx,
      asks.flatMap(({ home, record }) => [home, record]),
    ),
    today: dayInLondon(said.at),
  }
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideOccupancy(ask, known)),
    expect,
  )
}

/** Where one person sleeps. `happenedOn`: when it was seen or told. */
export type StateSleepingArrangement = Provenance & ReturnType<typeof SleepingArrangementStated.parse>

const forOne: ReadonlySet<string> = new Set(['cot', 'bedside-crib', 'moses-basket'])

export const decideSleepingArrangement = (ask: StateSleepingArrangement, known: Known): Judged => {
  const others = [...new Set(ask.with)].filter((record) => record !== ask.record)
  const entry = SleepingArrangementStated.of({
    subjects: [aboutHome(ask.home), aboutRecord(ask.record), ...others.map(mentionsRecord)],
    ...envelopeOf(ask),
    body: bodyOf(ask),
  })
  return {
    because: [
      ...homeKnown(ask, known),
      ...recordsKnown([ask.record], known, 'record'),
      ...recordsKnown(others, known, 'with'),
      ...daysRefused(ask, known),
      ...(ask.with.includes(ask.record) ? [{ reason: 'shares-with-themselves' as const, field: 'with' }] : []),
      ...(forOne.has(ask.place) && others.length > 0 ? [{ reason: 'cot-is-shared' as const, field: 'place' }] : []),
      ...fits(SleepingArrangementStated, entry),
    ],
    entry,
    made: ask.record,
  }
}

export const stateSleepingArrangements = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateSleepingArrangement[],
  expect?: Expect,
): Promise<Performed> => {
  const known = {
    subjects: await existing(
      tx,
      asks.flatMap(({ home, record, with: others }) => [home, record, ...others]),
    ),
    today: dayInLondon(said.at),
  }
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideSleepingArrangement(ask, known)),
    expect,
  )
}
