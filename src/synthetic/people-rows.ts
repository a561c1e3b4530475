import type { Chance } from './chance.ts'
import { asWritten, fullName, landlordSlips } from './as-written.ts'
import { personKey, tellTruth, type Books, type HousingDelivery } from './books.ts'
import { roughAge, written, years, type Day } from './day.ts'
import type { HomeListed } from './home-rows.ts'
import type { Household } from './household.ts'
import type { Person } from './people.ts'

/** A person of a household by the key under which one landlord has them. */
export interface Listed {
  readonly person: Person
  readonly ref: string
}

/** Who is not on a landlord's list: half of the babies of this year, and here and there somebody else of whom nobody told. */
const isUnknown = ({ born, relation }: Person, on: Day, hand: Chance): boolean =>
  relation !== 'lead' && (on - born < years(1) ? hand.yes(0.5) : hand.yes(relation === 'child' ? 0.04 : 0.08))

/** Write down the people whom the landlord knows of. */
export const addPeople = (
  delivery: HousingDelivery,
  letters: string,
  household: Household,
  books: Books,
  hand: Chance,
): Listed[] => {
  const listed = household.people
    .filter((person) => !isUnknown(person, books.on, hand))
    .map((person) => ({ person, ref: `${letters}-P-${household.number}-${person.place + 1}` }))
  const refs = new Map(listed.map(({ person, ref }) => [person.place, ref]))
  for (const { person, ref } of listed) addPerson(delivery, person, ref, household, refs, books, hand)
  return listed
}

export const addPerson = (
  delivery: HousingDelivery,
  person: Person,
  ref: string,
  household: Household,
  refs: ReadonlyMap<number, string>,
  books: Books,
  hand: Chance,
): void => {
  const said = asWritten(person, landlordSlips, books.on, hand)
  const key = personKey(household.number, person.place)
  const grown = books.on - person.born > years(18)
  const [one, other] = person.parents
  const expecting = person.expecting !== undefined && hand.yes(0.35) ? person.expecting : undefined
  delivery.add('people', {
    person_ref: ref,
    full_name: fullName(said),
    forenames: said.forename,
    surname: said.surname,
    date_of_birth: said.dateOfBirth,
    birth_year: said.birthYear,
    sex: said.sex,
    nhs_number: hand.yes(0.04) ? books.nhsNumberOf(key) : undefined,
    // 07700 900000 to 900999 are numbers that are kept for stories; nobody has them.
    phone: grown && hand.yes(0.7) ? `07700 900${String(hand.whole(0, 999)).padStart(3, '0')}` : undefined,
    language: person.language,
    interpreter_needed: person.language === undefined ? undefined : hand.yes(0.5) ? 'yes' : undefined,
    partner_ref: person.partner === undefined ? undefined : refs.get(person.partner),
    parent_ref: one === undefined || !hand.yes(0.85) ? undefined : refs.get(one),
    other_parent_ref: other === undefined || !hand.yes(0.7) ? undefined : refs.get(other),
    babies_expected: expecting?.babies,
    baby_due_on: expecting === undefined ? undefined : written(expecting.due),
  })
  tellTruth(books, key, delivery, 'people.csv', ref)
}

/** Who sleeps here, as the landlord saw or was told: sometimes long ago, sometimes not known. */
export const addOccupancy = (
  delivery: HousingDelivery,
  home: HomeListed,
  listed: readonly Listed[],
  household: Household,
  since: Day,
  officer: string | undefined,
  books: Books,
  hand: Chance,
): void => {
  const seen = officer !== undefined && hand.yes(0.25)
  const verified = officer !== undefined && hand.yes(0.5) ? books.on - hand.whole(1, 2_000) : undefined
  const beds = home.described && hand.yes(0.4) ? bedsOf(household) : undefined
  for (const { person, ref } of listed) {
    const age = roughAge(person.born, books.on)
    const room = beds?.get(person.place)
    const movedIn = Math.max(since, person.born)
    delivery.add('occupancy', {
      home_ref: home.ref,
      person_ref: ref,
      sleeps_here: hand.yes(0.95) ? 'yes' : undefined,
      relationship_to_lead: person.relation,
      moved_in: hand.yes(0.9) ? written(movedIn) : undefined,
      temporary: hand.yes(0.6) ? 'no' : undefined,
      room_ref: room,
      sleep_place:
        room === undefined
          ? undefined
          : age < 2
            ? hand.oneOf(['cot', 'cot', 'moses-basket', 'shared-bed'])
            : person.partner === undefined
              ? hand.oneOf(['own-bed', 'own-bed', 'own-bed', 'bunk'])
              : 'shared-bed',
      known_how: seen ? 'seen' : 'told',
      verified_on: verified !== undefined && verified >= movedIn ? written(verified) : undefined,
      verified_by: verified !== undefined && verified >= movedIn ? officer : undefined,
    })
  }
}

/** The lead and a partner in the first room; everybody else room by room, the living room last. */
const bedsOf = ({ people, home }: Household): ReadonlyMap<number, number> => {
  const rooms = home.rooms.flatMap(({ kind }, at) => (kind === 'bedroom' || kind === 'living' ? [at + 1] : []))
  const others = rooms.length > 1 ? rooms.slice(1) : rooms
  const beds = new Map<number, number>()
  let next = 0
  for (const { place, relation } of people) {
    const first = relation === 'lead' || relation === 'partner'
    beds.set(place, (first ? rooms[0] : others[next % others.length]) ?? 1)
    if (!first) next += 1
  }
  return beds
}
