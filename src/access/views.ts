import { sensitivities } from '#record/index.ts'
import type { Sensitivity, Topic } from '#record/index.ts'
import type { Role } from './roles.ts'

/**
 * How a viewer comes to a family or a home: they work with the family, the home is on their patch, they gave a reason; or they work
 * with a family that lives under one roof with somebody, whose name and age they then need.
 */
export const ways = ['involved', 'responsible-for-home', 'reason-given', 'under-one-roof'] as const
export type Way = (typeof ways)[number]

/** What the record tells about, and one more that is no entry: who has looked. */
export type ViewedTopic = Topic | 'looks'

export interface ViewRow {
  readonly role: Role
  readonly way: Way
  readonly topic: ViewedTopic
  readonly sensitivity: Sensitivity
  readonly whose: 'any' | 'own-agency'
}

interface ViewGroup {
  readonly roles: readonly Role[]
  readonly ways: readonly Way[]
  readonly topics: readonly ViewedTopic[]
  readonly sensitivities: readonly Sensitivity[]
  readonly whose: ViewRow['whose']
}

/**
 * All that is told of families and homes today, topic by topic: a topic that a room adds later opens to nobody until somebody
 * writes it into a row.
 */
const everything = [
  'identity',
  'birth',
  'expected-birth',
  'address',
  'relationship',
  'responsibility',
  'family',
  'involvement',
  'contact',
  'plan',
  'housing',
  'infant-safety',
  'linkage',
  'restriction',
  'alert',
] as const satisfies readonly ViewedTopic[]
const people = ['identity', 'birth', 'expected-birth', 'relationship', 'responsibility', 'family'] as const
const whoAndPlan = ['involvement', 'plan', 'restriction'] as const
const unsealed = sensitivities.filter((sensitivity) => sensitivity !== 'sealed')
const ordinary = ['ordinary'] as const
const openOrHidden = ['ordinary', 'hidden-address'] as const

