import type { RoomShape, Tx } from '#platform/database/index.ts'
import type { RecordBook } from './append.ts'
import type { KeptTable } from './backup.ts'
import type { EntryId } from './entry.ts'
import type { Projection } from './projection.ts'
import { kindsOf } from './kinds.ts'
import type { WordedKind } from './words.ts'

/** One value that a room hands to another's {@link Socket}. */
export interface Plug {
  readonly socket: object
  readonly value: unknown
}

/**
 * A place in one room for what others know: the family's page has one for sections, the policies room one for settings. The room with the
 * socket imports none of those that plug into it.
 */
export interface Socket<T> {
  readonly name: string
  readonly plug: (...values: readonly T[]) => Plug[]
  /** What is plugged in, in the order of the rooms. */
  readonly from: (plugs: readonly Plug[]) => T[]
}

/** @example export const familySections = socket<FamilySection>('sections of the family’s page') */
export const socket = <T>(name: string): Socket<T> => {
  const own: Socket<T> = {
    name,
    plug: (...values) => values.map((value) => ({ socket: own, value })),
    from: (plugs) => plugs.flatMap((plug) => (isOwn(plug) ? [plug.value] : [])),
  }
  // A plug of this socket was made by its own `plug`, which takes nothing else.
  const isOwn = (plug: Plug): plug is Plug & { readonly value: T } => plug.socket === own
  return own
}

/** A room, whole: what it may record with its words, what it keeps, and what it plugs into other rooms. The house is a list of these. */
export interface Room extends Required<RoomShape> {
  readonly kinds: readonly WordedKind[]
  readonly projections: readonly Projection[]
  /** What a backup carries of it beside the record. */
  readonly keptTables: readonly KeptTable[]
  /** Removes what it keeps beside the record of what entries say, when those are disposed of. */
  readonly keptApart: readonly ((tx: Tx, entries: readonly EntryId[]) => Promise<void>)[]
  readonly plugs: readonly Plug[]
}

/** A room that says only what it has. */
export const room = (declared: Pick<Room, 'name'> & Partial<Room>): Room => ({
  kinds: [],
  migrations: [],
  functions: '',
  projections: [],
  keptTables: [],
  keptApart: [],
  plugs: [],
  ...declared,
})

/** What some rooms come to together, each standing on those before it. */
export interface RoomsTogether {
  readonly book: RecordBook
  /** Their migrations and functions, for `migrate`. */
  readonly rooms: readonly RoomShape[]
  readonly keptTables: readonly KeptTable[]
  readonly plugs: readonly Plug[]
}

/** @param rules the edition of the rules, which every entry's envelope carries */
export const together = (rooms: readonly Room[], rules: string): RoomsTogether => ({
  book: {
    kinds: kindsOf(...rooms.map(({ kinds }) => kinds)),
    projections: rooms.flatMap(({ projections }) => projections),
    rules,
    keptApart: rooms.flatMap(({ keptApart }) => keptApart),
  },
  rooms,
  keptTables: rooms.flatMap(({ keptTables }) => keptTables),
  plugs: rooms.flatMap(({ plugs }) => plugs),
})
