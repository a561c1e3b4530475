import { z } from 'zod'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)
/** As it was said: a day, a month or a year. */
const said = z.string().regex(/^\d{4}(?:-\d{2}){0,2}$/u)
const count = z.int().min(0).max(99)

/** Who is to find out what nobody has recorded: whoever comes into the home for it, or leads the work. */
export const askers = ['housing-officer', 'health-visitor', 'lead-practitioner'] as const
export type Asker = (typeof askers)[number]

export const missingFacts = [
  'who-sleeps-here',
  'bedrooms',
  'room-sizes',
  'birth-date',
  'sex-or-age',
  'due-date',
  'register',
  'facts-are-old',
  'premature',
  'smoker',
  'sleep-place',
  'illness',
  'earlier-plans',
] as const
export type MissingFact = (typeof missingFacts)[number]

/**
 * Why an alert is raised, with its figures. Dates and counts, never an age or a number of nights that is another tomorrow: a reason
 * moves only when what it says moves.
 */
export const reason = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.literal('short-of-bedrooms'),
    least: count,
    most: count,
    needed: count,
    available: count,
    standard: z.string(),
  }),
  z.strictObject({
    code: z.literal('statutory'),
    by: z.array(z.enum(['room-standard-1985', 'space-standard-1985'])).min(1),
  }),
  z.strictObject({ code: z.literal('children'), children: count, underFive: count, underOne: count }),
  z.strictObject({
    code: z.literal('expecting'),
    babies: z.union([count, z.literal('not-known')]),
    due: said.exactOptional(),
  }),
  z.strictObject({
    code: z.literal('condition'),
    what: z.string(),
    reportedOn: day,
    overdueSince: day.exactOptional(),
  }),
  z.strictObject({ code: z.literal('bed-and-breakfast'), since: day, nights: count }),
  z.strictObject({
    code: z.literal('on-register'),
    since: day.exactOptional(),
    suspended: z.literal('yes').exactOptional(),
  }),
  z.strictObject({ code: z.literal('no-bid'), since: day.exactOptional() }),
  z.strictObject({ code: z.literal('premature') }),
  z.strictObject({ code: z.literal('smoker') }),
  z.strictObject({ code: z.literal('no-sleep-place-of-their-own') }),
  z.strictObject({ code: z.literal('earlier-plan') }),
  z.strictObject({ code: z.literal('ill') }),
  z.strictObject({ code: z.literal('not-known'), what: z.enum(missingFacts), people: count.exactOptional() }),
])
export type Reason = z.infer<typeof reason>
