import type { ParameterSet } from './parameters.ts'

/** What is known of a household before any rule has looked at it: who sleeps here, in what rooms, on which day. */
export interface HouseholdFacts {
  readonly id: string | number
  readonly on: Temporal.PlainDate
  readonly people: readonly PersonFacts[]
  /** Left out when nobody has recorded the rooms. A room list wins over `bedrooms`. */
  readonly rooms?: readonly RoomFacts[]
  readonly bedrooms?: number
  /** Somebody who lives elsewhere stays overnight to care (size criteria only). */
  readonly overnightCarer?: boolean
  readonly expected?: readonly { readonly due: Temporal.PlainDate }[]
  /** Name of a parameter set: adds that scheme's answer to the six. */
  readonly parameters?: string
}

export type Sex = 'male' | 'female' | 'unknown'

export interface PersonFacts {
  readonly id: string
  readonly bornOn?: Temporal.PlainDate
  /** Completed years, where no date of birth is held. */
  readonly age?: number
  readonly sex: Sex
  readonly partnerOf?: string
  readonly childOf?: readonly string[]
}

export const roomKinds = ['bedroom', 'bed-sitting', 'living', 'dining', 'kitchen', 'bathroom', 'hall', 'other'] as const
type RoomKind = (typeof roomKinds)[number]

export interface RoomFacts {
  readonly name: string
  readonly kind: RoomKind
  readonly area?: Area
  /** False: uninhabitable, so it counts for nothing. */
  readonly usable?: boolean
}

/** A floor area in the unit in which it was taken. */
export interface Area {
  readonly value: number
  readonly unit: 'sqft' | 'm2'
}

/** A household whose facts agree with each other, with ages worked out for one day. */
export interface Household {
  readonly id: string | number
  readonly on: DayKey
  readonly people: readonly Sleeper[]
  readonly home: Home
  readonly overnightCarer: boolean
  /** Due dates of children not yet born. */
  readonly expected: readonly DayKey[]
  readonly scheme: ParameterSet | undefined
}

/** A civil day as one comparable number: 23 November 2026 is 20261123. */
export type DayKey = number

/**
 * One person who sleeps here. When neither age nor date of birth is held, the true age lies somewhere from `ageFrom` to
 * `ageTo`; otherwise both are the age in completed years.
 */
export interface Sleeper {
  readonly id: string
  readonly sex: Sex
  readonly born: DayKey | undefined
  readonly ageFrom: number
  readonly ageTo: number
  readonly inCouple: boolean
  /** Has a child here and no partner here. */
  readonly loneParent: boolean
}

/** The rooms, sorted once into what each kind of standard may count. */
export interface Home {
  /** Rooms of a type used as a bedroom or living room (section 325); undefined when no room is recorded. */
  readonly available: readonly Room[] | undefined
  readonly notAvailable: readonly RoomNotCounted[]
  /** Bedrooms, bed-sitting rooms included; undefined when neither rooms nor bedrooms are recorded. */
  readonly bedrooms: number | undefined
  /** Bedrooms and living rooms as one local scheme counts them, when it differs. */
  readonly schemeBedrooms: number | undefined
  readonly schemeTooSmall: readonly RoomNotCounted[]
  readonly bedroomsNotCounted: readonly RoomNotCounted[]
  /** No bedroom is recorded and one living room: people sleep and live in it. */
  readonly bedSitting: boolean
}

export interface Room {
  readonly name: string
  /** Table II of section 326 in half-persons; undefined when the room is not measured. */
  readonly halves: number | undefined
  /** The measurement is within 0.05 square metres of a line of Table II: where it stands on the other side. */
  readonly near: NearLine | undefined
}

export interface NearLine {
  readonly line: number
  readonly halves: number
}

export interface RoomNotCounted {
  readonly room: string
  readonly why:
    | 'not-usable'
    | 'kitchen'
    | 'bathroom'
    | 'hall'
    | 'other'
    | 'under-50-sq-ft'
    | 'under-scheme-minimum'
    | 'living-room'
}
