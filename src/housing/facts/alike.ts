import { folded } from '#families/index.ts'
import type { PersonFacts, PersonId } from '#families/index.ts'
import { shortName } from '#families/index.ts'

/**
 * Pairs of people in one home who may be one person in two agencies' records: the same whole birth date, and names that do not
 * speak against it. Twins of different names are not such a pair; nor are two people of whom one has no known birth date.
 *
 * @example a girl born on 4 May 2019 called Egle by the landlord, and somebody born that day whose name the reader may not know
 */
export const alikeIn = (
  sleeping: readonly PersonId[],
  people: ReadonlyMap<PersonId, PersonFacts>,
): (readonly [PersonId, PersonId])[] =>
  sleeping.flatMap((one, index) =>
    sleeping
      .slice(index + 1)
      .filter((other) => mayBeOne(people.get(one), people.get(other)))
      .map((other) => [one, other] as const),
  )

const mayBeOne = (one: PersonFacts | undefined, other: PersonFacts | undefined): boolean => {
  const born = one?.birth.shown?.value
  if (born === undefined || born.length !== 10 || other?.birth.shown?.value !== born) return false
  const [name, otherName] = [one?.names.display.shown?.value, other.names.display.shown?.value]
  return name === undefined || otherName === undefined || folded(shortName(name)) === folded(shortName(otherName))
}
