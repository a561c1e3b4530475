import { given } from '#platform/given.ts'
import { basisOf, holdsOn, inOrder } from '#families/index.ts'
import type { Basis } from '#families/index.ts'
import type { Entry } from '#record/index.ts'
import { SleepingArrangementStated } from '../entries/index.ts'
import type { SleepPlace } from '../entries/index.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import { asOfDay } from './statements.ts'

/** Where one person is said to sleep: by a statement of their own, or by that of somebody who is said to share their bed. */
export interface SaidToSleep {
  readonly person: PersonId
  /** The room's name as it was said; undefined where nobody could say. */
  readonly room: string | undefined
  readonly place: SleepPlace
  readonly with: readonly PersonId[]
  readonly knownHow: 'seen' | 'told' | 'not-known'
  readonly asOf: Temporal.PlainDate
  readonly basis: Basis
  /** Who saw it or told it, where it was said. */
  readonly from?: string
  /** Of whom it was said, where it was of somebody else who shares the bed. */
  readonly saidOf?: PersonId
}

/** Where one person sleeps, as it was last seen or told, whoever said so. */
export interface Arrangement extends SaidToSleep {
  /** What still stands beside it and says otherwise: another room, or another bed. */
  readonly differs: readonly SaidToSleep[]
}

type Statement = Entry & { readonly body: ReturnType<typeof SleepingArrangementStated.parse> }

/** That a statement names this record among those who share the bed, for {@link arrangementsOf} to leave out. */
export const namedIn = (entry: Pick<Entry, 'id'>, record: RecordId): string => `${entry.id} ${record}`

/** What is said on a day of where people sleep, oldest first. */
const sleepingSaid = (entries: readonly Entry[], on: Temporal.PlainDate): Statement[] =>
  entries
    .filter(SleepingArrangementStated.is)
    .filter(
      (entry) => holdsOn(entry.trueFrom, entry.trueUntil, on) && Temporal.PlainDate.compare(asOfDay(entry), on) <= 0,
    )
    .toSorted((a, b) => Temporal.PlainDate.compare(asOfDay(a), asOfDay(b)) || inOrder(a, b))

/**
 * The arrangement of each person. Whoever is named as sharing a bed sleeps in it too. The last statement counts, by the day it was
 * seen or told and then by when it was recorded; one that knows the room before one that does not, and of one day a person's own.
 *
 * @param untold those named in a statement ({@link namedIn}) of whom this reader could not read it, were it about them
 */
export const arrangementsOf = (
  entries: readonly Entry[],
  persons: ReadonlyMap<RecordId, PersonId>,
  on: Temporal.PlainDate,
  untold: ReadonlySet<string> = new Set(),
): Map<PersonId, Arrangement> => {
  const personOf = (record: RecordId): PersonId => persons.get(record) ?? record
  const own = new Map<PersonId, SaidToSleep>()
  // By whom it names, then by whom it was said of: a statement of the same person that names them no more leaves them where they were.
  const named = new Map<PersonId, Map<PersonId, SaidToSleep>>()
  for (const entry of sleepingSaid(entries, on)) {
    const person = personOf(entry.body.record)
    const told = [
      ...new Set(entry.body.with.filter((record) => !untold.has(namedIn(entry, record))).map(personOf)),
    ].filter((other) => other !== person)
    const others = [...new Set(entry.body.with.map(personOf))].filter((other) => other !== person)
    own.set(person, saidIn(entry, person, others))
    for (const other of told)
      named.set(
        other,
        (named.get(other) ?? new Map<PersonId, SaidToSleep>()).set(person, {
          ...saidIn(entry, other, [person, ...others.filter((one) => one !== other)]),
          saidOf: person,
        }),
      )
  }
  const arrangements = [...new Set([...own.keys(), ...named.keys()])].flatMap((person): [PersonId, Arrangement][] => {
    const [shown, ...rest] = [...(own.has(person) ? [own.get(person)] : []), ...(named.get(person)?.values() ?? [])]
      .filter((one) => one !== undefined)
      .toSorted(countsBefore)
    const standing = rest.filter(
      ({ saidOf, basis }) => saidOf === undefined || own.get(saidOf)?.basis.entry === basis.entry,
    )
    return shown === undefined
      ? []
      : [[person, { ...shown, differs: standing.filter((other) => saysOtherwise(shown, other)) }]]
  })
  return new Map(arrangements)
}

const saidIn = (entry: Statement, person: PersonId, others: readonly PersonId[]): SaidToSleep => {
  const { room, place, knownHow, seenBy, toldBy } = entry.body
  const from = seenBy ?? toldBy
  return {
    person,
    room: room === 'not-known' ? undefined : room.name,
    place,
    with: others,
    knownHow,
    asOf: asOfDay(entry),
    basis: basisOf(entry),
    ...given({ from }),
  }
}

const countsBefore = (one: SaidToSleep, other: SaidToSleep): number =>
  Number(one.room === undefined) - Number(other.room === undefined) ||
  Temporal.PlainDate.compare(other.asOf, one.asOf) ||
  Number(one.saidOf !== undefined) - Number(other.saidOf !== undefined) ||
  other.basis.recordedAt.epochMilliseconds - one.basis.recordedAt.epochMilliseconds ||
  (one.basis.entry < other.basis.entry ? 1 : -1)

/** Another room or another bed. What one of them leaves open contradicts nothing. */
export const saysOtherwise = (
  one: Pick<SaidToSleep, 'room' | 'place'>,
  other: Pick<SaidToSleep, 'room' | 'place'>,
): boolean =>
  (one.room !== undefined && other.room !== undefined && sameRoom(one.room) !== sameRoom(other.room)) ||
  (one.place !== 'not-known' && other.place !== 'not-known' && one.place !== other.place)

/** A room's name as people write it: capitals and spaces at its ends tell no rooms apart. */
export const sameRoom = (name: string): string => name.trim().toLowerCase()
