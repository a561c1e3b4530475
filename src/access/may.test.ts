import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { z } from 'zod'
import { migrate } from '#platform/database/index.ts'
import type { Database, Tx } from '#platform/database/index.ts'
import { append, entryKind, kindsOf, recordRoom, sensitivities, topics } from '#record/index.ts'
import type { Authorship, Entry, NewEntry, RecordBook, Subject } from '#record/index.ts'
import { emptyDatabase, engines } from '../../test/support/worlds.ts'
import { viewerStanding } from './decisions.ts'
import { installViews } from './install-views.ts'
import { may, sees } from './may.ts'
import type { Envelope, Grant, Restriction, World } from './may.ts'
import type { ReachRow } from './reach.ts'
import { setPersons, setReachOf, setRestrictionsOf } from './reach.ts'
import { roleNames } from './roles.ts'
import { accessRoom } from './room.ts'
import type { Viewer } from './roles.ts'
import { views, ways } from './views.ts'
import type { ViewRow } from './views.ts'
import { plainWords } from '#record/testing/plain-words.ts'

const today = Temporal.PlainDate.from('2026-03-10')
const days = ['2026-02-01', '2026-03-09', '2026-03-10', '2026-03-11', '2026-05-01']
const agencies = ['agency:council', 'agency:trust']
const records = [1, 2, 3, 4].map((n) => `record:${n}`)
const families = ['family:1', 'family:2']
const homes = ['home:1', 'home:2']
const teams = ['team:a', 'team:b']

const subject: fc.Arbitrary<Subject> = fc
  .tuple(
    fc.constantFrom(...records, ...families, ...homes, 'agency:trust', 'user:ash', 'policy:one'),
    fc.constantFrom('about', 'about', 'mentions', 'place'),
  )
  .map(([id, role]) => ({ id, role, type: typeOf(id) }))
const typeOf = (id: string): Subject['type'] =>
  id.startsWith('record')
    ? 'record'
    : id.startsWith('family')
      ? 'family'
      : id.startsWith('home')
        ? 'home'
        : id.startsWith('agency')
          ? 'agency'
          : id.startsWith('user')
            ? 'user'
            : 'policy'

const envelope: fc.Arbitrary<Envelope> = fc.record({
  topic: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('address', 'housing', 'contact', 'plan') },
    { weight: 1, arbitrary: fc.constantFrom(...topics) },
  ),
  sensitivity: fc.oneof(
    { weight: 2, arbitrary: fc.constant('ordinary' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...sensitivities) },
  ),
  agency: fc.constantFrom(...agencies),
  subjects: fc.uniqueArray(subject, { minLength: 1, maxLength: 3, selector: ({ id, role }) => `${id} ${role}` }),
})
const from = fc.option(fc.constantFrom(...days), { nil: undefined })
const restriction: fc.Arbitrary<Restriction> = fc.record({
  subject: fc.constantFrom(...records, ...families, ...homes, 'user:ash'),
  kind: fc.constantFrom('hidden-address', 'sealed'),
  from: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: from }),
  until: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: from }),
})
// The matrix as it is, or any other: the database must read it as data.
const dense: readonly ViewRow[] = (['social-worker', 'housing-officer'] as const).flatMap((role) =>
  ways.flatMap((way) =>
    (['address', 'housing', 'contact', 'plan'] as const).flatMap((topic) =>
      sensitivities.flatMap((sensitivity) =>
        (['any', 'own-agency'] as const).map((whose) => ({ role, way, topic, sensitivity, whose })),
      ),
    ),
  ),
)
const matrix: fc.Arbitrary<readonly ViewRow[]> = fc.oneof(
  fc.constant(views),
  fc.subarray([...dense], { minLength: 150 }),
  // Everything but what is restricted: here a restriction decides alone.
  fc.constant(dense.filter(({ sensitivity }) => sensitivity !== 'sealed' && sensitivity !== 'hidden-address')),
)
const grant: fc.Arbitrary<Grant> = fc.record({
  principal: fc.constantFrom('user:viewer', 'user:viewer', 'team:a', 'user:another'),
  scope: fc.constantFrom(...families, ...homes),
  way: fc.constantFrom(...ways),
  because: fc.constant('health visitor for the family'),
  from: fc.oneof(
    { weight: 2, arbitrary: fc.constant('2026-02-01') },
    { weight: 1, arbitrary: fc.constantFrom(...days) },
  ),
  until: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: from }),
})
const reachRow: fc.Arbitrary<ReachRow> = fc.record({
  scope: fc.constantFrom(...families, ...homes),
  subject: fc.constantFrom(...records, ...families, ...homes, 'user:ash'),
  from: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: from }),
  until: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: from }),
})
const world: fc.Arbitrary<World> = fc.record({
  grants: fc.array(grant, { minLength: 2, maxLength: 6 }),
  reach: fc.array(reachRow, { minLength: 10, maxLength: 24 }),
  persons: fc.uniqueArray(
    fc.record({ record: fc.constantFrom(...records), person: fc.constantFrom('person:1', 'person:2') }),
    { selector: ({ record }) => record },
  ),
  restrictions: fc.array(restriction, { minLength: 1, maxLength: 4 }),
  views: matrix,
})
const viewer: fc.Arbitrary<Viewer> = fc.record({
  user: fc.constant('user:viewer'),
  name: fc.constant('Somebody'),
  role: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('social-worker', 'housing-officer') },
    { weight: 1, arbitrary: fc.constantFrom(...roleNames) },
  ),
  agency: fc.constantFrom(...agencies),
  agencyName: fc.constant('An agency'),
  teams: fc.subarray(teams),
})

