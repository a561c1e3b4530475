import type { Role } from '#access/index.ts'
import type { Level } from '../entries.ts'
import type { HomeForRules } from '../home-for-rules.ts'
import type { AlertSettings } from '../policies.ts'
import { all, any, notKnown, notMet, onlyIf } from './conditions.ts'
import type { Condition, Missing } from './conditions.ts'
import type { Finding, Said } from './finding.ts'
import {
  bedAndBreakfastOver,
  childUnder,
  circumstance,
  conditionReason,
  dampOrMould,
  dueWithin,
  expecting,
  shortBy,
  statutory,
} from './home-conditions.ts'

/**
 * Recommendation 5, as proposed to the partnership: what an overcrowded home with a child, or with a baby expected, asks of whom.
 * The first of the housing part's three that is met is raised. The infant part stands apart and is for those who work with the family.
 */
export const overcrowdedHomeWithChild = (home: HomeForRules, settings: AlertSettings): Said => {
  const policy = settings.versions.overcrowding
  if (settings.overcrowding === 'off') return { findings: [], missing: [], missingFor: policy }
  const said =
    settings.overcrowding === 'statutory-only'
      ? [['early-help-offer', onlyIf(childOrExpected(home), () => statutory(home, 'always'))] as const]
      : housingLevels(home, settings)
  const raised = said.find(([, condition]) => condition.is === 'met')
  const infant = settings.overcrowding === 'statutory-only' ? notMet : sameDayDiscussion(home, settings)
  const finding = (part: 'housing' | 'infant', level: Level, condition: Condition & { is: 'met' }): Finding => ({
    rule: 'overcrowded-home-with-child',
    part,
    home: home.home,
    level,
    policy,
    reasons: [...condition.reasons, ...owedTo(home, condition)],
    restsOn: [...new Set([...condition.restsOn, ...home.conditions.map(({ entry }) => entry)])],
    audience: audiences[level] ?? [],
    recommendations: part === 'infant' ? [5, 20] : [4, 5],
  })
  return {
    findings: [
      ...(raised?.[1].is === 'met' ? [finding('housing', raised[0], raised[1])] : []),
      ...(infant.is === 'met' ? [finding('infant', 'same-day-discussion', infant)] : []),
    ],
    // A missing fact is asked for only where it would lead to something else than is raised already.
    missing: [
      ...said.slice(0, raised === undefined ? said.length : said.indexOf(raised)).map(([, condition]) => condition),
      infant,
    ].flatMap(missingOf),
    missingFor: policy,
  }
}

const housingLevels = (home: HomeForRules, settings: AlertSettings): (readonly [Level, Condition])[] => [
  [
    'early-help-offer',
    onlyIf(childOrExpected(home), () =>
      any(
        all(shortBy(home, 2), childUnder(home, 18)),
        statutory(home, 'where-short'),
        bedAndBreakfastOver(home, settings.bedAndBreakfastNights),
      ),
    ),
  ],
  [
    'short-check',
    any(all(shortBy(home, 1), any(childUnder(home, 5), expecting(home))), all(childUnder(home, 18), dampOrMould(home))),
  ],
  ['show-on-record', all(shortBy(home, 1), childUnder(home, 18))],
]

const childOrExpected = (home: HomeForRules): Condition => any(childUnder(home, 18), expecting(home))

/**
 * Short of two bedrooms, with a child under one or a birth near, and one more circumstance of recommendation 20. Those are asked for
 * only where the rest is met: of most homes nobody need know who smokes.
 */
const sameDayDiscussion = (home: HomeForRules, settings: AlertSettings): Condition =>
  onlyIf(all(shortBy(home, 2), any(childUnder(home, 1), dueWithin(home, settings.dueWithinWeeks))), () => {
    const { infant } = home
    const ask = (what: 'premature' | 'smoker' | 'sleep-place' | 'illness') => notKnown(what, 'health-visitor')
    // Of a baby who is not born yet nobody can know where they sleep, or whether they came early or are ill.
    const born = childUnder(home, 1).is === 'met'
    return any(
      circumstance(infant.smoker, { code: 'smoker' }, 'yes', ask('smoker')),
      circumstance(infant.premature, { code: 'premature' }, 'yes', born ? ask('premature') : notMet),
      circumstance(
        infant.ownSleepPlace,
        { code: 'no-sleep-place-of-their-own' },
        'no',
        born ? ask('sleep-place') : notMet,
      ),
      circumstance(infant.ill, { code: 'ill' }, 'yes', born ? ask('illness') : notMet),
      circumstance(infant.earlierPlan, { code: 'earlier-plan' }, 'yes', notKnown('earlier-plans', 'lead-practitioner')),
    )
  })

/** Who is asked. Nobody is asked to do anything about what is only shown. */
const audiences: Partial<Readonly<Record<Level, readonly Role[]>>> = {
  'short-check': ['housing-officer'],
  'early-help-offer': ['housing-officer', 'health-visitor'],
  'same-day-discussion': ['social-worker', 'supervisor', 'health-visitor', 'midwife'],
}

/** What the landlord or the council has left undone is shown beside whatever is said of the home. */
const owedTo = (home: HomeForRules, { reasons }: Condition & { is: 'met' }) =>
  home.conditions
    .map((one) => conditionReason(one, home.on))
    .filter((owed) => !reasons.some((reason) => JSON.stringify(reason) === JSON.stringify(owed)))

export const missingOf = (condition: Condition): readonly Missing[] =>
  condition.is === 'not-known' ? condition.missing : []
