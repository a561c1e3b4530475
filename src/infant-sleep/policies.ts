import { numberOn } from '#policies/index.ts'
import type { Policy } from '#policies/index.ts'
import type { Entry } from '#record/index.ts'

/** Recommendation 20 names babies who came early; the review gives no number of weeks. */
const earlyWeeks: Policy = {
  id: 'infant-early-before-weeks',
  title: 'A baby who came early',
  under: 'Babies in crowded homes',
  what: 'Before how many completed weeks of pregnancy a baby counts as born early, which is one of the reasons to discuss an overcrowded home the same day.',
  value: 37,
  unit: 'weeks',
  status: 'disputed',
  source:
    'The Lullaby Trust: born before 37 weeks. NICE guideline NG194 does not list it among its strong reasons. Our proposal follows the first, as recommendation 20 does.',
  recommendations: [5, 20],
  asked: { as: 'number', least: 28, most: 40 },
}

const smallGrams: Policy = {
  id: 'infant-small-up-to-grams',
  title: 'A baby who was born small',
  under: 'Babies in crowded homes',
  what: 'Up to which birth weight, that weight included, a baby counts as born small, which is one of the reasons to discuss an overcrowded home the same day.',
  value: 2500,
  unit: 'grams',
  status: 'disputed',
  source:
    'NICE guideline NG194: “low birth weight”, without a number. The Lullaby Trust: under 2.5 kg in some editions, 2.5 kg or less in others. Our proposal takes the wider.',
  recommendations: [5, 20],
  asked: { as: 'number', least: 1500, most: 3500 },
}

const illDays: Policy = {
  id: 'infant-ill-holds-days',
  title: 'A baby who is ill: how long the answer holds',
  under: 'Babies in crowded homes',
  what: 'For how many days, the first included, it is relied on that a baby is ill. After that it is not known again, and somebody is asked how the baby is.',
  value: 7,
  unit: 'days',
  status: 'proposed',
  source: 'Our proposal, from the last seven days that the proposed sleep plan asks about.',
  recommendations: [5, 20],
  asked: { as: 'number', least: 1, most: 28 },
}

/** Longer than for a baby who is ill: nobody can ask every week after every baby in a crowded home, and what is asked too often is not answered. */
const notIllDays: Policy = {
  id: 'infant-not-ill-holds-days',
  title: 'A baby who is not ill: how long the answer holds',
  under: 'Babies in crowded homes',
  what: 'For how many days, the first included, it is relied on that a baby is not ill. After that it is not known again, and somebody is asked how the baby is.',
  value: 28,
  unit: 'days',
  status: 'proposed',
  source:
    'Our proposal, from the 28 days within which the proposed sleep plan looks again at a baby in a crowded home.',
  recommendations: [5, 20],
  asked: { as: 'number', least: 1, most: 92 },
}

/** What this room asks the partnership to decide. */
export const infantSleepPolicies: readonly Policy[] = [earlyWeeks, smallGrams, illDays, notIllDays]

/** The numbers as they hold on a day. */
export interface InfantNumbers {
  readonly earlyBeforeWeeks: number
  readonly smallUpToGrams: number
  readonly illHoldsDays: number
  readonly notIllHoldsDays: number
}

export const infantNumbers = (entries: readonly Entry[], on: Temporal.PlainDate): InfantNumbers => ({
  earlyBeforeWeeks: numberOn(earlyWeeks, entries, on),
  smallUpToGrams: numberOn(smallGrams, entries, on),
  illHoldsDays: numberOn(illDays, entries, on),
  notIllHoldsDays: numberOn(notIllDays, entries, on),
})
