import { shortName, written } from '#families/index.ts'
import type { Age, PersonFacts } from '#families/index.ts'
import { longDate } from '#platform/page/index.ts'
import { ageInWords, lifeStage } from '#platform/page/index.ts'
import type { LifeStage } from '#platform/page/index.ts'
import type { StatedRoom } from '../entries/index.ts'
import { sleepers } from '../facts/home.ts'
import type { HomeFacts } from '../facts/home.ts'
import { sameRoom, saysOtherwise } from '../facts/sleeping.ts'
import type { SaidToSleep } from '../facts/sleeping.ts'
import type { Answer } from '../overcrowding/index.ts'
import type { HomeView } from '../queries/index.ts'
import type { PersonId } from '../subjects.ts'
import { placeWords } from '../words.ts'
import type { HomeDrawn, PersonDrawn, RoomDrawn } from './home-drawn.ts'

/** What a reader may call somebody: by name, or by a letter and why there is no name. */
interface Called {
  readonly short: string
  readonly called: string
  readonly age: string
  readonly stage: LifeStage
}

export type Names = ReadonlyMap<PersonId, Called>

/** Everybody whom the home's three lists name: the eldest first, those of unknown age last. Letters follow that order. */
export const namesIn = (facts: HomeFacts, people: ReadonlyMap<PersonId, PersonFacts>, holdsNone: string): Names => {
  const everybody = [
    ...new Set([...facts.sleeping, ...facts.tenancy, ...facts.application].map(({ person }) => person)),
  ]
  const born = (person: PersonId): string => people.get(person)?.birth.shown?.value ?? '9999'
  let letters = 0
  return new Map(
    everybody
      .toSorted((a, b) => (born(a) < born(b) ? -1 : born(a) > born(b) ? 1 : a < b ? -1 : 1))
      .map((person) => {
        const of = people.get(person)
        const name = of?.names.display.shown?.value
        const age = ageOf(of?.age, facts.on)
        const stage = of?.age.kind === 'exactly' ? lifeStage(of.age.born, facts.on) : stageBetween(of?.age)
        if (name !== undefined) return [person, { short: shortName(name), called: written(name), age, stage }]
        const letter = `Person ${String.fromCodePoint(65 + (letters++ % 26))}`
        return [person, { short: letter, called: `${letter}, ${holdsNone}`, age, stage }]
      }),
  )
}

const ageOf = (age: Age | undefined, on: Temporal.PlainDate): string => {
  if (age === undefined || age.kind === 'not-known') return 'age not known'
  if (age.kind === 'between') return age.least === age.most ? `${age.least} years` : `${age.least} to ${age.most} years`
  return age.kind === 'not-yet-born' ? 'not yet born' : ageInWords(age.born, on)
}

const stageBetween = (age: Age | undefined): LifeStage =>
  age?.kind === 'between'
    ? age.least >= 18
      ? 'adult'
      : age.most < 2
        ? 'baby'
        : age.most < 18
          ? 'child'
          : 'not known'
    : 'not known'

/** The picture's facts from a home's page. `title` says which home and day. */
export const homeDrawn = (
  view: Pick<HomeView, 'facts' | 'people' | 'answers' | 'couples'>,
  names: Names,
  title: string,
  id = 'home',
): HomeDrawn => {
  const { facts } = view
  const rooms = (facts.rooms.shown?.value ?? []).map((room) =>
    roomDrawn(room, 'cannot' in view.answers ? [] : view.answers.answers.results),
  )
  const here = sleepers(facts).filter(({ person }) => view.people.get(person)?.noticesStop !== true)
  const order = [...names.keys()]
  return {
    id,
    title,
    rooms,
    people: here
      .toSorted((a, b) => order.indexOf(a.person) - order.indexOf(b.person))
      .map(({ person }) => personDrawn(person, view, names, rooms)),
    bedrooms: facts.building.bedrooms.shown?.value,
  }
}

const personDrawn = (
  person: PersonId,
  { facts, couples }: Pick<HomeView, 'facts' | 'couples'>,
  names: Names,
  rooms: readonly RoomDrawn[],
): PersonDrawn => {
  const arrangement = facts.arrangements.get(person)
  const said = arrangement?.room
  const room = rooms.find(({ name }) => said !== undefined && sameRoom(name) === sameRoom(said))?.name
  const partner = couples.get(person)
  return {
    id: person,
    ...(names.get(person) ?? { short: '?', called: 'somebody', age: 'age not known', stage: 'not known' }),
    room,
    roomSaid: room === undefined ? said : undefined,
    place: arrangement?.place ?? 'not-known',
    // Whoever is said elsewhere to sleep in another bed is drawn in that one, and the difference is told.
    sharesWith: (arrangement?.with ?? []).filter(
      (other) => arrangement !== undefined && liesThere(arrangement, facts.arrangements.get(other)),
    ),
    partner,
    known: arrangement === undefined ? undefined : knownWords(arrangement),
    differs: (arrangement?.differs ?? []).map(
      (other) => `${other.room ?? 'room not known'}: ${placeWords[other.place]} (${knownWords(other)})`,
    ),
  }
}

const liesThere = (arrangement: SaidToSleep, other: SaidToSleep | undefined): boolean =>
  other !== undefined && !saysOtherwise(arrangement, other)

const knownWords = ({ knownHow, asOf }: SaidToSleep): string =>
  `${knownHow === 'not-known' ? 'recorded for' : knownHow} ${longDate(asOf)}`

const roomDrawn = (room: StatedRoom, answers: readonly Answer[]): RoomDrawn => {
  const space = answers.find(({ standard }) => standard === 'space-standard-1985')
  const why =
    space?.standard === 'space-standard-1985'
      ? space.roomsNotCounted.find((one) => one.room === room.name)?.why
      : undefined
  return {
    name: room.name,
    kind: room.kind,
    area: room.area,
    areaFrom: room.areaFrom ?? 'not-known',
    notCounted:
      why === undefined
        ? undefined
        : why === 'not-usable'
          ? (room.notUsableBecause ?? 'it cannot be used')
          : (notCountedWords[why] ?? why),
  }
}

const notCountedWords: Readonly<Record<string, string>> = {
  kitchen: 'a kitchen',
  bathroom: 'a bathroom',
  hall: 'a hall',
  other: 'not a room to sleep or live in',
  'under-50-sq-ft': 'under 50 square feet, for the space standard alone',
}
