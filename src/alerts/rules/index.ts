import type { HomeForRules } from '../home-for-rules.ts'
import type { AlertSettings } from '../policies.ts'
import { childInHomeOnPriorityList } from './child-in-home-on-priority-list.ts'
import type { Finding } from './finding.ts'
import { notKnownWhatTheRuleNeeds } from './not-known.ts'
import { overcrowdedHomeWithChild } from './overcrowded-home-with-child.ts'

export type { Finding } from './finding.ts'
export { daysAhead, nextLookOn } from './next-look.ts'
export { significantOvercrowding } from './significant-overcrowding.ts'

/** Everything that the rules find in one home on its day. */
export const findingsOf = (home: HomeForRules, settings: AlertSettings): Finding[] => {
  const said = [overcrowdedHomeWithChild(home, settings), childInHomeOnPriorityList(home, settings)]
  return [...said.flatMap(({ findings }) => findings), ...notKnownWhatTheRuleNeeds(home, said, settings)]
}
