import { verdict, type RoomStandardAnswer } from './answers.ts'
import type { Home, Household, Sleeper } from './household.ts'
import type { Reason } from './reasons.ts'

/**
 * The room standard: Housing Act 1985 section 325, in force from 1 April 1986. Contravened when people of opposite sexes who
 * are not living together as a couple must sleep in the same room. Children under ten are left out; a living room counts.
 *
 * With two rooms or more, all males can use one and all females the other, so it can fail only where one room is available:
 * then it fails if any two people of ten or over are of opposite sexes and are not that couple.
 *
 * @example one room, mother 30 and son 9 → met; on his tenth birthday → contravened
 */
export const roomStandard1985 = (household: Household): RoomStandardAnswer => {
  const { home } = household
  const surely = counted(household.people, 'ageFrom')
  const perhaps = counted(household.people, 'ageTo')
  const sharing = { best: mustShare(surely), worst: mayShare(perhaps) }
  const rooms = roomsFrom(home)
  const enough = rooms.from >= 2
  const recorded = home.available !== undefined || home.bedrooms !== undefined
  const best = !enough && rooms.to < 2 && sharing.best
  const worst = !enough && sharing.worst
  const underTens = household.people.length - perhaps.people
  const because: Reason[] = underTens > 0 ? [{ code: 'under-tens-left-out', people: underTens }] : []
  because.push(whyShared(home, { best, worst }, perhaps))
  return {
    standard: 'room-standard-1985',
    overcrowded: recorded ? verdict(best, worst) : 'cannot-tell',
    best,
    worst,
    peopleCounted: { from: surely.people, to: perhaps.people },
    roomsCounted: home.available?.length,
    roomsNotCounted: home.notAvailable,
    tinyRooms: home.available?.filter(({ halves }) => halves === 0).map(({ name }) => name) ?? [],
    because,
  }
}

interface Counted {
  readonly people: number
  readonly males: number
  readonly females: number
  /** Exactly two people, and they are a couple. */
  readonly onlyACouple: boolean
}

const counted = (people: readonly Sleeper[], end: 'ageFrom' | 'ageTo'): Counted => {
  let count = 0
  let males = 0
  let females = 0
  let partners = 0
  for (const person of people) {
    if (person[end] < 10) continue
    count += 1
    if (person.sex === 'male') males += 1
    if (person.sex === 'female') females += 1
    if (person.inCouple) partners += 1
  }
  return { people: count, males, females, onlyACouple: count === 2 && partners === 2 }
}

const mustShare = ({ males, females, onlyACouple }: Counted): boolean => males > 0 && females > 0 && !onlyACouple

const mayShare = ({ people, males, females, onlyACouple }: Counted): boolean =>
  people >= 2 && males < people && females < people && !onlyACouple

/** Without a room list there are at least the bedrooms, and a living room may come on top. */
const roomsFrom = (home: Home): { from: number; to: number } => {
  if (home.available !== undefined) return { from: home.available.length, to: home.available.length }
  return { from: home.bedrooms ?? 0, to: Infinity }
}

const whyShared = (
  home: Home,
  { best, worst }: { best: boolean; worst: boolean },
  { people, onlyACouple }: Counted,
): Reason => {
  const rooms = home.available?.length
  if (rooms === undefined) {
    const { bedrooms } = home
    if (bedrooms === undefined) return { code: 'rooms-not-recorded' }
    if (bedrooms >= 2) return { code: 'at-least-two-bedrooms', bedrooms }
    return worst
      ? { code: 'sharing-turns-on-rooms' }
      : { code: 'nobody-must-share-with-the-other-sex', people, couple: onlyACouple }
  }
  if (rooms >= 2) return { code: 'two-rooms-are-enough', rooms }
  if (best) return { code: 'opposite-sexes-must-share', people, rooms }
  if (worst) return { code: 'sharing-turns-on-sex-or-age', rooms }
  return { code: 'nobody-must-share-with-the-other-sex', people, couple: onlyACouple }
}
