import type { Answer, BedroomAnswer, SizeCriteriaAnswer, SpaceStandardAnswer, Verdict } from './answers.ts'
import { bedroomsInWords, persons, rangeInWords, some, unitsInWords } from './in-words.ts'
import { reasonInWords } from './reason-in-words.ts'

/**
 * An answer in sentences for anybody to read: the result in words with the standard's name, then the working. Only the two
 * statutory standards speak of the Act; a count of bedrooms is never called unlawful.
 */
export const explain = (answer: Answer): string[] => [
  headline(answer),
  ...answer.because.map(reasonInWords),
  ...asides(answer),
]

const headline = (answer: Answer): string => {
  switch (answer.standard) {
    case 'room-standard-1985':
      return `${verdictInWords(answer.overcrowded)} by the room standard (Housing Act 1985 section 325).`
    case 'space-standard-1985':
      return `${verdictInWords(answer.overcrowded)} by the space standard (Housing Act 1985 section 326)${spaceFigures(answer)}.`
    case 'size-criteria':
      return sizeHeadline(answer)
    case 'bedroom-standard':
      return `${verdictInWords(answer.overcrowded)} by the bedroom standard${bedroomFigures(answer)}.`
    case 'census-2021-age-16':
    case 'census-2021-age-21':
      return `${verdictInWords(answer.overcrowded)} by the Census 2021 occupancy rating with an own room from ${answer.set.adultAge}${bedroomFigures(answer)}.`
    case 'local-scheme':
      return `${verdictInWords(answer.overcrowded)} by the scheme of ${answer.set.owner} (${answer.set.status})${bedroomFigures(answer)}.`
    default:
      return answer satisfies never
  }
}

const verdictInWords = (overcrowded: Verdict): string => {
  if (overcrowded === 'cannot-tell') return 'Cannot tell whether it is overcrowded'
  return overcrowded ? 'Overcrowded' : 'Not overcrowded'
}

const spaceFigures = ({ unitHalves, permittedHalves }: SpaceStandardAnswer): string =>
  permittedHalves === undefined
    ? `: ${unitsInWords(unitHalves)}, number permitted not known`
    : `: ${unitsInWords(unitHalves)}, ${rangeInWords(permittedHalves, persons)} permitted`

const bedroomFigures = ({ required, available }: BedroomAnswer): string =>
  `: ${bedroomsInWords(required)} needed, ${available === undefined ? 'number available not known' : `${available} available`}`

const sizeHeadline = ({ required, entitlement }: SizeCriteriaAnswer): string =>
  `The size criteria for rent help allow ${bedroomsInWords(entitlement)}${
    required.to > entitlement.to ? ` (${rangeInWords(required)} before the limit)` : ''
  }. They say nothing about crowding.`

const asides = (answer: Answer): string[] => {
  if (answer.standard === 'size-criteria') return []
  const left = answer.roomsNotCounted.map(({ room, why }) => reasonInWords({ code: 'room-not-counted', room, why }))
  if (answer.standard !== 'room-standard-1985')
    return answer.standard === 'local-scheme' ? [...left, ...schemeAside(answer)] : left
  return [...left, ...answer.tinyRooms.map((room) => reasonInWords({ code: 'tiny-room-counted', room }))]
}

const schemeAside = ({ set }: BedroomAnswer): string[] =>
  some(set.note === undefined ? undefined : `${set.source}. ${set.note}`)
