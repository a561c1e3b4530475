import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openFamily, openRecord } from '#families/index.ts'
import { at, begin, book, made, only, saying, seal } from '#families/testing/harbour.ts'
import type { House } from '#house.ts'
import { steppedClock } from '#platform/dates.ts'
import { readSettings } from '#platform/settings.ts'
import { checkpointInMemory } from '#record/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import { knownVerb } from './known.ts'

for (const engine of engines)
  describe(`known, from the command line, on ${engine}`, () => {
    it('shows a family as it was known then, and says where nothing was', async () => {
      const { database, close } = await emptyDatabase(engine)
      try {
        await begin(database)
        const [family, child] = await database.transaction('app', async (tx) => {
          const said = saying('csc', '2025-02-02')
          const record = only(
            made(
              await openRecord.record(book, tx, said, [
                { statements: [{ say: 'names', names: [{ use: 'usual', given: 'Dalisay', family: 'Oyelaran' }] }] },
              ]),
            ),
          )
          return [
            only(made(await openFamily.record(book, tx, said, [{ around: [record], members: [] }]))),
            record,
          ] as const
        })
        await seal(database, '2025-02-02T13:00:00Z')
        const house: House = {
          database,
          book,
          checkpoints: checkpointInMemory(),
          tables: [],
          clock: steppedClock(at('2025-06-01T10:00:00Z')),
          settings: readSettings({}),
          close,
          seal: async () => ({ sealed: 0, suspect: [] }),
        }
        const ask = async (instant: string, json: boolean) => {
          let out = ''
          const exit = await knownVerb.run(
            house,
            { words: [], options: { family, at: instant }, json },
            { cwd: '/', out: (text) => void (out += text), err: () => undefined, progress: () => undefined },
          )
          return { exit, out }
        }
        const then = await ask('2025-03-01', true)
        assert.equal(then.exit, 0)
        assert.match(then.out, new RegExp(child, 'u'))
        const words = await ask('2025-03-01T12:00:00Z', false)
        assert.equal(words.exit, 0)
        assert.match(words.out, /Dalisay Oyelaran \(child\)/u)
        assert.deepEqual(await ask('2025-01-31', true).then(({ exit, out }) => [exit, JSON.parse(out).known]), [
          1,
          false,
        ])
      } finally {
        await close()
      }
    })
  })
