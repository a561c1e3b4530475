import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { familyPage, homePage, livingIn, RelationshipStated, withdrawEntry } from '#families/index.ts'
import type { Database } from '#platform/database/index.ts'
import { dispose, entriesAbout, rebuild, refoldDue, standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { plansOn } from '#referrals/index.ts'
import { aHousingDelivery, anSsdDelivery, inAFolder } from '../../../test/support/deliveries.ts'
import { emptyDatabase, engines } from '../../../test/support/worlds.ts'
import { applyDelivery, familyIdFor, homeIdOfUprn, loadDelivery, recordIdFor } from '../index.ts'
import type { Delivery } from '../index.ts'
import {
  begin,
  book,
  housingOfficer,
  instant,
  landlord,
  load,
  sealAt,
  socialCare,
  socialWorker,
} from '../testing/house.ts'

const h1 = homeIdOfUprn('100023330001')
const solveig = recordIdFor(landlord, 'housing', 'P1')
const maren = recordIdFor(socialCare, 'ssd', 'C2')
const family = familyIdFor(socialCare, 'ssd', 'F1')
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const told = ({ counts: { new: fresh, changed, same, gone } }: Delivery): number[] => [fresh, changed, same, gone]

for (const engine of engines)
  describe(`a delivery on ${engine}`, { concurrency: false }, () => {
    let database: Database
    let close: () => Promise<void>
    before(async () => {
      ;({ database, close } = await emptyDatabase(engine))
      await begin(database)
    })
    after(async () => close())

    const about = async (subject: string): Promise<Entry[]> =>
      database.transaction('app', async (tx) => standing(await entriesAbout(tx, { subjects: [subject] })))
    const entries = async (): Promise<number> =>
      database.transaction(
        'app',
        async (tx) => (await sql<{ n: number }>`select count(*) as n from entry`.execute(tx)).rows[0]?.n ?? 0,
      )
    const kinds = (of: readonly Entry[]): string[] => of.map(({ kind }) => kind).toSorted()

    it('is refused whole, and leaves nothing behind, when one row is wrong', async () => {
      const before = await entries()
      const refused = await load(
        database,
        'housing',
        aHousingDelivery().where('occupancy.csv', 0, { moved_in: '2019-31-12' }),
      )
      assert.equal(refused.state, 'refused')
      assert.deepEqual(
        refused.report?.refused.listed.map((one) => ('line' in one ? one.line : 0)),
        [2],
      )
      assert.equal(await entries(), before)
      assert.equal(
        (
          await database.transaction('app', async (tx) =>
            sql`select from feed_staged union all select from feed_row`.execute(tx),
          )
        ).rows.length,
        0,
      )
    })

    it('is refused whole when a rule of a room refuses what it says, with file, line and the rule’s own sentence', async () => {
      const before = await entries()
      const refused = await load(database, 'housing', aHousingDelivery().where('conditions.csv', 0, { stage: 'done' }))
      assert.equal(refused.state, 'refused')
      assert.deepEqual(
        refused.problems.refused.map((one) => [
          one.about,
          'file' in one ? one.file : '',
          'line' in one ? one.line : 0,
          one.reason,
        ]),
        [['row', 'conditions.csv', 2, 'row.rule-refuses']],
      )
      assert.match(refused.problems.refused[0]?.whatToDo ?? '', /no day is given/u)
      assert.equal(await entries(), before)
    })

    it('shows a landlord’s homes and people by the rooms’ own queries', async () => {
      const delivery = await load(database, 'housing', aHousingDelivery())
      assert.deepEqual([delivery.state, ...told(delivery)], ['applied', 21, 0, 0, 0])
      assert.equal(await refoldDue(database, book), 0)
      await sealAt(database, '2026-11-20T07:00:00Z')
      const living = await database.transaction('app', async (tx) => livingIn(tx, h1, day('2026-11-21')))
      const home = await database.transaction(housingOfficer('2026-11-21'), async (tx) =>
        homePage(tx, h1, living, { on: day('2026-11-21') }),
      )
      assert.deepEqual(
        [home.address?.lines, home.uprn, living.length],
        [['Flat 9', 'Tide Court', 'Mast Street'], '100023330001', 3],
      )
      assert.deepEqual(kinds(await about(h1)), [
        'AddressStated',
        'AddressStated',
        'AddressStated',
        'ConditionStated',
        'HomeDescribed',
        'HomeNamed',
        'OnApplicationStated',
        'OnApplicationStated',
        'OnTenancyStated',
        'RegisterApplicationStated',
        'ResponsibilityForHomeStarted',
        'RoomsStated',
        'SleepingArrangementStated',
        'SleepingArrangementStated',
        'SleepingArrangementStated',
        'SleepsHereStated',
        'SleepsHereStated',
        'SleepsHereStated',
        'TenancyStated',
      ])
      const mine = await about(solveig)
      assert.deepEqual(
        mine
          .filter(RelationshipStated.is)
          .map(({ body }) => body.type)
          .toSorted(),
        ['parent', 'partner'],
      )
      const names = mine.find(({ kind }) => kind === 'NamesStated')
      assert.match(names?.sourceRow ?? '', /^people\.csv:2 P1 names$/u)
      assert.equal(names?.source, `feed:${delivery.id}`)
      assert.equal(names?.agency, landlord)
    })

    it('says nothing the second time', async () => {
      const before = await entries()
      const again = await load(database, 'housing', aHousingDelivery(), '2026-11-21')
      assert.deepEqual([again.state, ...told(again)], ['applied', 0, 0, 21, 0])
      assert.equal(await entries(), before)
    })

    it('shows a family of children’s social care to the worker whom the extract names, with its plan now and before', async () => {
      const delivery = await load(database, 'ssd', anSsdDelivery())
      assert.equal(delivery.state, 'applied')
      await sealAt(database, '2026-11-20T08:00:00Z')
      const view = await database.transaction(socialWorker('2026-11-21'), async (tx) =>
        familyPage(tx, family, { on: day('2026-11-21') }),
      )
      assert.equal(view?.title, 'Family of Maren')
      assert.deepEqual(
        view?.facts.members.map(({ memberships }) => memberships.map(({ role }) => role).join()).toSorted(),
        ['child', 'parent'],
      )
      const plans = plansOn(await about(maren), day('2026-11-21'))
      assert.deepEqual(
        plans.map(({ plan, from, until, state }) => [plan, from, until, state]),
        [['child-in-need', '2026-04-21', '2026-08-14', 'before']],
      )
      assert.equal(plansOn(await about(maren), day('2026-08-13'))[0]?.state, 'now')
      assert.deepEqual(view?.facts.responsibilities, [])
    })

    it('opens no family for a file without a child, and lets nobody work with one that is not there', async () => {
      const adult = anSsdDelivery()
        .with('ssd_person.csv', {
          pers_person_id: 'C9',
          pers_forename: 'Odalys',
          pers_surname: 'Penhale',
          pers_dob: '1990-01-01',
        })
        .with('ssd_family.csv', { fami_table_id: '9', fami_family_id: 'F9', fami_person_id: 'C9' })
        .with('ssd_involvements.csv', {
          invo_involvements_id: 'I9',
          invo_professional_id: 'W1',
          invo_person_id: 'C9',
          invo_involvement_start_date: '2026-03-04',
        })
      const delivery = await load(database, 'ssd', adult)
      assert.deepEqual(
        [delivery.state, delivery.problems.notTaken.map(({ file }) => file)],
        ['applied', ['ssd_family.csv']],
      )
      assert.deepEqual(await about(familyIdFor(socialCare, 'ssd', 'F9')), [])
    })

    it('shows nothing of itself to whoever asks what was known before it came', async () => {
      const then = instant('2026-11-19')
      assert.equal(
        await database.transaction('app', async (tx) =>
          familyPage(tx, family, { on: day('2026-11-19'), knownAt: then }),
        ),
        undefined,
      )
      assert.deepEqual(
        await database.transaction('app', async (tx) =>
          entriesAbout(tx, { subjects: [h1, solveig, maren, family], knownAt: then }),
        ),
        [],
      )
    })

    it('puts right what an agency says differently, and takes back what it left empty', async () => {
      const changed = aHousingDelivery()
        .extractedAt('2026-11-22T02:00:00Z')
        .where('people.csv', 0, { date_of_birth: '1993-04-12', nhs_number: '' })
        .where('rooms.csv', 1, { area: '6.5', area_unit: 'm2' })
      const delivery = await load(database, 'housing', changed, '2026-11-22')
      assert.deepEqual([delivery.state, ...told(delivery)], ['applied', 0, 2, 19, 0])
      const all = await database.transaction('app', async (tx) => entriesAbout(tx, { subjects: [solveig] }))
      const [was, is] = all.filter(({ kind }) => kind === 'BirthStated')
      assert.deepEqual([was?.body?.['on'], is?.body?.['on'], is?.corrects], ['1993-04-11', '1993-04-12', was?.id])
      assert.equal(
        standing(all).some(({ kind }) => kind === 'NhsNumberStated'),
        false,
      )
      assert.deepEqual((await about(h1)).filter(({ kind }) => kind === 'RoomsStated').length, 1)
    })

    it('is refused when a later extract of the same source has been applied already', async () => {
      const before = await entries()
      const older = await load(
        database,
        'housing',
        aHousingDelivery().extractedAt('2026-11-21T02:00:00Z'),
        '2026-11-22',
      )
      assert.deepEqual(
        [older.state, older.problems.refused.map(({ reason }) => reason)],
        ['refused', ['manifest.older-than-the-last']],
      )
      assert.equal(await entries(), before)
    })

    it('waits for a person when more is gone than may go unseen, and then says of those who are gone that the list names them no more', async () => {
      const half = aHousingDelivery()
        .extractedAt('2026-11-23T02:00:00Z')
        .where('people.csv', 0, { date_of_birth: '1993-04-12', nhs_number: '' })
        .where('rooms.csv', 1, { area: '6.5', area_unit: 'm2' })
        .holding('placements.csv', 'placement_ref,case_ref,home_ref,person_ref,type,started_on,ended_on\n')
        .holding('conditions.csv', 'condition_ref,home_ref,room_ref,kind,reported_on,stage\n')
        .holding('occupancy.csv', 'home_ref,person_ref,sleeps_here,moved_in\nH1,P1,yes,2019-09-02\n')
        .holding('register_people.csv', 'application_ref,person_ref,part\nA1,P1,applicant\n')
        .promising('placements.csv', 0)
        .promising('conditions.csv', 0)
        .promising('occupancy.csv', 1)
        .promising('register_people.csv', 1)
      const before = await entries()
      const waiting = await load(database, 'housing', half, '2026-11-23')
      assert.equal(waiting.state, 'waiting-for-confirmation')
      assert.equal(waiting.counts.gone, 6)
      assert.equal(await entries(), before)
      const applied = await applyDelivery(
        { database, book },
        waiting.id,
        'user:manager',
        instant('2026-11-23'),
        'user:manager',
      )
      assert.equal(applied.state, 'applied')
      const sleeps = (await about(h1)).filter(
        ({ kind, body }) => kind === 'SleepsHereStated' && body?.['record'] === recordIdFor(landlord, 'housing', 'P3'),
      )
      assert.deepEqual(
        sleeps.map(({ body, trueFrom }) => [body?.['says'], trueFrom]),
        [
          ['yes', '2019-09-02'],
          ['no-longer-listed', '2026-11-23'],
        ],
      )
      const addresses = (await about(recordIdFor(landlord, 'housing', 'P3'))).filter(
        ({ kind }) => kind === 'AddressStated',
      )
      assert.deepEqual(
        addresses.map(({ trueUntil }) => trueUntil),
        ['2026-11-23'],
      )
      assert.ok(
        (await about(h1)).some(({ kind, body }) => kind === 'NoLongerSaid' && body?.['kind'] === 'ConditionStated'),
      )
    })

    it('takes from a delta only what it says, and refuses one that names a home nobody delivered', async () => {
      const row = { change: 'set', home_ref: 'H1', person_ref: 'P2', sleeps_here: 'yes', moved_in: '2026-11-24' }
      const manifest = (rows: number): string =>
        JSON.stringify({
          format: 'housing',
          version: '1',
          source: 'Quayside',
          extracted_at: '2026-11-24T02:00:00Z',
          mode: 'delta',
          files: [{ name: 'occupancy.csv', rows }],
        })
      const delta = async (home: string): Promise<Delivery> => {
        const text = `change,home_ref,person_ref,sleeps_here,moved_in\nset,${home},${row.person_ref},yes,${row.moved_in}\n`
        return inAFolder(
          new Map([
            ['manifest.json', manifest(1)],
            ['occupancy.csv', text],
          ]),
          async (folder) =>
            loadDelivery(
              { database, book },
              { kind: 'housing', agency: landlord, paths: [folder], by: 'user:manager', at: instant('2026-11-24') },
            ),
        )
      }
      const unknown = await delta('H9')
      assert.deepEqual(
        [unknown.state, unknown.problems.refused.map((one) => ('field' in one ? one.field : ''))],
        ['refused', ['home_ref']],
      )
      const known = await delta('H1')
      assert.deepEqual([known.state, ...told(known)], ['applied', 1, 0, 0, 0])
    })

    it('makes two landlords’ rows of one UPRN one home', async () => {
      const other = aHousingDelivery()
        .where('homes.csv', 0, { home_ref: 'Z1', officer_ref: '' })
        .without('rooms.csv')
        .without('occupancy.csv')
        .without('tenancies.csv')
        .without('tenancy_people.csv')
        .without('register.csv')
        .without('register_people.csv')
        .without('conditions.csv')
        .without('placements.csv')
        .without('people.csv')
        .asDelta()
      const files = new Map(
        [...other.files()].map(([name, content]) => [
          name,
          name.endsWith('.csv')
            ? String(content)
                .split('\r\n')
                .map((line, at) => (line === '' ? line : `${at === 0 ? 'change' : 'set'},${line}`))
                .join('\r\n')
            : content,
        ]),
      )
      const delivery = await inAFolder(files, async (folder) =>
        loadDelivery(
          { database, book },
          { kind: 'housing', agency: 'agency:pier', paths: [folder], by: 'user:manager', at: instant('2026-11-24') },
        ),
      )
      assert.equal(delivery.state, 'applied')
      assert.deepEqual(
        (await about(h1))
          .filter(({ kind }) => kind === 'HomeNamed')
          .map(({ agency }) => agency)
          .toSorted(),
        ['agency:pier', landlord],
      )
    })

    it('hides the home of a refuge with the same commit', async () => {
      const delivery = await load(
        database,
        'housing',
        aHousingDelivery().extractedAt('2026-11-25T02:00:00Z').where('homes.csv', 1, { address_hidden: 'yes' }),
        '2026-11-25',
        { goneConfirmedBy: 'user:manager' },
      )
      assert.equal(delivery.state, 'applied')
      const hidden = await database.transaction('app', async (tx) =>
        sql<{ subject: string; kind: string }>`select subject, kind from access_restriction_said`.execute(tx),
      )
      assert.deepEqual(hidden.rows, [{ subject: homeIdOfUprn('100023330002'), kind: 'hidden-address' }])
    })

    it('leaves projections that a rebuild makes the same again', async () => {
      const rows = async (): Promise<unknown> =>
        database.transaction('app', async (tx) => {
          const all: unknown[] = []
          for (const table of [
            'person_name',
            'person_birth',
            'person_number',
            'person_postcode',
            'family_member',
            'access_reach',
            'access_grant',
            'access_restriction',
            'access_restriction_said',
            'person_of_record',
          ])
            all.push(
              (
                await sql<{
                  row: unknown
                }>`select to_jsonb(t) as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(tx)
              ).rows,
            )
          return all
        })
      const before = await rows()
      await rebuild(database, book)
      assert.deepEqual(await rows(), before)
    })

    it('applies nothing when it is stopped while it is applied, and the next run starts afresh', async () => {
      const before = await entries()
      let units = 0
      const stopped = load(
        database,
        'ssd',
        anSsdDelivery().where('ssd_person.csv', 1, { pers_forename: 'Marén' }),
        '2026-11-26',
        { limits: {} },
      )
      await stopped
      const fresh = anSsdDelivery().where('ssd_person.csv', 1, { pers_forename: 'Maren-Liv' })
      await assert.rejects(
        inAFolder(fresh.files(), async (folder) =>
          loadDelivery(
            { database, book },
            { kind: 'ssd', agency: socialCare, paths: [folder], by: 'user:manager', at: instant('2026-11-26') },
            (done, all) => {
              units += 1
              // Past the reading, in the middle of saying it.
              if (all <= 8 && done > 0 && units > 6) throw new Error('the server was stopped')
            },
          ),
        ),
        /stopped/u,
      )
      const between = await entries()
      assert.ok(between >= before)
      const names = (of: readonly Entry[]): unknown =>
        of.findLast(({ kind }) => kind === 'NamesStated')?.body?.['names']
      assert.deepEqual(names(await about(maren)), [{ use: 'usual', given: 'Marén', family: 'Adeyemi' }])
      const again = await load(database, 'ssd', fresh, '2026-11-26')
      assert.equal(again.state, 'applied')
      assert.deepEqual(names(await about(maren)), [{ use: 'usual', given: 'Maren-Liv', family: 'Adeyemi' }])
      assert.equal(
        (
          await database.transaction('app', async (tx) =>
            sql<{ n: number }>`select count(*) as n from feed_delivery where state = 'broken-off'`.execute(tx),
          )
        ).rows[0]?.n,
        1,
      )
    })

    it('keeps no word of what was disposed of, and takes the same row for no news', async () => {
      const row = async (): Promise<unknown> =>
        database.transaction(
          'app',
          async (tx) =>
            (
              await sql<{
                row: unknown
                gone: boolean
              }>`select row, gone from feed_row where agency = ${landlord} and tbl = 'people' and key = 'P1'`.execute(
                tx,
              )
            ).rows,
        )
      const said = async (): Promise<number> =>
        database.transaction(
          'app',
          async (tx) =>
            (
              await sql`select from feed_said where agency = ${landlord} and unit_type in ('person', 'relations') and unit = 'P1'`.execute(
                tx,
              )
            ).rows.length,
        )
      assert.ok((await said()) > 0)
      const names = (await about(solveig)).filter(({ kind }) => kind === 'NamesStated')
      const order = {
        entries: names.map(({ id }) => id),
        authority: 'Retention schedule 2026',
        retentionClass: 'child-record',
      }
      assert.equal(
        await database.transaction('app', async (tx) =>
          dispose(
            book,
            tx,
            { by: 'user:manager', agency: 'agency:partnership', source: 'test', at: instant('2026-11-26') },
            order,
          ),
        ),
        1,
      )
      assert.deepEqual([await row(), await said()], [[{ row: null, gone: false }], 0])
      const before = await entries()
      const hidden = aHousingDelivery().where('homes.csv', 1, { address_hidden: 'yes' })
      const again = await load(database, 'housing', hidden.extractedAt('2026-11-27T02:00:00Z'), '2026-11-27', {
        goneConfirmedBy: 'user:manager',
      })
      assert.deepEqual([again.state, ...told(again)], ['applied', 0, 0, 21, 0])
      assert.equal(await entries(), before)
      const changed = await load(
        database,
        'housing',
        hidden.extractedAt('2026-11-28T02:00:00Z').where('people.csv', 0, { date_of_birth: '1993-04-13' }),
        '2026-11-28',
      )
      assert.deepEqual([changed.state, ...told(changed)], ['applied', 0, 1, 20, 0])
      assert.equal((await about(solveig)).findLast(({ kind }) => kind === 'BirthStated')?.body?.['on'], '1993-04-13')
    })

    it('decides anew where a form came between, so that nothing is taken back twice', async () => {
      const emptied = aHousingDelivery()
        .extractedAt('2026-11-29T02:00:00Z')
        .where('homes.csv', 1, { address_hidden: 'yes' })
        .where('people.csv', 0, { date_of_birth: '1993-04-13', nhs_number: '' })
      const number = (await about(solveig)).findLast(({ kind }) => kind === 'NhsNumberStated')
      assert.ok(number)
      const byForm = async (): Promise<unknown> =>
        database.transaction('app', async (tx) =>
          withdrawEntry.record(
            book,
            tx,
            { by: 'user:petra', agency: landlord, source: 'form', at: instant('2026-11-29') },
            [{ entry: number.id, because: 'A slip.' }],
          ),
        )
      let decided = 0
      let asked = false
      // The first transaction after something was decided waits for the form.
      const interrupted: Database = {
        ...database,
        transaction: async (standingOf, work) => {
          if (decided > 0 && !asked) {
            asked = true
            await byForm()
          }
          return database.transaction(standingOf, work)
        },
      }
      const delivery = await inAFolder(emptied.files(), async (folder) =>
        loadDelivery(
          { database: interrupted, book },
          { kind: 'housing', agency: landlord, paths: [folder], by: 'user:manager', at: instant('2026-11-29') },
          (done, all) => {
            if (all < 21) decided = done
          },
        ),
      )
      assert.deepEqual([asked, delivery.state, ...told(delivery)], [true, 'applied', 0, 1, 20, 0])
      const all = await database.transaction('app', async (tx) => entriesAbout(tx, { subjects: [solveig] }))
      assert.deepEqual(
        all.filter(({ corrects }) => corrects === number.id).map(({ by }) => by),
        ['user:petra'],
      )
      assert.equal(
        (
          await database.transaction('app', async (tx) =>
            sql`select load from load_entry union all select load from load_head union all select load from feed_said_next`.execute(
              tx,
            ),
          )
        ).rows.length,
        0,
      )
    })
  })
