import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import {
  cycleIn,
  frame,
  importsOf,
  impurities,
  isPure,
  pictureOf,
  readSources,
  roomOf,
} from './support/source-imports.ts'
import type { Sources } from './support/source-imports.ts'

/**
 * Who may import whom, from the floor up. A room may import rooms on lower storeys; rooms on one storey may import each other one
 * way. A new room is named here and in ARCHITECTURE.md.
 */
const storeys: readonly (readonly string[])[] = [
  ['platform'],
  ['record'],
  ['access'],
  ['policies', 'desk', 'enrolment', 'identity'],
  ['families'],
  // Shared work: every process room stands on these, and they import no working room.
  ['work', 'meetings'],
  ['challenges', 'linkage', 'housing'],
  ['referrals', 'infant-sleep'],
  ['conferences', 'ward', 'attendance', 'schools', 'supervision', 'crowded-homes', 'alerts'],
  // Conferences record decisions; plans fold them.
  ['plans'],
  ['feeds', 'api'],
  // Rooms that read what all the others recorded.
  ['reviews', 'audits', 'learning', 'borough'],
  ['synthetic'],
  ['demo'],
  [frame],
]
const storeyOf = (room: string): number => storeys.findIndex((rooms) => rooms.includes(room))

/** Handed the open house, and so naming its type; types are gone when the program runs. */
const handedTheHouse = new Set(['demo'])

/** Pure leaves used without the room behind them, which would load its tables and pages. */
const sideDoors = new Set(['#families/check-digits.ts'])

const sources = readSources(join(import.meta.dirname, '..', 'src'))
const imports = [...sources]
  .flatMap(([path, text]) => importsOf(path, text))
  .filter(
    ({ from, file, typeOnly }) =>
      !(typeOnly && file !== undefined && roomOf(file) === frame && handedTheHouse.has(roomOf(from))),
  )
const between = imports.filter(({ from, file }) => file !== undefined && roomOf(file) !== roomOf(from))

describe('who imports whom', () => {
  it('is a picture without a way round: no two rooms need each other', (t) => {
    const picture = pictureOf(imports)
    for (const [room, others] of [...picture].toSorted(([one], [other]) => storeyOf(one) - storeyOf(other))) {
      t.diagnostic(
        `${room.padEnd(12)} imports ${others.size === 0 ? 'no room' : [...others].toSorted((one, other) => storeyOf(one) - storeyOf(other)).join(', ')}`,
      )
    }
    assert.equal(cycleIn(picture)?.join(' → '), undefined)
  })

  it('only ever points down: no room imports one on a storey above it', () => {
    const upward = between.filter(({ from, file }) => storeyOf(roomOf(file ?? '')) > storeyOf(roomOf(from)))
    assert.deepEqual(
      upward.map(({ from, what }) => `${from} imports ${what}`),
      [],
    )
  })

  it('knows the storey of every room', () => {
    assert.deepEqual(
      [...new Set([...sources.keys()].map(roomOf))].filter((room) => storeyOf(room) === -1),
      [],
    )
  })

  it('goes by the front door: another room’s index.ts, save on the floor', () => {
    const beside = between.filter(
      ({ file, what }) =>
        roomOf(file ?? '') !== 'platform' &&
        roomOf(file ?? '') !== frame &&
        !what.endsWith('/index.ts') &&
        !sideDoors.has(what),
    )
    assert.deepEqual(
      beside.map(({ from, what }) => `${from} imports ${what}`),
      [],
    )
  })

  it('names only files that are there', () => {
    const gone = imports.filter(({ file }) => file?.endsWith('.ts') === true && !sources.has(file))
    assert.deepEqual(
      gone.map(({ from, what }) => `${from} imports ${what}`),
      [],
    )
  })
})

describe('rules, facts and deadlines', () => {
  it('ask no clock, no chance, no database, no file, no setting', () => {
    const pure = [...sources.keys()].filter(isPure)
    assert.ok(pure.length > 20)
    assert.deepEqual(
      pure.flatMap((path) => impurities(path, sources)),
      [],
    )
  })
})

describe('the reader of imports itself', () => {
  const rooms = (text: Readonly<Record<string, string>>): Sources => new Map(Object.entries(text))

  it('finds a way round through three rooms', () => {
    const round = rooms({
      'a/x.ts': "import { b } from '#b/index.ts'",
      'b/index.ts': "export { c } from '#c/index.ts'",
      'c/index.ts': "const a = await import('#a/x.ts')",
    })
    assert.deepEqual(cycleIn(pictureOf([...round].flatMap(([path, text]) => importsOf(path, text)))), [
      'a',
      'b',
      'c',
      'a',
    ])
  })

  it('reads imports over several lines, for their effect, and of types', () => {
    const text =
      "import {\n  one,\n  two,\n} from './one.ts'\nimport './two.ts'\nimport type { Three } from '#r/three.ts'\nexport * from '../four.ts'\n"
    assert.deepEqual(
      importsOf('q/s/file.ts', text).map(({ file, typeOnly }) => [file, typeOnly]),
      [
        ['q/s/one.ts', false],
        ['q/s/two.ts', false],
        ['r/three.ts', true],
        ['q/four.ts', false],
      ],
    )
  })

  for (const [what, files] of Object.entries({
    'a clock': { 'r/rules.ts': 'export const due = () => Temporal.Now.plainDateISO()' },
    chance: { 'r/facts/one.ts': 'export const draw = () => Math.random()' },
    'a setting': { 'r/deadlines.ts': 'export const late = process.env.LATE' },
    'the database': { 'r/rules.ts': "import { sql } from 'kysely'" },
    'a file': { 'r/rules/one.ts': "import { readFileSync } from 'node:fs'" },
    'a neighbour that asks the database': {
      'r/rules.ts': "import { found } from './queries.ts'",
      'r/queries.ts': "import { openDatabase } from '#platform/database/index.ts'",
    },
  })) {
    it(`finds ${what} in a rule`, () => {
      const sources = rooms(files)
      assert.equal([...sources.keys()].filter(isPure).flatMap((path) => impurities(path, sources)).length, 1)
    })
  }

  it('does not mind a clock that is only spoken of, nor a type', () => {
    const sources = rooms({
      'r/rules.ts':
        "// Temporal.Now is not ours\n/** Nor is Math.random */\nimport type { Tx } from '#platform/database/index.ts'\n",
    })
    assert.deepEqual(impurities('r/rules.ts', sources), [])
  })
})
