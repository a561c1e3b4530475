import { command } from '#record/index.ts'
import type { Decided, Moment } from '#record/index.ts'
import { PolicySet, policySubject } from './entries.ts'
import { valueFor } from './policy.ts'
import type { Policy } from './policy.ts'

type PolicyRefusal = 'policy.value-not-possible' | 'policy.no-reason' | 'policy.in-the-past'

interface SetPolicy {
  /** As somebody typed or chose it. */
  readonly value: string
  readonly reason: string
  readonly from: Temporal.PlainDate
}

/** May the partnership set this policy so? Never for a day that is past: nobody could have acted on it then. */
export const decidePolicy = (
  policy: Policy,
  ask: SetPolicy,
  { today }: Pick<Moment, 'today'>,
): Decided<string, PolicyRefusal> => {
  const value = valueFor(policy, ask.value)
  return {
    because: [
      ...(value === undefined ? [{ reason: 'policy.value-not-possible' as const, field: 'value' }] : []),
      ...(ask.reason === '' ? [{ reason: 'policy.no-reason' as const, field: 'reason' }] : []),
      ...(Temporal.PlainDate.compare(ask.from, today) < 0
        ? [{ reason: 'policy.in-the-past' as const, field: 'from' }]
        : []),
    ],
    entries:
      value === undefined
        ? []
        : [
            PolicySet.of({
              subjects: [policySubject(policy.id)],
              trueFrom: ask.from.toString(),
              body: { policy: policy.id, value, reason: ask.reason },
            }),
          ],
    id: policy.id,
  }
}

export const setPolicy = (policy: Policy) =>
  command({
    name: 'set policy',
    sentences: refusalsOf(policy),
    gather: async (_tx, _asks: readonly SetPolicy[]) => undefined,
    decide: (ask, _facts, moment) => decidePolicy(policy, ask, moment),
  })

export const refusalsOf = (policy: Policy): Readonly<Record<PolicyRefusal, string>> => ({
  'policy.value-not-possible':
    policy.asked.as === 'number'
      ? `Enter a whole number from ${policy.asked.least} to ${policy.asked.most}`
      : 'Choose a setting',
  'policy.no-reason': 'Say why the partnership decides this',
  'policy.in-the-past': 'The day must be today or later',
})
