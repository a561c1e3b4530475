import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { placeWords, roomKindWords } from '../words.ts'
import { atTheDoor, isCouple, placesOf } from './home-drawn.ts'
import type { HomeDrawn, PersonDrawn, Place, RoomDrawn } from './home-drawn.ts'
import { sizeOf } from './layout.ts'

/** One sentence for those who hear the picture instead of seeing it. The words beside it say all. */
export const described = (home: HomeDrawn): string => {
  const waiting = atTheDoor(home).length
  const rooms = home.rooms.map(
    (room) => `${room.name}: ${people(home.people.filter((person) => person.room === room.name).length)}`,
  )
  return [
    ...rooms,
    ...(home.rooms.length === 0 ? ['The rooms are not recorded'] : []),
    ...(waiting > 0 ? [`Where they sleep is not known: ${people(waiting)}`] : []),
    'The same is told in words after the picture.',
  ].join('. ')
}

const people = (count: number): string =>
  count === 0 ? 'nobody is said to sleep there' : count === 1 ? '1 person' : `${count} people`

/** The same facts as the picture, room by room. */
export const homeInWords = (home: HomeDrawn): Html => html`<div class="rt-home-words">
  ${home.rooms.length === 0 && html`<p class="govuk-body">The rooms of this home are not recorded.</p>`}
  ${home.rooms.filter((room) => sleepsIn(room, home)).map((room) => roomInWords(room, home))}
  ${waitingInWords(atTheDoor(home))}
  ${emptyInWords(home.rooms.filter((room) => !sleepsIn(room, home)))}
</div>`

const sleepsIn = (room: RoomDrawn, home: HomeDrawn): boolean => home.people.some((person) => person.room === room.name)

const roomInWords = (room: RoomDrawn, home: HomeDrawn): Html => {
  const places = placesOf(home.people.filter((person) => person.room === room.name))
  return html`<h3 class="govuk-heading-s">${room.name}</h3>
  <p class="govuk-body-s rt-home-words__room">${ofRoom(room)}.</p>
  <ul class="govuk-list govuk-list--bullet">${places.map((place) => html`<li>${placeInWords(place)}</li>`)}</ul>`
}

const ofRoom = (room: RoomDrawn): string =>
  `${upper(`${kindOf(room)}${sizeOf(room)}`)}${room.notCounted === undefined ? '' : `. Does not count as a room to sleep in: ${room.notCounted}`}`

const emptyInWords = (rooms: readonly RoomDrawn[]): Html | false =>
  rooms.length > 0 &&
  html`<h3 class="govuk-heading-s">Nobody is said to sleep in</h3>
  <ul class="govuk-list govuk-list--bullet">${rooms.map((room) => html`<li>${room.name}<span class="rt-home-words__room">: ${lower(ofRoom(room))}</span></li>`)}</ul>`

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const kindOf = ({ name, kind }: RoomDrawn): string => {
  const word = roomKindWords[kind] ?? kind
  return name.toLowerCase().includes(word) ? '' : `${word}, `
}

const placeInWords = (place: Place): string => {
  const who = place.people.map(({ called, age }) => `${called} (${age})`)
  const names = who.length < 2 ? (who[0] ?? '') : `${who.slice(0, -1).join(', ')} and ${who.at(-1) ?? ''}`
  const known = [...new Set(place.people.flatMap((person) => person.known ?? []))].join('; ')
  const on =
    place.people.length > 1 && place.place !== 'not-known'
      ? `${sharedWords(place.place)} for ${place.people.length}`
      : placeWords[place.place]
  return `${names}${isCouple(place) ? ', a couple' : ''}: ${on}${known === '' ? '' : `; ${known}`}${place.people.map(differsInWords).join('')}`
}

const differsInWords = ({ short, differs }: Pick<PersonDrawn, 'short' | 'differs'>): string =>
  differs.length === 0 ? '' : `. Statements differ: ${short} is also said to sleep elsewhere: ${differs.join('; ')}`

/** "One shared bed for 2" says once that it is shared. */
const sharedWords = (place: Place['place']): string =>
  place === 'shared-bed' || place === 'own-bed' ? 'one shared bed' : `one ${placeWords[place]}`

const waitingInWords = (waiting: readonly PersonDrawn[]): Html | undefined => {
  if (waiting.length === 0) return undefined
  return html`<h3 class="govuk-heading-s">Where they sleep is not known</h3>
  <ul class="govuk-list govuk-list--bullet">${waiting.map((person) => html`<li>${waitsInWords(person)}</li>`)}</ul>`
}

const waitsInWords = ({ called, age, roomSaid, place, known, differs, short }: PersonDrawn): string => {
  const when = known === undefined ? '' : ` (${known})`
  const where =
    roomSaid !== undefined
      ? `: said to sleep in “${roomSaid}”, which is not in the list of rooms${when}`
      : known === undefined
        ? ': nobody has recorded it'
        : `: nobody could say in which room${place === 'not-known' ? '' : `; ${placeWords[place]}`}${when}`
  return `${called} (${age})${where}${differsInWords({ short, differs })}`
}
