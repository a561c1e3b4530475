import { given } from '#platform/given.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { entriesAbout } from '#record/index.ts'
import { policySubject } from './entries.ts'
import { numberOn, policyOn } from './facts.ts'
import type { PolicyInForce } from './facts.ts'
import type { Policy } from './policy.ts'

/** The policies as they hold on a day, as far as was known at an instant. */
export const readPolicies = async (
  tx: Tx,
  policies: readonly Policy[],
  on: Temporal.PlainDate,
  knownAt?: Temporal.Instant,
): Promise<PolicyInForce[]> => {
  const entries = await entriesAbout(tx, {
    subjects: policies.map(({ id }) => policySubject(id).id),
    ...given({ knownAt }),
  })
  return policies.map((policy) => policyOn(policy, entries, on))
}

/** The number that a policy holds on a day. */
export const numberInForce = async (database: Database, policy: Policy, on: Temporal.PlainDate): Promise<number> =>
  database.transaction('app', async (tx) =>
    numberOn(policy, await entriesAbout(tx, { subjects: [policySubject(policy.id).id] }), on),
  )
