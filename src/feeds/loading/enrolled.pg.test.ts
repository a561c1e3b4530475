import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openFamily, openHome, enrolUser, recordLeaver } from '#access/index.ts'
import type { EnrolUser, Role } from '#access/index.ts'
import type { Database } from '#platform/database/index.ts'
import { aHousingDelivery, anSsdDelivery } from '../../../test/support/deliveries.ts'
import type { DeliveryBuilder } from '../../../test/support/deliveries.ts'
import { emptyDatabase, engines } from '../../../test/support/worlds.ts'
import { familyIdFor, homeIdOfUprn } from '../index.ts'
import type { Delivery } from '../index.ts'
import { begin, book, instant, landlord, load, socialCare } from '../testing/house.ts'
import { matched } from './enrolled.ts'

const family = familyIdFor(socialCare, 'ssd', 'F1')
const home = homeIdOfUprn('100023330001')

for (const engine of engines)
  describe(`workers whom a delivery names, on ${engine}`, { concurrency: false }, () => {
    let database: Database
    let close: () => Promise<void>
    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await begin(database)
    })
    after(async () => close())

    const enrol = async (user: string, name: string, more: Partial<EnrolUser> = {}): Promise<void> =>
      database.transaction('app', async (tx) => {
        await enrolUser.record(
          book,
          tx,
          { by: 'user:manager', agency: 'agency:partnership', source: 'test', at: instant('2026-11-01') },
          [{ user, name, role: 'social-worker', title: 'Social worker', agency: socialCare, teams: [], ...more }],
        )
      })
    const opens = async (user: string, role: Role = 'social-worker', agency = socialCare): Promise<boolean> =>
      database.transaction('app', async (tx) => {
        const viewer = { user, name: '', role, agency, agencyName: '', teams: [] }
        return (
          await (role === 'housing-officer'
            ? openHome(tx, viewer, home, Temporal.PlainDate.from('2026-11-30'))
            : openFamily(tx, viewer, family, Temporal.PlainDate.from('2026-11-30')))
        ).may
      })
    const warned = (delivery: Delivery): (readonly [string, number])[] =>
      delivery.problems.notTaken.map(({ why, count }) => [
        /not enrolled/u.test(why) ? 'not enrolled' : /Two/u.test(why) ? 'two of one name' : why,
        count,
      ])
    const social = async (
      extracted: string,
      name: string,
      more: (delivery: DeliveryBuilder) => DeliveryBuilder = (same) => same,
    ): Promise<Delivery> =>
      load(
        database,
        'ssd',
        more(
          anSsdDelivery()
            .where('ssd_professionals.csv', 0, { prof_professional_name: name, prof_staff_id: '' })
            .withManifest({ extracted_at: `${extracted}T02:00:00Z` }),
        ),
        extracted,
      )

    it('open a family once their name is put right in the list of workers, though no row of the family changed', async () => {
      const unknown = await social('2026-11-21', 'Somebody Else')
      assert.deepEqual([unknown.state, warned(unknown)], ['applied', [['not enrolled', 1]]])
      assert.equal(await opens('user:edda-marsh'), false)
      const renamed = await social('2026-11-22', 'Edda Marsh')
      assert.deepEqual([renamed.state, renamed.counts.changed, warned(renamed)], ['applied', 1, []])
      assert.equal(await opens('user:edda-marsh'), true)
    })

    it('are tried again at every delivery, and the warning is repeated until somebody enrols them', async () => {
      assert.deepEqual(warned(await social('2026-11-23', 'Joris Vandal')), [['not enrolled', 1]])
      assert.equal(await opens('user:edda-marsh'), false, 'whoever is named no more works with the family no more')
      assert.deepEqual(warned(await social('2026-11-24', 'Joris Vandal')), [['not enrolled', 1]])
      await enrol('user:joris', 'Joris Vandal')
      const same = await social('2026-11-24', 'Joris Vandal')
      assert.deepEqual(
        [same.state, same.counts.changed, same.counts.entries > 0, warned(same)],
        ['applied', 0, true, []],
      )
      assert.equal(await opens('user:joris'), true)
      assert.equal((await social('2026-11-24', 'Joris Vandal')).counts.entries, 0)
    })

    it('are nobody where two bear one name, which is said, until a staff number tells them apart', async () => {
      await enrol('user:88120', 'Joris Vandal')
      assert.deepEqual(warned(await social('2026-11-25', 'Joris Vandal')), [['two of one name', 1]])
      assert.deepEqual([await opens('user:joris'), await opens('user:88120')], [false, false])
      assert.deepEqual(
        warned(
          await social('2026-11-26', 'Joris Vandal', (delivery) =>
            delivery.where('ssd_professionals.csv', 0, { prof_professional_name: 'J. Vandal', prof_staff_id: '88120' }),
          ),
        ),
        [],
      )
      assert.deepEqual([await opens('user:joris'), await opens('user:88120')], [false, true])
    })

    it('who left open nothing, and that nobody is found is said', async () => {
      await database.transaction('app', async (tx) =>
        recordLeaver.record(
          book,
          tx,
          { by: 'user:manager', agency: 'agency:partnership', source: 'test', at: instant('2026-11-26') },
          [{ user: 'user:88120' }],
        ),
      )
      assert.deepEqual(
        warned(
          await social('2026-11-26', 'Joris Vandal', (delivery) =>
            delivery.where('ssd_professionals.csv', 0, { prof_professional_name: 'J. Vandal', prof_staff_id: '88120' }),
          ),
        ),
        [['not enrolled', 1]],
      )
    })

    it('of a landlord’s list have homes on their patch by e-mail address first, and are tried again too', async () => {
      const housing = async (cells: Readonly<Record<string, string>>, extracted: string): Promise<Delivery> =>
        load(
          database,
          'housing',
          aHousingDelivery().where('officers.csv', 0, cells).extractedAt(`${extracted}T02:00:00Z`),
          extracted,
        )
      assert.deepEqual(
        warned(await housing({ name: 'Ottoline Brack', email: 'ottoline@quayside.example' }, '2026-11-21')),
        [['not enrolled', 2]],
      )
      await enrol('user:ottoline', 'O. Brack', {
        role: 'housing-officer',
        agency: landlord,
        email: 'Ottoline@quayside.example',
      })
      const again = await housing({ name: 'Ottoline Brack', email: 'ottoline@quayside.example' }, '2026-11-21')
      assert.deepEqual([again.counts.changed, again.counts.entries, warned(again)], [0, 2, []])
      assert.equal(await opens('user:ottoline', 'housing-officer', landlord), true)
    })

    it('say by their new name who verified a row, once the list has it', async () => {
      const renamed = await load(
        database,
        'housing',
        aHousingDelivery()
          .where('officers.csv', 0, { name: 'Ottoline Brack-Hale', email: 'ottoline@quayside.example' })
          .extractedAt('2026-11-22T02:00:00Z'),
        '2026-11-22',
      )
      assert.deepEqual([renamed.counts.changed, renamed.counts.entries], [1, 3])
    })
  })

