import { given } from '#platform/given.ts'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { z } from 'zod'
import { migrate } from '#platform/database/index.ts'
import type { Database } from '#platform/database/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import type { OpenedForTest } from '../../test/support/worlds.ts'
import {
  append,
  beginningOf,
  beginRecord,
  checkpointFile,
  checkpointInMemory,
  dispose,
  entriesAbout,
  entryKind,
  EntryWithdrawn,
  follow,
  kindsOf,
  rebuild,
  RecordConflict,
  recordRoom,
  sealPending,
  standing,
  verify,
  versionsOf,
  recordKinds,
} from './index.ts'
import type { Authorship, Entry, NewEntry, RecordBook } from './index.ts'
import { plainWords } from '#record/testing/plain-words.ts'

const Seen = entryKind({
  kind: 'Seen',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({ what: z.string() }),
})

/** A projection that counts the standing sightings of a record. */
const sightings: RecordBook['projections'][number] = {
  name: 'sightings',
  tables: ['sighting'],
  edition: 1,
  subjectType: 'record',
  kinds: new Set([Seen.kind, EntryWithdrawn.kind]),
  refold: async (tx, subjects) => {
    const entries = standing(await entriesAbout(tx, { subjects }))
    await sql`delete from sighting where record_id = any (${[...subjects]}::text[])`.execute(tx)
    for (const subject of subjects) {
      const seen = entries.filter((entry) => entry.subjects.some(({ id }) => id === subject) && Seen.is(entry)).length
      await sql`insert into sighting values (${subject}, ${seen})`.execute(tx)
    }
  },
}
const book: RecordBook = { kinds: kindsOf(recordKinds, plainWords(Seen)), projections: [sightings], rules: 'test' }
const noon = Temporal.Instant.from('2026-03-04T12:00:00Z')
const said = (at = noon): Authorship => ({ by: 'user:test', agency: 'agency:csc', source: 'form:test', at })
const about = (n: number | string) => [{ id: `record:${n}`, type: 'record', role: 'about' } as const]
const saw = (n: number | string, what = 'well', more: Partial<Omit<NewEntry, 'body' | 'kind'>> = {}): NewEntry =>
  Seen.of({ subjects: about(n), body: { what }, ...more })

