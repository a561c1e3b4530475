import type { HomeForRules } from '../home-for-rules.ts'
import type { AlertSettings } from '../policies.ts'
import { any } from './conditions.ts'
import type { Condition } from './conditions.ts'
import { shortBy, statutory } from './home-conditions.ts'

/** Recommendation 16: from when a child protection conference must include a housing officer, as the partnership has defined it. */
export const significantOvercrowding = (
  home: HomeForRules,
  { significant }: Pick<AlertSettings, 'significant'>,
): Condition => {
  if (significant === 'statutory') return statutory(home, 'always')
  return any(shortBy(home, significant === 'one-bedroom-or-statutory' ? 1 : 2), statutory(home, 'where-short'))
}
