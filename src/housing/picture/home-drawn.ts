import type { LifeStage } from '#platform/page/index.ts'
import type { SleepPlace } from '../entries/index.ts'

/** What a picture of a home is drawn from, and told from in words: the same facts, once. */
export interface HomeDrawn {
  /** Begins every id of the picture, so that two pictures can stand on one page. */
  readonly id: string
  /** For somebody who has never met the family: "Flat 7, Lantern House on 2 June 2026". */
  readonly title: string
  readonly rooms: readonly RoomDrawn[]
  readonly people: readonly PersonDrawn[]
  /** Nobody has described the rooms; how many bedrooms are recorded, if anybody said so. */
  readonly bedrooms: number | undefined
}

export interface RoomDrawn {
  readonly name: string
  readonly kind: string
  readonly area: { readonly value: number; readonly unit: 'sqft' | 'm2' } | undefined
  readonly areaFrom: 'measured' | 'plan' | 'estimated' | 'not-known'
  /** Why it does not count as a room to sleep in; undefined where it does. */
  readonly notCounted: string | undefined
}

export interface PersonDrawn {
  readonly id: string
  /** A given name; "Person A" where the reader may not know it or nobody recorded it. */
  readonly short: string
  /** Whole, for the words beside the picture: "Person A, of whom your agency holds no record". */
  readonly called: string
  /** "7 years", "5 months", "age not known". */
  readonly age: string
  readonly stage: LifeStage
  /** Name of a room in the list; undefined where nobody knows it, or names a room that is not in the list. */
  readonly room: string | undefined
  /** The room as it was said, where it is not in the list. */
  readonly roomSaid: string | undefined
  readonly place: SleepPlace
  readonly sharesWith: readonly string[]
  readonly partner: string | undefined
  /** "seen 20 May 2026", "told 20 May 2026"; undefined where nobody said where they sleep. */
  readonly known: string | undefined
  /** What else is said of where they sleep and still stands, in words: "Bedroom: own bed (seen 2 May 2026)". */
  readonly differs: readonly string[]
}

/** Those who sleep in one place: a bed that is shared, or a place of one's own. Couples first, then as they were given. */
export interface Place {
  readonly people: readonly PersonDrawn[]
  readonly place: SleepPlace
}

/** Put those together who are said to share a bed: it is enough that one of them is said to share it with the other. */
export const placesOf = (people: readonly PersonDrawn[]): Place[] => {
  const places: PersonDrawn[][] = []
  for (const person of people) {
    // Somebody may share with two who do not name each other: then all of them are in one bed, whoever is met first.
    const shared = places.filter((place) =>
      place.some((other) => other.sharesWith.includes(person.id) || person.sharesWith.includes(other.id)),
    )
    for (const joined of shared) places.splice(places.indexOf(joined), 1)
    places.push([...shared.flat(), person])
  }
  const given = (person: PersonDrawn | undefined): number => (person === undefined ? -1 : people.indexOf(person))
  return places
    .map((together) => together.toSorted((a, b) => given(a) - given(b)))
    .toSorted(([a], [b]) => given(a) - given(b))
    .map((together) => ({
      people: together.toSorted((a, b) => Number(b.partner !== undefined) - Number(a.partner !== undefined)),
      place: together.find(({ place }) => place !== 'not-known')?.place ?? 'not-known',
    }))
}

export const isCouple = (place: Place): boolean =>
  place.people.some(({ partner }) => partner !== undefined && place.people.some(({ id }) => id === partner))

/** Whoever's room is not known, or is none of those listed, waits at the door. */
export const atTheDoor = ({ people, rooms }: HomeDrawn): PersonDrawn[] =>
  people.filter(({ room }) => room === undefined || !rooms.some(({ name }) => name === room))
