import type { Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Authorship, RecordBook } from '#record/index.ts'
import { HomeDescribed, RoomsStated } from '../entries/index.ts'
import { aboutHome } from '../subjects.ts'
import { bodyOf, daysRefused, envelopeOf, homeKnown, pastDay } from './asks.ts'
import type { Provenance } from './asks.ts'
import { existing, fits, perform } from './perform.ts'
import type { Expect, Found, Judged, Known, Performed } from './perform.ts'

/** What an agency says of the building and the letting, whole: its next description replaces this one. */
export type DescribeHome = Provenance & ReturnType<typeof HomeDescribed.parse>

export const decideDescription = (ask: DescribeHome, known: Known): Judged => {
  const body = bodyOf(ask)
  const entry = HomeDescribed.of({ subjects: [aboutHome(ask.home)], ...envelopeOf(ask), body })
  const said = Object.keys(body).filter((key) => key !== 'because' && key !== 'toldBy' && key !== 'checkedOn')
  return {
    because: [
      ...homeKnown(ask, known),
      ...daysRefused(ask, known),
      ...pastDay(ask.checkedOn, known.today, 'checkedOn'),
      ...(said.length === 0 ? [{ reason: 'nothing-said' } as const] : []),
      ...fits(HomeDescribed, entry),
    ],
    entry,
    made: ask.home,
  }
}

export const describeHomes = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly DescribeHome[],
  expect?: Expect,
): Promise<Performed> => {
  const known = {
    subjects: await existing(
      tx,
      asks.map(({ home }) => home),
    ),
    today: dayInLondon(said.at),
  }
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideDescription(ask, known)),
    expect,
  )
}

/** All rooms of a home that the agency knows of. */
export type StateRooms = Provenance & ReturnType<typeof RoomsStated.parse>

export const decideRooms = (ask: StateRooms, known: Known): Judged => {
  const entry = RoomsStated.of({ subjects: [aboutHome(ask.home)], ...envelopeOf(ask), body: bodyOf(ask) })
  return {
    because: [
      ...homeKnown(ask, known),
      ...daysRefused(ask, known),
      ...pastDay(ask.checkedOn, known.today, 'checkedOn'),
      ...roomsRefused(ask, known),
      ...(ask.rooms.length === 0 ? [] : fits(RoomsStated, entry)),
    ],
    entry,
    made: ask.home,
  }
}

const roomsRefused = ({ rooms }: StateRooms, known: Known): Found[] => {
  if (rooms.length === 0) return [{ reason: 'no-rooms', field: 'rooms' }]
  const names = new Set<string>()
  return rooms.flatMap(({ name, area, measuredOn }, at): Found[] => {
    const folded = name.trim().toLowerCase()
    const twice = names.has(folded)
    names.add(folded)
    return [
      ...(twice ? [{ reason: 'same-room-twice' as const, field: `rooms.${at}.name` }] : []),
      ...(area !== undefined && !(area.value > 0 && area.value <= 10_000)
        ? [{ reason: 'area-not-possible' as const, field: `rooms.${at}.area` }]
        : []),
      ...pastDay(measuredOn, known.today, `rooms.${at}.measuredOn`),
    ]
  })
}

export const stateRooms = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateRooms[],
  expect?: Expect,
): Promise<Performed> => {
  const known = {
    subjects: await existing(
      tx,
      asks.map(({ home }) => home),
    ),
    today: dayInLondon(said.at),
  }
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideRooms(ask, known)),
    expect,
  )
}
