import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { recordId } from '../subjects.ts'
import { aside, civilDay, line, seenOrTold, yesOrNo } from './shapes.ts'

/** `no-longer-listed`: the agency's list names them no more. That is not the same as having moved out. */
const says = z.enum(['yes', 'no', 'not-known', 'no-longer-listed'])
export type OccupancySays = z.infer<typeof says>

export const toLead = [
  'lead',
  'partner',
  'child',
  'stepchild',
  'foster-child',
  'grandchild',
  'parent',
  'grandparent',
  'brother-or-sister',
  'other-relative',
  'carer',
  'lodger',
  'not-related',
  'not-known',
] as const

export const tenancyParts = ['tenant', 'joint-tenant', 'licensee', 'guarantor', 'not-known'] as const
export const applicationParts = ['applicant', 'joint-applicant', 'to-move-too', 'not-known'] as const

/** First list: who sleeps in the home (Housing Act 1985 s.324 measures by this). About the home, mentions the record. */
export const SleepsHereStated = entryKind({
  kind: 'SleepsHereStated',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({
    ...aside,
    record: recordId,
    says,
    relationshipToLead: z.enum(toLead).exactOptional(),
    /** A visitor staying a while: that may be a defence (s.329), it does not change the count. */
    temporary: yesOrNo.exactOptional(),
    knownHow: seenOrTold.exactOptional(),
    verifiedOn: civilDay.exactOptional(),
    verifiedBy: line.exactOptional(),
  }),
})

/** Second list: who is on the tenancy, whether or not they sleep there. */
export const OnTenancyStated = entryKind({
  kind: 'OnTenancyStated',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({
    ...aside,
    record: recordId,
    says,
    tenancy: line.exactOptional(),
    part: z.enum(tenancyParts).exactOptional(),
    verifiedOn: civilDay.exactOptional(),
  }),
})

/** Third list: who is on the housing application made from this home. */
export const OnApplicationStated = entryKind({
  kind: 'OnApplicationStated',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({
    ...aside,
    record: recordId,
    says,
    application: line.exactOptional(),
    part: z.enum(applicationParts).exactOptional(),
    verifiedOn: civilDay.exactOptional(),
  }),
})