for (const engine of engines) {
  describe(`the record on ${engine}`, () => {
    let opened: OpenedForTest
    let database: Database
    let checkpoints = checkpointInMemory()
    const write = async (statements: NewEntry[], at = noon, expect?: Map<string, number>): Promise<Entry[]> =>
      database.transaction('app', async (tx) => append(book, tx, said(at), statements, expect))
    const read = async (subject: string, knownAt?: Temporal.Instant): Promise<Entry[]> =>
      database.transaction('app', async (tx) => entriesAbout(tx, { subjects: [subject], ...given({ knownAt }) }))
    const seal = async (at = noon): Promise<number> => (await sealPending(database, () => at, checkpoints)).sealed
    const owner = async (statement: string): Promise<void> =>
      database.transaction('owner', async (tx) => void (await sql.raw(statement).execute(tx)))
    /** As somebody with every right in the database would: past the triggers. */
    const tamper = async (statement: string): Promise<void> => {
      for (const table of ['entry', 'entry_body', 'entry_subject', 'seal', 'disposal'])
        await owner(`alter table ${table} disable trigger user`)
      await owner(statement)
      for (const table of ['entry', 'entry_body', 'entry_subject', 'seal', 'disposal'])
        await owner(`alter table ${table} enable trigger user`)
    }
    const faults = async (): Promise<string> =>
      (await verify(database, checkpoints)).faults.map(({ what }) => what).join(' ')

    before(async () => {
      opened = await emptyDatabase(engine)
      database = opened.database
      await migrate(database, [recordRoom])
      await owner(
        'create table sighting (record_id text primary key, seen int); grant select, insert, update, delete on sighting to rooftree_app',
      )
    })
    after(async () => opened.close())

    it('begins with an entry that says whose record it is and whether it is a demo', async () => {
      await database.transaction('app', async (tx) => {
        assert.equal(await beginningOf(tx), undefined)
        await beginRecord(book, tx, said(), 'Harbour Reach', true)
      })
      const beginning = await database.transaction('app', beginningOf)
      assert.equal(beginning?.partnership, 'Harbour Reach')
      assert.equal(beginning?.demo, true)
    })

    it('gives back what was said, with every part of its envelope', async () => {
      await write([
        saw('whole', 'a cot without a mattress', {
          happenedOn: '2026-03',
          trueFrom: '2026-03-01',
          trueUntil: '2026-04-01',
          sourceRow: '12',
          sourceRecordedAt: noon,
          sensitivity: 'health',
        }),
      ])
      const [entry] = await read('record:whole')
      assert.ok(entry !== undefined && Seen.is(entry))
      assert.deepEqual(
        {
          ...entry,
          id: '',
          recordedAt: entry.recordedAt.toString(),
          sourceRecordedAt: entry.sourceRecordedAt?.toString(),
        },
        {
          id: '',
          kind: 'Seen',
          topic: 'contact',
          subjects: about('whole'),
          agency: 'agency:csc',
          by: 'user:test',
          source: 'form:test',
          sourceRow: '12',
          sensitivity: 'health',
          retention: 'child-record',
          rules: 'test',
          happenedOn: '2026-03',
          trueFrom: '2026-03-01',
          trueUntil: '2026-04-01',
          recordedAt: '2026-03-04T12:00:00Z',
          sourceRecordedAt: '2026-03-04T12:00:00Z',
          body: { what: 'a cot without a mattress' },
        },
      )
    })

    it('refuses a body of the wrong shape and an entry of no kind, and records nothing of either', async () => {
      await assert.rejects(
        write([saw('shape'), { kind: 'Seen', subjects: about('shape'), body: { wrong: 1 } }]),
        /wrong shape/u,
      )
      await assert.rejects(
        write([saw('shape'), { kind: 'Unheard', subjects: about('shape'), body: {} }]),
        /No room declares/u,
      )
      assert.deepEqual(await read('record:shape'), [])
    })

    it('is refused to be changed or emptied by the database itself, whoever asks', async () => {
      await write([saw('fixed')])
      await seal()
      for (const statement of [
        "update entry set agency = 'x'",
        'delete from entry',
        'truncate entry',
        'update seal set sequence = sequence + 1',
        'delete from seal',
        "update entry_body set body = '{}'",
        'truncate entry_body',
        'delete from entry_subject',
        'delete from entry_body',
      ]) {
        await assert.rejects(owner(statement), /append-only/u, statement)
        await assert.rejects(
          database.transaction('app', async (tx) => sql.raw(statement).execute(tx)),
          statement,
        )
      }
    })

    it('shows at an instant only what was sealed by then', async () => {
      const day = (n: number) => noon.add({ hours: 24 * n })
      await write([saw('known', 'first')], day(1))
      await seal(day(1))
      await write([saw('known', 'second')], day(2))
      assert.equal((await read('record:known')).length, 2)
      assert.deepEqual(
        (await read('record:known', day(2))).map(({ body }) => body?.['what']),
        ['first'],
      )
      await seal(day(3))
      assert.equal((await read('record:known', day(2))).length, 1)
      assert.equal((await read('record:known', day(3))).length, 2)
    })

    it('reads as known before a correction what was believed then, and after it what is right', async () => {
      const day = (n: number) => noon.add({ hours: 24 * (10 + n) })
      const [wrong] = await write([saw('corrected', 'wrong')], day(1))
      await seal(day(1))
      const [right] = await write([saw('corrected', 'right', { corrects: wrong?.id ?? '' })], day(2))
      await seal(day(2))
      await write(
        [
          EntryWithdrawn.of({
            subjects: about('corrected'),
            corrects: right?.id ?? '',
            body: { reason: 'another child' },
          }),
        ],
        day(3),
      )
      await seal(day(3))
      const stood = async (at: Temporal.Instant) =>
        standing(await read('record:corrected', at)).map(({ body }) => body?.['what'])
      assert.deepEqual(await stood(day(1)), ['wrong'])
      assert.deepEqual(await stood(day(2)), ['right'])
      assert.deepEqual(await stood(day(3)), [])
    })

    it('tells of a correction even where the correction itself is left out', async () => {
      const [wrong] = await write([saw('flag', 'wrong')])
      await write([
        EntryWithdrawn.of({ subjects: about('flag'), corrects: wrong?.id ?? '', body: { reason: 'a mistake' } }),
      ])
      const seen = await database.transaction('app', async (tx) =>
        entriesAbout(tx, { subjects: ['record:flag'], kinds: [Seen.kind] }),
      )
      assert.equal(seen.length, 1)
      assert.deepEqual(standing(seen), [])
    })

    it('takes no correction of an entry about somebody else', async () => {
      const [wrong] = await write([saw('one', 'wrong')])
      await assert.rejects(write([saw('other', 'right', { corrects: wrong?.id ?? '' })]), /about somebody else/u)
    })

    it('refuses the second of two people who saved from the same page, and keeps nothing of it', async () => {
      await write([saw('two')])
      const versions = await database.transaction('app', async (tx) => versionsOf(tx, ['record:two', 'record:never']))
      assert.deepEqual([...versions.values()], [1, 0])
      await write([saw('two', 'mine')], noon, versions)
      await assert.rejects(write([saw('two', 'yours')], noon, versions), RecordConflict)
      assert.deepEqual(
        (await read('record:two')).map(({ body }) => body?.['what']),
        ['well', 'mine'],
      )
    })

    it('hands a follower every entry once, in order, though it stumbles', async () => {
      await seal()
      const heard: number[] = []
      const listen = async (stumble: boolean): Promise<number> =>
        follow(
          database,
          'listener',
          async (_tx, entries) => {
            if (stumble) throw new Error('stumbled')
            heard.push(...entries.map((entry) => entry.seal?.sequence ?? 0))
          },
          3,
        ).catch(() => -1)
      await listen(true)
      while ((await listen(false)) > 0) await listen(true)
      assert.deepEqual(
        heard,
        Array.from({ length: heard.length }, (_, index) => index + 1),
      )
      await write([saw('late')])
      await seal()
      await listen(false)
      assert.equal(heard.at(-1), heard.length)
    })

    it('makes identical rows when projections are rebuilt', async () => {
      const rows = async () =>
        database.transaction('app', async (tx) => (await sql`select * from sighting order by 1`.execute(tx)).rows)
      const kept = await rows()
      assert.ok(kept.length > 3)
      await rebuild(database, book)
      assert.deepEqual(await rows(), kept)
    })

    it('never shows at any instant what was sealed after it, whatever was recorded and corrected when', async () => {
      let run = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ corrects: fc.option(fc.nat(5)), wait: fc.nat(3) }), { minLength: 1, maxLength: 6 }),
          async (steps) => {
            const subject = `random-${engine}-${(run += 1)}`
            let at = noon.add({ hours: 24 * 400 + run })
            const made: Entry[] = []
            const views: { at: Temporal.Instant; stood: string[] }[] = []
            for (const step of steps) {
              at = at.add({ minutes: step.wait })
              const target = step.corrects === null ? undefined : made[step.corrects]
              made.push(...(await write([saw(subject, 'x', target === undefined ? {} : { corrects: target.id })], at)))
              await seal(at)
              views.push({ at, stood: standing(await read(`record:${subject}`)).map(({ id }) => id) })
            }
            for (const [index, view] of views.entries()) {
              const last = views.findLast(({ at: other }) => Temporal.Instant.compare(other, view.at) === 0)
              assert.deepEqual(
                standing(await read(`record:${subject}`, view.at)).map(({ id }) => id),
                last?.stood,
                `step ${index}`,
              )
            }
          },
        ),
        { numRuns: 15 },
      )
    })

    it('verifies clean, and says which entries were disposed of', async () => {
      const disposed = await write([saw('old', 'a'), saw('old', 'b')])
      await seal()
      const before = await verify(database, checkpoints)
      assert.deepEqual(before.faults, [])
      const order = {
        entries: disposed.map(({ id }) => id),
        authority: 'Retention schedule 2026, class child-record',
        retentionClass: 'child-record',
      }
      assert.equal(await database.transaction('app', async (tx) => dispose(book, tx, said(), order)), 2)
      await seal()
      const verified = await verify(database, checkpoints)
      assert.deepEqual(verified.faults, [])
      assert.equal(verified.disposed, before.disposed + 2)
      assert.deepEqual(
        (await read('record:old')).map(({ kind, body }) => `${kind} ${body === undefined ? 'disposed' : 'whole'}`),
        ['Seen disposed', 'Seen disposed', 'EntriesDisposed whole'],
      )
      const counted = await database.transaction(
        'app',
        async (tx) =>
          (await sql<{ seen: number }>`select seen from sighting where record_id = 'record:old'`.execute(tx)).rows,
      )
      assert.deepEqual(counted, [{ seen: 0 }])
    })

    describe('verify finds', () => {
      const sample = 'select entry_id from seal where sequence = 4'
      const undone = async (break_: string, mend: string, pattern: RegExp): Promise<void> => {
        await tamper(break_)
        assert.match(await faults(), pattern)
        await tamper(mend)
        assert.equal(await faults(), '')
      }
      before(async () => {
        await write(Array.from({ length: 15 }, (_, n) => saw(`end-${n}`)))
        await seal()
      })
      it('one byte changed in a body', async () => {
        await owner(`create table kept as select * from entry_body where entry_id = (${sample})`)
        await undone(
          `update entry_body set body = replace(body, '{', '{ ') where entry_id = (${sample})`,
          `update entry_body b set body = k.body from kept k where k.entry_id = b.entry_id`,
          /body was changed/u,
        )
      })
      it('one byte changed in an envelope', async () => {
        await undone(
          `update entry set agency = 'agency:csd' where id = (${sample})`,
          `update entry set agency = 'agency:csc' where id = (${sample})`,
          /envelope was changed/u,
        )
      })
      it('an entry removed', async () => {
        await owner(`create table kept_entry as select * from entry where id = (${sample})`)
        await undone(
          `delete from entry where id = (${sample})`,
          'insert into entry select * from kept_entry',
          /entry is gone/u,
        )
      })
      it('a body removed without a disposal', async () => {
        await undone(
          `delete from entry_body where entry_id = (${sample})`,
          'insert into entry_body select * from kept',
          /no disposal/u,
        )
      })
      it('a link removed', async () => {
        await owner('create table kept_seal as select * from seal where sequence = 4')
        await undone(
          'delete from seal where sequence = 4',
          'insert into seal select * from kept_seal',
          /missing from the chain/u,
        )
      })
      it('two swapped', async () => {
        const swap =
          'update seal set sequence = -4 where sequence = 4; update seal set sequence = 4 where sequence = 5; update seal set sequence = 5 where sequence = -4'
        await undone(swap, swap, /does not follow/u)
      })
      it('one slipped in', async () => {
        const fresh = '01900000-0000-7000-8000-00000000beef'
        const slip = `insert into entry select '${fresh}', kind, topic, subjects, agency, author, on_behalf_of, source, source_row, sensitivity, retention, rules, happened_on, true_from, true_until, recorded_at, source_recorded_at, corrects, body_hash, entry_hash from entry where id = (${sample})`
        await undone(slip, `delete from entry where id = '${fresh}'`, /slipped in/u)
        await tamper(`${slip}; insert into unsealed values ('${fresh}')`)
        assert.deepEqual((await sealPending(database, () => noon, checkpoints)).suspect, [fresh])
        assert.match(await faults(), /slipped in/u)
        await tamper(`delete from entry where id = '${fresh}'; delete from unsealed where entry_id = '${fresh}'`)
      })
      it('whom an entry is about changed in the index', async () => {
        await undone(
          `update entry_subject set subject_id = subject_id || '!' where entry_id = (${sample})`,
          `update entry_subject set subject_id = replace(subject_id, '!', '') where entry_id = (${sample})`,
          /index of whom/u,
        )
      })
      it('an entry attached to another family in the index, sealed or not yet', async () => {
        await undone(
          `insert into entry_subject values ('family:other', (${sample}), 'family', 'about')`,
          "delete from entry_subject where subject_id = 'family:other'",
          /index of whom/u,
        )
        await undone(
          `update entry_subject set role = 'mentions' where entry_id = (${sample})`,
          `update entry_subject set role = 'about' where entry_id = (${sample})`,
          /index of whom/u,
        )
        const [fresh] = await write([saw('not-yet-sealed')])
        await undone(
          `insert into entry_subject values ('family:other', '${fresh?.id}', 'family', 'about')`,
          "delete from entry_subject where subject_id = 'family:other'",
          /index of whom/u,
        )
        await seal()
      })
      it('a subject of whom more was recorded than there is', async () => {
        await undone(
          "update subject_head set version = version + 1 where subject_id = 'record:end-3'",
          "update subject_head set version = version - 1 where subject_id = 'record:end-3'",
          /recorded about record:end-3 does not match/u,
        )
        await undone(
          "delete from subject_head where subject_id = 'record:end-3'",
          "insert into subject_head values ('record:end-3', 1)",
          /recorded about record:end-3 does not match/u,
        )
      })
      it('a body removed under a disposal of something else, and one said to be disposed of that is there', async () => {
        const [gone, other] = await write([saw('lawful', 'old'), saw('lawful', 'kept')])
        await seal()
        const order = { entries: [gone?.id ?? ''], authority: 'Retention schedule', retentionClass: 'child-record' }
        await database.transaction('app', async (tx) => dispose(book, tx, said(), order))
        await seal()
        assert.equal(await faults(), '')
        const by = `(select by_entry from disposal where entry_id = '${gone?.id}')`
        await assert.rejects(
          owner(
            `insert into disposal select '${other?.id}', ${by}; delete from entry_body where entry_id = '${other?.id}'`,
          ),
          /disposal entry that names it/u,
        )
        await owner(`create table kept_other as select * from entry_body where entry_id = '${other?.id}'`)
        const before = await verify(database, checkpoints)
        await tamper(
          `insert into disposal select '${other?.id}', ${by}; delete from entry_body where entry_id = '${other?.id}'`,
        )
        const after = await verify(database, checkpoints)
        assert.match(after.faults.map(({ what }) => what).join(' '), /does not name it/u)
        assert.equal(after.disposed, before.disposed)
        await tamper('insert into entry_body select * from kept_other')
        assert.match(await faults(), /its body is there/u)
        await tamper(`delete from disposal where entry_id = '${other?.id}'`)
        assert.equal(await faults(), '')
      })
      it('the last ten cut off from every table, by how often their subjects were recorded', async () => {
        const last = 'select entry_id from seal where sequence > (select max(sequence) - 10 from seal)'
        await owner(
          `create table cut_seal as select * from seal where entry_id in (${last}); create table cut_entry as select * from entry where id in (${last}); create table cut_subject as select * from entry_subject where entry_id in (${last}); create table cut_body as select * from entry_body where entry_id in (${last})`,
        )
        const kept = checkpoints
        checkpoints = checkpointInMemory()
        await tamper(
          'delete from entry where id in (select id from cut_entry); delete from entry_subject where entry_id in (select id from cut_entry); delete from entry_body where entry_id in (select id from cut_entry); delete from seal where entry_id in (select id from cut_entry)',
        )
        const cut = await verify(database, checkpoints)
        assert.match(cut.faults.map(({ what }) => what).join(' '), /entries are gone/u)
        assert.match(cut.warnings.join(' '), /no checkpoint here/u)
        await tamper(
          'insert into seal select * from cut_seal; insert into entry select * from cut_entry; insert into entry_subject select * from cut_subject; insert into entry_body select * from cut_body',
        )
        checkpoints = kept
        assert.equal(await faults(), '')
      })
      it('that a checkpoint is missing which this record had, and says of one begun later what it cannot tell', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'rooftree-checkpoint-'))
        const at = join(folder, 'checkpoint.json')
        const file = checkpointFile(at)
        assert.match((await verify(database, file)).warnings.join(' '), /no checkpoint here/u)
        await write([saw('first-checkpoint')])
        assert.equal((await sealPending(database, () => noon, file)).checkpoint, undefined)
        assert.deepEqual(await verify(database, file).then(({ holds, warnings }) => [holds, warnings]), [true, []])
        rmSync(at)
        const missing = await verify(database, file)
        assert.equal(missing.holds, false)
        assert.match(
          missing.faults.map(({ what }) => what).join(' '),
          /^The checkpoint is missing: this record has had one since \d+ \w+ \d{4}/u,
        )
        await write([saw('second-checkpoint')])
        assert.equal((await sealPending(database, () => noon, file)).checkpoint, 'missed')
        const again = await verify(database, file)
        assert.equal(again.holds, true)
        assert.match(again.warnings.join(' '), /begun on \d+ \w+ \d{4} at number \d+, after another/u)
        await assert.rejects(owner('delete from checkpoint_begun'), /append-only/u)
        await tamper(
          'alter table checkpoint_begun disable trigger user; delete from checkpoint_begun; alter table checkpoint_begun enable trigger user',
        )
        rmSync(folder, { recursive: true })
      })
      it('an end that was cut off also after more was recorded: the checkpoint does not follow', async () => {
        await write([saw('cut-away')])
        await seal()
        await owner('create table cut_one as select * from seal order by sequence desc limit 1')
        await tamper('delete from seal where sequence = (select max(sequence) from seal)')
        await write([saw('after-the-cut')])
        assert.equal((await sealPending(database, () => noon, checkpoints)).checkpoint, 'contradicted')
        assert.match(await faults(), /written anew/u)
        await tamper(
          "delete from seal where sequence = (select max(sequence) from seal); insert into seal select * from cut_one; insert into unsealed select entry_id from entry_subject where subject_id = 'record:after-the-cut'",
        )
        await seal()
        assert.equal(await faults(), '')
      })
      it('the last ten cut off', async () => {
        await owner(
          'create table kept_end as select * from seal where sequence > (select max(sequence) - 10 from seal)',
        )
        await tamper('delete from seal where sequence > (select max(sequence) - 10 from seal)')
        assert.match(await faults(), /end was cut off/u)
        await tamper('insert into seal select * from kept_end')
        assert.equal(await faults(), '')
      })
      it('a chain written anew from its tables', async () => {
        const real = await checkpoints.read()
        assert.ok(real !== undefined)
        checkpoints = checkpointInMemory()
        await checkpoints.write({ ...real, hash: Buffer.alloc(32).toString('base64') })
        assert.match(await faults(), /written anew/u)
      })
    })
  })
}