/** The matrix of who must know what, least first. Whatever is not written here is not seen. */
const groups: readonly ViewGroup[] = [
  // Social worker: "everything open; source and date of each fact" (infant safety 6). The chair prepares the conference (process 2.3).
  {
    roles: ['social-worker', 'conference-chair', 'supervisor'],
    ways: ['involved'],
    topics: [...everything, 'looks'],
    sensitivities: unsealed,
    whose: 'any',
  },
  // A sealed case is for the case holder and who supervises them (process 8.5: adoption and restricted cases are kept apart).
  {
    roles: ['social-worker', 'supervisor'],
    ways: ['involved'],
    topics: [...everything, 'looks'],
    sensitivities: ['sealed'],
    whose: 'any',
  },

  // Midwife and health visitor: household, both parents, housing facts, house moves, all open findings (infant safety 6); they visit, so hidden addresses too.
  {
    roles: ['midwife', 'health-visitor'],
    ways: ['involved'],
    topics: [...people, ...whoAndPlan, 'address', 'housing', 'alert'],
    sensitivities: openOrHidden,
    whose: 'any',
  },
  // Health facts are theirs to know; police detail is not (infant safety 6: "police detail beyond risk and safety advice").
  {
    roles: ['midwife', 'health-visitor'],
    ways: ['involved'],
    topics: [...people, 'plan', 'alert', 'contact'],
    sensitivities: ['health'],
    whose: 'any',
  },
  // "Sleep findings, both parents' relevant facts"; "all open findings" (infant safety 6): how a baby was born, smoke near them, illness.
  {
    roles: ['midwife', 'health-visitor'],
    ways: ['involved'],
    topics: ['infant-safety'],
    sensitivities: ['health'],
    whose: 'any',
  },
  {
    roles: ['midwife', 'health-visitor'],
    ways: ['involved'],
    topics: ['contact'],
    sensitivities: openOrHidden,
    whose: 'own-agency',
  },

  // General practitioner: alerts, was-not-brought pattern, plan status; not the full multi-agency minutes (infant safety 6).
  {
    roles: ['gp'],
    ways: ['involved'],
    topics: [...people, ...whoAndPlan, 'alert'],
    sensitivities: ordinary,
    whose: 'any',
  },
  {
    roles: ['gp'],
    ways: ['involved'],
    topics: ['birth', 'expected-birth', 'contact', 'alert'],
    sensitivities: ['health'],
    whose: 'any',
  },
  // The practice offers each smoker help to stop and sees the baby when they are ill (infant safety 2.7, PA-SMOKE, and 6).
  { roles: ['gp'], ways: ['involved'], topics: ['infant-safety'], sensitivities: ['health'], whose: 'any' },
  { roles: ['gp'], ways: ['involved'], topics: ['contact', 'address'], sensitivities: ordinary, whose: 'own-agency' },

  // Ward: plan status, social worker, who is safe to contact, sleep risks; not neighbours, housing, siblings' school notes (infant safety 6).
  {
    roles: ['ward-nurse'],
    ways: ['involved'],
    topics: [...people, ...whoAndPlan],
    sensitivities: ordinary,
    whose: 'any',
  },
  {
    roles: ['ward-nurse'],
    ways: ['involved'],
    topics: ['birth', 'expected-birth', 'contact'],
    sensitivities: ['health'],
    whose: 'any',
  },
  // "Sleep risks", on arrival (infant safety 6).
  { roles: ['ward-nurse'], ways: ['involved'], topics: ['infant-safety'], sensitivities: ['health'], whose: 'any' },
  {
    roles: ['ward-nurse'],
    ways: ['involved'],
    topics: ['contact', 'address'],
    sensitivities: ordinary,
    whose: 'own-agency',
  },

  // School: that there is a new baby, plan status, who to ring; not medical facts (infant safety 6).
  {
    roles: ['designated-safeguarding-lead'],
    ways: ['involved'],
    topics: [...people, ...whoAndPlan],
    sensitivities: ordinary,
    whose: 'any',
  },
  {
    roles: ['designated-safeguarding-lead'],
    ways: ['involved'],
    topics: ['contact', 'address'],
    sensitivities: ordinary,
    whose: 'own-agency',
  },

  // Police: danger to the child or others, safe and unsafe contact; not routine sleep findings, which are marked health (infant safety 6).
  {
    roles: ['police-officer'],
    ways: ['involved'],
    topics: [...people, ...whoAndPlan, 'address', 'contact'],
    sensitivities: ordinary,
    whose: 'any',
  },
  // Police own their intelligence and decide what may be used (process 8.5).
  {
    roles: ['police-officer'],
    ways: ['involved'],
    topics: ['contact', 'restriction'],
    sensitivities: ['police'],
    whose: 'any',
  },

  // Early help, children's centre: the actions they own, not reasons they do not need (infant safety 6).
  {
    roles: ['early-help-worker'],
    ways: ['involved'],
    topics: ['identity', 'birth', 'expected-birth', 'family', 'involvement', 'plan', 'restriction'],
    sensitivities: ordinary,
    whose: 'any',
  },
  {
    roles: ['early-help-worker'],
    ways: ['involved'],
    topics: ['contact', 'address'],
    sensitivities: ordinary,
    whose: 'own-agency',
  },

  // Who else sleeps in the home: name, age and expected births, for those who assess a home or visit it (housing 7.5, fields 3 and 6).
  {
    roles: ['social-worker', 'conference-chair', 'supervisor', 'midwife', 'health-visitor'],
    ways: ['under-one-roof'],
    topics: ['identity', 'birth', 'expected-birth'],
    sensitivities: ordinary,
    whose: 'any',
  },

  // Housing officer: number and ages of people, expected births, what housing must do, and of a danger only that the address must not
  // be disclosed; not health, substance use, domestic abuse detail (infant safety 6). Names and addresses only as their own agency holds them.
  {
    roles: ['housing-officer'],
    ways: ['involved', 'responsible-for-home'],
    topics: ['birth', 'expected-birth', 'housing', 'restriction'],
    sensitivities: ordinary,
    whose: 'any',
  },
  {
    roles: ['housing-officer'],
    ways: ['involved', 'responsible-for-home'],
    topics: ['identity', 'contact'],
    sensitivities: ordinary,
    whose: 'own-agency',
  },
  // A landlord knows where its own tenant lives: hiding its own record from it would protect nobody.
  {
    roles: ['housing-officer'],
    ways: ['involved', 'responsible-for-home'],
    topics: ['address'],
    sensitivities: openOrHidden,
    whose: 'own-agency',
  },
  {
    roles: ['housing-officer'],
    ways: ['involved', 'responsible-for-home'],
    topics: ['housing'],
    sensitivities: ['hidden-address'],
    whose: 'own-agency',
  },

  // Of alerts only those about a home on their own patch that rest on nothing but ordinary facts: the rest is marked health (alerts, README).
  {
    roles: ['housing-officer'],
    ways: ['responsible-for-home'],
    topics: ['alert'],
    sensitivities: ordinary,
    whose: 'any',
  },

  // With a reason given: the least that does the job, widened only by becoming involved (infant safety 6: "widening needs a reason, logged").
  {
    roles: ['social-worker', 'supervisor'],
    ways: ['reason-given'],
    topics: everything,
    sensitivities: ['ordinary', 'health'],
    whose: 'any',
  },
  { roles: ['supervisor'], ways: ['reason-given'], topics: ['looks'], sensitivities: ordinary, whose: 'any' },
  {
    roles: ['police-officer'],
    ways: ['reason-given'],
    topics: [...people, ...whoAndPlan, 'address'],
    sensitivities: ordinary,
    whose: 'any',
  },
  { roles: ['police-officer'], ways: ['reason-given'], topics: ['contact'], sensitivities: ['police'], whose: 'any' },
  {
    roles: ['midwife', 'health-visitor'],
    ways: ['reason-given'],
    topics: [...people, ...whoAndPlan],
    sensitivities: ordinary,
    whose: 'any',
  },
  {
    roles: ['midwife', 'health-visitor'],
    ways: ['reason-given'],
    topics: ['contact', 'expected-birth'],
    sensitivities: ['health'],
    whose: 'any',
  },
  {
    roles: ['ward-nurse'],
    ways: ['reason-given'],
    topics: ['identity', 'birth', 'family', 'responsibility', ...whoAndPlan],
    sensitivities: ordinary,
    whose: 'any',
  },
  {
    roles: ['gp'],
    ways: ['reason-given'],
    topics: ['identity', 'birth', 'family', ...whoAndPlan],
    sensitivities: ordinary,
    whose: 'any',
  },
  // Audit and learning look into a family only by a reason, and see nothing marked more than ordinary (infant safety 6: learning is de-identified).
  {
    roles: ['partnership-manager'],
    ways: ['reason-given'],
    topics: [...everything, 'looks'],
    sensitivities: ordinary,
    whose: 'any',
  },
]

const rowsOf = (group: ViewGroup): ViewRow[] =>
  group.roles.flatMap((role) =>
    group.ways.flatMap((way) =>
      group.topics.flatMap((topic) =>
        group.sensitivities.map((sensitivity) => ({ role, way, topic, sensitivity, whose: group.whose })),
      ),
    ),
  )

/** One row per role, way, topic and sensitivity; where both are granted, `any` includes the agency's own. */
export const views: readonly ViewRow[] = groups.flatMap(rowsOf)