describe('a worker of a list', () => {
  const listed = (key: string, name: string | undefined, mark?: string) => ({ key, name, mark })
  const edda = { id: 'user:edda', name: 'Edda  Marsh', email: 'edda@csc.example' }
  it('is found by name whatever its letters and spaces', () => {
    assert.deepEqual([...matched([listed('W1', 'edda marsh')], [edda])], [['W1', { user: 'user:edda' }]])
  })
  it('is found by an e-mail address before a name that somebody else bears', () => {
    assert.deepEqual(
      [
        ...matched(
          [listed('W1', 'Ilmari Stone', 'EDDA@csc.example')],
          [edda, { id: 'user:stone', name: 'Ilmari Stone', email: null }],
        ),
      ],
      [['W1', { user: 'user:edda' }]],
    )
  })
  it('is nobody where the list has two of the name, unless both rows bear one staff number', () => {
    assert.deepEqual(
      [...matched([listed('W1', 'Edda Marsh'), listed('W2', 'Edda Marsh')], [edda]).values()],
      [{ why: 'two-of-one-name' }, { why: 'two-of-one-name' }],
    )
    assert.deepEqual(
      [...matched([listed('W1', 'Edda Marsh', '7'), listed('W2', 'Edda Marsh', '7')], [edda]).values()],
      [{ user: 'user:edda' }, { user: 'user:edda' }],
    )
  })
  it('without a name or a mark is nobody', () => {
    assert.deepEqual([...matched([listed('W1', undefined)], [edda]).values()], [{ why: 'not-enrolled' }])
  })
})