if (engines.includes('postgres')) {
  describe('writers at the same time, on PostgreSQL', () => {
    let opened: OpenedForTest
    before(async () => {
      opened = await emptyDatabase('postgres')
      await migrate(opened.database, [recordRoom])
    })
    after(async () => opened.close())

    it('lets one of two expectations about the same subject through, and no deadlock among many subjects', async () => {
      const plain: RecordBook = { ...book, projections: [] }
      const write = async (n: number): Promise<string> =>
        opened.database
          .transaction('app', async (tx) => append(plain, tx, said(), [saw(n % 3), saw((n + 1) % 3), saw('shared')]))
          .then(() => 'kept')
      assert.deepEqual(
        new Set(await Promise.all(Array.from({ length: 24 }, async (_, n) => write(n)))),
        new Set(['kept']),
      )
      const expect = await opened.database.transaction('app', async (tx) => versionsOf(tx, ['record:shared']))
      const race = await Promise.allSettled(
        Array.from({ length: 5 }, async () =>
          opened.database.transaction('app', async (tx) => append(plain, tx, said(), [saw('shared')], expect)),
        ),
      )
      assert.equal(race.filter(({ status }) => status === 'fulfilled').length, 1)
      for (const lost of race) if (lost.status === 'rejected') assert.ok(lost.reason instanceof RecordConflict)
    })

    it('gives a transaction that commits late a later number, and leaves no gap', async () => {
      const plain: RecordBook = { ...book, projections: [] }
      const checkpoints = checkpointInMemory()
      const { promise: hold, resolve: letGo } = Promise.withResolvers<void>()
      const { promise: written, resolve: isWritten } = Promise.withResolvers<void>()
      const late = opened.database.transaction('app', async (tx) => {
        await append(plain, tx, said(), [saw('slow')])
        isWritten()
        await hold
      })
      await written
      await opened.database.transaction('app', async (tx) =>
        append(plain, tx, said(noon.add({ hours: 1 })), [saw('quick')]),
      )
      await Promise.all([
        sealPending(opened.database, () => noon, checkpoints),
        sealPending(opened.database, () => noon, checkpoints),
      ])
      letGo()
      await late
      await sealPending(opened.database, () => noon, checkpoints)
      const number = async (subject: string) =>
        (await opened.database.transaction('app', async (tx) => entriesAbout(tx, { subjects: [subject] })))[0]?.seal
          ?.sequence ?? 0
      assert.ok((await number('record:slow')) > (await number('record:quick')))
      assert.deepEqual((await verify(opened.database, checkpoints)).faults, [])
    })
  })
}
