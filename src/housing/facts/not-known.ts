import { isChild } from '#families/index.ts'
import type { PersonFacts } from '#families/index.ts'
import type { PersonId } from '../subjects.ts'
import { perhapsHere, sleepers } from './home.ts'
import type { HomeFacts } from './home.ts'

/** Who is to find it out: whoever comes into the home, or holds the register, for their work. */
export type Asker = 'housing-officer' | 'health-visitor' | 'lead-practitioner' | 'register-team'

/** Something that nobody has recorded. It is a task, and never reads as "no". */
export type NotKnown = { readonly ask: Asker } & (
  | { readonly what: 'rooms' | 'bedrooms' | 'who-sleeps-here' | 'lift' | 'flights' | 'register' | 'landlord' }
  | { readonly what: 'area' | 'usable'; readonly room: string }
  | { readonly what: 'whether-sleeps-here' | 'birth-date' | 'sleeping-place' | 'due-date'; readonly person: PersonId }
)

export const notKnownOf = (home: HomeFacts, people: ReadonlyMap<PersonId, PersonFacts>): NotKnown[] => {
  const unknowns: NotKnown[] = []
  const { building, rooms } = home
  if (rooms.shown === undefined) {
    unknowns.push({ what: 'rooms', ask: 'housing-officer' })
    if (building.bedrooms.shown === undefined) unknowns.push({ what: 'bedrooms', ask: 'housing-officer' })
  }
  for (const room of rooms.shown?.value ?? []) {
    if (canBeSleptIn.has(room.kind) && room.area === undefined)
      unknowns.push({ what: 'area', room: room.name, ask: 'housing-officer' })
    if (room.usable === 'not-known') unknowns.push({ what: 'usable', room: room.name, ask: 'housing-officer' })
  }
  if (sleepers(home).length === 0) unknowns.push({ what: 'who-sleeps-here', ask: 'housing-officer' })
  for (const { person } of perhapsHere(home))
    unknowns.push({ what: 'whether-sleeps-here', person, ask: 'housing-officer' })
  for (const { person } of sleepers(home)) unknowns.push(...aboutSleeper(home, person, people.get(person)))
  if (building.landlord.shown === undefined && building.landlordAgency.shown === undefined)
    unknowns.push({ what: 'landlord', ask: 'lead-practitioner' })
  const onGround = building.entranceFloor.shown?.value === 0 || building.stepFree.shown?.value === 'yes'
  if (building.lift.shown === undefined && !onGround) unknowns.push({ what: 'lift', ask: 'housing-officer' })
  if (building.flights.shown === undefined && !onGround) unknowns.push({ what: 'flights', ask: 'housing-officer' })
  if (home.applications.length === 0) unknowns.push({ what: 'register', ask: 'register-team' })
  return unknowns
}

const canBeSleptIn: ReadonlySet<string> = new Set(['bedroom', 'bed-sitting', 'living', 'dining'])

const aboutSleeper = (home: HomeFacts, person: PersonId, facts: PersonFacts | undefined): NotKnown[] => {
  const unknowns: NotKnown[] = []
  if (facts?.noticesStop === true) return unknowns
  const baby = facts !== undefined && facts.age.kind === 'exactly' && facts.age.years < 2
  if (facts?.birth.shown === undefined)
    unknowns.push({
      what: 'birth-date',
      person,
      ask: facts !== undefined && isChild(facts.age) === 'no' ? 'housing-officer' : 'lead-practitioner',
    })
  const place = home.arrangements.get(person)
  // A cot, a room and who shares it are for those who sit on the sofa and look (infant safety 2): the health visitor's, while a child is under two.
  if (place?.room === undefined || (baby && place.place === 'not-known'))
    unknowns.push({ what: 'sleeping-place', person, ask: baby ? 'health-visitor' : 'housing-officer' })
  for (const { unborn, expected } of facts?.pregnancies ?? [])
    if (unborn !== 0 && expected.shown === undefined) unknowns.push({ what: 'due-date', person, ask: 'health-visitor' })
  return unknowns
}
