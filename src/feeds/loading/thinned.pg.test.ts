import assert from 'node:assert/strict'
import { after, before, describe, it, test } from 'node:test'
import type { Database } from '#platform/database/index.ts'
import { anSsdDelivery } from '../../../test/support/deliveries.ts'
import type { DeliveryBuilder } from '../../../test/support/deliveries.ts'
import { emptyDatabase, engines } from '../../../test/support/worlds.ts'
import { applyDelivery, goneInWords } from '../index.ts'
import type { Delivery } from '../index.ts'
import { begin, book, instant, load } from '../testing/house.ts'
import { isThinned } from './thinned.ts'

/** Many people, so that a table of visits is small beside the whole. */
const extract = (on: string, visits: number, plans: number): DeliveryBuilder => {
  let delivery = anSsdDelivery()
    .withManifest({ extracted_at: `${on}T02:00:00Z` })
    .without('ssd_cin_visits.csv')
    .without('ssd_cin_plans.csv')
  for (let at = 0; at < 300; at += 1)
    delivery = delivery.with('ssd_person.csv', { pers_person_id: `A${at}`, pers_dob: '1990-01-01' })
  for (let at = 0; at < visits; at += 1)
    delivery = delivery.with('ssd_cin_visits.csv', {
      cinv_cin_visit_id: `V${at}`,
      cinv_person_id: 'C2',
      cinv_cin_visit_date: '2026-05-12',
    })
  for (let at = 0; at < plans; at += 1)
    delivery = delivery.with('ssd_cin_plans.csv', {
      cinp_cin_plan_id: `N${at}`,
      cinp_person_id: 'C2',
      cinp_cin_plan_start_date: '2026-04-21',
    })
  return plans === 0 ? delivery.holding('ssd_cin_plans.csv', 'cinp_cin_plan_id,cinp_person_id\n') : delivery
}

for (const engine of engines)
  describe(`a table that nearly vanishes, on ${engine}`, { concurrency: false }, () => {
    let database: Database
    let close: () => Promise<void>
    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await begin(database)
    })
    after(async () => close())
    const loaded = async (on: string, visits: number, plans: number): Promise<Delivery> =>
      load(database, 'ssd', extract(on, visits, plans), on)

    it('waits for a person, who is told its name, how much it had and how much it has, though the whole is nearly as large as before', async () => {
      assert.equal((await loaded('2026-11-20', 61, 1)).state, 'applied')
      const waiting = await loaded('2026-11-21', 19, 1)
      assert.deepEqual(
        [waiting.state, waiting.counts.thinned],
        ['waiting-for-confirmation', [{ file: 'ssd_cin_visits.csv', before: 61, now: 19, gone: 42 }]],
      )
      assert.deepEqual(goneInWords(waiting), [
        '42 of the 374 rows of the agency’s last delivery are not in this one.',
        'ssd_cin_visits.csv had 61 rows before and has 19 now; 42 of those before are gone.',
      ])
      const applied = await applyDelivery(
        { database, book },
        waiting.id,
        'user:manager',
        instant('2026-11-21'),
        'user:manager',
      )
      assert.deepEqual([applied.state, applied.counts.gone], ['applied', 42])
    })

    it('lets a few rows of an ordinary table go unseen, and never the last plan', async () => {
      assert.equal((await loaded('2026-11-22', 12, 1)).state, 'applied')
      const waiting = await loaded('2026-11-23', 12, 0)
      assert.deepEqual(
        [waiting.state, goneInWords(waiting).slice(1)],
        [
          'waiting-for-confirmation',
          ['ssd_cin_plans.csv had 1 row before and has none now; all of those before are gone.'],
        ],
      )
    })
  })

test('what is gone of a table is looked at by its share, from a few rows on', () => {
  const cases: readonly [before: number, gone: number, guarded: boolean, looked: boolean][] = [
    [61, 42, false, true],
    [61, 12, false, false],
    [61, 13, false, true],
    [11, 9, false, false],
    [11, 10, false, true],
    [1, 1, false, false],
    [4, 0, true, false],
    [1, 1, true, true],
    [4, 2, true, false],
    [4, 3, true, true],
    [100, 20, true, false],
    [100, 21, true, true],
  ]
  for (const [had, gone, guarded, looked] of cases)
    assert.equal(
      isThinned({ before: had, gone }, guarded, { share: 20, rows: 10, rowsGuarded: 3 }),
      looked,
      `${gone} of ${had}${guarded ? ', guarded' : ''}`,
    )
})
