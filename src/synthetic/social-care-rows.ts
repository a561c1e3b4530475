import { chanceFor, type Chance } from './chance.ts'
import { asWritten, socialCareSlips } from './as-written.ts'
import { personKey, tellTruth, type Books } from './books.ts'
import { addCase } from './case-rows.ts'
import { roughAge, written, years, type Day } from './day.ts'
import type { Household } from './household.ts'
import { uniquePupilNumber } from './identifiers.ts'
import type { Person } from './people.ts'
import { plotOf, type Plot } from './places.ts'

/**
 * Families with children whom children's social care knows or knew: the same share in every tenure and in every kind of home, because an
 * invented borough must not teach anybody that one kind of family is a risk.
 */
const knownShare = 0.085

/** What children's social care holds of a family, if it holds anything. */
export const tellSocialCare = (household: Household, books: Books): void => {
  const children = household.people.filter((person) => isChild(person, books.on))
  const expecting = household.people.find((person) => person.expecting !== undefined)
  if (children.length === 0) return
  const chance = chanceFor(books.seed, 'social care', household.number)
  if (!chance.yes(knownShare)) return
  const parents = parentsOf(children, household).filter(({ sex }) => sex === 'female' || chance.yes(0.55))
  const family = `FAM-${household.number}`
  for (const person of [...parents, ...children]) addPerson(person, household, parents, family, books, chance)
  addMothers(children, parents, household, books)
  const unborn =
    expecting !== undefined && parents.includes(expecting) && chance.yes(0.5)
      ? addUnborn(expecting, household, family, books)
      : []
  for (const child of children) addSchoolNumber(child, household, books, chance)
  addAddresses([...parents, ...children], household, books, chance)
  addCase(
    household.number,
    [...children.map(({ place, born }) => ({ ref: socialCareRef(household.number, place), from: born })), ...unborn],
    books,
  )
}

const socialCareRef = (household: number, place: number): string => `C-${household}-${place + 1}`

const isChild = ({ born, relation }: Person, on: Day): boolean =>
  on - born < years(18) && (relation === 'child' || relation === 'grandchild')

const parentsOf = (children: readonly Person[], { people }: Household): Person[] =>
  people.filter(({ place }) => children.some(({ parents }) => parents.includes(place)))

const addPerson = (
  person: Person,
  household: Household,
  parents: readonly Person[],
  family: string,
  books: Books,
  chance: Chance,
): void => {
  const hand = chanceFor(books.seed, 'social care worker', household.number * 32 + person.place)
  const said = asWritten(person, socialCareSlips, books.on, hand)
  const ref = socialCareRef(household.number, person.place)
  const key = personKey(household.number, person.place)
  const child = !parents.includes(person)
  books.socialCare.add('person', {
    pers_person_id: ref,
    pers_forename: said.forename,
    pers_surname: said.surname,
    pers_sex: said.sex === undefined ? 'U' : said.sex === 'female' ? 'F' : 'M',
    pers_dob: said.dateOfBirth === undefined ? undefined : asCaseSystem(said.dateOfBirth, household.number),
    pers_common_child_id: child && chance.yes(0.75) ? books.nhsNumberOf(key) : undefined,
    pers_legacy_id: chance.yes(0.1) ? `OLD-${household.number * 32 + person.place}` : undefined,
    pers_send_flag: child ? (chance.yes(0.16) ? 'Y' : 'N') : undefined,
    pers_is_mother: person.sex === 'female' && !child ? 'Y' : 'N',
  })
  books.socialCare.add('family', {
    fami_table_id: `FR-${household.number}-${person.place + 1}`,
    fami_family_id: family,
    fami_person_id: ref,
  })
  tellTruth(books, key, books.socialCare, 'ssd_person.csv', ref)
}

