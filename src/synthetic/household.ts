import { assess, compose, type HouseholdFacts } from '#housing/overcrowding/index.ts'
import { Fault } from '#platform/fault.ts'
import { chanceFor } from './chance.ts'
import { tenureShares, type Tenure } from './census.ts'
import { dateOf, roughAge, years, type Day } from './day.ts'
import { bedroomsFor, homeOf, type Home } from './home.ts'
import { kindsByTenure, peopleOf, type Kind, type Person } from './people.ts'
import { plotOf, type Plot } from './places.ts'

/** A household as it is. Who is told of it, and how they write it down, comes later. */
export interface Household {
  readonly number: number
  readonly tenure: Tenure
  readonly kind: Kind
  readonly plot: Plot
  readonly home: Home
  readonly people: readonly Person[]
  readonly movedIn: Day
  /** Bedrooms needed by the bedroom standard, whatever they have. */
  readonly need: number
}

/** Tenure alone: quick, for looking up who lives at a number. */
export const tenureAt = (seed: string, number: number): Tenure => chanceFor(seed, 'tenure', number).from(tenureShares)

/** One household of a borough. It depends on nothing but seed, number and day, so that any one can be drawn without the others. */
export const householdAt = (seed: string, number: number, on: Day): Household => {
  const tenure = tenureAt(seed, number)
  const chance = chanceFor(seed, 'household', number)
  const plot = plotOf(seed, number)
  const kind = chance.from(kindsByTenure[tenure])
  const people = peopleOf(kind, tenure, on, chance)
  const need = bedroomsNeeded(people, number, on)
  const home = homeOf(bedroomsFor(need, tenure, plot, chance), people.length, tenure, plot, chance)
  const lead = people[0]
  const grownFor = lead === undefined ? 1 : Math.max(1, roughAge(lead.born, on) - 18)
  const settled = tenure === 'private-landlord' || tenure === 'other-private' ? 5 : 22
  return {
    number,
    tenure,
    kind,
    plot,
    home,
    people,
    movedIn: on - chance.whole(20, Math.max(21, years(Math.min(grownFor, settled)))),
    need,
  }
}

/** The household as the overcrowding answers take it: true people in true rooms. */
export const factsOf = (
  { number, home, people }: Pick<Household, 'number' | 'home' | 'people'>,
  on: Day,
): HouseholdFacts => ({
  ...peopleFacts(people, number, on),
  bedrooms: home.bedrooms,
  rooms: home.rooms.map(({ name, kind, area, usable }) => ({
    name,
    kind,
    area: { value: area, unit: 'm2' as const },
    usable,
  })),
})

const peopleFacts = (people: readonly Person[], number: number, on: Day): HouseholdFacts => ({
  id: number,
  on: dateOf(on),
  people: people.map(({ place, born, sex, partner, parents }) => ({
    id: String(place),
    bornOn: dateOf(born),
    sex,
    ...(partner === undefined ? {} : { partnerOf: String(partner) }),
    ...(parents.length === 0 ? {} : { childOf: parents.map(String) }),
  })),
})

const bedroomsNeeded = (people: readonly Person[], number: number, on: Day): number => {
  const composed = compose(peopleFacts(people, number, on))
  if (!composed.accepted)
    throw new Fault(
      'borough.impossible-household',
      `Household ${number} was drawn with people who cannot be: ${composed.because.map(({ reason }) => reason).join(', ')}.`,
    )
  for (const answer of assess(composed.value).results)
    if (answer.standard === 'bedroom-standard') return answer.required.from
  throw new Fault('borough.no-answer', 'The bedroom standard gave no answer.')
}
