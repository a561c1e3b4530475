import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { migrate } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import {
  backup,
  beginRecord,
  checkpointInMemory,
  kindsOf,
  recordKinds,
  recordRoom,
  recordTables,
  restore,
  sealPending,
} from '#record/index.ts'
import type { CheckpointStore, RecordBook } from '#record/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import { looksRestored, sealLooks, verifyLooks } from './look-seals.ts'
import { recordLook } from './looks.ts'
import { accessRoom } from './room.ts'

const noon = Temporal.Instant.from('2026-03-10T12:00:00Z')
const book: RecordBook = { kinds: kindsOf(recordKinds), projections: [], rules: 'test' }
const tables = [
  ...recordTables,
  { table: 'look_seal', key: ['batch'], settle: looksRestored },
  { table: 'look', key: ['id'] },
]

for (const engine of engines)
  describe(`looks in a chain of their own, on ${engine}`, { concurrency: false }, () => {
    let database: Database
    const closing: (() => Promise<void>)[] = []
    let checkpoints: CheckpointStore
    const opened = async (): Promise<Database> => {
      const fresh = await emptyDatabase(engine)
      closing.push(fresh.close)
      await migrate(fresh.database, [recordRoom, accessRoom])
      return fresh.database
    }
    const look = async (n: number): Promise<void> =>
      database.transaction('app', async (tx) =>
        recordLook(tx, {
          at: noon.add({ seconds: n, microseconds: n }),
          user: 'user:orla',
          role: 'social-worker',
          agency: 'agency:csc',
          what: 'family',
          subjects: [`family:${n}`, 'record:1'],
          outcome: 'shown',
          because: 'involved',
          reference: `R${n}`,
        }),
      )
    const seal = async (): Promise<number> => sealLooks(database, noon.add({ hours: 1 }), checkpoints)
    const faults = async (): Promise<string> =>
      (await verifyLooks(database, checkpoints)).faults.map(({ what }) => what).join(' ')
    const owner = async (statement: string): Promise<void> =>
      database.transaction('owner', async (tx) => void (await sql.raw(statement).execute(tx)))
    const tamper = async (statement: string): Promise<void> => {
      for (const table of ['look', 'look_seal']) await owner(`alter table ${table} disable trigger user`)
      await owner(statement)
      for (const table of ['look', 'look_seal']) await owner(`alter table ${table} enable trigger user`)
    }
    const undone = async (break_: string, mend: string, pattern: RegExp): Promise<void> => {
      await tamper(break_)
      assert.match(await faults(), pattern)
      await tamper(mend)
      assert.equal(await faults(), '')
    }

    before(async () => {
      database = await opened()
      checkpoints = checkpointInMemory()
      await look(0)
      await look(1)
      await database.transaction('app', async (tx) =>
        beginRecord(
          book,
          tx,
          { by: 'user:test', agency: 'agency:csc', source: 'form:test', at: noon },
          'Harbour Reach',
          false,
        ),
      )
      await sealPending(database, () => noon, checkpoints)
      assert.equal(await seal(), 2)
      for (let n = 2; n < 5; n += 1) await look(n)
      assert.equal(await seal(), 3)
      await look(5)
      await owner('create table kept as select * from look; create table kept_seal as select * from look_seal')
    })
    after(async () => {
      for (const close of closing) await close()
    })

    it('hold, also while one waits to be sealed', async () => {
      assert.deepEqual(await verifyLooks(database, checkpoints), { looks: 5, faults: [], warnings: [] })
      assert.equal(await seal(), 1)
      assert.equal(await seal(), 0)
      await owner('drop table kept_seal; create table kept_seal as select * from look_seal')
      assert.equal((await verifyLooks(database, checkpoints)).looks, 6)
    })
    it('refuse to be changed', async () => {
      for (const statement of ['delete from look', 'delete from look_seal', 'update look_seal set batch = batch + 9'])
        await assert.rejects(owner(statement), /append-only/u)
    })
    it('tell of one that was removed, and of all that were', async () => {
      await undone(
        "delete from look where reference = 'R3'",
        "insert into look select * from kept where reference = 'R3'",
        /1 of the 3 looks in batch 2 is gone/u,
      )
      await undone(
        'delete from look',
        'insert into look select * from kept',
        /2 of the 2 looks in batch 1 are gone.*1 of the 1/u,
      )
    })
    it('tell of one in which anything was changed', async () => {
      for (const [column, other] of [
        ['user_id', 'user:pax'],
        ['because', 'reason-given'],
        ['outcome', 'refused'],
        ['what', 'person'],
        ['reference', 'X'],
      ] as const)
        await undone(
          `update look set ${column} = '${other}' where reference = 'R4'`,
          "delete from look where at = (select at from kept where reference = 'R4'); insert into look select * from kept where reference = 'R4'",
          /Batch 2 of the looks does not match/u,
        )
      await undone(
        "update look set at = at + interval '1 microsecond' where reference = 'R4'",
        "update look set at = at - interval '1 microsecond' where reference = 'R4'",
        /Batch 2/u,
      )
      await undone(
        "update look set subjects = '{family:9}' where reference = 'R4'",
        "update look set subjects = k.subjects from kept k where k.id = look.id and k.reference = 'R4'",
        /Batch 2/u,
      )
    })
    it('tell of one that was slipped in', async () => {
      await undone(
        "insert into look (at, user_id, role, agency, what, subjects, outcome, because, reference) select at, user_id, role, agency, what, subjects, outcome, because, 'slipped' from look limit 1",
        "delete from look where reference = 'slipped'",
        /1 look was slipped in/u,
      )
    })
    it('tell of an end that was cut off or a chain that was written anew, also after more looks', async () => {
      await undone(
        'delete from look where id = any (select unnest(looks) from look_seal where batch = 3); delete from look_seal where batch = 3',
        "insert into look_seal select * from kept_seal where batch = 3; insert into look select * from kept where reference = 'R5'",
        /end was cut off/u,
      )
      await tamper("delete from look where reference = 'R5'; delete from look_seal where batch = 3")
      await look(6)
      await seal()
      assert.match(await faults(), /written anew/u)
      await tamper(
        "delete from look where reference = 'R6'; delete from look_seal where batch = 3; insert into look_seal select * from kept_seal where batch = 3; insert into look select * from kept where reference = 'R5'",
      )
      assert.equal(await faults(), '')
    })
    it('come back from a backup sealed as they were, and those that were not yet wait', async () => {
      await look(7)
      const folder = mkdtempSync(join(tmpdir(), 'rooftree-looks-'))
      await backup(database, tables, join(folder, 'whole'))
      const into = await opened()
      const fresh = checkpointInMemory()
      await restore(into, tables, join(folder, 'whole'), fresh)
      assert.deepEqual((await verifyLooks(into, fresh)).faults, [])
      assert.equal(await sealLooks(into, noon, fresh), 1)
      assert.deepEqual(await verifyLooks(into, fresh), { looks: 7, faults: [], warnings: [] })
      rmSync(folder, { recursive: true })
    })
  })
