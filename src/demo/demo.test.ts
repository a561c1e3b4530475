import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { installViews, openFamily, openHome, viewerStanding, whoIs } from '#access/index.ts'
import type { Viewer } from '#access/index.ts'
import { changedForViewer, deliveriesLately } from '#feeds/index.ts'
import { ageOn, familyPage, joinPage, nhsNumberCheck, personPage } from '#families/index.ts'
import type { FamilyView } from '#families/index.ts'
import { migrate } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { endOfDayInLondon, steppedClock } from '#platform/dates.ts'
import { beginRecord, checkpointInMemory, entriesAbout, verify } from '#record/index.ts'
import { recordBook, rooms } from '#rooms.ts'
import { emptyDatabase } from '../../test/support/worlds.ts'
import { demoFamily, demoHome, demoRecord } from './ids.ts'
import { loadDemo } from './index.ts'
import type { DemoHouse } from './index.ts'
import { stories } from './stories/index.ts'

const started = Temporal.Instant.from('2026-03-02T08:15:00Z')
const today = Temporal.PlainDate.from('2026-03-02')

const emptyHouse = async (): Promise<DemoHouse & { close: () => Promise<void> }> => {
  const { database, close } = await emptyDatabase('pglite')
  await migrate(database, rooms)
  await database.transaction('app', installViews)
  return { database, close, book: recordBook, checkpoints: checkpointInMemory(), clock: steppedClock(started) }
}

/** The same database for so many transactions, and then as if the process had been killed. */
const killedAfter = (database: Database, transactions: number): Database => {
  let left = transactions
  return {
    ...database,
    transaction: async (standing, work) => {
      left -= 1
      if (left < 0) throw new Error('killed')
      return database.transaction(standing, work)
    },
  }
}

