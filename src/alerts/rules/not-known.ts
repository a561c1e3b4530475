import type { Role } from '#access/index.ts'
import type { HomeForRules } from '../home-for-rules.ts'
import type { AlertSettings } from '../policies.ts'
import { askers } from '../reasons.ts'
import type { Asker } from '../reasons.ts'
import type { Missing } from './conditions.ts'
import type { Finding, Said } from './finding.ts'

/** What the rules would have to know, asked of whoever can find it out: one question for each, in a part of its own. */
export const notKnownWhatTheRuleNeeds = (
  home: HomeForRules,
  said: readonly Said[],
  settings: AlertSettings,
): Finding[] => {
  const confirm = factsAreOld(home, said, settings)
  return askers.flatMap((asker): Finding[] => {
    const missing = [...said.flatMap((one) => one.missing), ...confirm].filter(({ ask }) => ask === asker)
    const policy =
      said.find((one) => one.missing.some(({ ask }) => ask === asker))?.missingFor ?? settings.versions.overcrowding
    if (missing.length === 0) return []
    return [
      {
        rule: 'not-known-what-the-rule-needs',
        part: asker,
        home: home.home,
        level: 'find-out',
        policy,
        reasons: inOrder(missing),
        restsOn: [],
        audience: whoAsks[asker],
        recommendations: asker === 'health-visitor' ? [5, 20] : [1, 5],
      },
    ]
  })
}

/** Where something is asked of somebody on facts that nobody has confirmed for long, confirming them comes first. */
const factsAreOld = (home: HomeForRules, said: readonly Said[], { dataAgeDays }: AlertSettings): Missing[] => {
  const raised = said.some(({ findings }) => findings.some(({ rule }) => rule === 'overcrowded-home-with-child'))
  if (
    !raised ||
    home.confirmedOn === undefined ||
    Temporal.PlainDate.compare(home.confirmedOn.add({ days: dataAgeDays }), home.on) > 0
  )
    return []
  return [{ what: 'facts-are-old', ask: 'housing-officer' }]
}

const whoAsks: Readonly<Record<Asker, readonly Role[]>> = {
  'housing-officer': ['housing-officer'],
  'health-visitor': ['health-visitor', 'midwife'],
  'lead-practitioner': ['social-worker', 'supervisor'],
}

/** Each once, by name: the same facts always give the same words. */
const inOrder = (missing: readonly Missing[]): Finding['reasons'] =>
  [...Map.groupBy(missing, ({ what }) => what)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([what, all]) => {
      const people = Math.max(...all.map((one) => one.people ?? 0))
      return { code: 'not-known', what, ...(people > 0 ? { people } : {}) }
    })
