import { given } from '#platform/given.ts'
import { standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import type { Role } from '#access/index.ts'
import { AlertAnswered, AlertChanged, AlertRaised, AlertResolved, ReferralMade } from './entries.ts'
import type { Cause } from './causes.ts'
import type { AnswerGiven, Level, Part, RuleName, WhyResolved } from './entries.ts'
import type { Reason } from './reasons.ts'

type Raised = Entry & { readonly body: ReturnType<typeof AlertRaised.parse> }

/** One alert as its entries tell it. */
export interface AlertFacts {
  readonly alert: string
  readonly home: string
  readonly rule: RuleName
  readonly part: Part
  readonly episode: number
  readonly level: Level
  readonly reasons: readonly Reason[]
  readonly restsOn: readonly string[]
  readonly audience: readonly Role[]
  readonly policy: Raised['body']['policy']
  readonly recommendations: readonly number[]
  readonly raised: Raised
  /** The entry that said last what is found. */
  readonly latest: Entry
  /** The entry that said last what is asked: earlier answers do not answer it. */
  readonly asked: Entry
  readonly changes: number
  readonly resolved:
    | { readonly at: Temporal.Instant; readonly why: WhyResolved; readonly movedBy: readonly Cause[] }
    | undefined
  /** The last answer, unless something else is asked since. */
  readonly answer: Answered | undefined
  readonly answers: readonly (Entry & { readonly body: ReturnType<typeof AlertAnswered.parse> })[]
  readonly referral: (Entry & { readonly body: ReturnType<typeof ReferralMade.parse> }) | undefined
  readonly referrals: readonly Entry[]
}

interface Answered {
  readonly answer: AnswerGiven
  readonly at: Temporal.Instant
  readonly by: Role
  readonly reviewOn?: string
}

/** Fold one alert; undefined where nothing says that it was raised, or it may not be seen. Entries come in the order recorded. */
export const alertFacts = (alert: string, all: readonly Entry[]): AlertFacts | undefined => {
  const own = standing(all)
    .filter(({ subjects }) => subjects.some(({ id }) => id === alert))
    .toSorted(byRecording)
  const raised = own.find(AlertRaised.is)
  const home = raised?.subjects.find(({ type }) => type === 'home')?.id
  if (raised === undefined || home === undefined) return undefined
  const changes = own.filter(AlertChanged.is).toSorted((a, b) => a.body.change - b.body.change)
  const latest = changes.at(-1) ?? raised
  const asked = changes.findLast(({ body }) => body.asksAgain === 'yes') ?? raised
  const answered = own.filter(AlertAnswered.is)
  const since = answered.filter((one) => Temporal.Instant.compare(one.recordedAt, asked.recordedAt) >= 0)
  const resolved = own.find(AlertResolved.is)
  const { level, reasons, restsOn, audience, policy } = latest.body
  return {
    alert,
    home,
    rule: raised.body.rule,
    part: raised.body.part,
    episode: raised.body.episode,
    recommendations: raised.body.recommendations,
    level,
    reasons,
    restsOn,
    audience,
    policy,
    raised,
    latest,
    asked,
    changes: changes.length,
    answers: answered,
    resolved:
      resolved === undefined
        ? undefined
        : { at: resolved.recordedAt, why: resolved.body.why, movedBy: resolved.body.movedBy ?? [] },
    answer: answeredOf(since.at(-1)),
    referral: own.find(ReferralMade.is),
    referrals: own.filter(ReferralMade.is),
  }
}

const answeredOf = (entry: AlertFacts['answers'][number] | undefined): Answered | undefined =>
  entry === undefined
    ? undefined
    : {
        answer: entry.body.answer,
        at: entry.recordedAt,
        by: entry.body.by,
        ...given({ reviewOn: entry.body.reviewOn }),
      }

const byRecording = (one: Entry, other: Entry): number =>
  Temporal.Instant.compare(one.recordedAt, other.recordedAt) || (one.id < other.id ? -1 : 1)

/** An answer as far as somebody is told of it: who may not read it learns that there is one, by which role and when. */
export interface AnswerTold {
  readonly at: string
  readonly by: Role
  readonly reviewOn: string | null
  /** It answers what is asked now. */
  readonly stands: boolean
  readonly read: boolean
  readonly answer?: AnswerGiven
  readonly referred?: boolean
}

/**
 * Does it ask something today? One answer of any role that is asked answers it for all: not once it is answered; a "not now" asks
 * again from its review date.
 */
export const asksOn = (
  alert: { readonly audience: readonly string[]; readonly answers: readonly AnswerTold[] },
  today: Temporal.PlainDate,
): boolean => {
  if (alert.audience.length === 0) return false
  const last = lastAnswer(alert.answers)
  return last === undefined || (last.reviewOn !== null && last.reviewOn <= today.toString())
}

/** The last answer to what is asked now. */
export const lastAnswer = (answers: readonly AnswerTold[]): AnswerTold | undefined =>
  answers.findLast(({ stands }) => stands)
