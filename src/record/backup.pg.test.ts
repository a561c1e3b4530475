import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { migrate } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import type { OpenedForTest } from '../../test/support/worlds.ts'
import {
  append,
  backup,
  beginRecord,
  checkpointInMemory,
  dispose,
  entriesAbout,
  entryKind,
  kindsOf,
  recordRoom,
  recordTables,
  restore,
  sealPending,
  verify,
  recordKinds,
} from './index.ts'
import type { RecordBook } from './index.ts'
import { plainWords } from '#record/testing/plain-words.ts'

const Seen = entryKind({
  kind: 'Seen',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({ what: z.string() }),
})
const book: RecordBook = { kinds: kindsOf(recordKinds, plainWords(Seen)), projections: [], rules: 'test' }
const said = {
  by: 'user:test',
  agency: 'agency:csc',
  source: 'form:test',
  at: Temporal.Instant.from('2026-03-04T12:00:00Z'),
}
const saw = (n: number) =>
  Seen.of({
    subjects: [{ id: `record:${n % 7}`, type: 'record', role: 'about' }],
    body: { what: `“শিশু” ${n}\r\nline` },
  })

for (const engine of engines) {
  describe(`a backup from ${engine}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'rooftree-backup-'))
    const file = join(folder, 'whole.rooftree')
    let from: OpenedForTest
    const opened: OpenedForTest[] = []
    const empty = async (on: typeof engine): Promise<OpenedForTest> => {
      const into = await emptyDatabase(on)
      opened.push(into)
      await migrate(into.database, [recordRoom])
      return into
    }
    const isFault = (code: string) => (error: unknown) => error instanceof Fault && error.code === code

    before(async () => {
      from = await empty(engine)
      await from.database.transaction('app', async (tx) => {
        await beginRecord(book, tx, said, 'Harbour Reach', true)
        const entries = await append(
          book,
          tx,
          said,
          Array.from({ length: 1300 }, (_, n) => saw(n)),
        )
        await dispose(book, tx, said, {
          entries: entries.slice(0, 3).map(({ id }) => id),
          authority: 'order',
          retentionClass: 'child-record',
        })
      })
      await sealPending(from.database, () => said.at, checkpointInMemory())
      await backup(from.database, recordTables, file)
    })
    after(async () => {
      for (const one of opened) await one.close()
      rmSync(folder, { recursive: true })
    })

    it('restores the same record into an empty database of either engine, and its chain holds', async () => {
      for (const other of engines) {
        const into = await empty(other)
        const checkpoints = checkpointInMemory()
        await restore(into.database, recordTables, file, checkpoints)
        const verified = await verify(into.database, checkpoints)
        assert.deepEqual(verified.faults, [])
        assert.equal(verified.disposed, 3)
        const read = async (at: OpenedForTest) =>
          JSON.stringify(
            await at.database.transaction('app', async (tx) => entriesAbout(tx, { subjects: ['record:2'] })),
          )
        assert.equal(await read(into), await read(from))
        await assert.rejects(restore(into.database, recordTables, file, checkpoints), isFault('restore.not-empty'))
      }
    })

    it('made while others record and the server seals holds one moment, and what was not sealed then is sealed after it is restored', async () => {
      const living = await empty(engine)
      const record = async (n: number): Promise<void> =>
        living.database.transaction('app', async (tx) => void (await append(book, tx, said, [saw(n)])))
      await living.database.transaction('app', async (tx) => beginRecord(book, tx, said, 'Harbour Reach', true))
      for (let n = 0; n < 20; n += 1) await record(n)
      const restored = async (file: string): Promise<number> => {
        const into = await empty(engine)
        const checkpoints = checkpointInMemory()
        await restore(into.database, recordTables, file, checkpoints)
        const { sealed } = await sealPending(into.database, () => said.at, checkpoints)
        assert.deepEqual((await verify(into.database, checkpoints)).faults, [])
        return sealed
      }
      const life = (async (): Promise<void> => {
        for (let n = 0; n < 40; n += 1) {
          await record(n)
          if (n % 3 === 0) await sealPending(living.database, () => said.at, checkpointInMemory())
        }
      })()
      const counts = await backup(living.database, recordTables, join(folder, 'during.rooftree'))
      await life
      assert.equal(await restored(join(folder, 'during.rooftree')), (counts['entry'] ?? 0) - (counts['seal'] ?? 0))
      await record(40)
      await backup(living.database, recordTables, join(folder, 'after.rooftree'))
      assert.equal(await restored(join(folder, 'after.rooftree')), 1)
    })

    it('is refused whole when it is cut in half, changed, or something else, and leaves the database empty', async () => {
      const into = await empty(engine)
      const whole = readFileSync(file)
      const text = gunzipSync(whole).toString('utf8')
      const attempts: [string, Buffer, string][] = [
        ['cut', whole.subarray(0, whole.length / 2), 'restore.cut-off'],
        ['lines missing at the end', gzipSync(text.split('\n').slice(0, 1000).join('\n')), 'restore.cut-off'],
        ['a row left out', gzipSync(text.split('\n').toSpliced(40, 1).join('\n')), 'restore.changed'],
        ['a word changed', gzipSync(text.replace('agency:csc', 'agency:abc')), 'restore.changed'],
        ['not gzip', Buffer.from('hello'), 'restore.cut-off'],
        ['not a backup', gzipSync('{"some":"json"}\n'), 'restore.not-a-backup'],
        ['not JSON', gzipSync('hello\n'), 'restore.not-a-backup'],
        ['empty', gzipSync(''), 'restore.cut-off'],
        ['another table', gzipSync(text.replace('"table":"entry"', '"table":"pg_class"')), 'restore.not-a-backup'],
      ]
      for (const [what, bytes, code] of attempts) {
        const bad = join(folder, 'bad')
        writeFileSync(bad, bytes)
        await assert.rejects(restore(into.database, recordTables, bad, checkpointInMemory()), isFault(code), what)
        assert.deepEqual(
          await into.database.transaction('app', async (tx) => entriesAbout(tx, { subjects: ['record:2'] })),
          [],
          what,
        )
      }
      await assert.rejects(
        restore(into.database, recordTables, join(folder, 'absent'), checkpointInMemory()),
        isFault('restore.cut-off'),
      )
    })
  })
}
