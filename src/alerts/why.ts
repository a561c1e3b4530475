import type { Cause } from './causes.ts'
import type { Part, RuleName } from './entries.ts'
import type { HomeForRules } from './home-for-rules.ts'
import { said } from './moves.ts'
import type { KnownAlert } from './moves.ts'
import type { AlertSettings } from './policies.ts'
import { birthday, daysAhead, findingsOf } from './rules/index.ts'
import type { Finding } from './rules/index.ts'

/** A home as it was found, under which settings. */
export interface Reading {
  readonly facts: HomeForRules
  readonly settings: AlertSettings
}

/** Which alert of a home. */
export type Which = { readonly rule: RuleName; readonly part: Part }

/**
 * Why this alert says something else now than at the last look. Each is tried alone: today's facts under the settings of then, and the
 * same on the days since. What neither the settings nor the days explain, the facts did; which, stays open here.
 *
 * @param then today's facts, read under the settings that held at the last look
 * @param lookedOn the day of the last look
 */
export const causesOf = (which: Which, before: KnownAlert | undefined, now: Reading, then: Reading, lookedOn: Temporal.PlainDate): Cause[] => {
  const stood = before === undefined || before.resolved ? nothing : stateOf(before)
  const stands = findingIn(which, now.facts, now.settings)
  const unchanged = findingIn(which, then.facts, then.settings)
  const rules: Cause[] = stands === unchanged ? [] : changedBetween(then.settings, now.settings).map((policy) => ({ by: 'policy', ...policy }))
  if (unchanged === stood) return rules
  const at = (on: Temporal.PlainDate): string => findingIn(which, onDay(then.facts, on), then.settings)
  const came = daysAhead(onDay(then.facts, lookedOn), then.settings).filter(({ on }) => Temporal.PlainDate.compare(on, then.facts.on) <= 0)
  const days = came.filter(({ on }, index) => came.findIndex((other) => other.on.equals(on) && other.what === came[index]?.what) === index && at(on.subtract({ days: 1 })) !== at(on))
  const causes: Cause[] = [...rules, ...days.map(({ what, on }): Cause => ({ by: 'day', what, on: on.toString() }))]
  return at(lookedOn) === stood ? causes : [...causes, { by: 'facts', entries: [] }]
}

const nothing = 'nothing is asked'
const findingIn = ({ rule, part }: Which, facts: HomeForRules, settings: AlertSettings): string => {
  const found = findingsOf(facts, settings).find((one) => one.rule === rule && one.part === part)
  return found === undefined ? nothing : stateOf(found)
}
const stateOf = ({ level, reasons }: Pick<Finding, 'level' | 'reasons'>): string => `${level} ${said(reasons)}`

/** What the partnership decided otherwise meanwhile. */
const changedBetween = (then: AlertSettings, now: AlertSettings): AlertSettings['held'] =>
  now.held.filter(({ policy, value }) => then.held.some((one) => one.policy === policy && one.value !== value))

/** The same facts on an earlier day: ages and nights are worked out again, and nobody is forgotten or added but who was not born. */
const onDay = (home: HomeForRules, on: Temporal.PlainDate): HomeForRules => {
  const { bedAndBreakfast: stay, ...rest } = home
  const nights = stay === undefined ? 0 : stay.nights - on.until(home.on, { largestUnit: 'day' }).days
  return {
    ...rest,
    on,
    people: home.people.flatMap((person) => {
      if (person.born === undefined) return [person]
      if (Temporal.PlainDate.compare(person.born, on) > 0) return []
      const turned = on.year - person.born.year
      const years = Temporal.PlainDate.compare(birthday(person.born, turned), on) > 0 ? turned - 1 : turned
      return [{ ...person, age: { least: years, most: years } }]
    }),
    ...(stay === undefined || nights < 1 ? {} : { bedAndBreakfast: { ...stay, nights } }),
  }
}