describe('may', () => {
  it('never shows more when a restriction is added', () => {
    fc.assert(
      fc.property(world, viewer, envelope, restriction, (before, looks, entry, added) => {
        if (may(looks, entry, before, today).may) return
        assert.equal(may(looks, entry, { ...before, restrictions: [...before.restrictions, added] }, today).may, false)
      }),
      { numRuns: 1000 },
    )
  })

  it('shows nothing of a family to somebody without a grant in force', () => {
    fc.assert(
      fc.property(world, viewer, envelope, (random, looks, entry) => {
        const decision = may(
          looks,
          entry,
          { ...random, grants: random.grants.filter(({ principal }) => principal === 'user:another') },
          today,
        )
        assert.ok(!decision.may || decision.because === 'reference')
      }),
    )
  })

  it('shows a system administrator no family content, whatever they were granted', () => {
    fc.assert(
      fc.property(world, viewer, envelope, (random, looks, entry) => {
        const decision = may({ ...looks, role: 'system-administrator' }, entry, { ...random, views }, today)
        assert.ok(!decision.may || decision.because === 'reference')
      }),
    )
  })

  it('shows the same after two records are joined and parted again', () => {
    fc.assert(
      fc.property(world, viewer, envelope, (random, looks, entry) => {
        const joined = { ...random, persons: random.persons.map(({ record }) => ({ record, person: 'person:1' })) }
        const parted = { ...joined, persons: random.persons }
        assert.deepEqual(may(looks, entry, parted, today), may(looks, entry, random, today))
      }),
    )
  })
})

describe('what each role sees', () => {
  const anybody = (role: Viewer['role']): Viewer => ({
    user: 'user:x',
    name: 'X',
    role,
    agency: 'agency:council',
    agencyName: 'Council',
    teams: [],
  })
  it('a housing officer sees no involvement, family, relationship, plan, health or police', () => {
    for (const way of ways)
      for (const topic of topics)
        for (const sensitivity of sensitivities) {
          const seen = sees(anybody('housing-officer'), way, topic, sensitivity, 'agency:council', views)
          if (seen) {
            assert.ok(
              !['involvement', 'family', 'relationship', 'responsibility', 'plan', 'linkage'].includes(topic),
              topic,
            )
            assert.ok(!['health', 'police', 'third-party', 'sealed'].includes(sensitivity), sensitivity)
          }
        }
    assert.ok(
      sees(anybody('housing-officer'), 'responsible-for-home', 'expected-birth', 'ordinary', 'agency:trust', views),
    )
    assert.ok(!sees(anybody('housing-officer'), 'responsible-for-home', 'identity', 'ordinary', 'agency:trust', views))
  })
  it('only a social worker and a supervisor who are involved see what is sealed', () => {
    assert.deepEqual(
      [
        ...new Set(
          views.filter(({ sensitivity }) => sensitivity === 'sealed').map(({ role, way }) => `${role} ${way}`),
        ),
      ].toSorted(),
      ['social-worker involved', 'supervisor involved'],
    )
  })
  it('a reason given never opens a hidden address, police detail outside the police, or a sealed case', () => {
    for (const row of views.filter(({ way }) => way === 'reason-given')) {
      assert.ok(!['sealed', 'hidden-address', 'third-party'].includes(row.sensitivity))
      if (row.sensitivity === 'police') assert.equal(row.role, 'police-officer')
    }
  })
  it('a partnership manager and a system administrator see nothing by being involved', () => {
    assert.deepEqual(
      views.filter(
        ({ role, way }) =>
          role === 'system-administrator' || (role === 'partnership-manager' && way !== 'reason-given'),
      ),
      [],
    )
  })
})

