import type { Household } from './household.ts'
import type { Reason } from './reasons.ts'
import type { Tally } from './tally.ts'

/** Babies and children not yet born are shown beside the number, whatever the standard makes of them. */
export const countShown = ({ people, expected }: Household, { infantsNotCounted, unbornCounted }: Tally): Reason[] => {
  const because: Reason[] = []
  let infants = 0
  for (const { ageTo } of people) if (ageTo < 1) infants += 1
  if (infants > infantsNotCounted) because.push({ code: 'infants-count-in-full', infants: infants - infantsNotCounted })
  if (infantsNotCounted > 0) because.push({ code: 'infants-not-counted', infants: infantsNotCounted })
  if (unbornCounted > 0) because.push({ code: 'unborn-counted', unborn: unbornCounted })
  if (expected.length > unbornCounted)
    because.push({ code: 'unborn-not-counted', unborn: expected.length - unbornCounted })
  return because
}
