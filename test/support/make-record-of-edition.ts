/**
 * Makes the small record by which later editions show that they still open one of this edition: `npm run record-of-edition`.
 * Run it last thing before an edition is published, and never again for that edition. Everybody in it is invented.
 *
 * One household is told of by the rooms' own commands; and an entry of every kind, in every shape that its examples show, is recorded about
 * others, one of which was taken back and one disposed of.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beginHarbour, lanternHouse } from '#housing/testing/harbour-homes.ts'
import { migrate } from '#platform/database/index.ts'
import {
  append,
  backup,
  checkpointInMemory,
  dispose,
  EntryWithdrawn,
  rebuildRisen,
  sealPending,
} from '#record/index.ts'
import type { Subject, SubjectType, Topic } from '#record/index.ts'
import { edition, keptTables, recordBook, rooms } from '#rooms.ts'
import { emptyDatabase } from './worlds.ts'
import { factsOf, recordsFolder, stepsOfToday } from './record-of-edition.ts'
import type { RecordOfEdition } from './record-of-edition.ts'

const said = {
  by: 'user:ada',
  agency: 'agency:csc',
  source: 'form:example',
  at: Temporal.Instant.from('2026-06-01T12:00:00Z'),
}
/** Of which the entries of a topic are; of all others, of a person's record. */
const aboutWhat = new Map<Topic, SubjectType>([
  ['family', 'family'],
  ['involvement', 'family'],
  ['housing', 'home'],
  ['alert', 'alert'],
  ['reference', 'agency'],
])
const subjectsOf = (topic: Topic): Subject[] => {
  const type = aboutWhat.get(topic) ?? 'record'
  return [
    { id: `${type}:example`, type, role: 'about' },
    ...(topic === 'linkage' || topic === 'relationship'
      ? [{ id: 'record:other', type: 'record', role: 'about' } as const]
      : []),
    ...(type === 'home' ? [] : [{ id: 'home:example', type: 'home', role: 'place' } as const]),
  ]
}
/** Made by commands of their own, below. */
const apart = new Set(['RecordBegun', 'EntryWithdrawn', 'EntriesDisposed'])

const { database, close } = await emptyDatabase('pglite')
try {
  await beginHarbour(database)
  await migrate(database, rooms)
  await rebuildRisen(database, recordBook)
  const { family } = await lanternHouse(database)
  await database.transaction('app', async (tx) => {
    const shown = [...recordBook.kinds.values()].filter(({ kind }) => !apart.has(kind))
    const entries = await append(
      recordBook,
      tx,
      said,
      shown.flatMap(({ kind, topic, words }) =>
        words.examples.map((body) => ({ kind, subjects: subjectsOf(topic), body, trueFrom: '2026-01-02' })),
      ),
    )
    const contact = entries.find(({ kind }) => kind === 'ContactRecorded')
    if (contact === undefined) throw new Error('no contact was recorded')
    const { kind, subjects, body = {} } = contact
    const [again] = await append(recordBook, tx, said, [{ kind, subjects, body }])
    if (again === undefined) throw new Error('no second contact was recorded')
    await append(recordBook, tx, said, [
      EntryWithdrawn.of({ subjects: subjects, corrects: again.id, body: { reason: 'About somebody else' } }),
    ])
    await dispose(recordBook, tx, said, { entries: [again.id], authority: 'order', retentionClass: 'child-record' })
  })
  await sealPending(database, () => said.at, checkpointInMemory())
  const kinds = await database.transaction('app', async (tx) =>
    sql<{
      kind: string
      n: number
    }>`select kind, count(*)::integer as n from entry group by kind order by kind`.execute(tx),
  )
  const held: RecordOfEdition = {
    steps: stepsOfToday(),
    family,
    facts: await factsOf(database, family),
    kinds: Object.fromEntries(kinds.rows.map(({ kind, n }) => [kind, n])),
  }
  const file = join(recordsFolder, `${edition}.rooftree`)
  rmSync(file, { force: true })
  await backup(database, keptTables, file)
  writeFileSync(join(recordsFolder, `${edition}.json`), `${JSON.stringify(held, undefined, 2)}\n`)
  process.stdout.write(`Wrote ${file}\n`)
} finally {
  await close()
}
