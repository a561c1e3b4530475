import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { sealCase, viewerStanding } from '#access/index.ts'
import { endPregnancy, statePregnancy, stateAboutPerson } from '#families/index.ts'
import { ConditionStated, stateApplication, stateCondition, stateOccupancy } from '#housing/index.ts'
import { day, lanternHouse, made, saying, viewer } from '#housing/testing/harbour-homes.ts'
import type { Lantern } from '#housing/testing/harbour-homes.ts'
import type { Database } from '#platform/database/index.ts'
import { append, checkpointInMemory, entriesAbout, entriesById, rebuild, sealPending } from '#record/index.ts'
import { ChildInNeedPlanStated } from '#referrals/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import { aboutAlert, causesOfEntry } from './entries.ts'
import { AlertAnswered, asksOn, assess, assessWhatIsDue } from './index.ts'
import { alertsForViewer } from './queries.ts'
import { beginAlerts, book, noon, setPolicyTo } from './testing/harbour-alerts.ts'

interface Row {
  alert_id: string
  part: string
  rule: string
  level: string
  episode: number
  sensitivity: string
  resolved_why: string | null
  changes: number
}

for (const engine of engines)
  describe(`the alerts room on ${engine}`, { concurrency: false }, () => {
    let database: Database
    let close: () => Promise<void>
    let lantern: Lantern
    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await beginAlerts(database)
      lantern = await lanternHouse(database)
    })
    after(async () => close())

    const seal = async (on: string): Promise<void> =>
      void (await sealPending(database, () => noon(on), checkpointInMemory()))
    const sweep = async (on: string) => {
      await seal(on)
      return assessWhatIsDue(database, book, noon(on))
    }
    const rows = async (): Promise<Row[]> =>
      database.transaction(
        'app',
        async (tx) =>
          (
            await sql<Row>`select alert_id, part, rule, level, episode, sensitivity, resolved_why, changes from alert where home_id = ${lantern.home} order by rule, part, episode`.execute(
              tx,
            )
          ).rows,
      )
    const standing = async (): Promise<string[]> =>
      (await rows()).filter((row) => row.resolved_why === null).map(({ part, level }) => `${part} ${level}`)
    const seenBy = async (user: string, on: string): Promise<string[]> => {
      const who = await viewer(database, user)
      return database.transaction(viewerStanding(who, day(on)), async (tx) =>
        (await sql<{ part: string; level: string }>`select part, level from alerts_for_viewer()`.execute(tx)).rows.map(
          ({ part, level }) => `${part} ${level}`,
        ),
      )
    }

    const causesOn = async (on: string, kind: string) => {
      const alerts = (await rows()).map((row) => row.alert_id)
      const entries = await database.transaction('app', async (tx) =>
        entriesAbout(tx, { subjects: alerts, kinds: [kind] }),
      )
      return entries.filter(({ recordedAt }) => recordedAt.equals(noon(on))).map(causesOfEntry)
    }

    it('asks the landlord’s officer about the child on the priority list, and nothing about overcrowding while that is off', async () => {
      assert.deepEqual(await sweep('2026-06-02'), { homes: 1, raised: 1, changed: 0, resolved: 0 })
      assert.deepEqual(await standing(), ['housing consider-referral'])
      assert.deepEqual(await seenBy('user:hal', '2026-06-02'), ['housing consider-referral'])
      assert.deepEqual(await seenBy('user:ada', '2026-06-02'), ['housing consider-referral'])
      assert.deepEqual(await seenBy('user:ola', '2026-06-02'), [], 'the home is not on her patch')
    })

    it('says nothing new when it looks again, also at every home', async () => {
      assert.deepEqual(await sweep('2026-06-02'), { homes: 0, raised: 0, changed: 0, resolved: 0 })
      assert.deepEqual(await assess(database, book, [lantern.home], noon('2026-06-02')), {
        homes: 1,
        raised: 0,
        changed: 0,
        resolved: 0,
      })
    })

    it('raises the levels from the day on which the partnership switches them on, and not before', async () => {
      await setPolicyTo(database, 'overcrowding-alert', 'bedroom-standard', '2026-06-05', '2026-06-03')
      assert.equal((await sweep('2026-06-04')).raised, 0)
      await sweep('2026-06-05')
      assert.deepEqual(await standing(), [
        'housing consider-referral',
        'health-visitor find-out',
        'lead-practitioner find-out',
        'housing early-help-offer',
      ])
      const offer = (await rows()).find(({ level }) => level === 'early-help-offer')
      const [raised] = await database.transaction('app', async (tx) =>
        entriesAbout(tx, { subjects: [offer?.alert_id ?? ''] }),
      )
      assert.ok(raised?.body !== undefined)
      assert.match(JSON.stringify(raised.body['policy']), /"version":"[0-9a-f-]{36}"/u)
    })

    it('shows housing the home’s part, the social worker all of it, and nobody the health part by another way', async () => {
      assert.deepEqual(await seenBy('user:hal', '2026-06-05'), [
        'housing consider-referral',
        'housing early-help-offer',
      ])
      assert.equal((await seenBy('user:ada', '2026-06-05')).length, 4)
      const hal = await viewer(database, 'user:hal')
      const entries = await database.transaction(viewerStanding(hal, day('2026-06-05')), async (tx) =>
        entriesAbout(tx, { subjects: [lantern.home, lantern.baby], kinds: ['AlertRaised', 'AlertChanged'] }),
      )
      assert.deepEqual(
        entries.map(({ sensitivity }) => sensitivity),
        ['ordinary', 'ordinary'],
      )
    })

    it('asks for a discussion the same day once an earlier plan is known, and housing’s part stays as it was', async () => {
      const before = (await rows()).filter(({ part }) => part === 'housing')
      await database.transaction('app', async (tx) =>
        append(book, tx, saying('csc', '2026-06-06', 'user:ada'), [
          ChildInNeedPlanStated.of({
            subjects: [{ id: lantern.daughter, type: 'record', role: 'about' }],
            trueFrom: '2024-01-01',
            trueUntil: '2024-09-01',
            body: { plan: 'P-1' },
          }),
        ]),
      )
      await sweep('2026-06-06')
      assert.deepEqual(await standing(), [
        'housing consider-referral',
        'housing early-help-offer',
        'infant same-day-discussion',
      ])
      assert.deepEqual(
        (await rows()).filter(({ part }) => part === 'housing'),
        before,
      )
      assert.equal((await rows()).find(({ part }) => part === 'infant')?.sensitivity, 'health')
      assert.deepEqual(await seenBy('user:hal', '2026-06-06'), [
        'housing consider-referral',
        'housing early-help-offer',
      ])
    })

    it('moves within its episode when the mould is put right, and resolves when the facts hold no longer', async () => {
      const [condition] = await database.transaction('app', async (tx) =>
        entriesAbout(tx, { subjects: [lantern.home], kinds: ['ConditionStated'] }),
      )
      assert.ok(condition !== undefined && ConditionStated.is(condition))
      const named = condition.body.condition
      await database.transaction('app', async (tx) =>
        made(
          await stateCondition.record(book, tx, saying('landlord', '2026-06-07'), [
            {
              home: lantern.home,
              condition: named,
              what: 'mould',
              reportedOn: '2026-02-11',
              stage: 'done',
              doneOn: '2026-06-07',
            },
          ]),
        ),
      )
      const moved = await sweep('2026-06-07')
      assert.deepEqual([moved.raised, moved.changed, moved.resolved], [0, 3, 0])
      await database.transaction('app', async (tx) =>
        made(
          await stateApplication.record(book, tx, saying('landlord', '2026-06-08'), [
            { home: lantern.home, application: 'A-20913', status: 'closed', registeredOn: '2017-03-09' },
          ]),
        ),
      )
      assert.equal((await sweep('2026-06-08')).resolved, 1)
      await database.transaction('app', async (tx) =>
        made(
          await stateApplication.record(book, tx, saying('landlord', '2026-06-09'), [
            { home: lantern.home, application: 'A-20913', status: 'active', registeredOn: '2026-06-09' },
          ]),
        ),
      )
      assert.equal((await sweep('2026-06-09')).raised, 1)
      const question = (await rows()).filter(({ rule }) => rule === 'child-in-home-on-priority-list')
      assert.deepEqual(
        question.map(({ episode, resolved_why }) => [episode, resolved_why]),
        [
          [1, 'facts-no-longer-hold'],
          [2, null],
        ],
      )
      for (const [on, kind] of [
        ['2026-06-08', 'AlertResolved'],
        ['2026-06-09', 'AlertRaised'],
      ] as const) {
        const [causes] = await causesOn(on, kind)
        assert.deepEqual(
          causes?.map(({ by }) => by),
          ['facts'],
          on,
        )
        const entries = causes?.flatMap((one) => (one.by === 'facts' ? one.entries : [])) ?? []
        assert.deepEqual(
          await database.transaction('app', async (tx) =>
            (await entriesById(tx, entries))
              .values()
              .map((entry) => entry.kind)
              .toArray(),
          ),
          ['RegisterApplicationStated'],
          on,
        )
      }
    })

    it('looks by itself on the baby’s first birthday, without a new entry', async () => {
      assert.equal((await sweep('2027-01-09')).resolved, 0)
      const done = await sweep('2027-01-10')
      assert.equal(done.homes, 1)
      assert.equal(done.resolved, 1)
      assert.equal((await rows()).find(({ part }) => part === 'infant')?.resolved_why, 'day-came')
      assert.deepEqual(await causesOn('2027-01-10', 'AlertResolved'), [
        [{ by: 'day', what: 'birthday', on: '2027-01-10' }],
      ])
    })

    it('counts twins whose birth is near, and stops at once when the pregnancy ends', async () => {
      const {
        ids: [pregnancy = ''],
      } = await database.transaction('app', async (tx) =>
        made(
          await statePregnancy.record(book, tx, saying('maternity', '2027-01-11'), [
            { mother: lantern.mother, expected: '2027-03-01', babies: 2 },
          ]),
        ),
      )
      await sweep('2027-01-11')
      const infant = async (): Promise<boolean> => (await standing()).includes('infant same-day-discussion')
      assert.equal(await infant(), true)
      await database.transaction('app', async (tx) =>
        made(
          await endPregnancy.record(book, tx, saying('maternity', '2027-01-20'), [
            { mother: lantern.mother, pregnancy, on: '2027-01-19', outcome: 'loss', born: [] },
          ]),
        ),
      )
      await sweep('2027-01-20')
      assert.equal(await infant(), false)
    })

    it('says nothing of a child who died', async () => {
      const children = async (): Promise<string> =>
        JSON.stringify(
          (
            await database.transaction('app', async (tx) =>
              sql`select reasons from alert where home_id = ${lantern.home} and resolved_at is null and level = 'early-help-offer'`.execute(
                tx,
              ),
            )
          ).rows,
        )
      assert.match(await children(), /"children": ?3/u)
      await database.transaction('app', async (tx) =>
        made(
          await stateAboutPerson.record(book, tx, saying('csc', '2027-01-25', 'user:ada'), [
            { record: lantern.baby, statement: { say: 'death', on: '2027-01-24' } },
          ]),
        ),
      )
      await sweep('2027-01-25')
      assert.doesNotMatch(await children(), /"children": ?3/u)
    })

    it('says that the partnership’s rule moved it, which and from when, where no fact changed', async () => {
      const [policy, other] = ['overcrowding-alert', 'statutory-only']
      for (const [value, on, said] of [
        [other, '2027-01-27', '2027-01-26'],
        ['bedroom-standard', '2027-01-28', '2027-01-27'],
      ] as const) {
        await setPolicyTo(database, policy, value, on, said)
        const done = await sweep(on)
        assert.ok(done.raised + done.changed + done.resolved > 0, on)
        const moved = (
          await Promise.all(['AlertRaised', 'AlertChanged', 'AlertResolved'].map(async (kind) => causesOn(on, kind)))
        ).flat()
        assert.equal(moved.length, done.raised + done.changed + done.resolved)
        for (const causes of moved)
          assert.deepEqual(
            causes.map((one) => (one.by === 'policy' ? [one.policy, one.value, one.from] : one)),
            [[policy, value, on]],
          )
      }
    })

    it('resolves what is switched off, and says that this was why', async () => {
      await setPolicyTo(database, 'overcrowding-alert', 'off', '2027-02-01', '2027-01-30')
      await sweep('2027-02-01')
      assert.deepEqual(await standing(), ['housing consider-referral'])
      assert.deepEqual(
        [
          ...new Set(
            (await rows()).filter(({ level }) => level === 'early-help-offer').map(({ resolved_why }) => resolved_why),
          ),
        ],
        ['rule-switched-off'],
      )
    })

    it('follows somebody who moves out', async () => {
      await database.transaction('app', async (tx) =>
        made(
          await stateOccupancy.record(
            book,
            tx,
            saying('landlord', '2027-02-05'),
            [lantern.mother, lantern.father, lantern.daughter].map((record) => ({
              home: lantern.home,
              list: 'sleeps-here' as const,
              record,
              says: 'no' as const,
            })),
          ),
        ),
      )
      await sweep('2027-02-05')
      assert.deepEqual(
        await seenBy('user:hal', '2027-02-05'),
        ['housing consider-referral'],
        'the cousin is still there',
      )
    })

    it('tells housing that another agency answered, and not once that would tell of a case sealed from them: then housing is asked still', async () => {
      const question =
        (await rows()).find(
          ({ rule, resolved_why }) => rule === 'child-in-home-on-priority-list' && resolved_why === null,
        )?.alert_id ?? ''
      await database.transaction('app', async (tx) =>
        append(book, tx, saying('csc', '2027-02-06', 'user:ada'), [
          AlertAnswered.of({
            subjects: [
              aboutAlert(question),
              { id: lantern.home, type: 'home', role: 'about' },
              { id: lantern.mother, type: 'record', role: 'about' },
            ],
            sensitivity: 'health',
            body: { answer: 'acted', reason: 'Seen on the ward.', by: 'health-visitor' },
          }),
        ]),
      )
      const told = async (user: string): Promise<{ said: unknown[]; asks: boolean }> => {
        const who = await viewer(database, user)
        const one = (
          await database.transaction(viewerStanding(who, day('2027-02-06')), async (tx) => alertsForViewer(tx))
        ).find(({ alert }) => alert === question)
        assert.ok(one !== undefined)
        return {
          said: one.answers.map(({ by, read, answer }) => [by, read, answer]),
          asks: asksOn(one, day('2027-02-06')),
        }
      }
      assert.deepEqual(await told('user:hal'), { said: [['health-visitor', false, undefined]], asks: false })
      await database.transaction('app', async (tx) =>
        made(
          await sealCase.record(book, tx, saying('csc', '2027-02-06', 'user:ada'), [
            { subject: lantern.mother, why: 'A threat', askedBy: 'The service manager', on: day('2027-02-06') },
          ]),
        ),
      )
      assert.deepEqual(await told('user:hal'), { said: [], asks: true })
    })

    it('makes the same rows again from the record', async () => {
      const all = async (): Promise<unknown> =>
        database.transaction('app', async (tx) => (await sql`select * from alert order by alert_id`.execute(tx)).rows)
      const before = await all()
      await rebuild(database, book)
      assert.deepEqual(await all(), before)
    })
  })
