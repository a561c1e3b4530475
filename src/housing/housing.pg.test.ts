import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { hideAddress } from '#families/index.ts'
import { sealCase, startResponsibility, viewerStanding } from '#access/index.ts'
import type { Database } from '#platform/database/index.ts'
import { rebuild } from '#record/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import {
  patchNames,
  homesToLookAt,
  housingNumbers,
  patchOf,
  readHomeSummaries,
  readHome,
  stateOccupancy,
  stateSleepingArrangement,
  whyLook,
} from './index.ts'
import { beginHarbour, book, day, lanternHouse, made, saying, viewer } from './testing/harbour-homes.ts'
import type { Lantern } from './testing/harbour-homes.ts'

const on = day('2026-06-02')
const numbers = housingNumbers([], on)

for (const engine of engines)
  describe(`the housing room on ${engine}`, { concurrency: false }, () => {
    let database: Database
    let close: () => Promise<void>
    let lantern: Lantern
    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await beginHarbour(database)
      lantern = await lanternHouse(database)
    })
    after(async () => close())

    it('shows an officer of the home number and ages of all who live there, and names only as the landlord holds them', async () => {
      const view = await readHome(database, await viewer(database, 'user:hal'), lantern.home, on)
      assert.equal(view.facts.sleeping.filter(({ says }) => says === 'yes').length, 5)
      const named = [...view.people.values()].filter(({ names }) => names.display.shown !== undefined)
      assert.equal(named.length, 4)
      const cousin = view.facts.sleeping.find(({ records }) => records.includes(lantern.cousin))
      assert.ok(cousin !== undefined)
      assert.equal(view.visible.has(cousin.shown.basis.entry), false)
      assert.equal(view.people.get(cousin.person)?.age.kind, 'exactly')
      assert.equal(view.people.get(cousin.person)?.names.display.shown, undefined)
    })

    it('works out the same figures for the officer and for the social worker', async () => {
      const [officer, worker] = [
        await readHome(database, await viewer(database, 'user:hal'), lantern.home, on),
        await readHome(database, await viewer(database, 'user:ada'), lantern.home, on),
      ]
      assert.ok(!('cannot' in officer.answers) && !('cannot' in worker.answers))
      assert.deepEqual(officer.answers.answers, worker.answers.answers)
      const bedrooms = officer.answers.answers.results.find(({ standard }) => standard === 'bedroom-standard')
      // The couple 1; the cousin of eleven with the baby, both boys, 1; the girl of seven 1.
      assert.ok(bedrooms?.standard === 'bedroom-standard')
      assert.deepEqual([bedrooms.required, bedrooms.available], [{ from: 3, to: 3 }, 1])
    })

    it('lists the home on its officer’s patch, with reasons, and on nobody else’s', async () => {
      const hal = await viewer(database, 'user:hal')
      const patch = await database.transaction(viewerStanding(hal, on), async (tx) => patchOf(tx))
      const names = await database.transaction('app', async (tx) => patchNames(tx, patch.homes, hal, on))
      assert.deepEqual(patch.homes, [lantern.home])
      assert.equal(names.get(lantern.home), 'Flat 7, Lantern House, Quay Street, HR1 4QS')
      const [summary] = await database.transaction('app', async (tx) =>
        readHomeSummaries(tx, patch.homes, on, patch.entries),
      )
      assert.ok(summary !== undefined)
      assert.equal(summary.children.length, 3)
      assert.deepEqual(
        whyLook(summary, on, numbers).map(({ about }) => about),
        ['overcrowding', 'condition', 'register'],
      )
      for (const user of ['user:ola', 'user:ada']) {
        const other = await viewer(database, user)
        assert.deepEqual((await database.transaction(viewerStanding(other, on), async (tx) => patchOf(tx))).homes, [])
      }
    })

    it('gives lists the same figures as the home’s own page', async () => {
      const [summary] = await database.transaction('app', async (tx) => readHomeSummaries(tx, [lantern.home], on))
      const view = await readHome(database, await viewer(database, 'user:ada'), lantern.home, on)
      assert.ok(summary !== undefined && !('cannot' in summary.answers) && !('cannot' in view.answers))
      assert.deepEqual(summary.answers.answers, view.answers.answers)
      assert.deepEqual(summary.answers.next, view.answers.next)
    })

    it('tells a job on which days answers change by themselves', async () => {
      // Radu is one on 10 January 2027; the girl is ten on 30 March 2029.
      assert.deepEqual(
        await database.transaction('app', async (tx) => homesToLookAt(tx, day('2027-01-10'), day('2027-01-10'))),
        [lantern.home],
      )
      assert.deepEqual(
        await database.transaction('app', async (tx) => homesToLookAt(tx, day('2027-01-11'), day('2027-01-12'))),
        [],
      )
      assert.deepEqual(
        await database.transaction('app', async (tx) => homesToLookAt(tx, day('2026-03-05'), day('2026-03-05'))),
        [lantern.home],
      )
    })

    it('lets a landlord’s word that somebody sleeps there open the home to those who work with their family', async () => {
      const view = await readHome(database, await viewer(database, 'user:ada'), lantern.home, on)
      assert.ok(view.facts.building.tenure.shown?.value === 'council')
      assert.ok(view.notKnown.some(({ what }) => what === 'sleeping-place'))
      assert.ok(view.differences.some(({ why }) => why.includes('sleeps-here-not-on-application')))
    })

    it('keeps nothing that a rebuild would not make again', async () => {
      const rows = async (): Promise<unknown[]> =>
        database.transaction('app', async (tx) => {
          const all: unknown[] = []
          for (const table of [
            'housing_home',
            'housing_sleeper',
            'housing_person',
            'housing_look_on',
            'access_reach',
            'access_restriction',
          ])
            all.push(
              (
                await sql<{
                  row: unknown
                }>`select to_jsonb(t) as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(tx)
              ).rows,
            )
          return all
        })
      const before = await rows()
      await rebuild(database, book)
      assert.deepEqual(await rows(), before)
    })

    it('counts nobody whose address must not be told, in list, page or figure, for those who may not read that they live there', async () => {
      await database.transaction('app', async (tx) => {
        made(
          await startResponsibility.record(book, tx, saying('csc', '2026-06-01', 'user:ada'), [
            { home: lantern.home, principal: 'user:ola', role: 'visiting officer', from: on },
          ]),
        )
      })
      const before = await readHome(database, await viewer(database, 'user:ola'), lantern.home, on)
      assert.equal(before.facts.sleeping.length, 5)
      await database.transaction('app', async (tx) => {
        made(
          await hideAddress.record(book, tx, saying('csc', '2026-06-02', 'user:ada'), [
            { record: lantern.cousin, why: 'Asked for it.', askedBy: 'his aunt' },
          ]),
        )
      })
      const view = await readHome(database, await viewer(database, 'user:ola'), lantern.home, on)
      assert.equal(
        view.facts.sleeping.some(({ records }) => records.includes(lantern.cousin)),
        false,
      )
      const ola = await viewer(database, 'user:ola')
      const patch = await database.transaction(viewerStanding(ola, on), async (tx) => patchOf(tx))
      const [summary] = await database.transaction('app', async (tx) =>
        readHomeSummaries(tx, patch.homes, on, patch.entries),
      )
      assert.equal(summary?.children.length, 2)
      const worker = await readHome(database, await viewer(database, 'user:ada'), lantern.home, on)
      assert.equal(
        worker.facts.sleeping.some(({ records }) => records.includes(lantern.cousin)),
        false,
        'a social worker of the other children in the home',
      )
    })

    it('says that somebody moved out without taking back that they lived here', async () => {
      await database.transaction('app', async (tx) => {
        made(
          await stateOccupancy.record(book, tx, saying('landlord', '2026-06-02'), [
            { home: lantern.home, list: 'sleeps-here', record: lantern.father, says: 'yes', trueUntil: '2026-06-02' },
          ]),
        )
      })
      const view = await readHome(database, await viewer(database, 'user:ada'), lantern.home, on)
      const father = view.facts.sleeping.find(({ records }) => records.includes(lantern.father))
      assert.deepEqual([father?.says, father?.shown.way], ['no', 'moved-out'])
      const earlier = await readHome(database, await viewer(database, 'user:ada'), lantern.home, day('2026-06-01'))
      assert.equal(earlier.facts.sleeping.find(({ records }) => records.includes(lantern.father))?.says, 'yes')
    })
  })

for (const engine of engines)
  describe(`a bed that is shared, on ${engine}`, { concurrency: false }, () => {
    let database: Database
    let close: () => Promise<void>
    let lantern: Lantern
    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await beginHarbour(database)
      lantern = await lanternHouse(database)
    })
    after(async () => close())

    it('tells where somebody sleeps by the statement about whoever shares their bed, and not once their case is sealed to the reader', async () => {
      await database.transaction('app', async (tx) => {
        made(
          await stateSleepingArrangement.record(book, tx, saying('csc', '2026-06-02', 'user:ada'), [
            {
              home: lantern.home,
              record: lantern.daughter,
              room: { name: 'Living room' },
              place: 'sofa',
              with: [lantern.mother],
              knownHow: 'seen',
              happenedOn: '2026-06-01',
            },
          ]),
        )
      })
      const places = async (user: string): Promise<(string | undefined)[]> => {
        const { facts } = await readHome(database, await viewer(database, user), lantern.home, on)
        return [lantern.daughter, lantern.mother]
          .map((record) => facts.sleeping.find(({ records }) => records.includes(record))?.person)
          .map((person) => (person === undefined ? 'not counted' : facts.arrangements.get(person)?.room))
      }
      for (const user of ['user:hal', 'user:ada'])
        assert.deepEqual(await places(user), ['Living room', 'Living room'], user)
      await database.transaction('app', async (tx) =>
        made(
          await sealCase.record(book, tx, saying('csc', '2026-06-02', 'user:ada'), [
            { subject: lantern.mother, why: 'Adoption', askedBy: 'the court', on },
          ]),
        ),
      )
      assert.deepEqual(
        await places('user:hal'),
        ['Living room', undefined],
        'the landlord’s list counts her; where she sleeps is not told',
      )
      assert.deepEqual(await places('user:ada'), ['Living room', 'Living room'], 'her own social worker may read it')
    })
  })
