import { numberOn } from '#policies/index.ts'
import type { Policy } from '#policies/index.ts'
import type { Entry } from '#record/index.ts'
import type { BedAndBreakfastDays } from './facts/placement-nights.ts'

const nights = (
  id: string,
  title: string,
  what: string,
  value: number,
  status: Policy['status'],
  source: string,
): Policy => ({
  id,
  title,
  under: 'Bed and breakfast',
  what,
  value,
  unit: 'nights',
  status,
  source,
  recommendations: [1, 4],
  asked: { as: 'number', least: 1, most: 60 },
})

const order = 'Homelessness (Suitability of Accommodation) (England) Order 2003, article 4: no more than six weeks'

export const firstNight = nights(
  'bed-and-breakfast-first',
  'Bed and breakfast: first reminder',
  'On which night in bed and breakfast the housing team is reminded that six weeks are running.',
  28,
  'proposed',
  'Our proposal, from the six weeks of the Order of 2003.',
)
export const secondNight = nights(
  'bed-and-breakfast-second',
  'Bed and breakfast: second reminder',
  'On which night the housing team is reminded again.',
  38,
  'proposed',
  'Our proposal, from the six weeks of the Order of 2003.',
)
export const breachNight = nights(
  'bed-and-breakfast-breach',
  'Bed and breakfast: beyond six weeks',
  'The first night beyond what the Order allows for a household with children or a pregnant woman.',
  43,
  'computed',
  `${order}, which is 42 nights.`,
)

export const noBidWeeks: Policy = {
  id: 'register-no-bid',
  title: 'Register: ask why there is no bid',
  under: 'The housing register',
  what: 'After how many weeks without a bid an officer is asked to find out why and to help: in My households, and in the question on the priority list. It is never a sign that there is no need.',
  value: 26,
  unit: 'weeks',
  status: 'proposed',
  source: 'Our proposal.',
  recommendations: [1, 4],
  asked: { as: 'number', least: 4, most: 156 },
}

/** What this room asks the partnership to decide. */
export const housingPolicies: readonly Policy[] = [firstNight, secondNight, breachNight, noBidWeeks]

/** The numbers as they hold on a day. */
export interface HousingNumbers extends BedAndBreakfastDays {
  readonly noBidWeeks: number
}

export const housingNumbers = (entries: readonly Entry[], on: Temporal.PlainDate): HousingNumbers => ({
  first: numberOn(firstNight, entries, on),
  second: numberOn(secondNight, entries, on),
  breach: numberOn(breachNight, entries, on),
  noBidWeeks: numberOn(noBidWeeks, entries, on),
})
