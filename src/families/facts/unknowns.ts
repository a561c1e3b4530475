import type { PersonId } from '../subjects.ts'
import { isChild } from './age.ts'
import type { PersonFacts } from './person.ts'
import { keyOf } from './relationships.ts'
import type { Other, Relationship } from './relationships.ts'
import type { Responsibility } from './responsibility.ts'

/** Something that somebody must find out. It is a task, and never reads as "no". */
export type Unknown =
  | {
      readonly what: 'birth-date' | 'name' | 'address' | 'parents' | 'father' | 'who-has-parental-responsibility'
      readonly person: PersonId
    }
  | { readonly what: 'whether-has-parental-responsibility'; readonly person: PersonId; readonly holder: Other }
  | { readonly what: 'expected-date' | 'how-many-babies'; readonly person: PersonId; readonly pregnancy: string }

/** What nobody has recorded about the people of a family. */
export const unknownsOf = (
  people: ReadonlyMap<PersonId, PersonFacts>,
  children: ReadonlySet<PersonId>,
  relationships: readonly Relationship[],
  responsibilities: readonly Responsibility[],
): Unknown[] =>
  [...people]
    .filter(([, facts]) => !facts.noticesStop)
    .flatMap(([person, facts]) => [
      ...aboutPerson(person, facts),
      ...(children.has(person) && isChild(facts.age) !== 'no'
        ? aboutChild(person, relationships, responsibilities)
        : []),
    ])

const aboutPerson = (person: PersonId, facts: PersonFacts): Unknown[] => {
  const unknowns: Unknown[] = []
  if (facts.names.display.shown === undefined) unknowns.push({ what: 'name', person })
  if (facts.birth.shown === undefined) unknowns.push({ what: 'birth-date', person })
  if (!facts.addresses.now.some(({ address }) => address !== 'not-known')) unknowns.push({ what: 'address', person })
  for (const { pregnancy, expected, babies, unborn } of facts.pregnancies) {
    if (unborn === 0) continue
    if (expected.shown === undefined) unknowns.push({ what: 'expected-date', person, pregnancy })
    if (babies.shown === undefined) unknowns.push({ what: 'how-many-babies', person, pregnancy })
  }
  return unknowns
}

const aboutChild = (
  child: PersonId,
  relationships: readonly Relationship[],
  responsibilities: readonly Responsibility[],
): Unknown[] => {
  const unknowns: Unknown[] = []
  const parents = relationships.filter(({ type, to, current }) => type === 'parent' && to === child && current)
  const named = parents.filter(({ from }) => from !== 'not-known')
  if (named.length === 0) unknowns.push({ what: 'parents', person: child })
  else if (
    parents.some(({ from, as }) => from === 'not-known' && as === 'father') &&
    !named.some(({ as }) => as === 'father' || as === 'second-female-parent')
  ) {
    unknowns.push({ what: 'father', person: child })
  }
  const stated = responsibilities.filter((one) => one.child === child)
  if (!stated.some(({ state }) => state.shown?.value === 'has'))
    unknowns.push({ what: 'who-has-parental-responsibility', person: child })
  const answered = new Set(stated.filter(({ state }) => state.shown !== undefined).map(({ holder }) => keyOf(holder)))
  const possible = new Map(
    [...named.map(({ from }) => from), ...stated.map(({ holder }) => holder)].map((holder) => [keyOf(holder), holder]),
  )
  for (const [key, holder] of possible)
    if (!answered.has(key)) unknowns.push({ what: 'whether-has-parental-responsibility', person: child, holder })
  return unknowns
}
