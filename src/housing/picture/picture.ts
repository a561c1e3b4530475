import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { SleepPlace } from '../entries/index.ts'
import { placeWords } from '../words.ts'
import { isCouple } from './home-drawn.ts'
import type { HomeDrawn, PersonDrawn } from './home-drawn.ts'
import { cell, layoutOf, wrapped } from './layout.ts'
import type { Box, PlacePlaced, RoomPlaced } from './layout.ts'
import { described } from './in-words.ts'

/**
 * The picture of a home: rooms to scale where they were measured and dashed where not, everybody in the room where they sleep, and
 * whoever's place is not known at the door. Nothing is told by colour alone; the words beside it say the same.
 */
export const pictureOfHome = (home: HomeDrawn): Html => {
  const layout = layoutOf(home)
  const { width, rooms, door, waiting } = layout
  const none = home.rooms.length === 0
  const height = layout.height + (none ? 64 : 0)
  return html`<svg class="rt-home" role="img" aria-labelledby="${home.id}-title ${home.id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
    <title id="${home.id}-title">Picture of the home: ${home.title}</title>
    <desc id="${home.id}-desc">${described(home)}</desc>
    <defs><pattern id="${home.id}-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="rt-home__hatch" d="M0 0V7" /></pattern></defs>
    ${rooms.map((room) => roomDrawn(room, home.id))}
    ${none && notDescribed(home, width)}
    ${waiting.length > 0 && html`<g${none ? html` transform="translate(0 64)"` : ''}>${doorDrawn(door, waiting)}</g>`}
  </svg>`
}

const notDescribed = (
  { bedrooms }: HomeDrawn,
  width: number,
): Html => html`<rect class="rt-home__room rt-home__room--not-measured" x="6" y="6" width="${width - 12}" height="56" />
    <text class="rt-home__name" x="16" y="28">The rooms are not recorded</text>
    <text class="rt-home__small" x="16" y="46">${bedrooms === undefined ? 'How many bedrooms there are is not known' : `${bedrooms} ${bedrooms === 1 ? 'bedroom' : 'bedrooms'} by the landlord’s record`}</text>`

const roomDrawn = ({ room, lines, places, ...box }: RoomPlaced, id: string): Html => html`<g>
      <rect class="rt-home__room${room.area === undefined && ' rt-home__room--not-measured'}" x="${box.x + 1.5}" y="${box.y + 1.5}" width="${box.width - 3}" height="${box.height - 3}"${room.notCounted !== undefined && html` fill="url(#${id}-hatch)"`} />
      ${room.notCounted !== undefined && html`<rect class="rt-home__label" x="${box.x + 4}" y="${box.y + 4}" width="${box.width - 8}" height="${lines.length * 14 + 4}" />`}
      ${lines.map((text, at) => html`<text class="${at === 0 ? 'rt-home__name' : 'rt-home__small'}" x="${box.x + 8}" y="${box.y + 16 + at * 14}">${text}</text>`)}
      ${places.map(placeDrawn)}
    </g>`

const doorDrawn = (
  door: Box,
  waiting: readonly PlacePlaced[],
): Html => html`<path class="rt-home__door" d="M${door.x + 1.5} ${door.y + door.height}V${door.y}H${door.x + door.width - 1.5}V${door.y + door.height}" />
    <text class="rt-home__name" x="${door.x + 8}" y="${door.y + 16}">At the door: where they sleep is not known</text>
    ${waiting.map(placeDrawn)}`

const placeDrawn = ({ place, ...box }: PlacePlaced): Html => {
  const across = Math.max(1, Math.round(box.width / cell.width))
  const couple = isCouple(place)
  const differ = place.people.some(({ differs }) => differs.length > 0)
  const label =
    place.people.length > 1 && place.place === 'not-known'
      ? 'shared place'
      : place.place === 'not-known'
        ? undefined
        : placeWords[place.place]
  return html`<g>
        ${bed(place.place, place.people.length, { x: box.x + 2, y: box.y + 2, width: box.width - 4, height: box.height - 6 })}
        ${place.people.map((person, at) => personDrawn(person, box.x + (at % across) * cell.width, box.y + Math.floor(at / across) * cell.height))}
        ${couple && across > 1 && html`<path class="rt-home__couple" d="M${box.x + cell.width / 2 + 11} ${box.y + 22}H${box.x + cell.width * 1.5 - 11}" />`}
        ${(label !== undefined || differ) && linesBelow([...(couple ? ['couple'] : []), ...(label === undefined ? [] : [label]), ...(differ ? ['differs'] : [])].join(', '), box)}
      </g>`
}