describe('the demo borough', () => {
  let house: Awaited<ReturnType<typeof emptyHouse>>
  let resumed: Awaited<ReturnType<typeof emptyHouse>>
  before(async () => {
    ;[house, resumed] = await Promise.all([emptyHouse(), emptyHouse()])
    await Promise.all([
      loadDemo(house, () => undefined),
      (async () => {
        // Killed before a seal, inside a step, and again; the last start is on a later day.
        for (const transactions of [5, 42, 61])
          await assert.rejects(
            loadDemo({ ...resumed, database: killedAfter(resumed.database, transactions) }, () => undefined),
            /killed/u,
          )
        assert.equal(
          await loadDemo({ ...resumed, clock: steppedClock(started.add({ hours: 75 })) }, () => undefined),
          true,
        )
      })(),
    ])
  })
  after(async () => {
    await house.close()
    await resumed.close()
  })

  const viewerOf = async (user: string): Promise<Viewer> => {
    const viewer = await house.database.transaction('app', async (tx) => whoIs(tx, user))
    assert.ok(viewer, `${user} is enrolled`)
    return viewer
  }
  const pageFor = async (
    user: string,
    family: string,
    asKnownOn?: Temporal.PlainDate,
  ): Promise<FamilyView | undefined> =>
    house.database.transaction(viewerStanding(await viewerOf(user), today), async (tx) =>
      familyPage(tx, family, {
        on: asKnownOn ?? today,
        ...(asKnownOn === undefined ? {} : { knownAt: endOfDayInLondon(asKnownOn) }),
      }),
    )

  it('holds: every entry is in the chain, and the outside checkpoint agrees', async () => {
    const checked = await verify(house.database, house.checkpoints)
    assert.deepEqual(checked.faults, [])
    assert.ok(checked.sealed > 7000)
    assert.deepEqual((await verify(resumed.database, resumed.checkpoints)).faults, [])
  })

  it('is the same borough when its load was broken off three times, and nothing is there twice', async () => {
    assert.deepEqual(await projections(resumed.database), await projections(house.database))
    assert.deepEqual(await countsByKind(resumed.database), await countsByKind(house.database))
  })

  it('has two deliveries of one landlord, the later with a few changes, each loaded once', async () => {
    for (const { database } of [house, resumed]) {
      const deliveries = (await database.transaction('app', async (tx) => deliveriesLately(tx))).filter(
        ({ state }) => state === 'applied',
      )
      assert.deepEqual(
        deliveries.map(({ agency, counts }) => [agency, counts.new, counts.changed, counts.gone]),
        [
          ['agency:tidewater-homes', 2, 4, 0],
          ['agency:tidewater-homes', 224, 0, 0],
        ],
      )
      assert.deepEqual(
        deliveries.map(({ problems }) => problems),
        [
          { refused: [], pointedOut: [], notTaken: [] },
          { refused: [], pointedOut: [], notTaken: [] },
        ],
      )
    }
    const [latest] = await house.database.transaction('app', async (tx) => deliveriesLately(tx))
    assert.ok(latest !== undefined)
    assert.ok(
      (
        await changedForViewer(
          house.database,
          house.book.kinds,
          latest.id,
          await viewerOf('user:tom-hargreave'),
          viewerStanding(await viewerOf('user:tom-hargreave'), today),
        )
      ).listed.length > 0,
      'its officer is told what changed for whom',
    )
  })

  it('loads nothing when it is whole', async () => {
    const counts = await countsByKind(house.database)
    assert.equal(await loadDemo(house, () => undefined), false)
    assert.deepEqual(await countsByKind(house.database), counts)
  })

  for (const { name, families, homes, openTo, closedTo } of stories)
    it(`lets those who work with ${name} in, and nobody else`, async () => {
      await house.database.transaction('app', async (tx) => {
        for (const key of families) {
          const family = demoFamily(name, key)
          for (const user of openTo)
            assert.equal((await openFamily(tx, await viewer(user), family, today)).may, true, `${user} opens ${key}`)
          for (const user of closedTo) {
            const access = await openFamily(tx, await viewer(user), family, today)
            assert.equal(access.may, false, `${user} does not open ${key}`)
            assert.ok(access.may || access.tell === 'nothing', 'who has not named them is told nothing')
          }
        }
        for (const [key, officers] of Object.entries(homes)) {
          for (const officer of officers)
            assert.equal(
              (await openHome(tx, await viewer(officer), demoHome(name, key), today)).may,
              true,
              `${officer} opens the home`,
            )
          assert.equal(
            (await openHome(tx, await viewer('user:carol-nwosu'), demoHome(name, key), today)).may,
            openTo.includes('user:carol-nwosu'),
          )
        }
        async function viewer(user: string): Promise<Viewer> {
          const found = await whoIs(tx, user)
          assert.ok(found)
          return found
        }
      })
    })

  it('tells the hidden address to the social worker and to nobody at school, surgery or police', async () => {
    const family = demoFamily('hidden-address', 'marlowe')
    const telling = async (user: string): Promise<boolean> =>
      JSON.stringify([
        ...((await pageFor(user, family))?.timeline ?? []),
        ...((await pageFor(user, family))?.facts.members ?? []),
      ]).includes('Fennel Walk')
    assert.equal(await telling('user:ada-obi'), true)
    for (const user of ['user:yusuf-demir', 'user:olivia-bennett', 'user:nadia-rahimi'])
      assert.equal(await telling(user), false, user)
    const asOld = await house.database.transaction(
      viewerStanding(await viewerOf('user:jean-whitlock'), today),
      async (tx) =>
        entriesAbout(tx, {
          subjects: [
            demoHome('hidden-address', 'before'),
            ...['council-homes', 'childrens-social-care', 'lantern-trust'].map((agency) =>
              demoRecord('hidden-address', 'mother', `agency:${agency}`),
            ),
          ],
        }),
    )
    assert.ok(asOld.length > 0, 'the old landlord’s officer reads of her own home')
    assert.equal(JSON.stringify(asOld).includes('Fennel Walk'), false)
    const homes = (await pageFor('user:ada-obi', family))?.facts.households.homes.map(({ people }) => people.length)
    assert.deepEqual(homes?.toSorted(), [1, 3], 'he lives alone where they lived, and they live elsewhere')
  })

  it('has a family in one hotel room on night 40', async () => {
    const view = await pageFor('user:samira-khatun', demoFamily('night-forty', 'tesfaye'))
    assert.deepEqual(
      view?.facts.households.homes.map(({ home, people }) => [home, people.length]),
      [[demoHome('night-forty', 'hotel'), 3]],
    )
    assert.ok(
      view?.facts.households.homes[0]?.people.every(
        ({ address }) => address.from === today.subtract({ days: 39 }).toString(),
      ),
    )
  })

  it('shows a birth date that was put right as it was believed before', async () => {
    const family = demoFamily('corrected-birth-date', 'nguyen')
    const contested = async (on?: Temporal.PlainDate): Promise<boolean[]> =>
      (await pageFor('user:shanice-campbell', family, on))?.facts.members
        .slice(0, 1)
        .map(({ facts }) => facts.birth.contested) ?? []
    assert.deepEqual(await contested(), [false])
    assert.deepEqual(await contested(today.subtract({ days: 345 })), [true])
    assert.equal(await pageFor('user:shanice-campbell', family, today.subtract({ days: 900 })), undefined)
  })

  it('expects twins of the mother whose midwife says so', async () => {
    const view = await pageFor('user:nkechi-eze', demoFamily('twins-expected', 'kowalczyk'))
    assert.deepEqual(
      view?.facts.unborn.map(({ pregnancy }) => pregnancy.unborn),
      [2],
    )
    assert.deepEqual(
      (
        await pageFor('user:nkechi-eze', demoFamily('twins-expected', 'kowalczyk'), today.subtract({ days: 130 }))
      )?.facts.unborn.map(({ pregnancy }) => pregnancy.unborn),
      ['not-known'],
    )
  })

  it('asks after two fathers of three in different words, and for none where nothing is open', async () => {
    const asked = async (user: string, family: string): Promise<string[]> =>
      ((await pageFor(user, family))?.facts.unknowns ?? []).map(({ what }) => what).toSorted()
    assert.deepEqual(await asked('user:ada-obi', demoFamily('fathers-asked-for', 'doyle')), [
      'address',
      'father',
      'whether-has-parental-responsibility',
    ])
    assert.deepEqual(await asked('user:bridget-coyle', demoFamily('fine', 'silva')), [])
  })

  it('keeps one household apart from two families, and a split family in two homes', async () => {
    const [warsame, hirsi] = [
      await pageFor('user:ada-obi', demoFamily('two-under-one-roof', 'warsame')),
      await pageFor('user:ada-obi', demoFamily('two-under-one-roof', 'hirsi')),
    ]
    assert.deepEqual(
      warsame?.facts.households.homes.map(({ home }) => home),
      hirsi?.facts.households.homes.map(({ home }) => home),
    )
    const [left, own] = [
      await pageFor('user:samira-khatun', demoFamily('family-split', 'barros')),
      await pageFor('user:samira-khatun', demoFamily('family-split', 'lucia')),
    ]
    assert.deepEqual([left?.facts.children.length, own?.facts.children.length], [1, 1])
    assert.notDeepEqual(
      left?.facts.households.homes.map(({ home }) => home),
      own?.facts.households.homes.map(({ home }) => home),
    )
  })

  it('shows both birth dates of a boy, and a sister’s records that wait to be joined', async () => {
    const [csc, landlord] = [
      demoRecord('two-birth-dates', 'elif', 'agency:childrens-social-care'),
      demoRecord('two-birth-dates', 'elif', 'agency:lantern-trust'),
    ]
    const view = await pageFor('user:ada-obi', demoFamily('two-birth-dates', 'yildiz'))
    assert.deepEqual(view?.facts.members.map(({ facts }) => facts.birth.contested).filter(Boolean), [true])
    const join = await house.database.transaction(viewerStanding(await viewerOf('user:ada-obi'), today), async (tx) =>
      joinPage(tx, csc, landlord, { on: today }),
    )
    assert.equal(join?.mayJoin, true)
  })

  it('leads from the adopted girl of now to no record of before', async () => {
    const view = await house.database.transaction(
      viewerStanding(await viewerOf('user:shanice-campbell'), today),
      async (tx) => personPage(tx, demoRecord('adoption', 'wren', 'agency:health-visiting'), { on: today }),
    )
    assert.equal(view?.records.includes(demoRecord('adoption', 'before', 'agency:childrens-social-care')), false)
    assert.equal(JSON.stringify(view?.timeline).includes('Stott'), false)
  })

  it('stops every notice for the grandmother who died, and writes a single name as it is', async () => {
    const georgiou = await pageFor('user:kofi-boateng', demoFamily('grandmother-died', 'georgiou'))
    assert.equal(georgiou?.facts.members.filter(({ facts }) => facts.noticesStop).length, 1)
    const chowdhury = await pageFor('user:daniel-ferreira', demoFamily('one-name', 'chowdhury'))
    assert.ok(
      chowdhury?.facts.members.some(({ facts }) =>
        facts.names.all.some(({ value }) => 'full' in value && value.full === 'নূরজাহান'),
      ),
    )
  })

  it('keeps ages as the stories tell them', async () => {
    const born = (await pageFor('user:shanice-campbell', demoFamily('young-parent', 'reid')))?.facts.members.map(
      ({ facts }) => ageOn(facts.birth.shown?.value, today),
    )
    assert.deepEqual(
      born?.map((age) => JSON.stringify(age).includes('19')),
      [false, true],
    )
  })

  it('gives every person an NHS number of their own from the range that is never issued', async () => {
    const found = await house.database.transaction(
      'app',
      async (tx) =>
        (
          await sql<{ number: string; names: number }>`
      select n.value as number, count(distinct m.whole) as names from person_number n join person_name m on m.record_id = n.record_id and m.name_no = 0
      where n.kind = 'nhs-number' group by n.value`.execute(tx)
        ).rows,
    )
    assert.ok(found.length > 200)
    for (const { number, names } of found)
      assert.deepEqual([number.slice(0, 3), nhsNumberCheck(number), names], ['999', 'holds', 1], number)
  })
})

