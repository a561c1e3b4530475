import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, civilDay, line, yesOrNo } from './shapes.ts'

export const conditionKinds = [
  'damp',
  'mould',
  'damp-and-mould',
  'cold',
  'heat',
  'pests',
  'fire',
  'electrical',
  'falls',
  'windows',
  'structure',
  'crowding',
  'disrepair',
  'other',
] as const
export type ConditionKind = (typeof conditionKinds)[number]
const stages = [
  'reported',
  'investigating',
  'findings-sent',
  'made-safe',
  'works-ordered',
  'works-begun',
  'done',
  'closed-without-works',
  'not-known',
] as const

/** Something wrong with a home, and how far the landlord has come. `condition` names one report, so that its later stages are told of the same one. */
export const ConditionStated = entryKind({
  kind: 'ConditionStated',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({
    ...aside,
    condition: line,
    what: z.enum(conditionKinds),
    room: line.exactOptional(),
    reportedOn: civilDay,
    foundBy: z.enum(['household', 'landlord', 'council', 'other-agency', 'not-known']).exactOptional(),
    stage: z.enum(stages),
    /** Never converted from one scheme to the other: inspections begun before 23 June 2026 end under the old one. */
    hhsrs: z
      .strictObject({ scheme: z.enum(['2005', '2026', 'not-known']), category: z.enum(['1', '2']) })
      .exactOptional(),
    awaab: z.enum(['emergency', 'significant', 'outside', 'not-known']).exactOptional(),
    dueOn: civilDay.exactOptional(),
    madeSafeOn: civilDay.exactOptional(),
    doneOn: civilDay.exactOptional(),
    legalClaim: yesOrNo.exactOptional(),
  }),
})
