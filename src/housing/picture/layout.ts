import { atTheDoor, placesOf } from './home-drawn.ts'
import type { HomeDrawn, Place, RoomDrawn } from './home-drawn.ts'

/** Where everything stands, in units of the drawing: 360 across, so that text stays legible on a telephone 320 pixels wide. */
interface Layout {
  readonly width: number
  readonly height: number
  readonly rooms: readonly RoomPlaced[]
  readonly door: Box
  readonly waiting: readonly PlacePlaced[]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface RoomPlaced extends Box {
  readonly room: RoomDrawn
  readonly lines: readonly string[]
  readonly places: readonly PlacePlaced[]
}

export interface PlacePlaced extends Box {
  readonly place: Place
}

export const cell = { width: 74, height: 96 } as const
const width = 360
const margin = 6
const inner = width - 2 * margin
const line = 14
const leastWidth = 104
/** Square metres under which a room is not given a row of its own. */
const small = 8

/** Square metres assumed for a room that nobody measured: only so that it can be drawn, dashed. */
const assumed: Readonly<Record<string, number>> = {
  bedroom: 9,
  'bed-sitting': 14,
  living: 13,
  dining: 9,
  kitchen: 7,
  bathroom: 4,
  hall: 4,
  other: 5,
}
const order = ['bedroom', 'bed-sitting', 'living', 'dining', 'other', 'kitchen', 'hall', 'bathroom']

/** Rooms in rows, by one scale for all, so large that everybody fits in. A row of small rooms is narrower than the home, not the home larger. */
export const layoutOf = (home: HomeDrawn): Layout => {
  const rows = rowsOf(home.rooms)
  const placesIn = new Map(
    home.rooms.map((room) => [room.name, placesOf(home.people.filter((person) => person.room === room.name))]),
  )
  const scale = Math.max(
    1500,
    ...rows.map((row) => Math.min(...widthsFor(row).map((wide) => scaleFor(row, wide, placesIn)))),
  )
  const rooms: RoomPlaced[] = []
  let y = margin
  for (const row of rows) {
    const area = total(row)
    const wide = widthsFor(row).find((some) => scaleFor(row, some, placesIn) <= scale) ?? inner
    const height = Math.round((area * scale) / wide)
    let x = margin
    for (const room of row) {
      const box = { x, y, width: Math.round((squareMetres(room) / area) * wide), height }
      rooms.push({
        ...box,
        room,
        lines: linesOf(room, box.width),
        places: flow(placesIn.get(room.name) ?? [], box, linesOf(room, box.width).length * line + 8),
      })
      x += box.width
    }
    y += height
  }
  const waiting = placesOf(atTheDoor(home))
  const door = { x: margin, y: y + 10, width: inner, height: waiting.length === 0 ? 0 : 24 + heightFor(waiting, inner) }
  return { width, height: door.y + door.height + margin, rooms, door, waiting: flow(waiting, door, 22) }
}

export const squareMetres = ({ area, kind }: RoomDrawn): number =>
  area === undefined ? (assumed[kind] ?? 5) : area.unit === 'm2' ? area.value : area.value * 0.092_903_04

const total = (row: readonly RoomDrawn[]): number => row.reduce((sum, room) => sum + squareMetres(room), 0)

/**
 * Two rooms in a row, or three where none becomes too narrow to write in; one alone where two would be. A small room shares its row
 * with the one before it, because alone it would be so wide and low that the whole home were drawn larger for it.
 */
const rowsOf = (rooms: readonly RoomDrawn[]): RoomDrawn[][] => {
  const rows: RoomDrawn[][] = []
  const wide = (row: readonly RoomDrawn[]): boolean =>
    row.every((room) => (squareMetres(room) / total(row)) * inner >= leastWidth)
  for (const room of rooms.toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || squareMetres(b) - squareMetres(a),
  )) {
    const row = rows.at(-1)
    const before = row?.at(-1)
    if (row !== undefined && row.length < 3 && wide([...row, room])) row.push(room)
    else if (
      row !== undefined &&
      row.length > 1 &&
      before !== undefined &&
      squareMetres(room) < small &&
      wide([before, room])
    )
      rows.push([...row.splice(-1), room])
    else rows.push([room])
  }
  return rows
}

/** How wide a row may be drawn, the widest first: until its narrowest room is too narrow to write in. */
const widthsFor = (row: readonly RoomDrawn[]): number[] => {
  const least = (leastWidth * total(row)) / Math.min(...row.map(squareMetres))
  return [inner, ...Array.from({ length: 24 }, (_, step) => inner - 10 * (step + 1)).filter((wide) => wide >= least)]
}

/** The scale at which everybody in a row of that width has room. */
const scaleFor = (
  row: readonly RoomDrawn[],
  across: number,
  placesIn: ReadonlyMap<string, readonly Place[]>,
): number => {
  const area = total(row)
  const needed = row.map((room) => {
    const wide = (squareMetres(room) / area) * across
    return linesOf(room, wide).length * line + 14 + heightFor(placesIn.get(room.name) ?? [], wide)
  })
  return (Math.max(...needed) * across) / area
}

const heightFor = (places: readonly Place[], wide: number): number => {
  const placed = flow(places, { x: 0, y: 0, width: wide, height: 0 }, 0)
  return Math.max(0, ...placed.map(({ y, height }) => y + height + 6))
}

/** One place after another, in lines as wide as the room; a bed for more people than fit in a line breaks within itself. */
const flow = (places: readonly Place[], box: Box, top: number): PlacePlaced[] => {
  const across = Math.max(1, Math.floor((box.width - 8) / cell.width))
  const placed: PlacePlaced[] = []
  let column = 0
  let y = box.y + top
  let tallest = 1
  for (const place of places) {
    const columns = Math.min(across, place.people.length)
    const lines = Math.ceil(place.people.length / columns)
    if (column + columns > across) {
      y += tallest * cell.height
      column = 0
      tallest = 1
    }
    placed.push({
      place,
      x: box.x + 4 + column * cell.width,
      y,
      width: columns * cell.width,
      height: lines * cell.height,
    })
    column += columns
    tallest = Math.max(tallest, lines)
  }
  return placed
}

/** What is written in a room: its name, its size as it was measured, why it does not count; in lines that fit. */
const linesOf = (room: RoomDrawn, wide: number): string[] => [
  ...wrapped(room.name, wide, 7.4),
  ...wrapped(sizeOf(room), wide, 6),
  ...(room.notCounted === undefined ? [] : wrapped(`Does not count: ${room.notCounted}`, wide, 6)),
]

export const sizeOf = ({ area, areaFrom }: RoomDrawn): string => {
  if (area === undefined) return 'not measured'
  const size = area.unit === 'm2' ? `${area.value} m²` : `${area.value} sq ft`
  return areaFrom === 'measured'
    ? size
    : areaFrom === 'plan'
      ? `${size}, from a plan`
      : areaFrom === 'estimated'
        ? `${size}, estimated`
        : size
}

export const wrapped = (text: string, wide: number, letter: number): string[] => {
  const most = Math.max(6, Math.floor((wide - 14) / letter))
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > most ? `${word.slice(0, most - 1)}…` : word)
  }
  return lines
}
