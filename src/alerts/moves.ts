import type { SubjectId } from '#record/index.ts'
import type { Level, Part, RuleName } from './entries.ts'
import { alertId } from './ids.ts'
import type { Reason } from './reasons.ts'
import type { Finding } from './rules/index.ts'

/** An alert as the sweep finds it: the last episode of one rule and part in one home. */
export interface KnownAlert {
  readonly alert: string
  readonly home: SubjectId
  readonly rule: RuleName
  readonly part: Part
  readonly episode: number
  readonly resolved: boolean
  readonly level: Level
  readonly reasons: readonly Reason[]
  readonly changes: number
}

/** Each with why, where the home had been looked at before. */
export type Move =
  | { readonly move: 'raise'; readonly alert: string; readonly episode: number; readonly finding: Finding }
  | {
      readonly move: 'change'
      readonly alert: string
      readonly change: number
      readonly asksAgain: 'yes' | 'no'
      readonly finding: Finding
    }
  | {
      readonly move: 'resolve'
      readonly alert: string
      readonly home: SubjectId
      readonly why: 'facts-no-longer-hold' | 'rule-switched-off'
    }

/**
 * What the record must be told so that it says what the rules find. An entry that only restates the same changes nothing: an alert
 * moves when what it says moves, not when its source is renewed.
 */
export const movesFor = (
  findings: readonly Finding[],
  known: readonly KnownAlert[],
  switchedOff: ReadonlySet<RuleName>,
): Move[] => {
  const last = new Map(known.toSorted((a, b) => a.episode - b.episode).map((alert) => [keyOf(alert), alert]))
  const found = new Set(findings.map(keyOf))
  const moves = findings.flatMap((finding): Move[] => {
    const before = last.get(keyOf(finding))
    if (before === undefined || before.resolved) {
      const episode = (before?.episode ?? 0) + 1
      return [{ move: 'raise', alert: alertId(finding.rule, finding.part, finding.home, episode), episode, finding }]
    }
    if (alike(before, finding)) return []
    return [
      {
        move: 'change',
        alert: before.alert,
        change: before.changes + 1,
        asksAgain: asksAnother(before, finding) ? 'yes' : 'no',
        finding,
      },
    ]
  })
  const gone = [...last.values()].filter((alert) => !alert.resolved && !found.has(keyOf(alert)))
  return [
    ...moves,
    ...gone.map(({ alert, home, rule }): Move => ({
      move: 'resolve',
      alert,
      home,
      why: switchedOff.has(rule) ? 'rule-switched-off' : 'facts-no-longer-hold',
    })),
  ]
}

const keyOf = ({ rule, part, home }: Pick<Finding, 'rule' | 'part' | 'home'>): string => `${rule} ${part} ${home}`

const alike = (one: Pick<Finding, 'level' | 'reasons'>, other: Pick<Finding, 'level' | 'reasons'>): boolean =>
  one.level === other.level && said(one.reasons) === said(other.reasons)

/** Another level asks another thing; and so does another list of what is to be found out. */
const asksAnother = (before: KnownAlert, now: Finding): boolean =>
  before.level !== now.level || (now.level === 'find-out' && said(before.reasons) !== said(now.reasons))

/** Whatever order the database kept the fields in. */
export const said = (reasons: readonly Reason[]): string =>
  JSON.stringify(
    reasons
      .map((reason) => Object.entries(reason).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      .map((fields) => JSON.stringify(fields))
      .toSorted(),
  )
