import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { personFacts } from '#families/index.ts'
import type { PersonFacts } from '#families/index.ts'
import type { Entry } from '#record/index.ts'
import { entry } from '#record/testing/said.ts'
import { RoomsStated, SleepingArrangementStated, sleepPlaces, SleepsHereStated } from '../entries/index.ts'
import type { SleepPlace } from '../entries/index.ts'
import { renderToString } from '#platform/html.ts'
import { homeDrawn, namesIn } from '../picture/from-home.ts'
import { atTheDoor, placesOf } from '../picture/home-drawn.ts'
import { homeInWords } from '../picture/in-words.ts'
import { layoutOf } from '../picture/layout.ts'
import { pictureOfHome } from '../picture/picture.ts'
import { aboutHome, aboutRecord, mentionsRecord } from '../subjects.ts'
import { homeFacts } from './home.ts'
import { notKnownOf } from './not-known.ts'
import { namedIn } from './sleeping.ts'

const home = 'home:h'
const on = Temporal.PlainDate.from('2026-11-23')
const letters = ['a', 'b', 'c', 'd', 'e'] as const
const persons = new Map(letters.map((letter) => [`record:${letter}`, `person:${letter}`]))
const record = (letter: string): string => `record:${letter}`

const sleeps = (
  letter: string,
  room: string | undefined,
  place: SleepPlace,
  others: readonly string[] = [],
  happenedOn = '2026-10-01',
): Entry =>
  entry(
    'health',
    SleepingArrangementStated.of({
      subjects: [aboutHome(home), aboutRecord(record(letter)), ...others.map((other) => mentionsRecord(record(other)))],
      happenedOn,
      body: {
        record: record(letter),
        room: room === undefined ? 'not-known' : { name: room },
        place,
        with: others.map(record),
        knownHow: 'told',
      },
    }),
  )
const lived = (...who: readonly string[]): Entry[] => [
  entry(
    'landlord',
    RoomsStated.of({
      subjects: [aboutHome(home)],
      body: {
        rooms: [
          { name: 'Bedroom', kind: 'bedroom', usable: 'yes' },
          { name: 'Living room', kind: 'living', usable: 'yes' },
        ],
      },
    }),
  ),
  ...who.map((letter) =>
    entry(
      'landlord',
      SleepsHereStated.of({
        subjects: [aboutHome(home), mentionsRecord(record(letter))],
        body: { record: record(letter), says: 'yes' },
      }),
    ),
  ),
]
const people: ReadonlyMap<string, PersonFacts> = new Map(
  [...persons].map(([from, of]) => [of, personFacts([from], [], on)]),
)
const factsOf = (entries: readonly Entry[], untold?: ReadonlySet<string>) =>
  homeFacts(home, entries, persons, on, untold)
const drawnFrom = (facts: ReturnType<typeof factsOf>) =>
  homeDrawn(
    { facts, people, answers: { cannot: [] }, couples: new Map() },
    namesIn(facts, people, 'of whom nothing is held'),
    'a home',
  )
const placed = (entries: readonly Entry[], letter: string) => {
  const found = factsOf(entries).arrangements.get(`person:${letter}`)
  return found === undefined
    ? undefined
    : [found.room, found.place, found.differs.map(({ room, place }) => `${room} ${place}`)]
}

