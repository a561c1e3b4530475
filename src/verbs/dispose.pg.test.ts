import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { InvolvementEnded, withholdAddress, sealCase, unsealCase } from '#access/index.ts'
import { openFamily, openRecord } from '#families/index.ts'
import { at, begin, book, day, involve, made, only, saying } from '#families/testing/harbour.ts'
import type { House } from '#house.ts'
import type { Database } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { readSettings } from '#platform/settings.ts'
import { append, checkpointInMemory, entriesAbout, EntriesDisposed, sealPending, verify } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import { disposeVerb } from './dispose.ts'
import { WrongCall } from './verb.ts'

const said = {
  why: '25th birthday passed',
  authority: 'Retention schedule 2026, child’s file',
  'decided-by': 'records manager of children’s social care',
}
const report = z.object({
  dryRun: z.boolean(),
  disposed: z.number(),
  refused: z.string().optional(),
  goes: z.array(z.object({ entry: z.string(), kind: z.string() })),
  stays: z.array(z.object({ entry: z.string(), stays: z.string() })),
  notThere: z.array(z.string()),
})

for (const engine of engines)
  describe(`dispose, from the command line, on ${engine}`, { concurrency: false }, () => {
    let database: Database
    let close: () => Promise<void>
    let house: House
    let child: string
    let sister: string
    let family: string
    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await begin(database)
      ;[child, sister, family] = await database.transaction('app', async (tx) => {
        const by = saying('csc', '2025-02-02')
        const opened = made(
          await openRecord.record(
            book,
            tx,
            by,
            ['Dalisay', 'Ligaya'].map((given) => ({
              statements: [
                { say: 'names' as const, names: [{ use: 'usual' as const, given, family: 'Oyelaran' }] },
                { say: 'birth' as const, on: '2000-05-01' },
              ],
            })),
          ),
        )
        const [one = '', other = ''] = opened
        return [
          one,
          other,
          only(made(await openFamily.record(book, tx, by, [{ around: [one, other], members: [] }]))),
        ] as const
      })
      const checkpoints = checkpointInMemory()
      const clock = steppedClock(at('2026-06-01T10:00:00Z'))
      house = {
        database,
        book,
        checkpoints,
        tables: [],
        clock,
        settings: readSettings({}),
        close,
        seal: async () => sealPending(database, clock.now, checkpoints),
      }
    })
    after(async () => close())

    const ask = async (words: readonly string[], options: Readonly<Record<string, string | boolean>>, json = true) => {
      let out = ''
      const exit = await disposeVerb.run(
        house,
        { words, options, json },
        { cwd: '/', out: (text) => void (out += text), err: () => undefined, progress: () => undefined },
      )
      return { exit, out, told: json ? report.parse(JSON.parse(out)) : undefined }
    }
    const about = async (subject: string): Promise<Entry[]> =>
      database.transaction('app', async (tx) => entriesAbout(tx, { subjects: [subject] }))
    const holds = async (): Promise<void> => assert.deepEqual((await verify(database, house.checkpoints)).faults, [])

    it('tries it first: tells what would go and what would stay, and removes nothing', async () => {
      const before = await about(child)
      const { exit, told } = await ask([], { subject: child, 'dry-run': true })
      assert.deepEqual([exit, told?.dryRun, told?.disposed], [0, true, 0])
      assert.ok(told !== undefined)
      assert.ok(
        told.goes.some(({ kind }) => kind === 'NamesStated') && told.goes.some(({ kind }) => kind === 'BirthStated'),
      )
      assert.ok(!told.goes.some(({ kind }) => kind === 'EntriesDisposed'))
      assert.deepEqual(
        (await about(child)).map(({ id, body }) => [id, body]),
        before.map(({ id, body }) => [id, body]),
      )
      const { out } = await ask([], { subject: child, 'dry-run': true }, false)
      assert.match(out, /goes {3}[0-9a-f-]{36} {2}NamesStated, recorded 2 February 2025, kept as child-record\n/u)
      assert.match(out, /would go\. Nothing was removed\.\n$/u)
    })

    it('removes the words of all entries about one person alone, and the record holds', async () => {
      const { exit, told } = await ask([], { subject: child, ...said })
      assert.equal(exit, 0)
      assert.equal(told?.disposed, told?.goes.length)
      const left = await about(child)
      for (const { entry } of told?.goes ?? []) assert.equal(left.find(({ id }) => id === entry)?.body, undefined)
      const disposal = left.find(EntriesDisposed.is)
      assert.deepEqual(
        { ...disposal?.body, entries: [] },
        {
          entries: [],
          authority: said.authority,
          why: said.why,
          decidedBy: said['decided-by'],
          retentionClass: 'child-record',
        },
      )
      assert.equal(disposal?.by, 'user:command-line')
      assert.ok(
        (await about(sister)).some(({ kind, body }) => kind === 'NamesStated' && body !== undefined),
        'the sister’s stays',
      )
      await holds()
      const again = await ask([], { subject: child, ...said })
      assert.deepEqual([again.exit, again.told?.refused], [1, 'nothing-goes'])
      assert.ok(again.told?.stays.some(({ stays }) => stays === 'gone-already'))
    })

    it('removes nothing where an entry is not there, or is a disposal', async () => {
      const name = (await about(sister)).find(({ kind }) => kind === 'NamesStated')
      const missing = await ask([name?.id ?? '', '01900000-0000-7000-8000-000000000000'], said)
      assert.deepEqual(
        [missing.exit, missing.told?.refused, missing.told?.notThere],
        [1, 'entries-not-there', ['01900000-0000-7000-8000-000000000000']],
      )
      const disposal = (await about(child)).find(EntriesDisposed.is)
      const stays = await ask([name?.id ?? '', disposal?.id ?? ''], said)
      assert.deepEqual([stays.exit, stays.told?.refused], [1, 'entries-that-stay'])
      assert.ok((await about(sister)).find(({ id }) => id === name?.id)?.body !== undefined)
    })

    it('is refused where it would open what was closed: an end without its beginning', async () => {
      await involve(database, family)
      const [ended] = await database.transaction('app', async (tx) => {
        const started = (await entriesAbout(tx, { subjects: [family], kinds: ['InvolvementStarted'] })).at(-1)
        return append(book, tx, saying('csc', '2025-06-01'), [
          InvolvementEnded.of({
            subjects: [{ id: family, type: 'family', role: 'about' }],
            trueUntil: '2025-06-01',
            body: { principal: 'user:ada', started: started?.id ?? '' },
          }),
        ])
      })
      for (const options of [{ 'dry-run': true }, said]) {
        const { exit, told } = await ask([ended?.id ?? ''], options)
        assert.deepEqual([exit, told?.refused, told?.disposed], [1, 'opens-what-is-closed', 0])
      }
      const started = (await about(family)).find(({ kind }) => kind === 'InvolvementStarted')
      const both = await ask([ended?.id ?? '', started?.id ?? ''], said)
      assert.deepEqual([both.exit, both.told?.disposed], [0, 2])
      await holds()
    })

    it('leaves a hidden address hidden and a sealed case sealed', async () => {
      await database.transaction('app', async (tx) => {
        const asked = { subject: sister, why: 'Asked for it.', askedBy: 'herself', on: day('2025-06-01') }
        await withholdAddress.record(book, tx, saying('csc', '2025-06-01'), [asked])
        await sealCase.record(book, tx, saying('csc', '2025-06-01'), [asked])
        await unsealCase.record(book, tx, saying('csc', '2025-06-02'), [{ ...asked, on: day('2025-06-02') }])
      })
      const { told } = await ask([], { subject: sister, ...said })
      assert.ok((told?.disposed ?? 0) > 0)
      const kept = told?.stays.filter(({ stays }) => stays === 'keeps-order') ?? []
      assert.ok(kept.length >= 3)
      assert.equal((await ask([kept[0]?.entry ?? ''], said)).told?.refused, 'entries-that-stay')
      await holds()
    })

    it('answers a call whose words are off before it looks at anything', async () => {
      for (const [words, options] of [
        [[], said],
        [['not-an-id'], said],
        [[], { subject: 'everybody', ...said }],
        [[], { subject: child }],
        [['01900000-0000-7000-8000-000000000000'], { subject: child, ...said }],
        [[], { subject: child, ...said, why: '' }],
      ] as const)
        await assert.rejects(ask(words, options), WrongCall)
    })
  })
