import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { openFrontDesk } from '#access/index.ts'
import { headingOf, linkedErrors, markupFaults } from '#families/testing/visitor.ts'
import type { Database } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { openServer } from '#platform/http/index.ts'
import { openLog } from '#platform/log.ts'
import { aHousingDelivery, anSsdDelivery } from '../../test/support/deliveries.ts'
import type { DeliveryBuilder } from '../../test/support/deliveries.ts'
import { emptyDatabase } from '../../test/support/worlds.ts'
import { zipOf } from '../../test/support/zips.ts'
import { deliveryById } from './index.ts'
import type { Delivery } from './index.ts'
import { begin, instant, landlord, load, socialCare, house } from './testing/house.ts'
import { doorsOf } from '../../test/support/some-rooms.ts'

describe('the pages of deliveries', { concurrency: false }, () => {
  let database: Database
  let server: Awaited<ReturnType<typeof openServer>>
  let close: () => Promise<void>
  before(async () => {
    const opened = await emptyDatabase('pglite')
    database = opened.database
    await begin(database)
    server = await openServer({
      database,
      clock: steppedClock(instant('2026-11-21')),
      log: openLog('silent'),
      notReady: () => undefined,
      routes: doorsOf(house, database),
      desk: openFrontDesk({ database, nav: [], isDemo: () => true }),
    })
    close = async () => {
      await server.close()
      await opened.close()
    }
  })
  after(async () => close())

  const signIn = async (person: string): Promise<string> => {
    const reply = await server.inject({
      method: 'POST',
      url: '/sign-in/demo',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `person=${person}`,
    })
    return reply.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  }
  const get = async (url: string, cookie: string): Promise<{ status: number; text: string }> => {
    const reply = await server.inject({ method: 'GET', url, headers: { cookie } })
    return { status: reply.statusCode, text: reply.body }
  }
  const tokenIn = (text: string): string => /name="_csrf" value="([^"]+)"/u.exec(text)?.[1] ?? ''

  /** A form as a browser sends it: its fields, and the zip last. */
  const send = async (
    cookie: string,
    fields: Readonly<Record<string, string>>,
    zip: Buffer | undefined,
  ): Promise<{ status: number; text: string; location: string }> => {
    const line = '----rooftree-test'
    const parts: Uint8Array[] = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${line}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    )
    parts.push(
      Buffer.from(
        `--${line}\r\ncontent-disposition: form-data; name="file"; filename="${zip === undefined ? '' : '../../delivery.zip'}"\r\ncontent-type: application/zip\r\n\r\n`,
      ),
      zip ?? Buffer.alloc(0),
      Buffer.from(`\r\n--${line}--\r\n`),
    )
    const reply = await server.inject({
      method: 'POST',
      url: '/feeds/new',
      headers: { cookie, 'content-type': `multipart/form-data; boundary=${line}` },
      payload: Buffer.concat(parts),
    })
    return { status: reply.statusCode, text: reply.body, location: reply.headers.location ?? '' }
  }
  const zipped = async (delivery: DeliveryBuilder): Promise<Buffer> =>
    zipOf([...delivery.files()].map(([name, content]) => ({ name, content })))

  /** Asked without hurry: the load would give way to anybody else, and this asks all the time. */
  const settled = async (location: string): Promise<Delivery> => {
    for (let asked = 0; asked < 20_000; asked += 1) {
      const delivery = await database.unhurried.transaction('app', async (tx) =>
        deliveryById(tx, location.replace('/feeds/', '')),
      )
      if (delivery !== undefined && delivery.state !== 'staging' && delivery.state !== 'staged') return delivery
    }
    throw new Error('the delivery never settled')
  }

  it('are closed to everybody who does not look after settings', async () => {
    for (const person of ['user:edda-marsh', 'user:petra']) {
      const cookie = await signIn(person)
      for (const path of ['/feeds', '/feeds/new'])
        assert.equal((await get(path, cookie)).status, 403, `${person} ${path}`)
    }
  })

  it('take a zip, read it after the reply, and show what came of it', async () => {
    const cookie = await signIn('user:manager')
    const blank = await get('/feeds/new', cookie)
    assert.deepEqual(await markupFaults(blank.text), [])
    const sent = await send(
      cookie,
      { _csrf: tokenIn(blank.text), kind: 'housing', agency: landlord },
      await zipped(aHousingDelivery()),
    )
    assert.equal(sent.status, 303)
    assert.equal((await settled(sent.location)).state, 'applied')
    const { status, text } = await get(sent.location, cookie)
    assert.equal(status, 200)
    assert.equal(headingOf(text), 'Housing delivery')
    assert.ok(
      text.includes('Quayside Homes') &&
        text.includes('21 new, 0 changed, 0 the same, 0 gone') &&
        !text.includes('http-equiv="refresh"'),
    )
    assert.ok(!text.includes('Adeyemi'), 'a report names nobody')
    assert.deepEqual(await markupFaults(text), [])
    const list = await get('/feeds', cookie)
    assert.ok(list.text.includes('Osric Vane') && list.text.includes('Applied'))
    assert.deepEqual(await markupFaults(list.text), [])
  })

  it('say of the same delivery sent twice that nothing changed for anybody', async () => {
    const cookie = await signIn('user:manager')
    const sent = await send(
      cookie,
      { _csrf: tokenIn((await get('/feeds/new', cookie)).text), kind: 'housing', agency: landlord },
      await zipped(aHousingDelivery()),
    )
    assert.equal((await settled(sent.location)).state, 'applied')
    const { text } = await get(sent.location, cookie)
    assert.ok(text.includes('0 new, 0 changed, 21 the same, 0 gone') && text.includes('Nothing changed for anybody.'))
    assert.doesNotMatch(text, /0 families|You work with none/u)
  })

  it('say nothing of a manifest where what came is no zip', async () => {
    const cookie = await signIn('user:manager')
    const sent = await send(
      cookie,
      { _csrf: tokenIn((await get('/feeds/new', cookie)).text), kind: 'housing', agency: landlord },
      Buffer.from('a letter'),
    )
    assert.equal((await settled(sent.location)).state, 'refused')
    const { text } = await get(sent.location, cookie)
    assert.ok(text.includes('The zip is damaged or is no zip.'))
    assert.doesNotMatch(text, /Without a manifest/u)
  })

  it('say by file, line and column what is wrong, and that nothing of it is in force', async () => {
    const cookie = await signIn('user:manager')
    const token = tokenIn((await get('/feeds/new', cookie)).text)
    const sent = await send(
      cookie,
      { _csrf: token, kind: 'housing', agency: landlord },
      await zipped(aHousingDelivery().where('people.csv', 1, { date_of_birth: '31/12/1990' })),
    )
    assert.equal((await settled(sent.location)).state, 'refused')
    const { text } = await get(sent.location, cookie)
    assert.ok(text.includes('people.csv, line 3, date_of_birth') && text.includes('nothing of it is in force'))
    assert.deepEqual(await markupFaults(text), [])
  })

  it('refuse a form from elsewhere before its file is read, and one that is not filled in, with errors that lead to their fields', async () => {
    const cookie = await signIn('user:manager')
    const before = (await get('/feeds', cookie)).text
    const zip = await zipped(aHousingDelivery())
    assert.equal((await send(cookie, { _csrf: 'guessed', kind: 'housing', agency: landlord }, zip)).status, 403)
    assert.equal((await send('', { kind: 'housing', agency: landlord }, zip)).status, 401)
    const token = tokenIn((await get('/feeds/new', cookie)).text)
    const empty = await send(cookie, { _csrf: token, kind: '', agency: 'agency:nobody' }, undefined)
    assert.equal(empty.status, 422)
    assert.deepEqual(linkedErrors(empty.text), ['kind', 'agency', 'file'])
    assert.deepEqual(await markupFaults(empty.text), [])
    assert.equal((await get('/feeds', cookie)).text, before)
  })

  it('offer only agencies that send deliveries, and say who sends which', async () => {
    const cookie = await signIn('user:manager')
    const blank = (await get('/feeds/new', cookie)).text
    assert.deepEqual(
      [...blank.matchAll(/<option value="(agency:[^"]+)"/gu)].map(([, id]) => id),
      [socialCare, 'agency:pier', landlord],
    )
    const before = (await get('/feeds', cookie)).text
    const wrong = await send(
      cookie,
      { _csrf: tokenIn(blank), kind: 'housing', agency: socialCare },
      await zipped(aHousingDelivery()),
    )
    assert.deepEqual([wrong.status, linkedErrors(wrong.text)], [422, ['agency']])
    assert.match(wrong.text, /This kind of delivery is sent by a landlord or the council’s housing department/u)
    assert.equal(
      (
        await send(
          cookie,
          { _csrf: tokenIn(blank), kind: 'housing', agency: 'agency:partnership' },
          await zipped(aHousingDelivery()),
        )
      ).status,
      422,
    )
    assert.equal((await get('/feeds', cookie)).text, before)
  })

  it('check a delivery only when asked to, with the same report, and record nothing of it', async () => {
    const cookie = await signIn('user:manager')
    const before = (await get('/feeds', cookie)).text
    const rowsIn = async (table: string): Promise<unknown> =>
      database.transaction(
        'app',
        async (tx) => (await sql`select count(*) as many from ${sql.table(table)}`.execute(tx)).rows,
      )
    const counted = async (): Promise<unknown[]> =>
      Promise.all(['entry', 'feed_delivery', 'feed_row', 'feed_said'].map(rowsIn))
    const held = await counted()
    const fields = {
      _csrf: tokenIn((await get('/feeds/new', cookie)).text),
      kind: 'housing',
      agency: landlord,
      only: 'check',
    }
    const broken = await send(
      cookie,
      fields,
      await zipped(aHousingDelivery().where('people.csv', 1, { date_of_birth: '31/12/1990' })),
    )
    assert.equal(broken.status, 200)
    assert.equal(headingOf(broken.text), 'Housing delivery: checked only')
    assert.ok(
      broken.text.includes('people.csv, line 3, date_of_birth') &&
        broken.text.includes('Not sound') &&
        broken.text.includes('Nothing was recorded'),
    )
    assert.ok(
      !broken.text.includes('31/12/1990') && !broken.text.includes('Adeyemi'),
      'a report repeats no cell and names nobody',
    )
    assert.deepEqual(await markupFaults(broken.text), [])
    const sound = await send(cookie, fields, await zipped(aHousingDelivery()))
    assert.ok(sound.text.includes('Nothing in it is wrong by itself') && sound.text.includes('Quayside Homes'))
    assert.deepEqual(await markupFaults(sound.text), [])
    const unnamed = await send(cookie, { ...fields, kind: '' }, undefined)
    assert.equal(unnamed.status, 422)
    assert.match(unnamed.text, /value="check" checked/u)
    assert.equal((await get('/feeds', cookie)).text, before)
    assert.deepEqual(await counted(), held)
    const officer = await signIn('user:edda-marsh')
    assert.equal(
      (
        await send(
          officer,
          { ...fields, _csrf: tokenIn((await get('/', officer)).text) },
          await zipped(aHousingDelivery()),
        )
      ).status,
      403,
    )
  })

  it('let a person confirm that so much is gone indeed', async () => {
    const cookie = await signIn('user:manager')
    const token = tokenIn((await get('/feeds/new', cookie)).text)
    const less = aHousingDelivery()
      .extractedAt('2026-11-20T20:00:00Z')
      .holding('occupancy.csv', 'home_ref,person_ref\nH1,P1\n')
      .promising('occupancy.csv', 1)
      .holding('placements.csv', 'placement_ref,case_ref,home_ref,type,started_on\n')
      .promising('placements.csv', 0)
      .holding('register_people.csv', 'application_ref,person_ref\n')
      .promising('register_people.csv', 0)
    const sent = await send(cookie, { _csrf: token, kind: 'housing', agency: landlord }, await zipped(less))
    assert.equal((await settled(sent.location)).state, 'waiting-for-confirmation')
    const waiting = await get(sent.location, cookie)
    assert.ok(
      waiting.text.includes('of the 21 rows') &&
        waiting.text.includes('occupancy.csv had 4 rows before and has 1 now; 3 of those before are gone.'),
    )
    assert.deepEqual(await markupFaults(waiting.text), [])
    // Nobody looks in the list of deliveries each morning: their first page says that one waits.
    assert.match(
      (await get('/', cookie)).text,
      new RegExp(`href="${sent.location}">Look at a delivery: Housing</a>[\\s\\S]*It waits for you`, 'u'),
    )
    const confirmed = async (): Promise<number> =>
      (
        await server.inject({
          method: 'POST',
          url: `${sent.location}/confirm`,
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({ _csrf: tokenIn(waiting.text) }).toString(),
        })
      ).statusCode
    // Pressed twice: the second finds nothing that waits, and breaks off nothing.
    assert.deepEqual([await confirmed(), await confirmed()], [303, 404])
    assert.doesNotMatch((await get(sent.location, cookie)).text, /Waits for a person|apply this delivery/u)
    let shown = ''
    for (let asked = 0; asked < 2000 && !shown.includes('All of it is in force'); asked += 1) {
      await database.unhurried.giveWay()
      shown = (await get(sent.location, cookie)).text
    }
    assert.ok(shown.includes('All of it is in force'))
    assert.doesNotMatch((await get('/', cookie)).text, /It waits for you/u)
  })

  it('come again by themselves while something is under way, until the reader asks them not to', async () => {
    const cookie = await signIn('user:manager')
    const delivery = await load(database, 'ssd', anSsdDelivery(), '2026-11-21')
    assert.equal(delivery.agency, socialCare)
    await database.transaction('app', async (tx) =>
      sql`update feed_delivery set state = 'staging' where id = ${delivery.id}`.execute(tx),
    )
    assert.match((await get(`/feeds/${delivery.id}`, cookie)).text, /<meta http-equiv="refresh" content="3">/u)
    assert.doesNotMatch((await get(`/feeds/${delivery.id}?again=no`, cookie)).text, /http-equiv="refresh"/u)
  })
})
