import type { Decision, Refusal } from '#platform/decision.ts'
import { accept, refuse } from '#platform/decision.ts'
import type { NewEntry } from '#record/index.ts'
import { PolicySet, policySubject } from './entries.ts'
import { valueFor } from './policy.ts'
import type { Policy } from './policy.ts'

export type PolicyRefusal = 'policy.value-not-possible' | 'policy.no-reason' | 'policy.no-day' | 'policy.in-the-past'

export interface SetPolicy {
  readonly value: string
  readonly reason: string
  readonly from: Temporal.PlainDate | undefined
}

/** May the partnership set this policy so? Never for a day that is past: nobody could have acted on it then. */
export const setPolicy = (
  policy: Policy,
  ask: SetPolicy,
  today: Temporal.PlainDate,
): Decision<NewEntry, PolicyRefusal> => {
  const because: Refusal<PolicyRefusal>[] = []
  const value = valueFor(policy, ask.value)
  if (value === undefined) because.push({ reason: 'policy.value-not-possible', field: 'value' })
  if (ask.reason === '') because.push({ reason: 'policy.no-reason', field: 'reason' })
  if (ask.from === undefined) because.push({ reason: 'policy.no-day', field: 'from-day' })
  else if (Temporal.PlainDate.compare(ask.from, today) < 0)
    because.push({ reason: 'policy.in-the-past', field: 'from-day' })
  if (because.length > 0 || value === undefined || ask.from === undefined) return refuse(because)
  return accept(
    PolicySet.of({
      subjects: [policySubject(policy.id)],
      trueFrom: ask.from.toString(),
      body: { policy: policy.id, value, reason: ask.reason },
    }),
  )
}

export const policyRefusalInWords = (policy: Policy): Readonly<Record<PolicyRefusal, string>> => ({
  'policy.value-not-possible':
    policy.asked.as === 'number'
      ? `Enter a whole number from ${policy.asked.least} to ${policy.asked.most}`
      : 'Choose what it shall be',
  'policy.no-reason': 'Say why the partnership decides this',
  'policy.no-day': 'Enter the day from which it holds',
  'policy.in-the-past': 'The day must be today or later',
})
