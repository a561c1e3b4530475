import { isKnown, type Range } from './answers.ts'

/** Half-persons shown as persons: 7 is 3.5. */
export const persons = (halves: number): string => String(halves / 2)

export const rangeInWords = (range: Range, show: (value: number) => string = String): string =>
  isKnown(range) ? show(range.from) : `${show(range.from)} to ${show(range.to)}`

export const unitsInWords = (halves: Range): string =>
  `${rangeInWords(halves, persons)} ${halves.to === 2 && isKnown(halves) ? 'unit' : 'units'}`

export const bedroomsInWords = (rooms: Range): string =>
  `${rangeInWords(rooms)} ${rooms.to === 1 ? 'bedroom' : 'bedrooms'}`

export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const some = (sentence: string | undefined): string[] => (sentence === undefined ? [] : [sentence])