describe('a bed that somebody is said to share', () => {
  it('is where the other sleeps too, by the same statement', () => {
    const said = sleeps('a', 'Living room', 'sofa', ['b'])
    const { arrangements } = factsOf([said])
    const other = arrangements.get('person:b')
    assert.deepEqual(
      [other?.room, other?.place, other?.with, other?.basis.entry, other?.saidOf, other?.differs],
      ['Living room', 'sofa', ['person:a'], said.id, 'person:a', []],
    )
    assert.equal(arrangements.get('person:a')?.saidOf, undefined)
  })

  it('puts both in it in the picture, and neither at the door nor among what is to be found out', () => {
    const facts = factsOf([...lived('a', 'b'), sleeps('a', 'Living room', 'sofa', ['b'])])
    const drawn = drawnFrom(facts)
    assert.deepEqual(atTheDoor(drawn), [])
    assert.deepEqual(
      placesOf(drawn.people).map((place) => [place.place, place.people.map(({ id }) => id)]),
      [['sofa', ['person:a', 'person:b']]],
    )
    assert.deepEqual(
      notKnownOf(facts, people).filter(({ what }) => what === 'sleeping-place'),
      [],
    )
    assert.match(renderToString(homeInWords(drawn)), /one sofa for 2; told 1 October 2026/u)
  })

  it('does not move somebody of whom a later statement says otherwise: that one is drawn, and both are told', () => {
    const entries = [
      ...lived('a', 'b'),
      sleeps('a', 'Living room', 'sofa', ['b'], '2026-09-01'),
      sleeps('b', 'Bedroom', 'own-bed', [], '2026-10-01'),
    ]
    assert.deepEqual(placed(entries, 'b'), ['Bedroom', 'own-bed', ['Living room sofa']])
    const drawn = drawnFrom(factsOf(entries))
    assert.equal(layoutOf(drawn).rooms.flatMap(({ places }) => places).length, 2)
    assert.match(
      renderToString(homeInWords(drawn)),
      /Statements differ: Person [AB] is also said to sleep elsewhere: Living room: sofa \(told 1 September 2026\)/u,
    )
    assert.match(renderToString(pictureOfHome(drawn)), />own bed,<.*>differs</u)
  })

  it('is told beside an older statement of one’s own that says otherwise, never instead of it', () => {
    assert.deepEqual(
      placed(
        [sleeps('b', 'Bedroom', 'own-bed', [], '2026-09-01'), sleeps('a', 'Living room', 'sofa', ['b'], '2026-10-01')],
        'b',
      ),
      ['Living room', 'sofa', ['Bedroom own-bed']],
    )
  })

  it('counts after one’s own statement of the same day, whichever was written down first', () => {
    for (const entries of [
      [sleeps('a', 'Living room', 'sofa', ['b']), sleeps('b', 'Bedroom', 'bunk')],
      [sleeps('b', 'Bedroom', 'bunk'), sleeps('a', 'Living room', 'sofa', ['b'])],
    ])
      assert.deepEqual(placed(entries, 'b'), ['Bedroom', 'bunk', ['Living room sofa']])
  })

  it('answers where the person’s own statement could not say', () => {
    assert.deepEqual(
      placed(
        [
          sleeps('a', 'Living room', 'sofa', ['b'], '2026-09-01'),
          sleeps('b', undefined, 'not-known', [], '2026-10-01'),
        ],
        'b',
      ),
      ['Living room', 'sofa', []],
    )
  })

  it('leaves somebody where they were when only the other has moved', () => {
    const entries = [
      sleeps('a', 'Living room', 'sofa', ['b'], '2026-09-01'),
      sleeps('a', 'Bedroom', 'own-bed', [], '2026-10-01'),
    ]
    assert.deepEqual(
      [placed(entries, 'a'), placed(entries, 'b')],
      [
        ['Bedroom', 'own-bed', []],
        ['Living room', 'sofa', []],
      ],
    )
    assert.deepEqual(placed([...entries, sleeps('b', 'Bedroom', 'bunk', [], '2026-10-02')], 'b'), [
      'Bedroom',
      'bunk',
      [],
    ])
  })

  it('is not told of somebody about whom this reader could not read it', () => {
    const said = sleeps('a', 'Living room', 'sofa', ['b', 'c'])
    const facts = factsOf([...lived('a', 'b', 'c'), said], new Set([namedIn(said, 'record:b')]))
    assert.deepEqual([...facts.arrangements.keys()].toSorted(), ['person:a', 'person:c'])
    assert.deepEqual(
      atTheDoor(drawnFrom(facts)).map(({ id }) => id),
      ['person:b'],
    )
  })

  it('tells of a bed without its room that the room is what nobody could say', () => {
    const drawn = drawnFrom(factsOf([...lived('a', 'b'), sleeps('a', undefined, 'shared-bed', ['b'])]))
    const words = renderToString(homeInWords(drawn))
    assert.equal(words.split('nobody could say in which room; shared bed (told 1 October 2026)').length, 3)
    assert.doesNotMatch(words, /nobody has recorded it/u)
  })

  const anySaid = fc.array(
    fc.record({
      who: fc.constantFrom(...letters),
      room: fc.constantFrom('Bedroom', 'living room ', 'Attic', undefined),
      place: fc.constantFrom(...sleepPlaces),
      others: fc.uniqueArray(fc.constantFrom(...letters), { maxLength: 3 }),
      day: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 7 },
  )
  it('draws nobody twice, lets nobody wait who has a place, and never depends on the order of reading', () => {
    fc.assert(
      fc.property(anySaid, fc.nat(), (said, turn) => {
        const entries = [
          ...lived(...letters),
          ...said.map(({ who, room, place, others, day }) =>
            sleeps(
              who,
              room,
              place,
              others.filter((other) => other !== who),
              `2026-10-0${day}`,
            ),
          ),
        ]
        const facts = factsOf(entries)
        const drawn = drawnFrom(facts)
        const layout = layoutOf(drawn)
        const inRooms = layout.rooms.flatMap(({ places }) =>
          places.flatMap(({ place }) => place.people.map(({ id }) => id)),
        )
        const waiting = layout.waiting.flatMap(({ place }) => place.people.map(({ id }) => id))
        assert.deepEqual(
          [...inRooms, ...waiting].toSorted(),
          letters.map((letter) => `person:${letter}`),
        )
        const unknown = new Set(
          notKnownOf(facts, people).flatMap((one) => (one.what === 'sleeping-place' ? [one.person] : [])),
        )
        for (const [person, { room, with: others, place, differs }] of facts.arrangements) {
          if (room !== undefined && room !== 'Attic') assert.ok(!waiting.includes(person), 'has a place')
          assert.equal(unknown.has(person), room === undefined)
          assert.ok(
            others.every((other) => facts.arrangements.has(other)),
            'everybody named has a place',
          )
          assert.ok(differs.every((one) => one.room !== room || one.place !== place))
        }
        const shuffled = [
          ...entries.slice(turn % entries.length),
          ...entries.slice(0, turn % entries.length),
        ].toReversed()
        assert.deepEqual(drawnFrom(factsOf(shuffled)), drawn)
      }),
      { numRuns: 300 },
    )
  })
})

describe('one bed in the picture', () => {
  it('is the same whoever is met first', () => {
    const entries = [
      ...lived(...letters),
      sleeps('a', 'Bedroom', 'shared-bed', ['c']),
      sleeps('b', 'Bedroom', 'shared-bed', ['c']),
    ]
    const { people: drawn } = drawnFrom(factsOf(entries))
    const bed = (order: readonly string[]) =>
      placesOf(
        drawn
          .filter(({ room }) => room !== undefined)
          .toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id)),
      ).map((place) => place.people.map(({ id }) => id).toSorted())
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          drawn.map(({ id }) => id),
          { minLength: drawn.length },
        ),
        (order) => assert.deepEqual(bed(order), [['person:a', 'person:b', 'person:c']]),
      ),
    )
  })
})
