import type { Role } from '#access/index.ts'
import type { Decision, Refusal } from '#platform/decision.ts'
import { accept, refuse } from '#platform/decision.ts'
import type { NewEntry } from '#record/index.ts'
import { AlertAnswered, ReferralMade } from '../entries.ts'
import type { AlertFacts } from '../facts.ts'

export const decisions = ['refer', 'acted', 'not-now', 'not-right'] as const
type DecisionMade = (typeof decisions)[number]
export const agreements = ['yes', 'told-not-agreed', 'not-told'] as const

/** What somebody decides on an alert, as their form says it. */
interface AnswerAlert {
  readonly decision: DecisionMade | undefined
  readonly reason: string
  readonly agreed: (typeof agreements)[number] | undefined
  readonly reviewOn: Temporal.PlainDate | undefined
}

/** As many characters as an entry holds: a longer reason is refused, never cut. */
const mostOfReason = 4000

type AnswerRefusal =
  | 'alerts.no-decision'
  | 'alerts.no-reason'
  | 'alerts.reason-too-long'
  | 'alerts.agreement-not-said'
  | 'alerts.no-review-date'
  | 'alerts.review-not-later'
  | 'alerts.review-too-late'
  | 'alerts.resolved-meanwhile'
  | 'alerts.not-asked-of-you'

export const answerRefusals: Readonly<Record<AnswerRefusal, string>> = {
  'alerts.no-decision': 'Say what you decide',
  'alerts.no-reason': 'Say why',
  'alerts.reason-too-long': `Use ${mostOfReason} characters or fewer`,
  'alerts.agreement-not-said': 'Say whether the parents know and agree',
  'alerts.no-review-date': 'Enter the day on which it is to be asked again',
  'alerts.review-not-later': 'The day must be later than today',
  'alerts.review-too-late': 'The day must be within a year',
  'alerts.resolved-meanwhile': 'This is not asked any more; the page of the alert says why. Nothing was recorded.',
  'alerts.not-asked-of-you': 'This is asked of other agencies. You can read it, but the answer is theirs.',
}

/** Who decides to refer: whoever is not children’s social care. */
export const mayRefer = (role: Role): boolean => role !== 'social-worker' && role !== 'supervisor'

/**
 * The answer, and with "refer" the referral that children's social care receives, with the reasons as they stood. An answer by anybody
 * but housing is marked health: a landlord reads no other agency's reasons in it.
 */
export const answerAlert = (
  ask: AnswerAlert,
  alert: AlertFacts,
  role: Role,
  today: Temporal.PlainDate,
): Decision<NewEntry[], AnswerRefusal> => {
  const because: Refusal<AnswerRefusal>[] = []
  if (alert.resolved !== undefined) because.push({ reason: 'alerts.resolved-meanwhile' })
  if (!alert.audience.includes(role)) because.push({ reason: 'alerts.not-asked-of-you' })
  if (ask.decision === undefined || (ask.decision === 'refer' && !mayRefer(role)))
    because.push({ reason: 'alerts.no-decision', field: 'decision' })
  if (ask.reason === '') because.push({ reason: 'alerts.no-reason', field: 'reason' })
  if (ask.reason.length > mostOfReason) because.push({ reason: 'alerts.reason-too-long', field: 'reason' })
  if (ask.decision === 'refer' && ask.agreed === undefined)
    because.push({ reason: 'alerts.agreement-not-said', field: 'agreed' })
  if (ask.decision === 'not-now') because.push(...reviewRefused(ask.reviewOn, today))
  const { decision, agreed } = ask
  if (because.length > 0 || decision === undefined) return refuse(because)
  const subjects = alert.latest.subjects
  const marked =
    role === 'housing-officer' || alert.latest.sensitivity !== 'ordinary' ? alert.latest.sensitivity : 'health'
  const answer = AlertAnswered.of({
    subjects,
    sensitivity: marked,
    body: {
      answer: decision === 'refer' ? 'acted' : decision,
      reason: ask.reason,
      by: role,
      ...(decision === 'not-now' && ask.reviewOn !== undefined ? { reviewOn: ask.reviewOn.toString() } : {}),
    },
  })
  if (decision !== 'refer' || agreed === undefined) return accept([answer])
  return accept([
    answer,
    ReferralMade.of({
      subjects,
      sensitivity: marked,
      happenedOn: today.toString(),
      body: {
        alert: alert.alert,
        to: 'childrens-social-care',
        reason: ask.reason,
        agreed,
        reasons: [...alert.reasons],
      },
    }),
  ])
}

const reviewRefused = (
  reviewOn: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
): Refusal<AnswerRefusal>[] => {
  if (reviewOn === undefined) return [{ reason: 'alerts.no-review-date', field: 'reviewOn-day' }]
  if (Temporal.PlainDate.compare(reviewOn, today) <= 0)
    return [{ reason: 'alerts.review-not-later', field: 'reviewOn-day' }]
  return Temporal.PlainDate.compare(reviewOn, today.add({ years: 1 })) > 0
    ? [{ reason: 'alerts.review-too-late', field: 'reviewOn-day' }]
    : []
}
