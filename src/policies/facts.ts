import { given } from '#platform/given.ts'
import type { Entry } from '#record/index.ts'
import { standing } from '#record/index.ts'
import { PolicySet } from './entries.ts'
import type { Policy, PolicyValue } from './policy.ts'

/** A policy as it holds on a day. */
export interface PolicyInForce {
  readonly policy: Policy
  readonly value: PolicyValue
  /** The decision it rests on; absent while the first value stands. */
  readonly decision?: PolicyDecision
  /** Decided already, to hold from a later day, the nearest first. */
  readonly coming: readonly PolicyDecision[]
  readonly earlier: readonly PolicyDecision[]
}

export interface PolicyDecision {
  readonly entry: string
  readonly value: PolicyValue
  readonly from: string
  readonly reason: string
  readonly by: string
  readonly agency: string
  readonly recordedAt: Temporal.Instant
}

/**
 * What holds on a day: the last decision whose day has come; of two for the same day, the later recorded.
 *
 * @example set to 14 from 1 March 2026 and to 7 from 1 May 2026: on 30 April 2026 it is 14, on 1 May 2026 it is 7
 */
export const policyOn = (policy: Policy, entries: readonly Entry[], day: Temporal.PlainDate): PolicyInForce => {
  const decisions = decisionsOf(policy, entries)
  const inForce = decisions.filter(({ from }) => from <= day.toString())
  const decision = inForce.at(-1)
  return {
    policy,
    value: decision?.value ?? policy.value,
    ...given({ decision }),
    coming: decisions.filter(({ from }) => from > day.toString()),
    earlier: inForce.slice(0, -1).toReversed(),
  }
}

const decisionsOf = (policy: Policy, entries: readonly Entry[]): PolicyDecision[] =>
  standing(entries)
    .flatMap((entry) =>
      PolicySet.is(entry) && entry.body.policy === policy.id
        ? [
            {
              entry: entry.id,
              value: entry.body.value,
              from: entry.trueFrom ?? '',
              reason: entry.body.reason,
              by: entry.by,
              agency: entry.agency,
              recordedAt: entry.recordedAt,
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.from.localeCompare(b.from) || Temporal.Instant.compare(a.recordedAt, b.recordedAt))

/** The number a policy holds on a day; its first value where an entry holds something else. */
export const numberOn = (policy: Policy, entries: readonly Entry[], day: Temporal.PlainDate): number => {
  const { value } = policyOn(policy, entries, day)
  return typeof value === 'number' ? value : Number(policy.value)
}
