import type { Refusal } from '#platform/decision.ts'
import type { HouseholdRefusal } from './household-refusal.ts'
import type { PersonFacts } from './household.ts'

/**
 * Who lives here as one of a couple. It is enough that one of the two is said to be the partner of the other; both must sleep
 * here, and nobody can be counted in two couples.
 */
export const whoIsACouple = (
  people: readonly PersonFacts[],
  places: ReadonlyMap<string, number>,
  problems: Refusal<HouseholdRefusal>[],
): ReadonlySet<number> => {
  const partners = new Map<number, number>()
  people.forEach(({ id, partnerOf }, place) => {
    if (partnerOf === undefined) return
    const field = `people[${place}].partnerOf`
    const partner = places.get(partnerOf)
    if (partnerOf === id) problems.push({ reason: 'partner-of-self', field })
    else if (partner === undefined) problems.push({ reason: 'partner-not-here', field })
    else if ((partners.get(place) ?? partner) !== partner || (partners.get(partner) ?? place) !== place) {
      problems.push({ reason: 'partner-of-two', field })
    } else partners.set(place, partner).set(partner, place)
  })
  return new Set(partners.keys())
}
