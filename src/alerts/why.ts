import { dayKey, yearsOn } from '#housing/overcrowding/index.ts'
import type { Cause, ComingDay } from './causes.ts'
import type { Part, RuleName } from './entries.ts'
import type { HomeForRules } from './home-for-rules.ts'
import { said } from './moves.ts'
import type { KnownAlert } from './moves.ts'
import type { AlertSettings } from './policies.ts'
import { daysAhead, findingsOf } from './rules/index.ts'
import type { Finding } from './rules/index.ts'

/** A home as it was found, under which settings, and what the rules say of it: each day is worked out once, for every alert of the home. */
export interface Reading {
  readonly facts: HomeForRules
  readonly settings: AlertSettings
  /** What the rules find on the day of the facts. */
  readonly findings: readonly Finding[]
  /** What is asked by this alert on the day of the facts, or on a day before it. */
  readonly says: (which: Which, on?: Temporal.PlainDate) => string
  /** The days since one on which something may have moved by itself, each once. */
  readonly cameSince: (lookedOn: Temporal.PlainDate) => readonly Came[]
}

interface Came {
  readonly what: ComingDay
  readonly on: Temporal.PlainDate
}

/** Which alert of a home. */
export type Which = { readonly rule: RuleName; readonly part: Part }

export const readingOf = (facts: HomeForRules, settings: AlertSettings): Reading => {
  const findings = findingsOf(facts, settings)
  const days = new Map<string, ReadonlyMap<string, string>>()
  const saidOn = (on: Temporal.PlainDate): ReadonlyMap<string, string> => {
    const key = on.toString()
    const before = days.get(key)
    if (before !== undefined) return before
    const said = new Map(
      (on.equals(facts.on) ? findings : findingsOf(onDay(facts, on), settings)).map((found) => [
        keyOf(found),
        stateOf(found),
      ]),
    )
    days.set(key, said)
    return said
  }
  let came: { readonly since: string; readonly days: readonly Came[] } | undefined
  return {
    facts,
    settings,
    findings,
    says: (which, on = facts.on) => saidOn(on).get(keyOf(which)) ?? nothing,
    cameSince: (lookedOn) => {
      if (came?.since !== lookedOn.toString())
        came = { since: lookedOn.toString(), days: daysSince(facts, settings, lookedOn) }
      return came.days
    },
  }
}

/**
 * Why this alert says something else now than at the last look. Each is tried alone: today's facts under the settings of then, and the
 * same on the days since. What neither the settings nor the days explain, the facts did; which, stays open here.
 *
 * @param then today's facts, read under the settings that held at the last look
 * @param lookedOn the day of the last look
 */
export const causesOf = (
  which: Which,
  before: KnownAlert | undefined,
  now: Reading,
  then: Reading,
  lookedOn: Temporal.PlainDate,
): Cause[] => {
  const stood = before === undefined || before.resolved ? nothing : stateOf(before)
  const unchanged = then.says(which)
  const rules: Cause[] =
    now.says(which) === unchanged
      ? []
      : changedBetween(then.settings, now.settings).map((policy) => ({ by: 'policy', ...policy }))
  if (unchanged === stood) return rules
  const days = turning(which, then, lookedOn)
  const causes: Cause[] = [...rules, ...days.map(({ what, on }): Cause => ({ by: 'day', what, on: on.toString() }))]
  return then.says(which, lookedOn) === stood ? causes : [...causes, { by: 'facts', entries: [] }]
}

/** Those of the days that came on which it says another thing than on the one before: between them nothing moves by itself. */
const turning = (which: Which, then: Reading, lookedOn: Temporal.PlainDate): Came[] => {
  let before = then.says(which, lookedOn)
  return [...Map.groupBy(then.cameSince(lookedOn), ({ on }) => on.toString()).values()].flatMap((same) => {
    const said = then.says(which, same[0]?.on)
    const turned = said !== before
    before = said
    return turned ? same : []
  })
}

const nothing = 'nothing is asked'
const keyOf = ({ rule, part }: Which): string => `${rule} ${part}`
const stateOf = ({ level, reasons }: Pick<Finding, 'level' | 'reasons'>): string => `${level} ${said(reasons)}`

const daysSince = (facts: HomeForRules, settings: AlertSettings, lookedOn: Temporal.PlainDate): Came[] => {
  const came = daysAhead(onDay(facts, lookedOn), settings).filter(
    ({ on }) => Temporal.PlainDate.compare(on, facts.on) <= 0,
  )
  return came.filter(
    ({ what, on }, index) => came.findIndex((other) => other.on.equals(on) && other.what === what) === index,
  )
}

/** What the partnership decided otherwise meanwhile. */
const changedBetween = (then: AlertSettings, now: AlertSettings): AlertSettings['held'] =>
  now.held.filter(({ policy, value }) => then.held.some((one) => one.policy === policy && one.value !== value))

/** The same facts on an earlier day: ages and nights are worked out again, and nobody is forgotten or added but who was not born. */
const onDay = (home: HomeForRules, on: Temporal.PlainDate): HomeForRules => {
  const { bedAndBreakfast: stay, ...rest } = home
  const day = dayKey(on)
  const nights = stay === undefined ? 0 : stay.nights - on.until(home.on, { largestUnit: 'day' }).days
  return {
    ...rest,
    on,
    people: home.people.flatMap((person) => {
      if (person.born === undefined) return [person]
      if (Temporal.PlainDate.compare(person.born, on) > 0) return []
      const years = yearsOn(dayKey(person.born), day)
      return [{ ...person, age: { least: years, most: years } }]
    }),
    ...(stay === undefined || nights < 1 ? {} : { bedAndBreakfast: { ...stay, nights } }),
  }
}
