import { dayFrom } from '#platform/dates.ts'
import { standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { ChildInNeedPlanStated, ChildProtectionPlanStated } from './entries.ts'

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
export const plansOn = (entries: readonly Entry[], day: Temporal.PlainDate, noLongerSaid: ReadonlySet<string> = new Set()): PlanFact[] =>
  standing(entries)
    .flatMap((entry) => planOf(entry, day, noLongerSaid.has(entry.id)))
    .toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state) || (other.from ?? '').localeCompare(one.from ?? ''))

const order: readonly PlanFact['state'][] = ['now', 'to-come', 'no-longer-said', 'before']

const planOf = (entry: Entry, day: Temporal.PlainDate, gone: boolean): PlanFact[] => {
  const record = entry.subjects.find(({ type, role }) => type === 'record' && role === 'about')?.id ?? ''
  const dates = { ...(entry.trueFrom === undefined ? {} : { from: entry.trueFrom }), ...(entry.trueUntil === undefined ? {} : { until: entry.trueUntil }) }
  const state = stateOn(entry, day, gone)
  if (ChildInNeedPlanStated.is(entry)) return [{ plan: 'child-in-need', reference: entry.body.plan, record, ...dates, state, entry: entry.id, agency: entry.agency }]
  if (!ChildProtectionPlanStated.is(entry)) return []
  const category = entry.body.category ?? entry.body.categoryAtFirst
  return [{ plan: 'child-protection', reference: entry.body.plan, record, ...(category === undefined ? {} : { category }), ...dates, state, entry: entry.id, agency: entry.agency }]
}

const stateOn = (entry: Entry, day: Temporal.PlainDate, gone: boolean): PlanFact['state'] => {
  const until = entry.trueUntil === undefined ? undefined : dayFrom(entry.trueUntil)
  const from = entry.trueFrom === undefined ? undefined : dayFrom(entry.trueFrom)
  if (until !== undefined && Temporal.PlainDate.compare(until, day) <= 0) return 'before'
  if (gone) return 'no-longer-said'
  return from !== undefined && Temporal.PlainDate.compare(from, day) > 0 ? 'to-come' : 'now'
}