/** Three ways in which case systems write a date; one family's rows come from one screen. */
const asCaseSystem = (day: string, household: number): string => {
  if (household % 10 < 7) return day
  return household % 10 < 9 ? `${day}T00:00:00` : `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

const addMothers = (
  children: readonly Person[],
  parents: readonly Person[],
  household: Household,
  books: Books,
): void => {
  for (const child of children) {
    const mother = parents.find(({ place, sex }) => sex === 'female' && child.parents.includes(place))
    if (mother === undefined) continue
    books.socialCare.add('mother', {
      moth_table_id: `MO-${household.number}-${child.place + 1}`,
      moth_person_id: socialCareRef(household.number, mother.place),
      moth_childs_person_id: socialCareRef(household.number, child.place),
      moth_childs_dob: written(child.born),
    })
  }
}

/** Children not yet born have a file and a due date, no name and no date of birth. They are in no other list, so the truth has nothing to say of them. */
const addUnborn = (
  mother: Person,
  household: Household,
  family: string,
  books: Books,
): { readonly ref: string; readonly from: Day }[] => {
  const { expecting } = mother
  if (expecting === undefined) return []
  const motherRef = socialCareRef(household.number, mother.place)
  return Array.from({ length: expecting.babies }, (_, at) => {
    const ref = `C-${household.number}-U${at + 1}`
    books.socialCare.add('person', {
      pers_person_id: ref,
      pers_surname: mother.surname,
      pers_sex: 'U',
      pers_expected_dob: written(expecting.due),
      pers_is_mother: 'N',
    })
    books.socialCare.add('family', {
      fami_table_id: `FR-${household.number}-U${at + 1}`,
      fami_family_id: family,
      fami_person_id: ref,
    })
    books.socialCare.add('mother', {
      moth_table_id: `MO-${household.number}-U${at + 1}`,
      moth_person_id: motherRef,
      moth_childs_person_id: ref,
    })
    return { ref, from: books.on - 60 }
  })
}

const addSchoolNumber = (child: Person, household: Household, books: Books, chance: Chance): void => {
  const age = roughAge(child.born, books.on)
  if (age < 4 || !chance.yes(0.8)) return
  const started = Number(written(child.born + years(4)).slice(0, 4))
  books.socialCare.add('send', {
    send_table_id: `SE-${household.number}-${child.place + 1}`,
    send_person_id: socialCareRef(household.number, child.place),
    send_upn: uniquePupilNumber(household.number, child.place, started),
  })
}

/** Case systems look addresses up in the gazetteer, which gives them a UPRN; what somebody typed by hand has none. Our estimate. */
const lookedUp = 0.88

/** Most files have the present address; one in seven still has only the one before. */
const addAddresses = (people: readonly Person[], household: Household, books: Books, chance: Chance): void => {
  const gazetteer = chanceFor(books.seed, 'social care gazetteer', household.number)
  const uprn = gazetteer.yes(lookedUp) ? household.home.uprn : undefined
  const before = plotOf(books.seed, chance.whole(0, household.number + 500))
  const onlyOld = chance.yes(0.14)
  const alsoOld = onlyOld || chance.yes(0.3)
  for (const { place, born } of people) {
    const person = { addr_person_id: socialCareRef(household.number, place), addr_address_type: 'HOME' }
    const moved = Math.max(household.movedIn, born)
    if (!onlyOld || household.movedIn <= born) {
      books.socialCare.add('address', {
        ...person,
        addr_table_id: `AD-${household.number}-${place + 1}`,
        addr_address_start_date: written(moved),
        addr_address_postcode: household.plot.postcode,
        addr_address_json: partsOf(household.plot, household.home.address, uprn),
      })
    }
    if (!alsoOld || household.movedIn <= born) continue
    const came = Math.max(born, household.movedIn - 2_000)
    books.socialCare.add('address', {
      ...person,
      addr_table_id: `AD-${household.number}-${place + 1}-B`,
      addr_address_start_date: written(came),
      addr_address_end_date: onlyOld ? undefined : written(household.movedIn),
      addr_address_postcode: before.postcode,
      addr_address_json: partsOf(before, undefined, undefined),
    })
  }
}

/** @param uprn undefined where nobody looked the address up, and for a room, which has none of its own */
const partsOf = (
  { block, street, houseNumber }: Plot,
  address: string | undefined,
  uprn: string | undefined,
): string => {
  const found = uprn === undefined ? {} : { UPRN: uprn }
  if (block !== undefined)
    return JSON.stringify({ SUB_BUILDING: `Flat ${block.flat}`, BUILDING: block.name, STREET: street, ...found })
  const part =
    address?.startsWith('Flat A') === true
      ? { SUB_BUILDING: 'Flat A' }
      : address?.startsWith('Room 1') === true
        ? { SUB_BUILDING: 'Room 1' }
        : {}
  return JSON.stringify({ ...part, HOUSE: String(houseNumber), STREET: street, ...found })
}
