import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { statePregnancy, withdrawEntry } from '#families/index.ts'
import { readHome } from '#housing/index.ts'
import { viewerStanding } from '#access/index.ts'
import { day, lanternHouse, made, saying, viewer } from '#housing/testing/harbour-homes.ts'
import type { Lantern } from '#housing/testing/harbour-homes.ts'
import { infantSleepPaths, stateOfBaby } from '#infant-sleep/index.ts'
import type { StateOfBaby } from '#infant-sleep/index.ts'
import type { Database } from '#platform/database/index.ts'
import { checkpointInMemory, entriesAbout, sealPending } from '#record/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import { foundOutLinks } from './found-out.ts'
import { assessWhatIsDue } from './index.ts'
import { readAlert } from './queries.ts'
import { beginAlerts, book, noon, setPolicyTo } from './testing/harbour-alerts.ts'

interface Row {
  alert: string
  part: string
  level: string
  episode: number
  reasons: { code: string; what?: string }[]
}

for (const engine of engines)
  describe(`what is found out of a baby, and the alert that asked for it, on ${engine}`, { concurrency: false }, () => {
    let database: Database
    let close: () => Promise<void>
    let lantern: Lantern
    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await beginAlerts(database)
      lantern = await lanternHouse(database)
      await setPolicyTo(database, 'overcrowding-alert', 'bedroom-standard', '2026-06-02', '2026-06-01')
    })
    after(async () => close())

    const sweep = async (on: string): Promise<void> => {
      await sealPending(database, () => noon(on), checkpointInMemory())
      await assessWhatIsDue(database, book, noon(on))
    }
    const record = async (agency: string, on: string, ...asks: StateOfBaby[]): Promise<void> => {
      await database.transaction('app', async (tx) =>
        made(await stateOfBaby.record(book, tx, saying(agency, on), asks)),
      )
      await sweep(on)
    }
    const standing = async (part: string): Promise<Row | undefined> =>
      (
        await database.transaction('app', async (tx) =>
          sql<Row>`select alert_id as alert, part, level, episode, reasons from alert where home_id = ${lantern.home} and part = ${part} and resolved_at is null and rule <> 'child-in-home-on-priority-list'`.execute(
            tx,
          ),
        )
      ).rows[0]
    const askedOfHealth = async (): Promise<(string | undefined)[]> =>
      (await standing('health-visitor'))?.reasons.map(({ what }) => what) ?? []
    const beside = (happenedOn: string) => ({ record: lantern.baby, knownHow: 'told', happenedOn }) as const

    it('asks the health visitor whether the baby came early or small, is ill, and whether anybody near them smokes', async () => {
      await sweep('2026-06-05')
      assert.deepEqual(await askedOfHealth(), ['illness', 'premature', 'smoker'])
    })

    it('leads from the question to the form for that baby: who works with the family, and nobody else', async () => {
      const links = async (user: string) => {
        const [who, alert] = [await viewer(database, user), (await standing('health-visitor'))?.alert ?? '']
        const found = await database.transaction(
          viewerStanding(await viewer(database, 'user:ada'), day('2026-06-05')),
          async (tx) => readAlert(tx, alert),
        )
        assert.ok(found !== undefined)
        return foundOutLinks(
          database,
          who,
          found.facts,
          await readHome(database, who, lantern.home, day('2026-06-05')),
          day('2026-06-05'),
        )
      }
      assert.deepEqual(await links('user:ada'), [{ text: 'Radu', href: infantSleepPaths.baby(lantern.baby) }])
      assert.deepEqual(await links('user:hal'), [])
    })

    it('asks no more for what is answered, and nothing of health once all is', async () => {
      await record(
        'visiting',
        '2026-06-05',
        { ...beside('2026-06-05'), say: 'smoking', says: 'no' },
        { ...beside('2026-06-05'), say: 'gestation', at: { weeks: 40, days: 1 } },
      )
      assert.deepEqual(
        await askedOfHealth(),
        ['illness', 'premature'],
        'the weeks alone do not say that the baby was not small',
      )
      await record(
        'visiting',
        '2026-06-06',
        { ...beside('2026-06-05'), say: 'birth-weight', grams: 3310 },
        { ...beside('2026-06-06'), say: 'illness', says: 'no' },
      )
      assert.deepEqual(await askedOfHealth(), [])
      assert.equal(await standing('infant'), undefined)
    })

    it('asks again on the day on which the answer on illness is too old, although nothing was recorded', async () => {
      await sweep('2026-07-03')
      assert.deepEqual(await askedOfHealth(), [])
      await sweep('2026-07-04')
      assert.deepEqual(await askedOfHealth(), ['illness'])
    })

    it('asks for a discussion the same day as soon as a baby is said to be ill, and no longer when that is too old', async () => {
      const housing = await standing('housing')
      await record('csc', '2026-07-05', { ...beside('2026-07-05'), say: 'illness', says: 'yes' })
      assert.equal((await standing('infant'))?.level, 'same-day-discussion')
      assert.deepEqual(await askedOfHealth(), [])
      await sweep('2026-07-11')
      assert.equal((await standing('infant'))?.level, 'same-day-discussion')
      await sweep('2026-07-12')
      assert.equal(await standing('infant'), undefined)
      assert.deepEqual(await askedOfHealth(), ['illness'])
      assert.deepEqual(await standing('housing'), housing, 'what housing reads never moved')
    })

    it('rests on the answer, marked health; and moves when it is taken back', async () => {
      await record('csc', '2026-07-13', { ...beside('2026-07-13'), say: 'smoking', says: 'yes' })
      assert.deepEqual((await standing('infant'))?.reasons.filter(({ code }) => code === 'smoker').length, 1)
      const said = await database.transaction('app', async (tx) =>
        entriesAbout(tx, { subjects: [lantern.baby], kinds: ['SmokingNearBabyStated', 'AlertRaised'] }),
      )
      const yes = said.find(({ kind, agency }) => kind === 'SmokingNearBabyStated' && agency === 'agency:csc')
      assert.ok(yes !== undefined)
      assert.deepEqual([yes.topic, yes.sensitivity], ['infant-safety', 'health'])
      const alert = said.findLast(({ kind, body }) => kind === 'AlertRaised' && body?.['part'] === 'infant')
      assert.equal(alert?.sensitivity, 'health')
      assert.ok(JSON.stringify(alert.body?.['restsOn']).includes(yes.id))
      await database.transaction('app', async (tx) =>
        made(
          await withdrawEntry.record(book, tx, saying('csc', '2026-07-14'), [
            { entry: yes.id, because: 'It was another family.' },
          ]),
        ),
      )
      await sweep('2026-07-14')
      assert.equal(await standing('infant'), undefined)
    })

    it('looks at every home under a new setting on the day it comes into force', async () => {
      await setPolicyTo(database, 'infant-small-up-to-grams', 3500, '2026-07-16', '2026-07-15')
      await sweep('2026-07-15')
      assert.equal(await standing('infant'), undefined)
      await sweep('2026-07-16')
      assert.deepEqual((await standing('infant'))?.reasons.filter(({ code }) => code === 'premature').length, 1)
    })

    it('of a baby who is expected asks of smoke alone, and takes the answer from the pregnancy', async () => {
      const [pregnancy = ''] = await database.transaction(
        'app',
        async (tx) =>
          made(
            await statePregnancy.record(book, tx, saying('maternity', '2027-01-20'), [
              { mother: lantern.mother, expected: '2027-03-01', babies: 1 },
            ]),
          ).ids,
      )
      await sweep('2027-01-20')
      assert.deepEqual(await askedOfHealth(), ['smoker'], 'the baby of last year is one')
      await record('maternity', '2027-01-21', {
        record: lantern.mother,
        knownHow: 'told',
        happenedOn: '2027-01-21',
        say: 'smoking',
        says: 'not-known',
        pregnancy,
      })
      assert.deepEqual(await askedOfHealth(), ['smoker'])
      await record('maternity', '2027-01-22', {
        record: lantern.mother,
        knownHow: 'told',
        happenedOn: '2027-01-22',
        say: 'smoking',
        says: 'no',
        pregnancy,
      })
      assert.deepEqual(await askedOfHealth(), [])
      await record('visiting', '2027-01-23', {
        record: lantern.mother,
        knownHow: 'told',
        happenedOn: '2027-01-23',
        say: 'smoking',
        says: 'yes',
        pregnancy,
      })
      assert.equal((await standing('infant'))?.level, 'same-day-discussion')
    })

    it('refuses every mistake at once, and records nothing then', async () => {
      const asks: StateOfBaby[] = [
        { ...beside('2027-02-01'), say: 'gestation', at: { weeks: 46 } },
        { ...beside('2027-12-01'), say: 'birth-weight', grams: 32 },
        { record: lantern.baby, knownHow: 'told', say: 'illness', says: 'yes' },
        {
          ...beside('2027-02-01'),
          record: lantern.mother,
          say: 'smoking',
          says: 'yes',
          pregnancy: '0198a000-0000-7000-8000-000000000009',
        },
        { ...beside('2027-02-01'), record: 'record:nobody', say: 'smoking', says: 'yes' },
      ]
      const done = await database.transaction('app', async (tx) =>
        stateOfBaby.record(book, tx, saying('visiting', '2027-02-01'), asks),
      )
      assert.ok(!done.accepted)
      assert.deepEqual(
        done.because.map(({ ask, reason }) => `${ask} ${reason}`),
        [
          '0 weeks-not-possible',
          '1 in-the-future',
          '1 weight-not-possible',
          '2 no-day',
          '3 pregnancy-not-known',
          '4 record-not-known',
        ],
      )
    })
  })
