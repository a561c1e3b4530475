import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { beginLooksCheckpoint, installViews, openFrontDesk } from '#access/index.ts'
import { entryInWords } from '#families/index.ts'
import { signedIn } from '#families/testing/visitor.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { openServer } from '#platform/http/index.ts'
import { openLog } from '#platform/log.ts'
import { checkpointInMemory, entriesById, rebuildRisen, restore } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { keptTables, navigation, recordBook, rooms, routesOf } from '#rooms.ts'
import { verifyHouse } from '#verbs/verify.ts'
import { sql } from 'kysely'
import { engines } from './support/engines.ts'
import { factsOf, recordOfEdition, recordsFolder, stepsOfToday } from './support/record-of-edition.ts'
import { emptyDatabase } from './support/worlds.ts'

const editions = readdirSync(recordsFolder).flatMap((file) => /^(.+)\.json$/u.exec(file)?.[1] ?? [])

for (const edition of editions)
  for (const engine of engines)
    describe(`a record of edition ${edition} in today's house, on ${engine}`, { concurrency: false }, () => {
      const held = recordOfEdition.parse(JSON.parse(readFileSync(join(recordsFolder, `${edition}.json`), 'utf8')))
      let database: Database
      let close: () => Promise<void>
      const checkpoints = checkpointInMemory()
      let rebuilt: Record<string, number>
      before(async () => {
        ;({ database, close } = await emptyDatabase(engine))
        // The tables as that edition had them, its record in them, and then today's house.
        const then = rooms.map(({ name, migrations }) => ({
          name,
          migrations: migrations.filter((_up, n) =>
            Object.hasOwn(held.steps, `${name}/${String(n + 1).padStart(4, '0')}`),
          ),
        }))
        await migrate(database, then)
        await restore(database, keptTables, join(recordsFolder, `${edition}.rooftree`), checkpoints)
        await migrate(database, rooms)
        await database.transaction('app', installViews)
        rebuilt = await rebuildRisen(database, recordBook)
        await beginLooksCheckpoint(database, checkpoints)
      })
      after(async () => close())
      const everything = async (): Promise<Entry[]> =>
        database.transaction('app', async (tx) => {
          const ids = await sql<{ id: string }>`select id from entry order by id`.execute(tx)
          const found = await entriesById(
            tx,
            ids.rows.map(({ id }) => id),
          )
          return [...found.values()]
        })

      it('rests on steps that have not changed since: a change of the tables is a further step', () => {
        // Before its edition is published, a changed step asks for the record to be made anew: npm run record-of-edition
        const today = stepsOfToday()
        for (const [name, fingerprint] of Object.entries(held.steps)) assert.equal(today[name], fingerprint, name)
      })

      it('holds, link by link', async () => {
        const verified = await verifyHouse({ database, checkpoints })
        assert.deepEqual(verified.faults, [])
        assert.equal(verified.disposed, 1)
        assert.equal(
          verified.sealed,
          Object.values(held.kinds).reduce((sum, n) => sum + n, 0),
        )
      })

      it('is read whole: every entry is of a kind that is known, in a shape that it takes, and is told in words', async () => {
        const entries = await everything()
        const counted = Map.groupBy(entries, ({ kind }) => kind)
        assert.deepEqual(Object.fromEntries([...counted].map(([kind, all]) => [kind, all.length])), held.kinds)
        for (const entry of entries) {
          const kind = recordBook.kinds.get(entry.kind)
          assert.ok(kind !== undefined, entry.kind)
          if (entry.body === undefined) continue
          assert.deepEqual(kind.parse(entry.body), entry.body)
          const { title } = entryInWords(
            entry,
            { people: new Map(), persons: new Map(), directory: new Map() },
            recordBook.kinds,
          )
          assert.match(title, /^[A-Z“0-9]/u)
        }
      })

      it('has its lists made from it', () => {
        assert.deepEqual(new Set(Object.keys(rebuilt)), new Set(recordBook.projections.map(({ name }) => name)))
      })

      it('says of a family what it said then', async () => {
        assert.deepEqual(await factsOf(database, held.family), held.facts)
      })

      it('is shown on the pages of those who work with the family', async () => {
        const server = await openServer({
          database,
          clock: steppedClock(Temporal.Instant.from('2026-06-02T12:00:00Z')),
          log: openLog('silent'),
          notReady: () => undefined,
          routes: routesOf({
            database,
            book: recordBook,
            record: () => ({ partnership: 'Harbour Reach', demo: true, loading: false }),
          }),
          desk: openFrontDesk({ database, nav: navigation, isDemo: () => true }),
        })
        const [ada, hal] = [await signedIn({ server }, 'user:ada'), await signedIn({ server }, 'user:hal')]
        const family = await ada.get(`/families/${held.family}`)
        for (const { name } of held.facts.members) assert.ok(family.text.includes(name), name)
        assert.match((await hal.get('/my-households')).text, /Lantern House/u)
        assert.match((await ada.post('/find', { name: 'Ilinca' })).text, /Ilinca Osei-Brandt/u)
        await server.close()
      })
    })
