import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, civilDay, count, line, yesOrNo } from './shapes.ts'

/** `not-eligible-nrpf`: barred from the register for want of recourse to public funds. It never reads as "no need". */
export const applicationStatuses = [
  'active',
  'suspended',
  'closed',
  'rehoused',
  'not-eligible-nrpf',
  'never-applied',
  'not-known',
] as const

/** An application on the housing register, made by people of this home. A long time without a bid is a reason to ask why. */
export const RegisterApplicationStated = entryKind({
  kind: 'RegisterApplicationStated',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({
    ...aside,
    application: line,
    status: z.enum(applicationStatuses),
    registeredOn: civilDay.exactOptional(),
    band: line.exactOptional(),
    subGroup: line.exactOptional(),
    priorityDate: civilDay.exactOptional(),
    bedroomNeed: count(20).exactOptional(),
    bedroomsShort: count(20).exactOptional(),
    overcrowdingAward: yesOrNo.exactOptional(),
    medicalPriority: yesOrNo.exactOptional(),
    lastBidOn: civilDay.exactOptional(),
    lastLoginOn: civilDay.exactOptional(),
    bids: count(9999).exactOptional(),
    eligibleAdverts: count(9999).exactOptional(),
    shortlisted: count(9999).exactOptional(),
    refusals: count(999).exactOptional(),
    assisted: yesOrNo.exactOptional(),
    reasonRecorded: line.exactOptional(),
  }),
})

export const tenancyTypes = [
  'secure',
  'introductory',
  'flexible',
  'assured',
  'assured-shorthold',
  'assured-periodic',
  'licence',
  'temporary',
  'other',
  'not-known',
] as const
export const noticeKinds = ['seeking-possession', 'to-quit', 'other'] as const

/** A tenancy or licence. No amounts of money. */
export const TenancyStated = entryKind({
  kind: 'TenancyStated',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({
    ...aside,
    tenancy: line,
    type: z.enum(tenancyTypes),
    startedOn: civilDay.exactOptional(),
    endedOn: civilDay.exactOptional(),
    inArrears: yesOrNo.exactOptional(),
    notice: z.strictObject({ kind: z.enum(noticeKinds), servedOn: civilDay.exactOptional() }).exactOptional(),
  }),
})
