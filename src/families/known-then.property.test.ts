import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Database, Tx } from '#platform/database/index.ts'
import { rebuild } from '#record/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import {
  addMember,
  correctEntry,
  joinRecords,
  openFamily,
  openRecord,
  partRecords,
  personPage,
  familyPage,
  setApart,
  stateAboutPerson,
  stateRelationship,
  withdrawEntry,
} from './index.ts'
import { at, begin, book, day, involve, made, only, saying, seal, socialWorker } from './testing/harbour.ts'

/** One thing that somebody does with six records and a family. Numbers choose among what there is. */
const step = fc.oneof(
  fc.record({
    do: fc.constant('birth' as const),
    who: fc.nat(5),
    agency: fc.constantFrom('csc', 'school'),
    value: fc.nat(3),
  }),
  fc.record({ do: fc.constant('join' as const), who: fc.nat(5), agency: fc.constant('csc'), value: fc.nat(5) }),
  fc.record({ do: fc.constant('part' as const), who: fc.nat(5), agency: fc.constant('csc'), value: fc.nat(5) }),
  fc.record({ do: fc.constant('apart' as const), who: fc.nat(5), agency: fc.constant('csc'), value: fc.nat(5) }),
  fc.record({ do: fc.constant('correct' as const), who: fc.nat(5), agency: fc.constant('csc'), value: fc.nat(3) }),
  fc.record({ do: fc.constant('withdraw' as const), who: fc.nat(5), agency: fc.constant('csc'), value: fc.nat(3) }),
  fc.record({ do: fc.constant('relate' as const), who: fc.nat(5), agency: fc.constant('csc'), value: fc.nat(5) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

for (const engine of engines)
  describe(`whatever is done to a family, on ${engine}`, { concurrency: false }, () => {
    let database: Database
    let close: () => Promise<void>
    let world = 0
    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await begin(database)
    })
    after(async () => close())

    const on = '2030-01-01'
    const make = async (): Promise<{ records: readonly string[]; family: string }> => {
      const records = await database.transaction('app', async (tx) =>
        made(
          await openRecord.record(
            book,
            tx,
            saying('csc', '2025-02-01'),
            Array.from({ length: 6 }, (_, n) => ({
              statements: [{ say: 'names' as const, names: [{ use: 'usual' as const, full: `Child ${n}` }] }],
            })),
          ),
        ),
      )
      const family = await database.transaction('app', async (tx) => {
        const opened = only(
          made(
            await openFamily.record(book, tx, saying('csc', '2025-02-01'), [
              { around: records.slice(0, 1), members: [] },
            ]),
          ),
        )
        made(
          await addMember.record(
            book,
            tx,
            saying('csc', '2025-02-01'),
            records.slice(1).map((record) => ({ family: opened, record, role: 'child' })),
          ),
        )
        return opened
      })
      await involve(database, family)
      return { records, family }
    }

    const act = async (tx: Tx, { do: what, who, agency, value }: Step, records: readonly string[]): Promise<void> => {
      const [record, other] = [records[who] ?? '', records[value] ?? '']
      const said = saying(agency, '2025-03-01')
      if (what === 'birth')
        made(
          await stateAboutPerson.record(book, tx, said, [
            { record, statement: { say: 'birth', on: `201${value}-05-05` } },
          ]),
        )
      if (what === 'relate' && record !== other)
        made(await stateRelationship.record(book, tx, said, [{ from: { record }, type: 'sibling', to: other }]))
      // Refusals are right answers here too: already one person, not joined, put right before.
      if (what === 'join')
        await joinRecords.record(book, tx, said, [{ records: [record, other], because: 'Same person.' }])
      if (what === 'apart') await setApart.record(book, tx, said, [{ records: [record], because: 'Another person.' }])
      if (what === 'part') {
        const joining = (
          await tx
            .selectFrom('record_joined')
            .select('entry_id')
            .where('record_id', '=', record)
            .orderBy('entry_id')
            .execute()
        )[value]
        if (joining !== undefined)
          await partRecords.record(book, tx, said, [
            { joining: joining.entry_id, records: [record], because: 'Not the same.' },
          ])
      }
      const births = (
        await sql<{
          id: string
        }>`select e.id from entry e join entry_subject s on s.entry_id = e.id where s.subject_id = ${record} and e.kind = 'BirthStated' order by e.id`.execute(
          tx,
        )
      ).rows
      const entry = births[value]?.id
      if (what === 'correct' && entry !== undefined)
        await correctEntry.record(book, tx, said, [{ entry, because: 'Certificate seen.', body: { on: '2009-09-09' } }])
      if (what === 'withdraw' && entry !== undefined)
        await withdrawEntry.record(book, tx, said, [{ entry, because: 'Another child.' }])
    }

    const view = async (family: string, record: string, knownAt?: string): Promise<unknown> =>
      database.transaction(socialWorker(on), async (tx) => {
        const asOf = { on: day(on), ...(knownAt === undefined ? {} : { knownAt: at(knownAt) }) }
        const [page, person] = [await familyPage(tx, family, asOf), await personPage(tx, record, asOf)]
        return [
          page?.facts,
          page?.title,
          page?.timeline.map(({ entry }) => entry.id),
          person?.facts,
          person?.records,
          person?.relationships,
        ]
      })
    const rows = async (): Promise<unknown> =>
      database.transaction('app', async (tx) => {
        const all: unknown[] = []
        for (const table of ['person_name', 'person_birth', 'family_member', 'access_reach', 'person_of_record'])
          all.push(
            (
              await sql<{
                row: unknown
              }>`select to_jsonb(t) as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(tx)
            ).rows,
          )
        return all
      })

    it('shows as known then what was known then, whatever came to be known later', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 3 }),
          async (chapters) => {
            world += 1
            const { records, family } = await make()
            const known: { instant: string; seen: unknown }[] = []
            for (const [n, chapter] of chapters.entries()) {
              for (const one of chapter) await database.transaction('app', async (tx) => act(tx, one, records))
              const instant = `${2030 + world}-0${n + 1}-01T00:00:00Z`
              await seal(database, instant)
              known.push({ instant, seen: await view(family, records[0] ?? '', instant) })
            }
            for (const { instant, seen } of known) assert.deepEqual(await view(family, records[0] ?? '', instant), seen)
          },
        ),
        { numRuns: 6 },
      )
    })

    it('is as it was after a joining that was taken back', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.nat(5), fc.nat(5), async (chapter, who, other) => {
          const { records, family } = await make()
          for (const one of chapter) await database.transaction('app', async (tx) => act(tx, one, records))
          const facts = async (): Promise<unknown> =>
            database.transaction(socialWorker(on), async (tx) => [
              (await familyPage(tx, family, { on: day(on) }))?.facts,
              ...(await Promise.all(
                records.map(async (record) => (await personPage(tx, record, { on: day(on) }))?.facts),
              )),
            ])
          const [seen, kept] = [await facts(), await rows()]
          const joined = await database.transaction('app', async (tx) =>
            joinRecords.record(book, tx, saying('csc', '2025-04-01'), [
              { records: [records[who] ?? '', records[other] ?? ''], because: 'Same person.' },
            ]),
          )
          if (!joined.accepted) return
          await database.transaction('app', async (tx) =>
            made(
              await partRecords.record(book, tx, saying('csc', '2025-04-01'), [
                { joining: only(joined.value.entries).id, records: only(joined.value.ids), because: 'Not the same.' },
              ]),
            ),
          )
          assert.deepEqual(await facts(), seen)
          assert.deepEqual(await rows(), kept)
        }),
        { numRuns: 8 },
      )
    })

    it('makes the very same rows again from the record', async () => {
      const kept = await rows()
      await rebuild(database, book)
      assert.deepEqual(await rows(), kept)
    })
  })
