import { HomeDescribed, RoomsStated } from '../entries/index.ts'
import { aboutHome } from '../subjects.ts'
import { homeCommand, homeKnown } from './asks.ts'
import type { Provenance } from './asks.ts'
import type { Decided, Found, Known } from './refusals.ts'
import { bodyOf, daysRefused, envelopeOf, fits, pastDay } from '#record/index.ts'

/** What an agency says of the building and the letting, whole: its next description replaces this one. */
export type DescribeHome = Provenance & ReturnType<typeof HomeDescribed.parse>

export const decideDescription = (ask: DescribeHome, known: Known): Decided => {
  const body = bodyOf(ask, 'home')
  const entry = HomeDescribed.of({ subjects: [aboutHome(ask.home)], ...envelopeOf(ask), body })
  const said = Object.keys(body).filter((key) => key !== 'because' && key !== 'toldBy' && key !== 'checkedOn')
  return {
    because: [
      ...homeKnown(ask, known),
      ...daysRefused(ask, known.today, 'whole-day'),
      ...pastDay(ask.checkedOn, known.today, 'checkedOn', 'whole-day'),
      ...(said.length === 0 ? [{ reason: 'nothing-said' } as const] : []),
      ...fits(HomeDescribed, entry),
    ],
    entries: [entry],
    id: ask.home,
  }
}

export const describeHome = homeCommand<DescribeHome>('describe home', ({ home }) => [home], decideDescription)

/** All rooms of a home that the agency knows of. */
export type StateRooms = Provenance & ReturnType<typeof RoomsStated.parse>

export const decideRooms = (ask: StateRooms, known: Known): Decided => {
  const entry = RoomsStated.of({ subjects: [aboutHome(ask.home)], ...envelopeOf(ask), body: bodyOf(ask, 'home') })
  return {
    because: [
      ...homeKnown(ask, known),
      ...daysRefused(ask, known.today, 'whole-day'),
      ...pastDay(ask.checkedOn, known.today, 'checkedOn', 'whole-day'),
      ...roomsRefused(ask, known),
      ...(ask.rooms.length === 0 ? [] : fits(RoomsStated, entry)),
    ],
    entries: [entry],
    id: ask.home,
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
      ...pastDay(measuredOn, known.today, `rooms.${at}.measuredOn`, 'whole-day'),
    ]
  })
}

export const stateRooms = homeCommand<StateRooms>('state rooms', ({ home }) => [home], decideRooms)
