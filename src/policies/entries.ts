import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import type { Subject } from '#record/index.ts'

/** The partnership sets a policy from a day (`trueFrom`), with a reason. */
export const PolicySet = entryKind({
  kind: 'PolicySet',
  topic: 'reference',
  retention: 'reference',
  body: z.strictObject({
    policy: z.string(),
    value: z.union([z.string(), z.number(), z.boolean()]),
    reason: z.string().min(1),
  }),
})

export const policySubject = (id: string): Subject => ({ id: `policy:${id}`, type: 'policy', role: 'about' })
