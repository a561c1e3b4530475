import { z } from 'zod'

/** Days that come by themselves and move what a rule finds, though nobody records anything. */
const comingDays = [
  'birthday',
  'birth-near',
  'birth-due',
  'bed-and-breakfast',
  'no-bid',
  'works-overdue',
  'facts-old',
] as const
export type ComingDay = (typeof comingDays)[number]

const day = z.iso.date()

/** A setting as the partnership had decided it when a rule used it; without `from` the first value, which nobody decided. */
const policyHeld = z.strictObject({
  policy: z.string(),
  version: z.union([z.uuid(), z.literal('first-value')]),
  value: z.union([z.string(), z.number(), z.boolean()]),
  from: day.exactOptional(),
})
export type PolicyHeld = z.infer<typeof policyHeld>

/** Why an alert moved: facts were recorded (which, as far as it is known), the partnership's rule changed, or a day came. */
export const cause = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('facts'), entries: z.array(z.uuid()) }),
  z.strictObject({ by: z.literal('policy'), ...policyHeld.shape }),
  z.strictObject({ by: z.literal('day'), what: z.enum(comingDays), on: day }),
])
export type Cause = z.infer<typeof cause>
