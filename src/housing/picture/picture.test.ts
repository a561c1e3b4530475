import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { renderToString } from '#platform/html.ts'
import { roomKinds, sleepPlaces } from '../entries/index.ts'
import { atTheDoor, placesOf } from './home-drawn.ts'
import type { HomeDrawn, PersonDrawn } from './home-drawn.ts'
import { homeInWords } from './in-words.ts'
import { layoutOf, squareMetres } from './layout.ts'
import { pictureOfHome } from './picture.ts'

const person = (id: string, more: Partial<PersonDrawn> = {}): PersonDrawn => ({
  id,
  short: id,
  called: `${id} Harbour`,
  age: '7 years',
  stage: 'child',
  room: undefined,
  roomSaid: undefined,
  place: 'own-bed',
  sharesWith: [],
  partner: undefined,
  known: undefined,
  differs: [],
  ...more,
})
const anyHome: fc.Arbitrary<HomeDrawn> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...roomKinds),
      area: fc.option(fc.double({ min: 1.5, max: 60, noNaN: true }), { nil: undefined }),
      counts: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .chain((rooms) =>
    fc
      .array(
        fc.record({
          room: fc.integer({ min: -1, max: rooms.length }),
          place: fc.constantFrom(...sleepPlaces),
          shares: fc.integer({ min: 0, max: 12 }),
        }),
        { maxLength: 12 },
      )
      .map((people) => ({
        id: 'h',
        title: 'a home',
        bedrooms: undefined,
        rooms: rooms.map(({ kind, area, counts }, at) => ({
          name: `Room ${at}`,
          kind,
          area: area === undefined ? undefined : { value: Math.round(area * 100) / 100, unit: 'm2' as const },
          areaFrom: 'measured' as const,
          notCounted: counts ? undefined : 'a kitchen',
        })),
        people: people.map(({ room, place, shares }, at) =>
          person(`P${at}`, {
            room: rooms[room] === undefined ? undefined : `Room ${room}`,
            place,
            sharesWith: shares === at || people[shares]?.room !== room ? [] : [`P${shares}`],
          }),
        ),
      })),
  )

describe('the picture of a home', () => {
  it('draws and tells of everybody once: in a room or at the door', () => {
    fc.assert(
      fc.property(anyHome, (home) => {
        const { rooms, waiting } = layoutOf(home)
        const drawn = [...rooms.flatMap(({ places }) => places), ...waiting].flatMap(({ place }) =>
          place.people.map(({ id }) => id),
        )
        assert.deepEqual(drawn.toSorted(), home.people.map(({ id }) => id).toSorted())
        const words = renderToString(homeInWords(home))
        for (const { called } of home.people) assert.equal(words.split(`${called} (`).length, 2)
      }),
      { numRuns: 60 },
    )
  })

  it('keeps everybody within the walls of their room, and every room within the picture', () => {
    fc.assert(
      fc.property(anyHome, (home) => {
        const layout = layoutOf(home)
        for (const { places, x, y, width, height } of layout.rooms) {
          assert.ok(x >= 0 && x + width <= layout.width && y >= 0 && y + height <= layout.height)
          for (const place of places)
            assert.ok(place.x >= x && place.y >= y && place.y + place.height <= y + height + 1, 'within the room')
        }
      }),
      { numRuns: 60 },
    )
  })

  it('draws measured rooms to one scale', () => {
    fc.assert(
      fc.property(anyHome, (home) => {
        const scales = layoutOf(home)
          .rooms.filter(({ room }) => room.area !== undefined)
          .map(({ room, width, height }) => (width * height) / squareMetres(room))
        for (const scale of scales) assert.ok(Math.abs(scale / (scales[0] ?? 1) - 1) < 0.06, scales.join(' '))
      }),
      { numRuns: 60 },
    )
  })

  it('has a title, a description and no style of its own', () => {
    const svg = renderToString(
      pictureOfHome({ id: 'h', title: 'Flat 7', bedrooms: 2, rooms: [], people: [person('Ife')] }),
    )
    assert.match(svg, /role="img" aria-labelledby="h-title h-desc"/u)
    assert.match(svg, /<title id="h-title">Picture of the home: Flat 7<\/title>/u)
    assert.match(svg, /The rooms are not recorded/u)
    assert.doesNotMatch(svg, /style=/u)
  })

  it('puts twins in one cot apart from their mother’s bed, and a couple together, though only one of them said so', () => {
    const people = [
      person('Ada', { partner: 'Ben', sharesWith: ['Ben'], place: 'shared-bed' }),
      person('Ben', { partner: 'Ada', place: 'shared-bed' }),
      person('Ife', { place: 'cot', sharesWith: ['Tolu'] }),
      person('Tolu', { place: 'cot' }),
    ]
    assert.deepEqual(
      placesOf(people).map((place) => place.people.map(({ id }) => id)),
      [
        ['Ada', 'Ben'],
        ['Ife', 'Tolu'],
      ],
    )
  })

  it('lets somebody wait at the door who is said to sleep in a room that is not in the list', () => {
    assert.deepEqual(
      atTheDoor({ id: 'h', title: '', bedrooms: 1, rooms: [], people: [person('Ife', { room: 'Attic' })] }).map(
        ({ id }) => id,
      ),
      ['Ife'],
    )
  })

  it('escapes whatever a name holds', () => {
    assert.doesNotMatch(
      renderToString(pictureOfHome({ id: 'h', title: '<b>', bedrooms: 1, rooms: [], people: [person('<script>')] })),
      /<script>|<b>/u,
    )
  })
})
