import type { Role } from '#access/index.ts'
import type { EntryId, SubjectId } from '#record/index.ts'
import type { Level, Part, RuleName } from '../entries.ts'
import type { PolicyThen } from '../policies.ts'
import type { Reason } from '../reasons.ts'
import type { Missing } from './conditions.ts'

/** What a rule finds in one home: what is asked of whom, and why. */
export interface Finding {
  readonly rule: RuleName
  readonly part: Part
  readonly home: SubjectId
  readonly level: Level
  readonly reasons: readonly Reason[]
  readonly restsOn: readonly EntryId[]
  readonly audience: readonly Role[]
  readonly recommendations: readonly number[]
  readonly policy: PolicyThen
}

/** What one rule says of a home: findings, and what it would have to know to say more. */
export interface Said {
  readonly findings: readonly Finding[]
  readonly missing: readonly Missing[]
  readonly missingFor: PolicyThen
}
