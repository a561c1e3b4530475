import { given } from '#platform/given.ts'
import { dayFrom } from '#platform/dates.ts'
import { standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import {
  AssessmentStated,
  ChildInNeedPlanStated,
  ChildProtectionPlanStated,
  ConferenceStated,
  SectionFortySevenStated,
} from './entries.ts'

export interface PlanFact {
  readonly plan: 'child-in-need' | 'child-protection'
  /** The case system's own key. */
  readonly reference: string
  /** The child's record. */
  readonly record: string
  readonly category?: string
  readonly from?: string
  /** The first day without it. */
  readonly until?: string
  /** `no-longer-said`: the case system's extract holds it no more, which is not the same as ended. */
  readonly state: 'now' | 'to-come' | 'before' | 'no-longer-said'
  readonly entry: string
  readonly agency: string
}

/**
 * The plans of these entries' children on a day, those in force first, then by when they began, the latest first. An ended plan stays.
 *
 * @param noLongerSaid entries of which their agency says no more
 * @example begun 21 April 2026, ended 14 August 2026: on 13 August 2026 it is now, on 14 August 2026 it is before
 */
export const plansOn = (
  entries: readonly Entry[],
  day: Temporal.PlainDate,
  noLongerSaid: ReadonlySet<string> = new Set(),
): PlanFact[] =>
  lastSaid(standing(entries))
    .flatMap((entry) => planOf(entry, day, noLongerSaid.has(entry.id)))
    .toSorted(
      (one, other) =>
        order.indexOf(one.state) - order.indexOf(other.state) || (other.from ?? '').localeCompare(one.from ?? ''),
    )

const order: readonly PlanFact['state'][] = ['now', 'to-come', 'no-longer-said', 'before']

const planOf = (entry: Entry, day: Temporal.PlainDate, gone: boolean): PlanFact[] => {
  const record = aboutRecord(entry)
  const dates = { ...given({ from: entry.trueFrom, until: entry.trueUntil }) }
  const state = stateOn(entry, day, gone)
  if (ChildInNeedPlanStated.is(entry))
    return [
      {
        plan: 'child-in-need',
        reference: entry.body.plan,
        record,
        ...dates,
        state,
        entry: entry.id,
        agency: entry.agency,
      },
    ]
  if (!ChildProtectionPlanStated.is(entry)) return []
  const category = entry.body.category ?? entry.body.categoryAtFirst
  return [
    {
      plan: 'child-protection',
      reference: entry.body.plan,
      record,
      ...given({ category }),
      ...dates,
      state,
      entry: entry.id,
      agency: entry.agency,
    },
  ]
}

const stateOn = (entry: Entry, day: Temporal.PlainDate, gone: boolean): PlanFact['state'] => {
  const until = entry.trueUntil === undefined ? undefined : dayFrom(entry.trueUntil)
  const from = entry.trueFrom === undefined ? undefined : dayFrom(entry.trueFrom)
  if (until !== undefined && Temporal.PlainDate.compare(until, day) <= 0) return 'before'
  if (gone) return 'no-longer-said'
  return from !== undefined && Temporal.PlainDate.compare(from, day) > 0 ? 'to-come' : 'now'
}

/** An assessment or a section 47 enquiry. */
export interface WorkFact {
  readonly work: 'assessment' | 'section-47'
  readonly record: string
  readonly from?: string
  /** The day on which it was finished. */
  readonly ended?: string
  readonly outcome?: string
  readonly noFurtherAction?: 'yes' | 'no'
  readonly state: 'open' | 'finished' | 'no-longer-said'
  readonly entry: string
}

export interface ConferenceFact {
  readonly as: 'initial' | 'review'
  readonly record: string
  readonly dueOn?: string
  readonly heldOn?: string
  readonly planMade?: 'yes' | 'no'
  readonly planContinues?: 'yes' | 'no'
  /** `overdue`: the day on which it was due has passed, and no day is recorded on which it was held. */
  readonly state: 'held' | 'to-come' | 'overdue' | 'not-known'
  readonly entry: string
}

/** The assessments and section 47 enquiries of these entries' children on a day, those that began last first. One without an end is open. */
export const workOn = (
  entries: readonly Entry[],
  day: Temporal.PlainDate,
  noLongerSaid: ReadonlySet<string> = new Set(),
): WorkFact[] =>
  lastSaid(standing(entries))
    .flatMap((entry): WorkFact[] => {
      const read = AssessmentStated.is(entry)
        ? { work: 'assessment' as const, ended: entry.body.authorisedOn, body: entry.body }
        : SectionFortySevenStated.is(entry)
          ? { work: 'section-47' as const, ended: entry.body.endedOn, body: entry.body }
          : undefined
      if (read === undefined) return []
      const {
        work,
        ended,
        body: { startedOn: from, outcome, noFurtherAction },
      } = read
      const finished = ended !== undefined && ended <= day.toString()
      return [
        {
          work,
          record: aboutRecord(entry),
          state: finished ? 'finished' : noLongerSaid.has(entry.id) ? 'no-longer-said' : 'open',
          entry: entry.id,
          ...filled({ from, ended: finished ? ended : undefined, outcome, noFurtherAction }),
        },
      ]
    })
    .toSorted((one, other) => (other.from ?? '').localeCompare(one.from ?? ''))

/** The conferences of these entries' children on a day, the latest first. */
export const conferencesOn = (entries: readonly Entry[], day: Temporal.PlainDate): ConferenceFact[] =>
  lastSaid(standing(entries))
    .filter(ConferenceStated.is)
    .map((entry): ConferenceFact => {
      const { as, dueOn, heldOn, planMade, planContinues } = entry.body
      const today = day.toString()
      const state =
        heldOn !== undefined && heldOn <= today
          ? 'held'
          : (heldOn ?? dueOn) === undefined
            ? 'not-known'
            : (heldOn ?? dueOn ?? '') >= today
              ? 'to-come'
              : 'overdue'
      return {
        as,
        record: aboutRecord(entry),
        state,
        entry: entry.id,
        ...filled({ dueOn, heldOn, planMade, planContinues }),
      }
    })
    .toSorted((one, other) => (other.heldOn ?? other.dueOn ?? '').localeCompare(one.heldOn ?? one.dueOn ?? ''))

/** What left an extract and came back is said twice: the later is what is said. */
const lastSaid = (entries: readonly Entry[]): Entry[] => [
  ...new Map(
    entries.map((entry) => [`${entry.kind} ${entry.agency} ${aboutRecord(entry)} ${keyOf(entry)}`, entry]),
  ).values(),
]

const keyOf = (entry: Entry): string => {
  if (ChildInNeedPlanStated.is(entry) || ChildProtectionPlanStated.is(entry)) return entry.body.plan
  if (AssessmentStated.is(entry)) return entry.body.assessment
  if (SectionFortySevenStated.is(entry)) return entry.body.enquiry
  return ConferenceStated.is(entry) ? `${entry.body.as} ${entry.body.conference}` : entry.id
}

const aboutRecord = (entry: Entry): string =>
  entry.subjects.find(({ type, role }) => type === 'record' && role === 'about')?.id ?? ''

const filled = <T extends Readonly<Record<string, string | undefined>>>(
  parts: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  // What is undefined was taken out; the rest is as it was.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
