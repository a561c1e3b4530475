import { given } from '#platform/given.ts'
import type { Json } from '#platform/question/json.ts'
import { plainDate } from './ages.ts'
import {
  isKnown,
  type Answer,
  type Answers,
  type BedroomAnswer,
  type Range,
  type SpaceStandardAnswer,
} from './answers.ts'
import { explain } from './explain.ts'
import type { Household } from './household.ts'
import type { NextChange, NextChanges } from './next-change.ts'
import { roomStandard1985, sizeCriteria, spaceStandard1985 } from './parameter-sets.ts'
import type { ParameterSet } from './parameters.ts'

type Line = Record<string, Json>

/** One household's answers as the line that the command line prints. Half-persons become persons here and nowhere else. */
export const printed = (household: Household, answers: Answers, next: NextChanges): Line => ({
  id: household.id,
  on: plainDate(household.on).toString(),
  results: answers.results.map(printedAnswer),
  infants: told(answers.infants),
  unborn: household.expected.map((due) => ({ due: plainDate(due).toString(), dueDatePassed: due < household.on })),
  nextChange: printedChange(next.change),
  nextVerdictChange: printedChange(next.verdictChange),
  birthdaysNotKnown: household.people.filter(({ born }) => born === undefined).length,
})

const printedAnswer = (answer: Answer): Line => {
  const because = explain(answer)
  switch (answer.standard) {
    case 'room-standard-1985':
      return {
        standard: answer.standard,
        overcrowded: answer.overcrowded,
        peopleCounted: told(answer.peopleCounted),
        roomsCounted: answer.roomsCounted ?? 'cannot-tell',
        ...(answer.best !== answer.worst
          ? { best: { overcrowded: answer.best }, worst: { overcrowded: answer.worst } }
          : {}),
        ...left(answer.roomsNotCounted),
        ...(answer.tinyRooms.length > 0
          ? { flagged: answer.tinyRooms.map((room) => ({ room, because: 'under-50-sq-ft' })) }
          : {}),
        ...basis(roomStandard1985),
        because,
      }
    case 'space-standard-1985':
      return { ...printedSpace(answer), ...left(answer.roomsNotCounted), ...basis(spaceStandard1985), because }
    case 'size-criteria':
      return {
        standard: answer.standard,
        required: told(answer.required),
        entitlement: told(answer.entitlement),
        overnightCarerRooms: answer.overnightCarerRooms,
        ...cases(answer.required, (required) => ({ required, entitlement: Math.min(required, answer.entitlement.to) })),
        ...basis(sizeCriteria),
        because,
      }
    case 'census-2021-age-16':
    case 'census-2021-age-21':
      return { ...printedCensus(answer), ...left(answer.roomsNotCounted), ...basis(answer.set), because }
    case 'bedroom-standard':
      return {
        ...printedBedrooms(answer, answer.standard),
        ...left(answer.roomsNotCounted),
        ...basis(answer.set),
        because,
      }
    case 'local-scheme':
      return {
        ...printedBedrooms(answer, answer.set.name),
        ...capped(answer),
        ...left(answer.roomsNotCounted),
        parameters: printedSet(answer.set),
        because,
      }
    default:
      return answer satisfies never
  }
}

const printedSpace = (answer: SpaceStandardAnswer): Line => {
  const { unitHalves, permittedHalves } = answer
  const excess = permittedHalves && {
    from: over(unitHalves.from, permittedHalves.to),
    to: over(unitHalves.to, permittedHalves.from),
  }
  const sure = isKnown(unitHalves) && permittedHalves !== undefined && isKnown(permittedHalves)
  return {
    standard: answer.standard,
    overcrowded: answer.overcrowded,
    units: toldHalves(unitHalves),
    tableOne: answer.tableOneHalves === undefined ? 'cannot-tell' : answer.tableOneHalves / 2,
    tableTwo: answer.tableTwoHalves === undefined ? 'cannot-tell' : answer.tableTwoHalves / 2,
    permitted: toldHalves(permittedHalves),
    excess: toldHalves(excess),
    ...(permittedHalves === undefined || sure
      ? {}
      : {
          best: spaceCase(unitHalves.from, permittedHalves.to),
          worst: spaceCase(unitHalves.to, permittedHalves.from),
        }),
    ...(answer.borderline.length > 0
      ? {
          borderline: answer.borderline.map(
            ({ room, line, otherwise, roomHalvesOtherwise, permittedHalvesOtherwise }) => ({
              room,
              line,
              otherwise,
              roomOtherwise: roomHalvesOtherwise / 2,
              permittedOtherwise: toldHalves(permittedHalvesOtherwise),
            }),
          ),
        }
      : {}),
  }
}

const spaceCase = (units: number, permitted: number): Line => ({
  overcrowded: units > permitted,
  units: units / 2,
  permitted: permitted / 2,
  excess: over(units, permitted) / 2,
})

const printedBedrooms = ({ overcrowded, required, available }: BedroomAnswer, standard: string): Line => {
  const short =
    available === undefined ? undefined : { from: over(required.from, available), to: over(required.to, available) }
  const severe = short && { from: short.from >= 2, to: short.to >= 2 }
  return {
    standard,
    overcrowded,
    required: told(required),
    available: available ?? 'cannot-tell',
    short: told(short),
    severe: severe === undefined || severe.from !== severe.to ? 'cannot-tell' : severe.from,
    ...cases(required, (needed) =>
      available === undefined
        ? { required: needed }
        : {
            required: needed,
            overcrowded: needed > available,
            short: over(needed, available),
            severe: needed - available >= 2,
          },
    ),
  }
}

const printedCensus = ({ standard, overcrowded, required, available }: BedroomAnswer): Line => ({
  standard,
  overcrowded,
  required: told(required),
  available: available ?? 'cannot-tell',
  rating:
    available === undefined ? 'cannot-tell' : told({ from: available - required.from, to: available - required.to }),
  ...cases(required, (needed) =>
    available === undefined
      ? { required: needed }
      : { required: needed, overcrowded: needed > available, rating: available - needed },
  ),
})

/** The best and the worst case, shown only where they differ. */
const cases = (range: Range, show: (value: number) => Line): Line =>
  isKnown(range) ? {} : { best: show(range.from), worst: show(range.to) }

const capped = ({ required, set }: BedroomAnswer): Line =>
  set.cap === undefined
    ? {}
    : { entitlement: told({ from: Math.min(required.from, set.cap), to: Math.min(required.to, set.cap) }) }

const left = (rooms: readonly { readonly room: string; readonly why: string }[]): Line =>
  rooms.length === 0 ? {} : { roomsNotCounted: rooms.map(({ room, why }) => ({ room, because: why })) }

/** Where a standard comes from and how sure that is, beside the result that it gave. */
const basis = ({ source, status, note }: ParameterSet): Line => ({ source, status, ...given({ note }) })

const printedSet = ({ name, owner, from, until, status, source, note }: ParameterSet): Line => ({
  name,
  owner,
  from: from ?? 'not given',
  until: until ?? 'not given',
  status,
  source,
  ...given({ note }),
})

const printedChange = (next: NextChange | undefined): Json => {
  if (next === undefined) return null
  const { on, because, changes } = next
  return { on: plainDate(on).toString(), because, changes }
}

const over = (needed: number, there: number): number => Math.max(0, needed - there)

const told = (range: Range | undefined): Json => (range !== undefined && isKnown(range) ? range.from : 'cannot-tell')

const toldHalves = (range: Range | undefined): Json =>
  range !== undefined && isKnown(range) ? range.from / 2 : 'cannot-tell'
