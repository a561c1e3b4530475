import { basisOf, holdsOn, inOrder } from '#families/index.ts'
import type { Basis } from '#families/index.ts'
import type { Entry } from '#record/index.ts'
import { SleepingArrangementStated } from '../entries/index.ts'
import type { SleepPlace } from '../entries/index.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import { asOfDay } from './statements.ts'

/** Where one person sleeps, as it was last seen or told, whoever said so. */
export interface Arrangement {
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
}

/** The last arrangement of each person: by the day it was seen or told, then by when it was recorded. */
export const arrangementsOf = (entries: readonly Entry[], persons: ReadonlyMap<RecordId, PersonId>, on: Temporal.PlainDate): Map<PersonId, Arrangement> => {
  const last = new Map<PersonId, Arrangement>()
  const said = entries.filter(SleepingArrangementStated.is).filter((entry) => holdsOn(entry.trueFrom, entry.trueUntil, on) && Temporal.PlainDate.compare(asOfDay(entry), on) <= 0)
  for (const entry of said.toSorted((a, b) => Temporal.PlainDate.compare(asOfDay(a), asOfDay(b)) || inOrder(a, b))) {
    const { record, room, place, with: others, knownHow, seenBy, toldBy } = entry.body
    const person = persons.get(record) ?? record
    const from = seenBy ?? toldBy
    last.set(person, {
      person,
      room: room === 'not-known' ? undefined : room.name,
      place,
      with: [...new Set(others.map((other) => persons.get(other) ?? other))].filter((other) => other !== person),
      knownHow,
      asOf: asOfDay(entry),
      basis: basisOf(entry),
      ...(from === undefined ? {} : { from }),
    })
  }
  return last
}
