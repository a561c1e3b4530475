import { OnApplicationStated, OnTenancyStated, SleepingArrangementStated, SleepsHereStated } from '../entries/index.ts'
import { aboutHome, aboutRecord, mentionsRecord } from '../subjects.ts'
import { homeCommand, homeKnown, recordsKnown } from './asks.ts'
import type { Provenance } from './asks.ts'
import type { Decided, Known } from './refusals.ts'
import { bodyOf, daysRefused, envelopeOf, fits, pastDay } from '#record/index.ts'

/** One person in one of the three lists. `trueFrom`: moved in; `trueUntil`: the first day on which they no longer slept here. */
export type StateOccupancy = Provenance &
  (
    | ({ readonly list: 'sleeps-here' } & ReturnType<typeof SleepsHereStated.parse>)
    | ({ readonly list: 'on-tenancy' } & ReturnType<typeof OnTenancyStated.parse>)
    | ({ readonly list: 'on-application' } & ReturnType<typeof OnApplicationStated.parse>)
  )

export const decideOccupancy = (ask: StateOccupancy, known: Known): Decided => {
  const subjects = [aboutHome(ask.home), mentionsRecord(ask.record)]
  const refused = [
    ...homeKnown(ask, known),
    ...recordsKnown([ask.record], known, 'record'),
    ...daysRefused(ask, known.today, 'whole-day'),
    ...pastDay(ask.verifiedOn, known.today, 'verifiedOn', 'whole-day'),
  ]
  const envelope = { subjects, ...envelopeOf(ask) }
  if (ask.list === 'sleeps-here') {
    const { list: _, ...body } = bodyOf(ask, 'home')
    const entry = SleepsHereStated.of({ ...envelope, body })
    return { because: [...refused, ...fits(SleepsHereStated, entry)], entries: [entry], id: ask.record }
  }
  if (ask.list === 'on-tenancy') {
    const { list: _, ...body } = bodyOf(ask, 'home')
    const entry = OnTenancyStated.of({ ...envelope, body })
    return { because: [...refused, ...fits(OnTenancyStated, entry)], entries: [entry], id: ask.record }
  }
  const { list: _, ...body } = bodyOf(ask, 'home')
  const entry = OnApplicationStated.of({ ...envelope, body })
  return { because: [...refused, ...fits(OnApplicationStated, entry)], entries: [entry], id: ask.record }
}

export const stateOccupancy = homeCommand<StateOccupancy>(
  'state occupancy',
  ({ home, record }) => [home, record],
  decideOccupancy,
)

/** Where one person sleeps. `happenedOn`: when it was seen or told. */
export type StateSleepingArrangement = Provenance & ReturnType<typeof SleepingArrangementStated.parse>

const forOne: ReadonlySet<string> = new Set(['cot', 'bedside-crib', 'moses-basket'])

export const decideSleepingArrangement = (ask: StateSleepingArrangement, known: Known): Decided => {
  const others = [...new Set(ask.with)].filter((record) => record !== ask.record)
  const entry = SleepingArrangementStated.of({
    subjects: [aboutHome(ask.home), aboutRecord(ask.record), ...others.map(mentionsRecord)],
    ...envelopeOf(ask),
    body: bodyOf(ask, 'home'),
  })
  return {
    because: [
      ...homeKnown(ask, known),
      ...recordsKnown([ask.record], known, 'record'),
      ...recordsKnown(others, known, 'with'),
      ...daysRefused(ask, known.today, 'whole-day'),
      ...(ask.with.includes(ask.record) ? [{ reason: 'shares-with-themselves' as const, field: 'with' }] : []),
      ...(forOne.has(ask.place) && others.length > 0 ? [{ reason: 'cot-is-shared' as const, field: 'place' }] : []),
      ...fits(SleepingArrangementStated, entry),
    ],
    entries: [entry],
    id: ask.record,
  }
}

export const stateSleepingArrangement = homeCommand<StateSleepingArrangement>(
  'state sleeping place',
  ({ home, record, with: others }) => [home, record, ...others],
  decideSleepingArrangement,
)
