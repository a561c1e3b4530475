import { given } from '#platform/given.ts'
import type { HomeForRules } from '../home-for-rules.ts'
import type { AlertSettings } from '../policies.ts'
import type { Reason } from '../reasons.ts'
import { all } from './conditions.ts'
import type { Said } from './finding.ts'
import { childUnder, conditionReason, onRegister } from './home-conditions.ts'
import { missingOf } from './overcrowded-home-with-child.ts'

/**
 * Recommendation 4: when a family is on the priority list and there are children in the home, the landlord's officer considers whether
 * a safeguarding referral is needed. A question to the officer, about what they have seen; being on the list answers nothing.
 */
export const childInHomeOnPriorityList = (home: HomeForRules, settings: AlertSettings): Said => {
  const policy = settings.versions.priorityList
  if (!settings.priorityList) return { findings: [], missing: [], missingFor: policy }
  const condition = all(onRegister(home), childUnder(home, 18))
  if (condition.is !== 'met') return { findings: [], missing: missingOf(condition), missingFor: policy }
  const reasons: Reason[] = [
    ...condition.reasons,
    ...withoutBid(home, settings),
    ...home.conditions.map((one) => conditionReason(one, home.on)),
  ]
  return {
    findings: [
      {
        rule: 'child-in-home-on-priority-list',
        part: 'housing',
        home: home.home,
        level: 'consider-referral',
        reasons,
        policy,
        restsOn: [...new Set([...condition.restsOn, ...home.conditions.map(({ entry }) => entry)])],
        audience: ['housing-officer'],
        recommendations: [4],
      },
    ],
    missing: [],
    missingFor: policy,
  }
}

/** Long without a bid: a reason to ask why and to help, never a sign that there is no need. */
const withoutBid = (home: HomeForRules, { noBidWeeks }: AlertSettings): Reason[] =>
  home.applications.flatMap(({ status, registeredOn, lastBidOn }): Reason[] => {
    const since = lastBidOn ?? registeredOn
    if (
      status !== 'active' ||
      since === undefined ||
      Temporal.PlainDate.compare(Temporal.PlainDate.from(since).add({ weeks: noBidWeeks }), home.on) > 0
    )
      return []
    return [{ code: 'no-bid', ...given({ since: lastBidOn }) }]
  })