const Stated = entryKind({
  kind: 'Stated',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({ what: z.string() }),
})
const book: RecordBook = { kinds: kindsOf(plainWords(Stated)), projections: [], rules: 'test' }

for (const engine of engines)
  describe(`row security on ${engine}`, () => {
    let database: Database
    let close: () => Promise<void>
    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await migrate(database, [recordRoom, accessRoom])
      await database.transaction('app', installViews)
    })
    after(async () => close())

    it('shows exactly the entries, and the bodies, that may() allows', async () => {
      let shown = 0
      let refused = 0
      await fc.assert(
        fc.asyncProperty(
          world,
          fc.array(viewer, { minLength: 2, maxLength: 3 }),
          fc.array(envelope, { minLength: 15, maxLength: 40 }),
          async (random, viewers, envelopes) => {
            const entries = await database.transaction('app', async (tx) => {
              await setWorld(tx, random)
              const all: Entry[] = []
              for (const agency of agencies)
                all.push(
                  ...(await append(
                    book,
                    tx,
                    said(agency),
                    envelopes.filter((one) => one.agency === agency).map(stated),
                  )),
                )
              return all
            })
            for (const one of viewers) {
              const seen = await database.transaction(viewerStanding(one, today), async (tx) => visible(tx, entries))
              const expected = entries
                .filter((entry) => may(one, entry, random, today).may)
                .map(({ id }) => id)
                .toSorted()
              assert.deepEqual(seen, { entries: expected, bodies: expected, together: expected, backwards: expected })
              shown += expected.length
              refused += entries.length - expected.length
            }
          },
        ),
        { numRuns: 60 },
      )
      assert.ok(shown > 50 && refused > 50, `a fair share of both: ${shown} shown, ${refused} refused`)
    })

    it('gives the name and age of whoever lives under one roof with a family, and no more; nothing where the home is hidden', async () => {
      const roof: World = {
        views,
        persons: [],
        restrictions: [],
        grants: [
          { principal: 'user:ash', scope: 'family:1', way: 'involved', because: 'Social worker', from: '2026-01-01' },
        ],
        reach: [
          { scope: 'family:1', subject: 'record:1' },
          { scope: 'home:1', subject: 'record:1' },
          { scope: 'home:1', subject: 'record:2' },
          { scope: 'home:2', subject: 'record:2' },
          { scope: 'home:2', subject: 'record:3' },
        ],
      }
      const hidden: World = { ...roof, restrictions: [{ subject: 'home:1', kind: 'hidden-address' }] }
      const worker: Viewer = {
        user: 'user:ash',
        name: 'Ash',
        role: 'social-worker',
        agency: 'agency:trust',
        agencyName: 'Trust',
        teams: [],
      }
      const envelopes = ['record:2', 'record:3'].flatMap((id) =>
        (['identity', 'birth', 'contact', 'address'] as const).map((topic): Envelope => ({
          topic,
          sensitivity: 'ordinary',
          agency: 'agency:council',
          subjects: [{ id, type: 'record', role: 'about' }],
        })),
      )
      for (const [world, expected] of [
        [roof, ['record:2 identity', 'record:2 birth']],
        [hidden, []],
      ] as const) {
        const entries = await database.transaction('app', async (tx) => {
          await setWorld(tx, world)
          return append(book, tx, said('agency:council'), envelopes.map(stated))
        })
        const seen = new Set(
          (await database.transaction(viewerStanding(worker, today), async (tx) => visible(tx, entries))).entries,
        )
        const told = (allowed: (entry: Entry) => boolean): string[] =>
          entries.filter(allowed).map((entry) => `${entry.subjects[0]?.id} ${entry.topic}`)
        assert.deepEqual(
          told(({ id }) => seen.has(id)),
          expected,
        )
        assert.deepEqual(
          told((entry) => may(worker, entry, world, today).may),
          expected,
        )
      }
    })

    it('shows nobody anything outside a viewer standing', async () => {
      const seen = await database.transaction({ principals: [], role: '', agency: '', today }, async (tx) =>
        tx.selectFrom('entry').select('id').execute(),
      )
      assert.deepEqual(seen, [])
    })

    it('asks anew in whose standing a statement runs, also where its plan is kept for the connection', async () => {
      const seen = async (standing: Parameters<typeof database.transaction>[0]): Promise<number> =>
        database.transaction(
          standing,
          async (tx) => (await tx.selectFrom('entry').select('id').where('topic', '<>', 'reference').execute()).length,
        )
      // A plan is kept from the sixth time on, and one connection serves all of these in turn.
      for (let again = 0; again < 12; again += 1) {
        assert.ok((await seen('app')) > 0)
        assert.equal(
          await seen({ principals: ['user:stranger'], role: 'social-worker', agency: 'agency:council', today }),
          0,
        )
      }
    })

    it('lets a viewer read no access table and write nothing', async () => {
      const standing = { principals: ['user:viewer'], role: 'social-worker', agency: 'agency:council', today }
      for (const table of [
        'access_grant',
        'access_reach',
        'access_view',
        'look',
        'app_user',
        'entry_subject',
        'person_of_record',
      ] as const)
        await assert.rejects(
          database.transaction(standing, async (tx) => tx.selectFrom(table).selectAll().execute()),
          /permission denied/u,
        )
      await assert.rejects(
        database.transaction(standing, async (tx) => tx.deleteFrom('entry_body').execute()),
        /permission denied/u,
      )
    })
  })

