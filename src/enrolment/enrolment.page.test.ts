import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { installViews, openFrontDesk, enrolUser, nameAgency, nameTeam } from '#access/index.ts'
import { at, saying } from '#families/testing/harbour.ts'
import { linkedErrors, markupFaults, signedIn } from '#families/testing/visitor.ts'
import type { AtTheDoor } from '#families/testing/visitor.ts'
import { migrate } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { openServer } from '#platform/http/index.ts'
import { openLog } from '#platform/log.ts'
import { beginRecord } from '#record/index.ts'
import { doorsOf, houseOf } from '../../test/support/some-rooms.ts'
import { emptyDatabase } from '../../test/support/worlds.ts'
import { enrolmentRoom } from './index.ts'

const house = houseOf(enrolmentRoom)
const { book } = house

describe('people and teams', () => {
  let server: FastifyInstance
  let close: () => Promise<void>
  let sys: AtTheDoor

  before(async () => {
    const { database, close: end } = await emptyDatabase('pglite')
    await migrate(database, house.rooms)
    await database.transaction('app', async (tx) => {
      await installViews(tx)
      await beginRecord(book, tx, saying('partnership', '2025-01-01'), 'Harbour Reach', true)
      const said = saying('partnership', '2025-01-01')
      const names = async () =>
        nameAgency.record(book, tx, said, [
          { agency: 'agency:partnership', name: 'Partnership office', kind: 'partnership', dutyFlag: 'yes' },
          { agency: 'agency:csc', name: 'Children’s services', kind: 'childrens-social-care', dutyFlag: 'yes' },
        ])
      for (const done of [
        await names(),
        await nameTeam.record(book, tx, said, [
          { team: 'team:east', name: 'East', agency: 'agency:csc', phone: '020 7946 0001' },
          { team: 'team:office', name: 'Office', agency: 'agency:partnership', phone: '020 7946 0002' },
        ]),
        await enrolUser.record(book, tx, said, [
          {
            user: 'user:sys',
            name: 'Sina Moor',
            role: 'system-administrator',
            title: 'System administrator',
            agency: 'agency:partnership',
            teams: ['team:office'],
          },
        ]),
      ])
        assert.ok(done.accepted)
    })
    server = await openServer({
      database,
      clock: steppedClock(at('2026-03-02T10:00:00Z')),
      log: openLog('error'),
      notReady: () => undefined,
      routes: doorsOf(house, database),
      desk: openFrontDesk({ database, nav: [{ text: 'My work', href: '/' }], isDemo: () => true }),
    })
    close = async () => {
      await server.close()
      await end()
    }
    sys = await signedIn({ server }, 'user:sys')
  })
  after(async () => close())

  it('add an agency, a team of it and somebody who acts for that team, who can then sign in', async () => {
    assert.equal(
      (
        await sys.post('/people-and-teams/new-agency', {
          name: 'Quayside Homes',
          kind: 'social-landlord',
          dutyFlag: 'not-known',
        })
      ).status,
      303,
    )
    assert.equal(
      (
        await sys.post('/people-and-teams/new-team', {
          name: 'Neighbourhoods',
          agency: 'agency:quayside-homes',
          phone: '020 7946 0100',
        })
      ).status,
      303,
    )
    const choose = await sys.get('/people-and-teams/new-person')
    assert.match(choose.text, /Quayside Homes/u)
    const form = await sys.get('/people-and-teams/new-person?agency=agency%3Aquayside-homes')
    assert.match(form.text, /Neighbourhoods/u)
    assert.doesNotMatch(form.text, /value="team:east"/u)
    for (const { text } of [choose, form]) assert.deepEqual(await markupFaults(text), [])
    assert.equal(
      (
        await sys.post('/people-and-teams/new-person', {
          agency: 'agency:quayside-homes',
          name: 'Ana Díaz',
          role: 'housing-officer',
          title: 'Neighbourhood officer',
          teams: 'team:neighbourhoods',
        })
      ).status,
      303,
    )
    const ana = await signedIn({ server }, 'user:ana-diaz')
    assert.match((await ana.get('/')).text, /Housing officer/u)
    assert.equal((await ana.get('/people-and-teams')).status, 403)
    const list = await sys.get('/people-and-teams?who=quayside')
    assert.match(list.text, /Ana Díaz[\s\S]*Neighbourhoods[\s\S]*020 7946 0100/u)
    assert.doesNotMatch(list.text, /Sina Moor<\/a>/u)
    assert.match(list.text, /<code>agency:quayside-homes<\/code>/u)
    assert.deepEqual(await markupFaults(list.text), [])
  })

  it('say at each field what is wrong, and keep what was typed', async () => {
    assert.deepEqual(linkedErrors((await sys.post('/people-and-teams/new-agency', { name: 'Quayside  HOMES' })).text), [
      'name',
      'kind',
      'dutyFlag',
    ])
    assert.deepEqual(
      linkedErrors((await sys.post('/people-and-teams/new-team', { name: 'east', agency: 'agency:csc' })).text),
      ['name', 'phone'],
    )
    const person = await sys.post('/people-and-teams/new-person', {
      agency: 'agency:csc',
      name: 'Bo Lind',
      title: 'Social worker',
      role: 'king',
    })
    assert.equal(person.status, 422)
    assert.deepEqual(linkedErrors(person.text), ['role'])
    assert.match(person.text, /value="Bo Lind"/u)
    const lent = await sys.post('/people-and-teams/new-person', {
      agency: 'agency:csc',
      name: 'Bo Lind',
      title: 'Social worker',
      role: 'social-worker',
      teams: 'team:office',
    })
    assert.equal(lent.status, 422)
    assert.match(lent.text, /another agency’s team/u)
  })

  it('change somebody’s team, and end an enrolment but never one’s own', async () => {
    assert.equal(
      (
        await sys.post('/people-and-teams/new-person', {
          agency: 'agency:csc',
          name: 'Daniel Frost',
          role: 'social-worker',
          title: 'Social worker',
        })
      ).status,
      303,
    )
    assert.match((await sys.get('/people-and-teams/user:daniel-frost')).text, /value="Daniel Frost"/u)
    assert.equal(
      (
        await sys.post('/people-and-teams/user:daniel-frost', {
          name: 'Daniel Frost',
          role: 'supervisor',
          title: 'Team manager',
          teams: 'team:east',
        })
      ).status,
      303,
    )
    const daniel = await signedIn({ server }, 'user:daniel-frost')
    assert.match((await daniel.get('/')).text, /Supervisor/u)
    assert.equal((await sys.get('/people-and-teams/user:sys/left')).status, 404)
    assert.equal((await sys.post('/people-and-teams/user:sys/left', {})).status, 404)
    assert.equal((await sys.post('/people-and-teams/user:daniel-frost/left', {})).status, 303)
    assert.equal((await daniel.get('/')).status, 303)
    assert.match((await sys.get('/people-and-teams')).text, /Daniel Frost<\/a><br>has left/u)
    assert.match((await sys.get('/people-and-teams/user:daniel-frost')).text, /enrols them again/u)
    assert.equal((await sys.get('/people-and-teams/user:nobody')).status, 404)
  })
})
