import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import {
  openFrontDesk,
  enrolUser,
  withholdAddress,
  nameAgency,
  nameTeam,
  startResponsibility,
  viewerStanding,
} from '#access/index.ts'
import { nameHome, openRecord } from '#families/index.ts'
import { headingOf, markupFaults, signedIn } from '#families/testing/visitor.ts'
import type { AtTheDoor } from '#families/testing/visitor.ts'
import { stateApplication, stateOccupancy } from '#housing/index.ts'
import { day, lanternHouse, made, saying, viewer } from '#housing/testing/harbour-homes.ts'
import type { Lantern } from '#housing/testing/harbour-homes.ts'
import type { Database } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { openServer } from '#platform/http/index.ts'
import { openLog } from '#platform/log.ts'
import { checkpointInMemory, entriesAbout, rebuild, sealPending } from '#record/index.ts'
import { emptyDatabase } from '../../../test/support/worlds.ts'
import { assessWhatIsDue } from '../index.ts'
import { beginAlerts, book, noon, house } from '../testing/harbour-alerts.ts'
import { referralsWaiting } from './waiting.ts'
import { doorsOf } from '../../../test/support/some-rooms.ts'

describe('referrals that nobody has taken up', { concurrency: false }, () => {
  let database: Database
  let server: FastifyInstance
  let close: () => Promise<void>
  let lantern: Lantern
  const anchor = { home: '', mother: '', girl: '', baby: '' }
  const doors = new Map<string, AtTheDoor>()
  const at = async (user: string): Promise<AtTheDoor> => {
    const door = doors.get(user) ?? (await signedIn({ server }, user))
    doors.set(user, door)
    return door
  }
  const workOf = async (user: string): Promise<string> => (await (await at(user)).get('/')).text
  const linkOf = async (user: string, address: string): Promise<string> =>
    [...(await workOf(user)).matchAll(/href="(\/referrals\/[^"]+)">([^<]+)/gu)].find(([, , text = '']) =>
      text.includes(address),
    )?.[1] ?? ''
  const refer = async (address: string, reason: string): Promise<void> => {
    const hal = await at('user:hal')
    const alert =
      [...(await hal.get('/')).text.matchAll(/href="(\/alerts\/alert:[^"]+)">([^<]+)/gu)].find(([, , text = '']) =>
        text.includes(address),
      )?.[1] ?? ''
    assert.equal((await hal.post(alert, { decision: 'refer', agreed: 'yes', reason })).status, 303)
  }

  before(async () => {
    const opened = await emptyDatabase('pglite')
    database = opened.database
    await beginAlerts(database)
    lantern = await lanternHouse(database)
    await database.transaction('app', async (tx) => {
      const said = saying('partnership', '2026-06-01')
      made(
        await nameAgency.record(book, tx, said, [
          { agency: 'agency:hospital', name: 'Harbour Hospital', kind: 'hospital', dutyFlag: 'yes' },
        ]),
      )
      made(
        await nameTeam.record(book, tx, said, [
          { team: 'team:door', name: 'Front door', agency: 'agency:csc', phone: '020 7946 0013' },
        ]),
      )
      made(
        await enrolUser.record(book, tx, said, [
          {
            user: 'user:sam',
            name: 'Samuel Achterberg',
            role: 'social-worker',
            title: 'Social worker',
            agency: 'agency:csc',
            teams: ['team:door'],
          },
          {
            user: 'user:gro',
            name: 'Gro Lindholm',
            role: 'supervisor',
            title: 'Team manager',
            agency: 'agency:csc',
            teams: ['team:door'],
          },
          {
            user: 'user:chair',
            name: 'Nils Overgaard',
            role: 'conference-chair',
            title: 'Conference chair',
            agency: 'agency:csc',
            teams: [],
          },
          {
            user: 'user:hospital',
            name: 'Dagny Holt',
            role: 'social-worker',
            title: 'Hospital social worker',
            agency: 'agency:hospital',
            teams: [],
          },
          {
            user: 'user:matron',
            name: 'Wanda Pryce',
            role: 'supervisor',
            title: 'Matron',
            agency: 'agency:hospital',
            teams: [],
          },
        ]),
      )
      const landlord = saying('landlord', '2026-06-01')
      const [home = ''] = made(
        await nameHome.record(book, tx, landlord, [
          { lines: ['Flat 2', 'Anchor House', 'Quay Street'], postcode: 'HR1 4QT', borough: 'inside' },
        ]),
      ).ids
      const [mother = '', girl = '', baby = ''] = made(
        await openRecord.record(book, tx, landlord, [
          {
            statements: [
              { say: 'names', names: [{ use: 'usual', given: 'Ottilie', family: 'Maderna' }] },
              { say: 'birth', on: '1996-04-02' },
            ],
          },
          {
            statements: [
              { say: 'names', names: [{ use: 'usual', given: 'Viveca', family: 'Maderna' }] },
              { say: 'birth', on: '2020-05-09' },
            ],
          },
          {
            statements: [
              { say: 'names', names: [{ use: 'usual', given: 'Aurel', family: 'Maderna' }] },
              { say: 'birth', on: '2026-01-20' },
            ],
          },
        ]),
      ).ids
      Object.assign(anchor, { home, mother, girl, baby })
      made(
        await stateOccupancy.record(
          book,
          tx,
          landlord,
          [mother, girl, baby].map((record) => ({
            home,
            list: 'sleeps-here' as const,
            record,
            says: 'yes' as const,
            verifiedOn: '2026-05-18',
          })),
        ),
      )
      made(
        await stateApplication.record(book, tx, landlord, [
          { home, application: 'A-3', status: 'active', registeredOn: '2024-03-09' },
        ]),
      )
      made(
        await startResponsibility.record(book, tx, landlord, [
          { home, principal: 'user:hal', role: 'housing officer', from: day('2024-02-01') },
        ]),
      )
    })
    await sealPending(database, () => noon('2026-06-02'), checkpointInMemory())
    await assessWhatIsDue(database, book, noon('2026-06-02'))
    server = await openServer({
      database,
      clock: steppedClock(noon('2026-06-02')),
      log: openLog('error'),
      notReady: () => undefined,
      routes: doorsOf(house, database),
      desk: openFrontDesk({ database, nav: [{ text: 'My work', href: '/' }], isDemo: () => true }),
    })
    close = async () => {
      await server.close()
      await opened.close()
    }
    await refer('Anchor House', 'The baby sleeps in a pram in the hall.')
    await refer('Lantern House', 'Three flights with a pram, and mould above the cot.')
  })
  after(async () => close())

  it('wait at the door of children’s social care: sentence, address, ages, who referred and whom to ring', async () => {
    for (const user of ['user:sam', 'user:gro', 'user:ada']) {
      const text = (await workOf(user)).replaceAll(/\s+/gu, ' ')
      assert.match(text, /Referrals waiting/u)
      assert.match(text, /Flat 2, Anchor House, Quay Street, HR1 4QT/u)
      assert.match(text, /On the housing register since 9 March 2024; 2 children in the home, 1 under one/u)
      assert.match(
        text,
        /2 children: 4 months and 6 years\. Referred by Hal Winterbourne, housing officer, Harbour Homes, 2 June 2026[^;]*; ring 020 7946 0012/u,
      )
    }
  })

  it('name nobody in the home until they are taken up', async () => {
    const page = await (await at('user:sam')).get(await linkOf('user:sam', 'Anchor House'))
    assert.deepEqual([page.status, headingOf(page.text)], [200, 'Referral waiting'])
    assert.match(page.text, /The baby sleeps in a pram in the hall/u)
    assert.match(page.text, /The parents know and agree/u)
    for (const text of [page.text, await workOf('user:sam')])
      assert.doesNotMatch(text, /Maderna|Viveca|Aurel|Ottilie|Osei|Brandt/u)
    assert.deepEqual(await markupFaults(page.text), [])
    assert.equal((await (await at('user:sam')).get(`/people/${anchor.girl}`)).status, 404)
  })

  it('are never listed to a housing officer, a chair or another agency, nor opened, nor taken up by them', async () => {
    const link = await linkOf('user:sam', 'Anchor House')
    assert.notEqual(link, '')
    for (const user of ['user:hal', 'user:ola', 'user:chair', 'user:hospital', 'user:matron']) {
      assert.doesNotMatch(await workOf(user), /Referrals waiting|\/referrals\//u, user)
      assert.equal((await (await at(user)).get(link)).status, 404, user)
      assert.equal((await (await at(user)).post(link, {})).status, 404, user)
      assert.deepEqual(
        await database.transaction(viewerStanding(await viewer(database, user), day('2026-06-02')), async (tx) =>
          referralsWaiting(tx),
        ),
        [],
        user,
      )
    }
    assert.deepEqual(await entriesOf('ReferralTakenUp'), [])
  })

  it('tell no address that is hidden, and whom to ring instead', async () => {
    await database.transaction('app', async (tx) =>
      made(
        await withholdAddress.record(book, tx, saying('csc', '2026-06-01', 'user:ada'), [
          { subject: lantern.baby, why: 'She fled.', askedBy: 'the mother', on: day('2026-06-01') },
        ]),
      ),
    )
    const text = await workOf('user:sam')
    assert.doesNotMatch(text, /Lantern House/u)
    assert.match(text, /An address that must not be told here: ring whoever referred/u)
    assert.match(text, /Flat 2, Anchor House/u)
  })

  it('open a family for the children of a home where there is none, and let who takes it up work with them, on the record', async () => {
    const link = await linkOf('user:sam', 'Anchor House')
    const done = await (await at('user:sam')).post(link, {})
    assert.equal(done.status, 303)
    assert.match(done.location ?? '', /^\/families\/family:/u)
    const family = await (await at('user:sam')).get(done.location ?? '')
    assert.equal(family.status, 200)
    for (const told of ['Viveca', 'Aurel', 'Ottilie', 'Consider a referral'])
      assert.ok(family.text.includes(told), told)
    const [taken] = await entriesOf('ReferralTakenUp')
    assert.deepEqual([taken?.by, taken?.agency], ['user:sam', 'agency:csc'])
    const opened = await database.transaction('app', async (tx) =>
      entriesAbout(tx, {
        subjects: [(done.location ?? '').replace('/families/', '')],
        kinds: ['FamilyOpened', 'FamilyMemberJoined', 'InvolvementStarted'],
      }),
    )
    assert.deepEqual(
      opened.map(({ kind, by }) => [kind, by]).toSorted((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '')),
      [
        ['FamilyMemberJoined', 'user:sam'],
        ['FamilyMemberJoined', 'user:sam'],
        ['FamilyMemberJoined', 'user:sam'],
        ['FamilyOpened', 'user:sam'],
        ['InvolvementStarted', 'user:sam'],
      ],
    )
    for (const path of [link, '/referrals/00000000-0000-7000-8000-000000000000']) {
      const late = await (await at('user:gro')).post(path, {})
      assert.deepEqual(
        [late.status, late.location],
        [303, '/'],
        'a colleague was quicker, or it never was: both are told alike',
      )
      assert.match(
        await workOf('user:gro'),
        /That referral waits no more: a colleague may have taken it up\. Nothing of yours was recorded\./u,
      )
    }
    for (const reply of [await (await at('user:sam')).get(link), await (await at('user:sam')).post(link, {})])
      assert.deepEqual(
        [reply.status, reply.location],
        [303, done.location],
        'it leads whoever took it up on to the family',
      )
    assert.match(
      (await (await at('user:sam')).get(done.location ?? '')).text,
      /The referral was taken up on 2 June 2026\. This is the family\./u,
    )
    assert.equal((await entriesOf('ReferralTakenUp')).length, 1)
    for (const user of ['user:gro', 'user:hal', 'user:ola', 'user:hospital'])
      assert.equal((await (await at(user)).get(link)).status, 404, user)
    assert.doesNotMatch(await workOf('user:gro'), /Anchor House/u)
  })

  it('start work with a family that is open already, and leave everybody else’s as it was', async () => {
    const link = await linkOf('user:gro', 'An address that must not be told')
    assert.equal((await (await at('user:gro')).post(link, {})).location, `/families/${lantern.family}`)
    assert.equal((await (await at('user:gro')).get(`/families/${lantern.family}`)).status, 200)
    assert.equal((await (await at('user:sam')).get(`/families/${lantern.family}`)).status, 404)
    assert.doesNotMatch(await workOf('user:sam'), /Referrals waiting/u)
  })

  it('are the same list when everything is made again from the record', async () => {
    await rebuild(database, book)
    assert.doesNotMatch(await workOf('user:sam'), /Referrals waiting/u)
  })

  const entriesOf = async (kind: string) =>
    database.transaction('app', async (tx) =>
      entriesAbout(tx, { subjects: [anchor.home, lantern.home], kinds: [kind] }),
    )
})
