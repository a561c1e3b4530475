import { known, type Range } from './answers.ts'

/**
 * People who may share, by sex: `older` from ten up to the age of an own room, `younger` under ten. Sex not known is
 * counted apart, so that the best and the worst case can be tried.
 */
export interface Sharers {
  readonly olderMale: number
  readonly olderFemale: number
  readonly olderUnknown: number
  readonly youngerMale: number
  readonly youngerFemale: number
  readonly youngerUnknown: number
}

type Rooms = (olderMale: number, olderFemale: number, youngerMale: number, youngerFemale: number) => number

/**
 * The bedroom standard's paragraphs in their order: pairs of one sex aged ten and over; an odd one with an under-ten of the
 * same sex; otherwise alone; pairs of under-tens of any sex; any left over. In this order the rule needs the fewest rooms.
 * To pair the under-tens first is not safe.
 *
 * @example couple, M12 F8 F11 M5: 12 with 5, 11 with 8 → 2 rooms besides the couple's
 */
export const inOrder: Rooms = (olderMale, olderFemale, youngerMale, youngerFemale) => {
  const withBoy = olderMale % 2 === 1 && youngerMale > 0 ? 1 : 0
  const withGirl = olderFemale % 2 === 1 && youngerFemale > 0 ? 1 : 0
  return (
    Math.ceil(olderMale / 2) +
    Math.ceil(olderFemale / 2) +
    Math.ceil((youngerMale + youngerFemale - withBoy - withGirl) / 2)
  )
}

/**
 * Size criteria: two under-16s of one sex, or two under-tens of any sex; the grouping that needs the fewest rooms. More than
 * one mixed pair never saves a room that one does not: two mixed pairs are also one pair of boys and one of girls.
 */
export const fewest: Rooms = (olderMale, olderFemale, youngerMale, youngerFemale) => {
  const males = olderMale + youngerMale
  const females = olderFemale + youngerFemale
  const unmixed = Math.ceil(males / 2) + Math.ceil(females / 2)
  if (youngerMale === 0 || youngerFemale === 0) return unmixed
  return Math.min(unmixed, 1 + Math.ceil((males - 1) / 2) + Math.ceil((females - 1) / 2))
}

/**
 * The fewest and the most rooms over everything the unknown sexes may be. Only numbers matter, not who is who; and of the numbers
 * only whether they are odd and whether there is any child of each sex, so a few cases stand for all.
 */
export const roomsFor = (rooms: Rooms, sharers: Sharers): Range => {
  const { olderMale, olderFemale, olderUnknown, youngerMale, youngerFemale, youngerUnknown } = sharers
  if (olderUnknown === 0 && youngerUnknown === 0)
    return known(rooms(olderMale, olderFemale, youngerMale, youngerFemale))
  let from = Infinity
  let to = 0
  for (const older of [0, 1]) {
    if (older > olderUnknown) continue
    for (const younger of [0, 1, 2, youngerUnknown - 1, youngerUnknown]) {
      if (younger < 0 || younger > youngerUnknown) continue
      const needed = rooms(
        olderMale + older,
        olderFemale + olderUnknown - older,
        youngerMale + younger,
        youngerFemale + youngerUnknown - younger,
      )
      from = Math.min(from, needed)
      to = Math.max(to, needed)
    }
  }
  return { from, to }
}
