import { ConditionStated, PlacementStated, RegisterApplicationStated, TenancyStated } from '../entries/index.ts'
import { aboutHome, mentionsRecord } from '../subjects.ts'
import { homeCommand, homeKnown, recordsKnown } from './asks.ts'
import type { Provenance } from './asks.ts'
import type { Decided, Found, Known } from './refusals.ts'
import { anyDay, bodyOf, daysRefused, envelopeOf, fits, inOrder, pastDay } from '#record/index.ts'

/** `condition` names the report; left out, a new one is minted. */
export type StateCondition = Provenance &
  Omit<ReturnType<typeof ConditionStated.parse>, 'condition'> & { readonly condition?: string }

export const decideCondition = (ask: StateCondition, minted: string, known: Known): Decided => {
  const condition = ask.condition ?? minted
  const entry = ConditionStated.of({
    subjects: [aboutHome(ask.home)],
    ...envelopeOf(ask),
    body: { ...bodyOf(ask, 'home'), condition },
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
      ...daysRefused(ask, known.today, 'whole-day'),
      ...pastDay(reportedOn, known.today, 'reportedOn', 'whole-day'),
      ...pastDay(madeSafeOn, known.today, 'madeSafeOn', 'whole-day'),
      ...pastDay(doneOn, known.today, 'doneOn', 'whole-day'),
      ...anyDay(dueOn, 'dueOn', 'whole-day'),
      ...inOrder(reportedOn, madeSafeOn, 'done-before-reported', 'madeSafeOn'),
      ...inOrder(reportedOn, doneOn, 'done-before-reported', 'doneOn'),
      ...differ,
      ...fits(ConditionStated, entry),
    ],
    entries: [entry],
    id: condition,
  }
}

/** @returns the id of each report, in the order of the asks */
export const stateCondition = homeCommand<StateCondition>(
  'state condition',
  ({ home }) => [home],
  (ask, known, mint) => decideCondition(ask, mint(), known),
)

export type StatePlacement = Provenance &
  Omit<ReturnType<typeof PlacementStated.parse>, 'placement'> & { readonly placement?: string }

export const decidePlacement = (ask: StatePlacement, minted: string, known: Known): Decided => {
  const placement = ask.placement ?? minted
  const people = ask.applicant === undefined ? [] : [ask.applicant]
  const entry = PlacementStated.of({
    subjects: [aboutHome(ask.home), ...people.map(mentionsRecord)],
    ...envelopeOf(ask),
    body: { ...bodyOf(ask, 'home'), placement },
  })
  return {
    because: [
      ...homeKnown(ask, known),
      ...recordsKnown(people, known, 'applicant'),
      ...daysRefused(ask, known.today, 'whole-day'),
      ...anyDay(ask.startedOn, 'startedOn', 'whole-day'),
      ...anyDay(ask.endedOn, 'endedOn', 'whole-day'),
      ...inOrder(ask.startedOn, ask.endedOn, 'ended-before-it-began', 'endedOn'),
      ...pastDay(ask.agreedOn, known.today, 'agreedOn', 'whole-day'),
      ...pastDay(ask.notified?.surgery, known.today, 'surgery', 'whole-day'),
      ...pastDay(ask.notified?.school, known.today, 'school', 'whole-day'),
      ...pastDay(ask.notified?.healthVisitors, known.today, 'healthVisitors', 'whole-day'),
      ...fits(PlacementStated, entry),
    ],
    entries: [entry],
    id: placement,
  }
}

/** @returns the id of each stay, in the order of the asks */
export const statePlacement = homeCommand<StatePlacement>(
  'state placement',
  ({ home, applicant }) => (applicant === undefined ? [home] : [home, applicant]),
  (ask, known, mint) => decidePlacement(ask, mint(), known),
)

export type StateApplication = Provenance & ReturnType<typeof RegisterApplicationStated.parse>

export const decideApplication = (ask: StateApplication, known: Known): Decided => {
  const entry = RegisterApplicationStated.of({
    subjects: [aboutHome(ask.home)],
    ...envelopeOf(ask),
    body: bodyOf(ask, 'home'),
  })
  return {
    because: [
      ...homeKnown(ask, known),
      ...daysRefused(ask, known.today, 'whole-day'),
      ...pastDay(ask.registeredOn, known.today, 'registeredOn', 'whole-day'),
      ...pastDay(ask.lastBidOn, known.today, 'lastBidOn', 'whole-day'),
      ...pastDay(ask.lastLoginOn, known.today, 'lastLoginOn', 'whole-day'),
      ...anyDay(ask.priorityDate, 'priorityDate', 'whole-day'),
      ...inOrder(ask.registeredOn, ask.lastBidOn, 'bid-before-registered', 'lastBidOn'),
      ...fits(RegisterApplicationStated, entry),
    ],
    entries: [entry],
    id: ask.application,
  }
}

export const stateApplication = homeCommand<StateApplication>(
  'state application',
  ({ home }) => [home],
  decideApplication,
)

export type StateTenancy = Provenance & ReturnType<typeof TenancyStated.parse>

const decideTenancy = (ask: StateTenancy, known: Known): Decided => {
  const entry = TenancyStated.of({ subjects: [aboutHome(ask.home)], ...envelopeOf(ask), body: bodyOf(ask, 'home') })
  return {
    because: [
      ...homeKnown(ask, known),
      ...daysRefused(ask, known.today, 'whole-day'),
      ...anyDay(ask.startedOn, 'startedOn', 'whole-day'),
      ...anyDay(ask.endedOn, 'endedOn', 'whole-day'),
      ...inOrder(ask.startedOn, ask.endedOn, 'ended-before-it-began', 'endedOn'),
      ...pastDay(ask.notice?.servedOn, known.today, 'notice', 'whole-day'),
      ...fits(TenancyStated, entry),
    ],
    entries: [entry],
    id: ask.tenancy,
  }
}

export const stateTenancy = homeCommand<StateTenancy>('state tenancy', ({ home }) => [home], decideTenancy)