/** One line or two within the outline of the bed. */
const linesBelow = (label: string, box: Box): Html[] => {
  const lines = wrapped(label, box.width + 8, 5.4)
  return lines.map(
    (text, at) =>
      html`<text class="rt-home__place" x="${box.x + box.width / 2}" y="${box.y + box.height - 20 + at * 10.5}">${text}</text>`,
  )
}

/** What they sleep in or on, told apart by its outline: bars for a cot, a back for a sofa, dashes for the floor. */
const bed = (place: SleepPlace, people: number, { x, y, width, height }: Box): Html | undefined => {
  switch (place) {
    case 'cot':
    case 'bedside-crib':
    case 'moses-basket':
      return html`<rect class="rt-home__bed" x="${x}" y="${y}" width="${width}" height="${height}" rx="4" /><path class="rt-home__bars" d="${bars({ x, y, width, height })}" />`
    case 'sofa':
      return html`<rect class="rt-home__bed" x="${x}" y="${y}" width="${width}" height="${height}" rx="9" /><path class="rt-home__bars" d="M${x + 4} ${y + 5}H${x + width - 4}M${x + 4} ${y + 9}H${x + width - 4}" />`
    case 'mattress-on-floor':
    case 'floor':
      return html`<rect class="rt-home__bed rt-home__bed--floor" x="${x}" y="${y}" width="${width}" height="${height}" />`
    case 'own-bed':
    case 'shared-bed':
    case 'bunk':
      return html`<rect class="rt-home__bed" x="${x}" y="${y}" width="${width}" height="${height}" rx="4" /><path class="rt-home__bars" d="M${x} ${y + 6}H${x + width}" />`
    case 'other':
    case 'not-known':
      return people > 1
        ? html`<rect class="rt-home__bed rt-home__bed--floor" x="${x}" y="${y}" width="${width}" height="${height}" rx="4" />`
        : undefined
    default:
      return place satisfies never
  }
}

const bars = ({ x, y, width, height }: Box): string =>
  Array.from({ length: 8 }, (_, at) => x + ((at + 1) * width) / 9)
    .map((bar) => `M${bar.toFixed(1)} ${y}v6M${bar.toFixed(1)} ${y + height - 6}v6`)
    .join('')

const personDrawn = ({ short, age, stage }: PersonDrawn, x: number, y: number): Html => html`<g class="rt-home__person">
          <g transform="translate(${x + cell.width / 2 - 15} ${y + 8}) scale(0.62)">${shapes[stage]}</g>
          <text class="rt-home__who" x="${x + cell.width / 2}" y="${y + 49}">${short.length > 10 ? `${short.slice(0, 9)}…` : short}</text>
          <text class="rt-home__age" x="${x + cell.width / 2}" y="${y + 61}"${age.length > 12 && html` textLength="${cell.width - 10}" lengthAdjust="spacingAndGlyphs"`}>${age}</text>
        </g>`

/** Whose life this is, by outline: see the house's figures. */
const shapes: Readonly<Record<PersonDrawn['stage'], Html>> = {
  unborn: html`<circle class="rt-home__dashed" cx="24" cy="25" r="13" />`,
  baby: html`<circle cx="24" cy="20" r="9" /><path d="M24 31c-9 0-13 6-11 11 3 6 19 6 22 0 2-5-2-11-11-11z" />`,
  child: html`<circle cx="24" cy="16" r="8" /><path d="M12 46c0-12 5-19 12-19s12 7 12 19z" />`,
  adult: html`<circle cx="24" cy="11" r="9" /><path d="M6 47c0-15 7-23 18-23s18 8 18 23z" />`,
  'not known': html`<path class="rt-home__dashed" d="M24 3a8.500 8.500 0 1 1 0 17a8.500 8.500 0 1 1 0-17zM8 46c0-14 6-21 16-21s16 7 16 21z" />`,
}
