import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, line, recordId, somebody, text } from './shapes.ts'

/**
 * On what parental responsibility rests, or why there is none: one word for each row of the table for England and Wales
 * (Children Act 1989, sections 2 to 5, 10A, 12, 14C, 33; Adoption and Children Act 2002; HFEA 2008, sections 42, 43).
 */
export const responsibilityBases = [
  'birth-mother',
  'father-married-at-birth',
  'father-married-later',
  'father-registered-on-or-after-1-december-2003',
  'father-not-registered',
  'father-re-registered',
  'agreement-with-mother',
  'parental-responsibility-order',
  'lives-with-order-father',
  'spends-time-with-order',
  'lives-with-order-non-parent',
  'second-female-parent-married-at-birth',
  'second-female-parent-other',
  'step-parent',
  'special-guardian',
  'adoptive-parent',
  'care-order',
  'supervision-order',
  'section-20-accommodation',
  'emergency-protection-order',
  'placement-order',
  'testamentary-guardian',
  'parental-order-surrogacy',
  'from-another-country',
  'paternity-in-question',
  'barred-by-prohibited-steps-order-killed-other-parent',
  'barred-by-prohibited-steps-order-sexual-offence',
  'carer-without-order',
  'parent-under-18',
  'not-known',
] as const
export type ResponsibilityBasis = (typeof responsibilityBases)[number]

export const responsibilityStates = ['has', 'has-not', 'disputed', 'not-known'] as const
export type ResponsibilityState = (typeof responsibilityStates)[number]

/**
 * Per child, per holder: a stated fact with its evidence. Never inferred from a shared name, an address, being next of kin or
 * coming to appointments. About the child's record; mentions the holder's.
 */
export const ParentalResponsibilityStated = entryKind({
  kind: 'ParentalResponsibilityStated',
  topic: 'responsibility',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    child: recordId,
    holder: somebody,
    state: z.enum(responsibilityStates),
    basis: z.enum(responsibilityBases),
    evidence: text.exactOptional(),
    /** Who saw the evidence; absent while nobody has. */
    verifiedBy: line.exactOptional(),
    verifiedOn: z.iso.date().exactOptional(),
  }),
})
