import { compose } from './compose.ts'
import type { Area, Household, HouseholdFacts, PersonFacts, RoomFacts, Sex } from './household.ts'
import { parameterSets } from './parameter-sets.ts'
import type { ParameterSet } from './parameters.ts'

/**
 * Households in the field's shorthand, for tests and measurements: `C` a couple, `M12` a male of 12, `F0` a girl under one,
 * `U5` a child of five whose sex is not known, `L:F30` a lone mother of 30 whose children follow, `A:F75` another adult.
 */
export const peopleFrom = (shorthand: string): PersonFacts[] => {
  const people: PersonFacts[] = []
  let loneParent: string | undefined
  for (const token of shorthand.split(' ').filter((token) => token !== '')) {
    const id = `p${people.length + 1}`
    if (token === 'C') {
      people.push(
        { id, age: 41, sex: 'female', partnerOf: `p${people.length + 2}` },
        { id: `p${people.length + 2}`, age: 40, sex: 'male' },
      )
      continue
    }
    const [, role, letter, age] = /^([LA]:)?([MFU])(\d+)$/.exec(token) ?? []
    if (letter === undefined) throw new RangeError(`not a person: ${token}`)
    const sex: Sex = letter === 'M' ? 'male' : letter === 'F' ? 'female' : 'unknown'
    people.push({
      id,
      age: Number(age),
      sex,
      ...(role === undefined && loneParent !== undefined ? { childOf: [loneParent] } : {}),
    })
    if (role === 'L:') loneParent = id
  }
  return people
}

/** Rooms by their areas, `120, 10.2 m2`: the last is the living room unless it is the only one. */
export const roomsFrom = (areas: string): RoomFacts[] => {
  const list = areas.split(',').map((area) => area.trim())
  return list.map((area, place) => {
    const room = {
      name: `Room ${place + 1}`,
      kind: place > 0 && place === list.length - 1 ? 'living' : 'bedroom',
    } as const
    return area === '?' ? room : Object.assign(room, { area: areaFrom(area) })
  })
}

const areaFrom = (text: string): Area => {
  const [value, unit] = text.split(' ')
  return { value: Number(value), unit: unit === 'm2' ? 'm2' : 'sqft' }
}

/** The household composed, or the reasons why not as a thrown error: tests that expect a refusal call `compose` themselves. */
export const household = (
  people: string | readonly PersonFacts[],
  more: Partial<HouseholdFacts> = {},
  sets: ReadonlyMap<string, ParameterSet> = parameterSets,
): Household => {
  const facts: HouseholdFacts = {
    id: 'H1',
    on: Temporal.PlainDate.from('2026-11-23'),
    people: typeof people === 'string' ? peopleFrom(people) : people,
    ...more,
  }
  const composed = compose(facts, sets)
  if (!composed.accepted) throw new RangeError(composed.because.map(({ reason }) => reason).join(', '))
  return composed.value
}
