/** How sure we are of a setting; one vocabulary for the whole product. */
export const statuses = [
  'confirmed',
  'reported',
  'elsewhere',
  'proposed',
  'computed',
  'disputed',
  'unconfirmed',
] as const
export type Status = (typeof statuses)[number]

/**
 * The numbers in which overcrowding standards and local schemes differ. One engine reads them all; a partnership adds its own
 * scheme as data.
 */
export interface ParameterSet {
  readonly name: string
  readonly owner: string
  /** First and last day on which the set applies; left out where the source gives none. */
  readonly from?: string
  readonly until?: string
  readonly status: Status
  readonly source: string
  readonly note?: string
  /** From this age a person who is not in a couple has a room of their own. */
  readonly adultAge: number
  /** A parent without a partner here has a room of their own whatever their age. */
  readonly loneParentOwnRoom: boolean
  /** A baby counts from this month of life; 0 counts every baby in full. */
  readonly infantCountsFromMonths: number
  /** Twins and more count before that month. */
  readonly multipleBirthsCount: boolean
  /** An unborn child counts from this week of pregnancy; left out: never. */
  readonly unbornCountsFromWeek?: number
  /** A bedroom under this many square feet does not count. */
  readonly bedroomMinSqft: number
  /** A living or dining room counts as a place to sleep. */
  readonly livingRoomCounts: boolean
  /** In this locality a kitchen is normally used as a living room (section 325(2)). */
  readonly kitchenCounts: boolean
  /** In this locality box rooms, home offices and the like are normally used as bedrooms. */
  readonly otherRoomCounts: boolean
  /** `in-order` pairs as the standard's paragraphs come; `fewest` takes the grouping that needs the fewest rooms. */
  readonly pairing: 'in-order' | 'fewest'
  /** No more bedrooms than this are given. */
  readonly cap?: number
}
