import canonicalize from 'canonicalize'
import type { StartInvolvement, StartResponsibility, Withhold } from '#access/index.ts'
import type {
  AddMember,
  NameHome,
  OpenFamily,
  OpenRecord,
  StateAboutPerson,
  StatePregnancy,
  StateRelationship,
} from '#families/index.ts'
import type {
  DescribeHome,
  StateApplication,
  StateCondition,
  StateOccupancy,
  StatePlacement,
  StateRooms,
  StateSleepingArrangement,
  StateTenancy,
} from '#housing/index.ts'
import type { StateAboutCase } from '#referrals/index.ts'

/** What a delivery can ask of the rooms, by the room's own command. The order they are asked in is that of `commands.ts`. */
export interface Asks {
  readonly home: NameHome
  readonly hiding: Withhold
  readonly record: OpenRecord
  readonly person: StateAboutPerson
  readonly relationship: StateRelationship
  readonly pregnancy: StatePregnancy
  readonly family: OpenFamily
  readonly member: AddMember
  readonly description: DescribeHome
  readonly rooms: StateRooms
  readonly occupancy: StateOccupancy
  readonly sleeping: StateSleepingArrangement
  readonly tenancy: StateTenancy
  readonly application: StateApplication
  readonly condition: StateCondition
  readonly placement: StatePlacement
  readonly case: StateAboutCase
  readonly involvement: StartInvolvement
  readonly responsibility: StartResponsibility
}
export type Of = keyof Asks

/** Where in the delivery it stands, and what it puts right. */
interface Traced {
  readonly sourceRow?: string
  readonly corrects?: string
  /** A revised due date is told of the same pregnancy. */
  readonly pregnancy?: string
}

/**
 * What is done when an agency says something no more. `withdraw`: it is taken back, because a cell was emptied or a relation taken out;
 * `end-state`: it held until the day of the extract; `say-gone`: the earlier statement stays, and another entry says that the source holds it no
 * more; `not-listed`: the list names them no more, which is not moving out; `keep`: what is said of the rest of the unit is enough.
 */
export type WhenGone =
  | 'withdraw'
  | 'end-state'
  | 'say-gone'
  | 'not-listed'
  | 'leave-family'
  | 'end-involvement'
  | 'keep'

export interface SayingOf<K extends Of> {
  readonly of: K
  /** Names it among what its unit says: `birth`, `partner`, `member:…`. */
  readonly slot: string
  /** Whom its entry will be about, with whoever it mentions: a correction must be about the same. */
  readonly about: readonly string[]
  readonly file: string
  readonly line: number
  readonly ask: (traced: Traced) => Asks[K]
  /** Compared with what was said before. */
  readonly content: string
  readonly ifUnsaid: WhenGone
  readonly ifGone: WhenGone
}
export type Saying = { readonly [K in Of]: SayingOf<K> }[Of]

export interface Place {
  readonly file: string
  readonly line: number
}

/** @param content what is compared with the last delivery, where the whole ask must not be */
export const saying = <K extends Of>(
  of: K,
  slot: string,
  at: Place,
  about: readonly string[],
  ask: (traced: Traced) => Asks[K],
  {
    ifUnsaid = 'withdraw',
    ifGone = 'keep',
    content,
  }: { readonly ifUnsaid?: WhenGone; readonly ifGone?: WhenGone; readonly content?: string } = {},
): SayingOf<K> => ({
  of,
  slot,
  about,
  file: at.file,
  line: at.line,
  ask,
  ifUnsaid,
  ifGone,
  content: content ?? canonicalize(ask({})) ?? '',
})

/** Drops what a delivery left open, so that nothing is said of it. */
export const filled = <T extends Readonly<Record<string, unknown>>>(
  parts: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  // What is undefined was taken out; the rest is as it was.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

/** What a delivery holds that no room takes, counted by file and reason: said in the report, never dropped in silence. */
export interface NotTaken {
  readonly file: string
  readonly why: string
}
