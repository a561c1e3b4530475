import type { RoomNotCounted } from './household.ts'
import type { ParameterSet } from './parameters.ts'
import type { Reason } from './reasons.ts'

/** A number that is known only to lie between two bounds; equal bounds mean that it is known. */
export interface Range {
  readonly from: number
  readonly to: number
}

export type Verdict = boolean | 'cannot-tell'

/** Everything in half-persons is named so; printing turns it into persons. */
export interface RoomStandardAnswer {
  readonly standard: 'room-standard-1985'
  readonly overcrowded: Verdict
  readonly best: boolean
  readonly worst: boolean
  readonly peopleCounted: Range
  readonly roomsCounted: number | undefined
  readonly roomsNotCounted: readonly RoomNotCounted[]
  /** Counted here whatever its size, yet no room at all for the space standard. */
  readonly tinyRooms: readonly string[]
  readonly because: readonly Reason[]
}

export interface SpaceStandardAnswer {
  readonly standard: 'space-standard-1985'
  readonly overcrowded: Verdict
  readonly unitHalves: Range
  /** Undefined without a room list; an upper limit while a room is not measured. */
  readonly tableOneHalves: number | undefined
  /** Undefined while a room is not measured. */
  readonly tableTwoHalves: number | undefined
  readonly permittedHalves: Range | undefined
  readonly roomsNotCounted: readonly RoomNotCounted[]
  readonly borderline: readonly Borderline[]
  readonly because: readonly Reason[]
}

/** A room to measure again, and what would be the answer if it fell on the other side of the line. */
export interface Borderline {
  readonly room: string
  /** Square feet. */
  readonly line: number
  readonly otherwise: Verdict
  readonly roomHalvesOtherwise: number
  readonly permittedHalvesOtherwise: Range
}

export interface BedroomAnswer {
  readonly standard: 'bedroom-standard' | 'census-2021-age-16' | 'census-2021-age-21' | 'local-scheme'
  readonly set: ParameterSet
  readonly overcrowded: Verdict
  readonly required: Range
  readonly available: number | undefined
  readonly roomsNotCounted: readonly RoomNotCounted[]
  readonly because: readonly Reason[]
}

/** Rent help: how many bedrooms it will pay for. It says nothing about crowding. */
export interface SizeCriteriaAnswer {
  readonly standard: 'size-criteria'
  readonly required: Range
  readonly entitlement: Range
  readonly overnightCarerRooms: number
  readonly because: readonly Reason[]
}

export type Answer = RoomStandardAnswer | SpaceStandardAnswer | BedroomAnswer | SizeCriteriaAnswer

/** The six answers, a local scheme's after them when one was asked for, and who is shown apart. */
export interface Answers {
  readonly results: readonly Answer[]
  /** Children under one, whatever each standard makes of them. */
  readonly infants: Range
  readonly unborn: number
}

export const known = (value: number): Range => ({ from: value, to: value })

export const isKnown = (range: Range): boolean => range.from === range.to

/** A question answered for the best and for the worst case: a definite answer only where the two agree. */
export const verdict = (best: boolean, worst: boolean): Verdict => (best === worst ? best : 'cannot-tell')
