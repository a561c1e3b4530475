import { agrees } from '#platform/said-dates.ts'
import { factOf } from './basis.ts'
import type { Fact, Reading } from './basis.ts'

/** A fact that is a date: `2024` and `2024-05-01` do not contradict each other, and the more exact one is shown. */
export const dateFact = (readings: readonly Reading<string>[]): Fact<string> => {
  const fact = factOf<string>(readings, Object.is, agrees)
  const shown = fact.shown
  if (shown === undefined) return fact
  const exact = fact.others
    .filter(({ value }) => value.length > shown.value.length && agrees(value, shown.value))
    .toSorted((a, b) => b.value.length - a.value.length)[0]
  if (exact === undefined) return fact
  return { ...fact, shown: exact, others: [shown, ...fact.others.filter((other) => other !== exact)] }
}