const said = (agency: string): Authorship => ({
  by: 'user:x',
  agency,
  source: 'form:test',
  at: Temporal.Instant.from('2026-03-01T10:00:00Z'),
})
const stated = ({ topic, sensitivity, subjects }: Envelope): NewEntry =>
  Stated.of({ topic, sensitivity, subjects, body: { what: 'said' } })

/** By entries, by bodies, and by both together, as pages read them. */
const visible = async (
  tx: Tx,
  entries: readonly Entry[],
): Promise<{ entries: string[]; bodies: string[]; together: string[]; backwards: string[] }> => {
  const ids = entries.map(({ id }) => id)
  const together = await tx
    .selectFrom('entry as e')
    .leftJoin('entry_body as b', 'b.entry_id', 'e.id')
    .select('b.entry_id')
    .where('e.id', 'in', ids)
    .execute()
  const backwards = await tx
    .selectFrom('entry_body as b')
    .leftJoin('entry as e', 'b.entry_id', 'e.id')
    .select('e.id')
    .where('b.entry_id', 'in', ids)
    .execute()
  const seen = await tx.selectFrom('entry').select('id').where('id', 'in', ids).execute()
  const bodies = await tx.selectFrom('entry_body').select('entry_id').where('entry_id', 'in', ids).execute()
  const sorted = (found: readonly (string | null)[]): string[] => found.map(String).toSorted()
  return {
    entries: sorted(seen.map(({ id }) => id)),
    bodies: sorted(bodies.map(({ entry_id }) => entry_id)),
    together: sorted(together.map(({ entry_id }) => entry_id)),
    backwards: sorted(backwards.map(({ id }) => id)),
  }
}

const setWorld = async (tx: Tx, { grants, reach, persons, restrictions, views: rows }: World): Promise<void> => {
  for (const table of [
    'access_grant',
    'access_reach',
    'access_restriction',
    'person_of_record',
    'access_view',
  ] as const)
    await tx.deleteFrom(table).execute()
  if (grants.length > 0)
    await tx
      .insertInto('access_grant')
      .values(
        grants.map(({ from: from_day, until, ...row }) => ({
          ...row,
          entry_id: crypto.randomUUID(),
          team: null,
          from_day,
          until_day: until ?? null,
        })),
      )
      .execute()
  await sql`insert into access_view select distinct role, way, topic, sensitivity, whose
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (role text, way text, topic text, sensitivity text, whose text)`.execute(
    tx,
  )
  await setReachOf(tx, [{ source: 'record:source', rows: reach }])
  await setPersons(tx, persons)
  await setRestrictionsOf(tx, [{ source: 'record:source', rows: restrictions }])
}

describe('a topic', () => {
  it('is written into the rows of whoever sees everything, or is named here as left out', () => {
    const leftOut = ['reference']
    const seen = new Set<string>(
      views.filter(({ role, way }) => role === 'social-worker' && way === 'involved').map(({ topic }) => topic),
    )
    assert.deepEqual(
      topics.filter((topic) => !seen.has(topic)),
      leftOut,
    )
  })
})
