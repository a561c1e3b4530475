import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { roleNames } from './roles.ts'

/** What kind of agency it is, for pages, for whom to ring, and for which deliveries it may send; nobody's access is decided from it. */
export const agencyKinds = [
  'childrens-social-care',
  'council-housing',
  'social-landlord',
  'private-landlord',
  'maternity',
  'health-visiting',
  'hospital',
  'general-practice',
  'school',
  'police',
  'early-help',
  'voluntary',
  'partnership',
  'other',
] as const
export type AgencyKind = (typeof agencyKinds)[number]

const text = z.string().trim().min(1)
const ways = { phone: text.exactOptional(), email: text.exactOptional() }

/**
 * An agency, as it calls itself now. `dutyFlag`: is it under the information-sharing duty of section 16LA of the Children Act 2004?
 * A housing association is not listed there and comes under it only by an arrangement (process 8.2), so it is stated per agency.
 */
export const AgencyNamed = entryKind({
  kind: 'AgencyNamed',
  topic: 'reference',
  retention: 'reference',
  body: z.strictObject({
    name: text,
    kind: z.enum(agencyKinds),
    ...ways,
    dutyFlag: z.enum(['yes', 'no', 'not-known']),
  }),
})

/** A team, and the number to ring: what somebody is told who may learn only that a family is known. */
export const TeamNamed = entryKind({
  kind: 'TeamNamed',
  topic: 'reference',
  retention: 'reference',
  body: z.strictObject({ name: text, agency: text, phone: text, email: text.exactOptional() }),
})

/** A person who uses Rooftree, in one role for one agency. The newest enrolment holds. */
export const UserEnrolled = entryKind({
  kind: 'UserEnrolled',
  topic: 'reference',
  retention: 'reference',
  body: z.strictObject({
    name: text,
    role: z.enum(roleNames),
    title: text,
    agency: text,
    teams: z.array(text),
    ...ways,
  }),
})

/** They use Rooftree no longer, from the moment this is recorded. */
export const UserLeft = entryKind({
  kind: 'UserLeft',
  topic: 'reference',
  retention: 'reference',
  body: z.strictObject({}),
})

/** A person or a team works with a family, from `trueFrom`. `role` is said in the agency's own words. */
export const InvolvementStarted = entryKind({
  kind: 'InvolvementStarted',
  topic: 'involvement',
  retention: 'child-record',
  body: z.strictObject({ principal: text, role: text, team: text.exactOptional() }),
})

/** An involvement ends on `trueUntil`, which is the first day without it. It names the entry that it ends. */
export const InvolvementEnded = entryKind({
  kind: 'InvolvementEnded',
  topic: 'involvement',
  retention: 'child-record',
  body: z.strictObject({ principal: text, started: z.uuid() }),
})

/**
 * Who leads the work with a family, from `trueFrom`; it holds until another is named. It stands apart from involvement, since the
 * lead passes on while both go on working with the family, and it opens nothing by itself.
 */
export const LeadPractitionerNamed = entryKind({
  kind: 'LeadPractitionerNamed',
  topic: 'involvement',
  retention: 'child-record',
  body: z.strictObject({ user: text }),
})

/** A home is on somebody's patch, from `trueFrom`. */
export const ResponsibilityForHomeStarted = entryKind({
  kind: 'ResponsibilityForHomeStarted',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({ principal: text, role: text }),
})

export const ResponsibilityForHomeEnded = entryKind({
  kind: 'ResponsibilityForHomeEnded',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({ principal: text, started: z.uuid() }),
})

/** Somebody who does not work with a family said why they must see it, and until when they may (`trueUntil`). Shown to who leads the work. */
export const AccessReasonGiven = entryKind({
  kind: 'AccessReasonGiven',
  topic: 'involvement',
  retention: 'child-record',
  body: z.strictObject({ user: text, reason: text }),
})

/**
 * The address of a record's person must not be disclosed. Only the flag: a housing officer sees it and must not learn of violence
 * (infant safety 6), so why and at whose asking is an entry of its own.
 */
export const AddressHidden = entryKind({
  kind: 'AddressHidden',
  topic: 'restriction',
  retention: 'child-record',
  body: z.strictObject({}),
})
export const AddressShown = entryKind({
  kind: 'AddressShown',
  topic: 'restriction',
  retention: 'child-record',
  body: z.strictObject({ hidden: z.uuid() }),
})
export const AddressHidingExplained = entryKind({
  kind: 'AddressHidingExplained',
  topic: 'restriction',
  retention: 'child-record',
  sensitivity: 'third-party',
  body: z.strictObject({ why: text, askedBy: text, about: z.enum(['hidden', 'shown']) }),
})

/** A family's or a record's case is closed to all but who holds it and who supervises them. */
export const CaseSealed = entryKind({
  kind: 'CaseSealed',
  topic: 'restriction',
  retention: 'child-record',
  sensitivity: 'sealed',
  body: z.strictObject({ why: text, askedBy: text }),
})
export const CaseUnsealed = entryKind({
  kind: 'CaseUnsealed',
  topic: 'restriction',
  retention: 'child-record',
  sensitivity: 'sealed',
  body: z.strictObject({ why: text, askedBy: text, sealed: z.uuid() }),
})