describe('the demo’s clock', () => {
  it('is not stepped in a record that does not say it is a demo', async () => {
    const house = await emptyHouse()
    try {
      await house.database.transaction('app', async (tx) =>
        beginRecord(
          house.book,
          tx,
          { by: 'user:rooftree', agency: 'agency:partnership', source: 'start', at: started },
          'A partnership',
          false,
        ),
      )
      await assert.rejects(
        loadDemo(house, () => undefined),
        { code: 'demo.not-a-demo' },
      )
    } finally {
      await house.close()
    }
  })
})

/** Rows kept in step with the record, without the ids of entries: those differ from load to load. */
const projections = async (database: Database): Promise<unknown> =>
  database.transaction('app', async (tx) => {
    const all: unknown[] = []
    for (const table of [
      'agency',
      'team',
      'app_user',
      'user_team',
      'access_grant',
      'lead_practitioner',
      'access_restriction_said',
      'access_restriction',
      'access_reach',
      'person_of_record',
      'person_name',
      'person_birth',
      'person_number',
      'person_postcode',
      'family_member',
    ]) {
      const rows = await sql<{
        row: string
      }>`select (to_jsonb(t) - 'entry_id')::text as row from ${sql.table(table)} t order by 1`.execute(tx)
      all.push([table, rows.rows.map(({ row }) => row)])
    }
    return all
  })

const countsByKind = async (database: Database): Promise<unknown> =>
  database.transaction(
    'app',
    async (tx) => (await sql`select kind, count(*) as n from entry group by kind order by kind`.execute(tx)).rows,
  )
