import { assess, compose } from '#housing/overcrowding/index.ts'
import { Fault } from '#platform/fault.ts'
import { tenures, type Tenure } from './census.ts'
import { years, type Day } from './day.ts'
import { factsOf, type Household } from './household.ts'
import { wards } from './places.ts'
import { hasApplied } from './register-rows.ts'

interface Crowding {
  households: number
  short: number
}

/** What a borough comes to, counted household by household as it is drawn: nothing of a household is kept. */
export interface BoroughTally {
  households: number
  people: number
  children: number
  short: number
  shortByTwo: number
  overSpaceStandard: number
  overRoomStandard: number
  applications: number
  births: number
  twinBirths: number
  /** Households of one, two, … seven, eight or more people. */
  readonly bySize: number[]
  readonly byTenure: Record<Tenure, Crowding>
  readonly byWard: Record<string, Crowding>
}

export const emptyTally = (): BoroughTally => ({
  households: 0,
  people: 0,
  children: 0,
  short: 0,
  shortByTwo: 0,
  overSpaceStandard: 0,
  overRoomStandard: 0,
  applications: 0,
  births: 0,
  twinBirths: 0,
  bySize: Array.from({ length: 8 }, () => 0),
  byTenure: {
    'private-landlord': none(),
    'other-social': none(),
    council: none(),
    mortgage: none(),
    outright: none(),
    'shared-ownership': none(),
    'other-private': none(),
    'rent-free': none(),
  },
  byWard: Object.fromEntries(wards.map(({ name }) => [name, none()])),
})

const none = (): Crowding => ({ households: 0, short: 0 })

/** Count one household, its crowding measured by the same answers that every other page gives. */
export const count = (tally: BoroughTally, household: Household, seed: string, on: Day): void => {
  const composed = compose(factsOf(household, on))
  if (!composed.accepted)
    throw new Fault(
      'borough.impossible-household',
      `Household ${household.number} was drawn as it cannot be: ${composed.because.map(({ reason }) => reason).join(', ')}.`,
    )
  let short = 0
  for (const answer of assess(composed.value).results) {
    if (answer.standard === 'bedroom-standard' && answer.available !== undefined)
      short = answer.required.from - answer.available
    else if (answer.standard === 'space-standard-1985' && answer.overcrowded === true) tally.overSpaceStandard += 1
    else if (answer.standard === 'room-standard-1985' && answer.overcrowded === true) tally.overRoomStandard += 1
  }
  const { people, tenure, plot } = household
  tally.households += 1
  tally.people += people.length
  tally.short += short > 0 ? 1 : 0
  tally.shortByTwo += short > 1 ? 1 : 0
  tally.applications += hasApplied(household, seed) ? 1 : 0
  const size = Math.min(people.length, 8) - 1
  tally.bySize[size] = (tally.bySize[size] ?? 0) + 1
  for (const crowding of [tally.byTenure[tenure], tally.byWard[plot.ward.name]]) {
    if (crowding === undefined) continue
    crowding.households += 1
    crowding.short += short > 0 ? 1 : 0
  }
  countChildren(tally, household, on)
}

const countChildren = (tally: BoroughTally, { people }: Household, on: Day): void => {
  let before: { born: Day; relation: string } | undefined
  for (const { born, relation } of people) {
    if (on - born >= years(18) || (relation !== 'child' && relation !== 'grandchild')) continue
    tally.children += 1
    // Children stand in the order of their birth, so that twins stand side by side.
    if (before !== undefined && before.born === born && before.relation === relation) tally.twinBirths += 1
    else tally.births += 1
    before = { born, relation }
  }
}

export const tenuresOf = (tally: BoroughTally): readonly (readonly [Tenure, Crowding])[] =>
  tenures.map((tenure) => [tenure, tally.byTenure[tenure]])
