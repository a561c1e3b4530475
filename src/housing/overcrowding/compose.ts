import { accept, refuse, type Decision, type Refusal } from '#platform/decision.ts'
import { ageOn, dayKey } from './ages.ts'
import { whoIsACouple } from './couples.ts'
import type { DayKey, Household, HouseholdFacts, PersonFacts, Sleeper } from './household.ts'
import type { HouseholdRefusal } from './household-refusal.ts'
import { nationalStandards, parameterSets } from './parameter-sets.ts'
import type { ParameterSet } from './parameters.ts'
import { sortRooms } from './rooms.ts'

type Problem = Refusal<HouseholdRefusal>

/** Nobody is known to have lived longer than 122 years: an older age is a slip of the pen. */
const oldestPossible = 125

/**
 * Check that the facts agree with each other and work out every age once. Half-true facts are refused with all reasons:
 * an answer about the wrong couple would be worse than none.
 */
export const compose = (
  facts: HouseholdFacts,
  sets: ReadonlyMap<string, ParameterSet> = parameterSets,
): Decision<Household, HouseholdRefusal> => {
  const on = dayKey(facts.on)
  const problems: Problem[] = []
  if (facts.people.length === 0) problems.push({ reason: 'nobody-sleeps-here', field: 'people' })
  const places = placesById(facts.people, problems)
  const couples = whoIsACouple(facts.people, places, problems)
  const parents = whoIsAParent(facts.people, places, problems)
  const people = facts.people.map((person, place) =>
    sleeper(person, place, on, couples.has(place), parents.has(place), problems),
  )
  const scheme = schemeFor(facts, on, sets, problems)
  if (problems.length > 0) return refuse(problems)
  const adds = scheme !== undefined && !nationalStandards.has(scheme.name) ? scheme : undefined
  const expected = (facts.expected ?? []).map(({ due }) => dayKey(due))
  return accept({
    id: facts.id,
    on,
    people,
    home: sortRooms(facts, adds),
    overnightCarer: facts.overnightCarer === true,
    expected,
    scheme: adds,
  })
}

/** The same household on another day: birthdays pass, and a child whose due date lies between is taken to be born on it. */
export const asAt = (household: Household, on: DayKey): Household => {
  const people = household.people.map((person) => {
    if (person.born === undefined) return person
    const age = ageOn(person.born, on)
    return age === person.ageFrom ? person : { ...person, ageFrom: age, ageTo: age }
  })
  const isBornBy = (due: DayKey): boolean => due > household.on && due <= on
  household.expected.forEach((due, place) => {
    if (isBornBy(due)) people.push(newborn(expectedChild(place), due, on))
  })
  return { ...household, on, people, expected: household.expected.filter((due) => !isBornBy(due)) }
}

/** How a child without a name or an id is spoken of. */
export const expectedChild = (place: number): string => `expected child ${place + 1}`

const newborn = (id: string, born: DayKey, on: DayKey): Sleeper => {
  const age = ageOn(born, on)
  return { id, sex: 'unknown', born, ageFrom: age, ageTo: age, inCouple: false, loneParent: false }
}

const placesById = (people: readonly PersonFacts[], problems: Problem[]): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  people.forEach(({ id }, place) => {
    if (places.has(id)) problems.push({ reason: 'same-id-twice', field: `people[${place}].id` })
    else places.set(id, place)
  })
  return places
}

/** Parents may live elsewhere, so a parent who is not in the list is no mistake. */
const whoIsAParent = (
  people: readonly PersonFacts[],
  places: ReadonlyMap<string, number>,
  problems: Problem[],
): ReadonlySet<number> => {
  const parents = new Set<number>()
  people.forEach(({ id, childOf }, place) => {
    for (const parentId of childOf ?? []) {
      const parent = places.get(parentId)
      if (parent === undefined) continue
      if (parent === place) problems.push({ reason: 'child-of-self', field: `people[${place}].childOf` })
      else if (people[parent]?.childOf?.includes(id) === true)
        problems.push({ reason: 'child-of-own-child', field: `people[${place}].childOf` })
      else parents.add(parent)
    }
  })
  return parents
}

const sleeper = (
  person: PersonFacts,
  place: number,
  on: DayKey,
  inCouple: boolean,
  parent: boolean,
  problems: Problem[],
): Sleeper => {
  const born = person.bornOn === undefined ? undefined : dayKey(person.bornOn)
  const age = born === undefined ? person.age : ageOn(born, on)
  if (born !== undefined && born > on)
    problems.push({ reason: 'born-after-this-day', field: `people[${place}].dateOfBirth` })
  else if (age !== undefined && (age < 0 || age > oldestPossible)) {
    problems.push({
      reason: 'age-not-possible',
      field: `people[${place}].${born === undefined ? 'age' : 'dateOfBirth'}`,
    })
  } else if (born !== undefined && person.age !== undefined && person.age !== age) {
    problems.push({ reason: 'age-and-birth-date-disagree', field: `people[${place}].age` })
  }
  // Somebody of unknown age who is a partner or a parent is surely ten or over.
  const youngest = inCouple || parent ? 10 : 0
  return {
    id: person.id,
    sex: person.sex,
    born,
    ageFrom: age ?? youngest,
    ageTo: age ?? oldestPossible,
    inCouple,
    loneParent: parent && !inCouple,
  }
}

const schemeFor = (
  facts: HouseholdFacts,
  on: DayKey,
  sets: ReadonlyMap<string, ParameterSet>,
  problems: Problem[],
): ParameterSet | undefined => {
  if (facts.parameters === undefined) return undefined
  const scheme = sets.get(facts.parameters)
  if (scheme === undefined) problems.push({ reason: 'parameters-unknown', field: 'parameters' })
  else if (!nationalStandards.has(scheme.name) && !isInForce(scheme, on))
    problems.push({ reason: 'parameters-not-in-force', field: 'parameters' })
  return scheme
}

const isInForce = ({ from, until }: ParameterSet, on: DayKey): boolean =>
  (from === undefined || dayKey(Temporal.PlainDate.from(from)) <= on) &&
  (until === undefined || dayKey(Temporal.PlainDate.from(until)) >= on)
