import type { Circumstance } from '#infant-sleep/index.ts'
import type { EntryId, SubjectId } from '#record/index.ts'

export type { Circumstance } from '#infant-sleep/index.ts'

/**
 * What the rules ask of one home on one day: pure facts, each with the entries it was taken from. What nobody has said is
 * `not-known`, and never `no`.
 */
export interface HomeForRules {
  readonly home: SubjectId
  readonly on: Temporal.PlainDate
  /** Who sleeps here. Empty: nobody has said, or nobody does. */
  readonly people: readonly PersonForRules[]
  readonly expected: readonly ExpectedBaby[]
  /** Bedrooms short by the standard that the partnership chose. */
  readonly short: Shortfall | NotKnown
  readonly statutory:
    | (Circumstance & {
        readonly is: 'yes' | 'no'
        readonly by: readonly ('room-standard-1985' | 'space-standard-1985')[]
      })
    | NotKnown
  /** Reported and not yet put right. */
  readonly conditions: readonly OpenCondition[]
  /** A stay in bed and breakfast that goes on, over all stays of the case. */
  readonly bedAndBreakfast?: { readonly since: string; readonly nights: number; readonly entries: readonly EntryId[] }
  readonly applications: readonly Application[]
  readonly infant: InfantCircumstances
  /** The oldest of the days for which anybody vouched for who sleeps here and for the rooms. */
  readonly confirmedOn?: Temporal.PlainDate
  /** The day on which the counts above change by themselves. */
  readonly countsChangeOn?: Temporal.PlainDate
}

export interface NotKnown {
  readonly is: 'not-known'
}

export interface PersonForRules {
  readonly records: readonly SubjectId[]
  /** Where the whole birth date is held. */
  readonly born?: Temporal.PlainDate
  /** Completed years lie between these. Without either nobody knows the age. */
  readonly age?: { readonly least: number; readonly most: number }
  readonly entries: readonly EntryId[]
}

export interface ExpectedBaby {
  readonly babies: number | 'not-known'
  /** As it was said, and the days that this may mean. */
  readonly due?: { readonly said: string; readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }
  readonly entries: readonly EntryId[]
}

export interface Shortfall {
  readonly is: 'known'
  readonly least: number
  readonly most: number
  readonly needed: number
  readonly available: number
  readonly standard: string
  readonly entries: readonly EntryId[]
}

export interface OpenCondition {
  readonly what: string
  readonly reportedOn: string
  readonly dueOn?: string
  readonly entry: EntryId
}

export interface Application {
  readonly status: string
  readonly registeredOn?: string
  readonly lastBidOn?: string
  readonly entry: EntryId
}

/** Of any child under one here. */
interface InfantCircumstances {
  /** Born early or small, by the infant sleep room’s settings: before 37 weeks, or at 2,500 grams or less. */
  readonly premature: Circumstance
  /** Anybody who lives or sleeps with a baby here, or with one who is expected. */
  readonly smoker: Circumstance
  readonly ill: Circumstance
  /** The first day on which an answer to whether a baby is ill is too old to rely on. */
  readonly agesOn?: Temporal.PlainDate
  /** Each sleeps in a cot or crib of their own: `no` where one is known not to. */
  readonly ownSleepPlace: Circumstance
  /** A child of this home had, or has, a child in need or child protection plan. */
  readonly earlierPlan: Circumstance
}
