import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { pregnancyId } from './subjects.ts'

/** Seen; told by somebody; or read in a record, such as the red book or a discharge letter. */
const howKnown = ['seen', 'told', 'read', 'not-known'] as const
export type HowKnown = (typeof howKnown)[number]

const text = z.string().trim().min(1).max(4000)
const line = z.string().trim().min(1).max(300)
/** `happenedOn` is the day on which it was seen, told or read. */
const aside = { because: text.exactOptional(), toldBy: line.exactOptional(), knownHow: z.enum(howKnown) }
const notKnown = z.literal('not-known')
/** "We asked and nobody could say" is a statement too, and never a no. */
const says = z.enum(['yes', 'no', 'not-known'])
export type Says = z.infer<typeof says>

/** Beyond these a number is a slip of the pen: no baby born before 20 weeks has lived, and 45 weeks is longer than any pregnancy is left to go on. */
export const weeksPossible = { least: 20, most: 45 } as const
/** The smallest babies who lived weighed little over 200 grams, the largest some seven kilograms. */
export const gramsPossible = { least: 200, most: 7500 } as const

/** Completed weeks, and the days over where they were said: `36+5` is 36 weeks and 5 days. */
const gestation = z.strictObject({
  weeks: z.int().min(weeksPossible.least).max(weeksPossible.most),
  days: z.int().min(0).max(6).exactOptional(),
})
export type Gestation = z.infer<typeof gestation>

const declared = { topic: 'infant-safety', retention: 'child-record', sensitivity: 'health' } as const

/** How long the pregnancy had lasted when this baby was born. About the baby's record. */
export const GestationAtBirthStated = entryKind({
  ...declared,
  kind: 'GestationAtBirthStated',
  body: z.strictObject({ ...aside, at: z.union([gestation, notKnown]) }),
})

export const BirthWeightStated = entryKind({
  ...declared,
  kind: 'BirthWeightStated',
  body: z.strictObject({
    ...aside,
    grams: z.union([z.int().min(gramsPossible.least).max(gramsPossible.most), notKnown]),
  }),
})

/** Whether anybody who lives or sleeps with the baby smokes; never who. About the baby's record; of a baby who is expected about the mother's, with the pregnancy. */
export const SmokingNearBabyStated = entryKind({
  ...declared,
  kind: 'SmokingNearBabyStated',
  body: z.strictObject({ ...aside, says, pregnancy: pregnancyId.exactOptional() }),
})

/** Whether the baby was ill on that day. It tells nothing of a later one. */
export const BabyIllnessStated = entryKind({
  ...declared,
  kind: 'BabyIllnessStated',
  body: z.strictObject({ ...aside, says }),
})
