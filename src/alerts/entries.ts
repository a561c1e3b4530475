import { z } from 'zod'
import { roleNames } from '#access/index.ts'
import { entryKind } from '#record/index.ts'
import type { Entry, Subject } from '#record/index.ts'
import { cause } from './causes.ts'
import type { Cause } from './causes.ts'
import { reason } from './reasons.ts'

export const rules = [
  'overcrowded-home-with-child',
  'child-in-home-on-priority-list',
  'not-known-what-the-rule-needs',
] as const
export type RuleName = (typeof rules)[number]

/** What an agency is asked to do. The order says nothing. */
export const levels = [
  'show-on-record',
  'short-check',
  'early-help-offer',
  'same-day-discussion',
  'consider-referral',
  'find-out',
] as const
export type Level = (typeof levels)[number]

/** Which knowledge a finding rests on, so that nobody reads more in an alert than they may elsewhere. */
export const parts = ['housing', 'infant', 'housing-officer', 'health-visitor', 'lead-practitioner'] as const
export type Part = (typeof parts)[number]

const text = z.string().trim().min(1).max(4000)

/** The setting that was in force: its entry, or that the first value stood. */
const policyThen = z.strictObject({
  policy: z.string(),
  version: z.union([z.uuid(), z.literal('first-value')]),
  value: z.union([z.string(), z.number(), z.boolean()]),
  status: z.string(),
})

/** Why it moved. Absent where nobody had looked at the home before, and in entries from before causes were recorded. */
const movedBy = { movedBy: z.array(cause).min(1).exactOptional() }

/** What the facts say at one time. */
const found = {
  level: z.enum(levels),
  reasons: z.array(reason).min(1),
  restsOn: z.array(z.uuid()),
  audience: z.array(z.enum(roleNames)),
  policy: policyThen,
}

export const AlertRaised = entryKind({
  kind: 'AlertRaised',
  topic: 'alert',
  retention: 'child-record',
  body: z.strictObject({
    rule: z.enum(rules),
    part: z.enum(parts),
    episode: z.int().min(1),
    recommendations: z.array(z.int()),
    ...found,
    ...movedBy,
  }),
})

/** The facts moved while it stood. `asksAgain`: another thing is asked than before, so an earlier answer does not answer it. */
export const AlertChanged = entryKind({
  kind: 'AlertChanged',
  topic: 'alert',
  retention: 'child-record',
  body: z.strictObject({ change: z.int().min(1), asksAgain: z.enum(['yes', 'no']), ...found, ...movedBy }),
})

const whyResolved = ['facts-no-longer-hold', 'rule-switched-off', 'rule-changed', 'day-came'] as const
export type WhyResolved = (typeof whyResolved)[number]

export const AlertResolved = entryKind({
  kind: 'AlertResolved',
  topic: 'alert',
  retention: 'child-record',
  body: z.strictObject({ why: z.enum(whyResolved), ...movedBy }),
})

const answers = ['acted', 'not-now', 'not-right'] as const
export type AnswerGiven = (typeof answers)[number]

/** What somebody decided, and why. `reviewOn`: when a "not now" is asked again. */
export const AlertAnswered = entryKind({
  kind: 'AlertAnswered',
  topic: 'alert',
  retention: 'child-record',
  body: z.strictObject({
    answer: z.enum(answers),
    reason: text,
    reviewOn: z.iso.date().exactOptional(),
    by: z.enum(roleNames),
  }),
})

/**
 * A referral to children's social care, with the arithmetic it rests on (recommendation 4). `agreed`: do the parents know and agree;
 * where a child may be at serious risk it is made without (Working Together 2023, chapter 1, on sharing without consent).
 */
export const ReferralMade = entryKind({
  kind: 'ReferralMade',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({
    alert: z.string().startsWith('alert:'),
    to: z.literal('childrens-social-care'),
    reason: text,
    agreed: z.enum(['yes', 'told-not-agreed', 'not-told']),
    reasons: z.array(reason),
  }),
})

/** Somebody of children's social care works from now on with the families of a referral; `opened`: there was none before. */
export const ReferralTakenUp = entryKind({
  kind: 'ReferralTakenUp',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({
    referral: z.uuid(),
    families: z.array(z.string().startsWith('family:')).min(1),
    opened: z.enum(['yes', 'no']),
  }),
})

export const aboutAlert = (id: string): Subject => ({ id, type: 'alert', role: 'about' })

/** The causes that one entry names; none in entries from before causes were recorded. */
export const causesOfEntry = (entry: Entry): readonly Cause[] =>
  AlertRaised.is(entry) || AlertChanged.is(entry) || AlertResolved.is(entry) ? (entry.body.movedBy ?? []) : []
