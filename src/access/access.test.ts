import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { migrate } from '#platform/database/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import type { Decision } from '#platform/decision.ts'
import { append, entriesAbout, entryKind, kindsOf, rebuild, recordKinds, recordRoom } from '#record/index.ts'
import type { Authorship, RecordBook } from '#record/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import * as access from './index.ts'
import type { Viewer } from './index.ts'
import { plainWords } from '#record/testing/plain-words.ts'

const Seen = entryKind({
  kind: 'Seen',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({ what: z.string() }),
})
const book: RecordBook = {
  kinds: kindsOf(recordKinds, access.accessKinds, plainWords(Seen)),
  projections: access.accessProjections,
  rules: 'test',
}
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)
const said = (agency = 'agency:csc', user = 'user:orla'): Authorship => ({
  by: user,
  agency,
  source: 'form:test',
  at: at('2026-03-01T10:00:00Z'),
})
const today = day('2026-03-10')

for (const engine of engines)
  describe(`access on ${engine}`, () => {
    let database: Database
    let close: () => Promise<void>
    const app = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transaction('app', work)
    const who = async (user: string): Promise<Viewer> => {
      const found = await app(async (tx) => access.whoIs(tx, user))
      assert.ok(found, user)
      return found
    }
    const look = async (
      user: string,
      outcome: 'shown' | 'refused' | 'listed',
      because: string,
      subjects: string[],
      time = '2026-03-10T09:00:00Z',
    ): Promise<void> => {
      const viewer = await who(user)
      await app(async (tx) =>
        access.recordLook(tx, {
          at: at(time),
          user,
          role: viewer.role,
          agency: viewer.agency,
          what: 'family',
          subjects,
          outcome,
          because,
          reference: 'K7Q2',
        }),
      )
    }

    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await migrate(database, [recordRoom, access.accessRoom])
      await app(access.installViews)
      await app(async (tx) => {
        accepted(
          await access.nameAgency.record(book, tx, said(), [
            {
              agency: 'agency:csc',
              name: 'Children’s social care',
              kind: 'childrens-social-care',
              dutyFlag: 'yes',
              phone: '020 7946 0100',
            },
            { agency: 'agency:housing', name: 'Lansbury Homes', kind: 'social-landlord', dutyFlag: 'not-known' },
            { agency: 'agency:trust', name: 'East Thames health visiting', kind: 'health-visiting', dutyFlag: 'yes' },
          ]),
        )
        accepted(
          await access.nameTeam.record(book, tx, said(), [
            { team: 'team:assess', name: 'Assessment team', agency: 'agency:csc', phone: '020 7946 0101' },
            { team: 'team:visit', name: 'Poplar health visitors', agency: 'agency:trust', phone: '020 7946 0102' },
            { team: 'team:patch', name: 'Poplar patch', agency: 'agency:housing', phone: '020 7946 0103' },
          ]),
        )
        accepted(
          await access.enrolUser.record(book, tx, said(), [
            {
              user: 'user:orla',
              name: 'Orla Quill',
              role: 'social-worker',
              title: 'Social worker',
              agency: 'agency:csc',
              teams: ['team:assess'],
            },
            {
              user: 'user:sable',
              name: 'Sable Marsh',
              role: 'supervisor',
              title: 'Team manager',
              agency: 'agency:csc',
              teams: ['team:assess'],
            },
            {
              user: 'user:vita',
              name: 'Vita Roan',
              role: 'health-visitor',
              title: 'Health visitor',
              agency: 'agency:trust',
              teams: ['team:visit'],
            },
            {
              user: 'user:hal',
              name: 'Hal Brook',
              role: 'housing-officer',
              title: 'Housing officer',
              agency: 'agency:housing',
              teams: ['team:patch'],
            },
            {
              user: 'user:pax',
              name: 'Pax Lorne',
              role: 'police-officer',
              title: 'Detective sergeant',
              agency: 'agency:csc',
              teams: [],
            },
          ]),
        )
        await access.setReachOf(tx, [
          { source: 'family:1', rows: [{ scope: 'family:1', subject: 'family:1' }] },
          {
            source: 'record:1',
            rows: [
              { scope: 'family:1', subject: 'record:1', from: '2026-01-05' },
              { scope: 'home:1', subject: 'record:1' },
            ],
          },
          { source: 'home:1', rows: [{ scope: 'home:1', subject: 'home:1' }] },
          { source: 'family:2', rows: [{ scope: 'family:2', subject: 'family:2' }] },
        ])
        await append(book, tx, said(), [
          Seen.of({
            subjects: [
              { id: 'record:1', type: 'record', role: 'about' },
              { id: 'home:1', type: 'home', role: 'place' },
            ],
            body: { what: 'seen' },
          }),
        ])
        accepted(
          await access.startInvolvement.record(book, tx, said(), [
            { family: 'family:1', principal: 'user:orla', role: 'social worker', from: day('2026-02-01') },
            {
              family: 'family:1',
              principal: 'user:sable',
              role: 'supervises the social worker',
              from: day('2026-02-01'),
            },
            { family: 'family:2', principal: 'user:orla', role: 'social worker', from: day('2026-02-01') },
          ]),
        )
        accepted(
          await access.nameLead.record(book, tx, said(), [
            { family: 'family:1', user: 'user:orla', from: day('2026-02-01') },
          ]),
        )
        accepted(
          await access.startResponsibility.record(book, tx, said('agency:housing', 'user:hal'), [
            { home: 'home:1', principal: 'team:patch', role: 'patch', from: day('2026-01-01') },
          ]),
        )
      })
    })
    after(async () => close())

    it('knows a user by role, agency and teams, until they leave', async () => {
      assert.deepEqual(await who('user:vita'), {
        user: 'user:vita',
        name: 'Vita Roan',
        role: 'health-visitor',
        agency: 'agency:trust',
        agencyName: 'East Thames health visiting',
        teams: ['team:visit'],
      })
      await app(async (tx) => {
        accepted(
          await access.enrolUser.record(book, tx, said(), [
            {
              user: 'user:gone',
              name: 'Gil Moor',
              role: 'midwife',
              title: 'Midwife',
              agency: 'agency:trust',
              teams: [],
            },
          ]),
        )
        accepted(await access.recordLeaver.record(book, tx, said(), [{ user: 'user:gone' }]))
        assert.equal(await access.whoIs(tx, 'user:gone'), undefined)
        assert.deepEqual(
          reasons(await access.recordLeaver.record(book, tx, said(), [{ user: 'user:gone' }, { user: 'user:nobody' }])),
          ['user.has-left', 'user.not-known'],
        )
      })
    })
    it('refuses somebody a team of another agency, and names which ask it was', async () => {
      const decision = await app(async (tx) =>
        access.enrolUser.record(book, tx, said(), [
          { user: 'user:x', name: 'X', role: 'gp', title: 'GP', agency: 'agency:trust', teams: ['team:assess'] },
        ]),
      )
      assert.deepEqual(reasons(decision), ['team.of-another-agency'])
      assert.ok(!decision.accepted && decision.because.every(({ ask, field }) => ask === 0 && field === 'teams'))
    })
    it('opens the family to the social worker and the home to the patch, and the family to nobody else', async () => {
      const [orla, hal, vita] = [await who('user:orla'), await who('user:hal'), await who('user:vita')]
      await app(async (tx) => {
        assert.deepEqual(await access.openFamily(tx, orla, 'family:1', today), {
          may: true,
          way: 'involved',
          because: 'social worker',
        })
        assert.equal((await access.openHome(tx, hal, 'home:1', today)).may, true)
        assert.equal((await access.openRecord(tx, hal, 'record:1', today)).may, true)
        for (const closed of [
          await access.openFamily(tx, hal, 'family:1', today),
          await access.openFamily(tx, vita, 'family:1', today),
          await access.openFamily(tx, orla, 'family:none', today),
          await access.openHome(tx, orla, 'family:1', today),
        ])
          assert.ok(!closed.may && closed.tell === 'nothing')
      })
      assert.deepEqual(
        (await app(async (tx) => access.scopesOf(tx, hal, today))).map(({ scope, way }) => [scope, way]),
        [['home:1', 'responsible-for-home']],
      )
    })
    it('does not reach a record before the day it joined the family', async () => {
      const orla = await who('user:orla')
      assert.equal((await app(async (tx) => access.openRecord(tx, orla, 'record:1', day('2026-02-01')))).may, true)
      await app(async (tx) =>
        access.setReachOf(tx, [
          { source: 'record:9', rows: [{ scope: 'family:1', subject: 'record:9', from: '2026-03-11' }] },
        ]),
      )
      assert.equal((await app(async (tx) => access.openRecord(tx, orla, 'record:9', today))).may, false)
    })
    it('tells a health visitor of a family only after they named the person exactly; their reason then opens it', async () => {
      const vita = await who('user:vita')
      const ask = { family: 'family:1', reason: 'New birth visit, mother moved in with this family', today, days: 14 }
      assert.deepEqual(
        reasons(
          await app(async (tx) => access.giveReason(vita).record(book, tx, said('agency:trust', 'user:vita'), [ask])),
        ),
        ['reason.role-may-not'],
      )
      await look('user:vita', 'listed', 'browsed', ['family:1'])
      assert.equal(tellOf(await app(async (tx) => access.openFamily(tx, vita, 'family:1', today))), 'nothing')
      await look('user:vita', 'listed', access.exactMatch, ['family:1'])
      assert.deepEqual(tellOf(await app(async (tx) => access.openFamily(tx, vita, 'family:1', today))), {
        team: 'Assessment team',
        phone: '020 7946 0101',
      })
      assert.deepEqual(
        reasons(
          await app(async (tx) =>
            access.giveReason(vita).record(book, tx, said('agency:trust', 'user:vita'), [{ ...ask, reason: ' why ' }]),
          ),
        ),
        ['reason.not-said'],
      )
      accepted(
        await app(async (tx) => access.giveReason(vita).record(book, tx, said('agency:trust', 'user:vita'), [ask])),
      )
      assert.deepEqual(await app(async (tx) => access.openFamily(tx, vita, 'family:1', today)), {
        may: true,
        way: 'reason-given',
        because: ask.reason,
      })
      assert.equal(
        (await app(async (tx) => access.openFamily(tx, vita, 'family:1', today.add({ days: 14 })))).may,
        false,
      )
    })
    it('hides an address with a flag that housing sees and a reason that housing does not', async () => {
      const hal = await who('user:hal')
      await app(async (tx) =>
        accepted(
          await access.withholdAddress.record(book, tx, said(), [
            { subject: 'record:1', why: 'Left a violent partner', askedBy: 'the mother', on: day('2026-03-02') },
          ]),
        ),
      )
      const read = await database.transaction(access.viewerStanding(hal, today), async (tx) =>
        entriesAbout(tx, { subjects: ['record:1'] }),
      )
      assert.deepEqual(
        read.map(({ kind }) => kind),
        ['AddressHidden'],
      )
      assert.deepEqual(
        reasons(
          await app(async (tx) =>
            access.withholdAddress.record(book, tx, said(), [{ subject: 'record:1', why: '', askedBy: '', on: today }]),
          ),
        ),
        ['withholding.why-not-said', 'withholding.already'],
      )
      await app(async (tx) =>
        accepted(
          await access.showAddress.record(book, tx, said(), [
            { subject: 'record:1', why: 'She asked for it', askedBy: 'the mother', on: day('2026-03-09') },
          ]),
        ),
      )
      assert.deepEqual(
        reasons(
          await app(async (tx) =>
            access.showAddress.record(book, tx, said(), [{ subject: 'record:1', why: 'x', askedBy: 'y', on: today }]),
          ),
        ),
        ['withholding.not-in-force'],
      )
    })
    it('lists looks newest first to the social worker, and none to the health visitor who is there by a reason', async () => {
      await look('user:hal', 'refused', 'no-business', ['family:1'], '2026-03-10T11:00:00Z')
      await look('user:orla', 'listed', 'my work', ['family:1', 'family:2'], '2026-03-10T12:00:00Z')
      const seenBy = async (user: string): Promise<string[]> => {
        const viewer = await who(user)
        const { looks, more } = await database.transaction(access.viewerStanding(viewer, today), async (tx) =>
          access.looksAt(tx, 'family:1'),
        )
        assert.equal(more, false)
        return looks.map((one) => `${one.user} ${one.outcome}`)
      }
      assert.deepEqual((await seenBy('user:orla')).slice(0, 2), ['user:orla listed', 'user:hal refused'])
      for (const other of ['user:vita', 'user:hal', 'user:pax']) assert.deepEqual(await seenBy(other), [])
    })
    it('refuses to change or remove a look', async () => {
      await assert.rejects(
        database.transaction('owner', async (tx) => tx.deleteFrom('look').execute()),
        /append-only/u,
      )
      await assert.rejects(
        database.transaction('owner', async (tx) => tx.updateTable('look').set({ because: 'x' }).execute()),
        /append-only/u,
      )
    })
    it('ends an involvement on its day, and refuses to end it twice or to begin it twice', async () => {
      const orla = await who('user:orla')
      await app(async (tx) => {
        assert.deepEqual(
          reasons(
            await access.startInvolvement.record(book, tx, said(), [
              { family: 'family:2', principal: 'user:orla', role: 'social worker', from: today },
              { family: 'family:2', principal: 'user:nobody', role: 'x', from: today, until: day('2026-01-01') },
            ]),
          ),
          ['involvement.already-started', 'principal.not-known', 'involvement.ends-before-it-starts'],
        )
        accepted(
          await access.endInvolvement.record(book, tx, said(), [
            { scope: 'family:2', principal: 'user:orla', on: today },
          ]),
        )
        assert.equal((await access.openFamily(tx, orla, 'family:2', today.subtract({ days: 1 }))).may, true)
        assert.equal((await access.openFamily(tx, orla, 'family:2', today)).may, false)
        assert.deepEqual(
          reasons(
            await access.endInvolvement.record(book, tx, said(), [
              { scope: 'family:2', principal: 'user:orla', on: today.add({ days: 2 }) },
            ]),
          ),
          ['involvement.not-open'],
        )
        assert.deepEqual(
          reasons(
            await access.nameLead.record(book, tx, said(), [{ family: 'family:2', user: 'user:orla', from: today }]),
          ),
          ['lead.not-involved'],
        )
      })
    })
    it('seals a family to all but the social worker and the supervisor, and opens it again', async () => {
      const [orla, vita] = [await who('user:orla'), await who('user:vita')]
      await app(async (tx) => {
        accepted(
          await access.sealCase.record(book, tx, said(), [
            { subject: 'family:1', why: 'Adoption', askedBy: 'the court', on: today },
          ]),
        )
        assert.equal((await access.openFamily(tx, orla, 'family:1', today)).may, true)
        assert.equal(tellOf(await access.openFamily(tx, vita, 'family:1', today)), 'nothing')
        accepted(
          await access.unsealCase.record(book, tx, said(), [
            { subject: 'family:1', why: 'Adoption order made', askedBy: 'the court', on: today.add({ days: 1 }) },
          ]),
        )
        assert.equal((await access.openFamily(tx, vita, 'family:1', today.add({ days: 1 }))).may, true)
      })
    })
    it('makes the same rows again from the record', async () => {
      const tables = [
        'agency',
        'team',
        'app_user',
        'user_team',
        'access_grant',
        'lead_practitioner',
        'access_restriction_said',
      ] as const
      const rows = async (): Promise<unknown[]> =>
        app(async (tx) =>
          Promise.all(
            tables.map(async (table) =>
              (await tx.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).toSorted(),
            ),
          ),
        )
      const before_ = await rows()
      await rebuild(database, book)
      assert.deepEqual(await rows(), before_)
    })
    it('installs the matrix once, however often it starts', async () => {
      const count = async (): Promise<number> =>
        (await app(async (tx) => tx.selectFrom('access_view').selectAll().execute())).length
      const first = await count()
      await app(access.installViews)
      assert.equal(await count(), first)
    })
  })

const accepted = <T>(decision: Decision<T>): T => {
  assert.ok(decision.accepted, JSON.stringify(decision))
  return decision.value
}
const reasons = (decision: Decision<unknown>): string[] =>
  decision.accepted ? [] : decision.because.map(({ reason }) => reason)
const tellOf = (decision: access.Access): access.WhomToAsk | 'nothing' | undefined =>
  decision.may ? undefined : decision.tell
