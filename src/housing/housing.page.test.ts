import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { HtmlValidate } from 'html-validate'
import { openFrontDesk } from '#access/index.ts'
import type { HouseRoute } from '#access/index.ts'
import type { Database } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { fieldText, openServer } from '#platform/http/index.ts'
import { openLog } from '#platform/log.ts'
import { emptyDatabase } from '../../test/support/worlds.ts'
import { housingPaths } from './index.ts'
import { beginHarbour, lanternHouse, house } from './testing/harbour-homes.ts'
import type { Lantern } from './testing/harbour-homes.ts'
import { doorsOf } from '../../test/support/some-rooms.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'no-trailing-whitespace': 'off',
    'no-redundant-role': 'off',
    'no-implicit-button-type': 'off',
    'presentation-role-style': 'off',
    'void-style': 'off',
    'require-sri': 'off',
    'prefer-native-element': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
    'heading-level': ['error', { minInitialRank: 'h2' }],
    'no-inline-style': 'error',
  },
})

const officersForms = (home: string): string[] => [
  housingPaths.list(home, 'on-tenancy'),
  housingPaths.list(home, 'on-application'),
  housingPaths.tenancy(home),
  housingPaths.register(home, 'A-20913'),
  housingPaths.stay(home),
]

const signIn: HouseRoute = {
  method: 'POST',
  path: '/in',
  what: 'sign-in',
  rule: { who: 'anyone' },
  csrf: 'not-needed',
  handle: async (ask) => ({ goTo: '/', signIn: fieldText(ask.form, 'person') }),
}

describe('the pages of the housing room', { concurrency: false }, () => {
  let database: Database
  let close: () => Promise<void>
  let server: FastifyInstance
  let lantern: Lantern
  before(async () => {
    ;({ database, close } = await emptyDatabase('pglite'))
    await beginHarbour(database)
    lantern = await lanternHouse(database)
    server = await openServer({
      database,
      clock: steppedClock(Temporal.Instant.from('2026-06-02T09:00:00Z')),
      log: openLog('silent'),
      notReady: () => undefined,
      routes: [signIn, ...doorsOf(house, database).filter(({ path }) => !path.startsWith('/sign-in'))],
      desk: openFrontDesk({ database, nav: [{ text: 'My households', href: '/my-households' }], isDemo: () => true }),
    })
  })
  after(async () => {
    await server.close()
    await close()
  })

  const cookieOf = async (person: string): Promise<string> => {
    const response = await server.inject({
      method: 'POST',
      url: '/in',
      payload: `person=${person}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    return response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  }
  const get = async (url: string, person: string): Promise<LightMyRequestResponse> =>
    server.inject({ method: 'GET', url, headers: { cookie: await cookieOf(person) } })
  const post = async (
    url: string,
    person: string,
    fields: readonly (readonly [string, string])[],
  ): Promise<LightMyRequestResponse> => {
    const cookie = await cookieOf(person)
    const token =
      /name="_csrf" value="([^"]+)"/u.exec(
        (await server.inject({ method: 'GET', url, headers: { cookie } })).body,
      )?.[1] ?? ''
    return server.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams([
        ['_csrf', token],
        ...fields.map(([name, value]): [string, string] => [name, value]),
      ]).toString(),
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    })
  }

  it('are valid HTML, for officer and social worker', async () => {
    const { home } = lantern
    const both = [
      '/my-households',
      housingPaths.home(home),
      housingPaths.sleeping(home),
      housingPaths.rooms(home),
      housingPaths.condition(home),
      housingPaths.list(home, 'sleeps-here'),
    ]
    for (const [person, urls] of [
      ['user:ada', both],
      ['user:hal', [...both, ...officersForms(home)]],
    ] as const)
      for (const url of urls) {
        const response = await get(url, person)
        assert.equal(response.statusCode, 200, url)
        const report = await validator.validateString(response.body)
        assert.deepEqual(
          report.results.flatMap(({ messages }) =>
            messages.map(({ ruleId, message, line }) => `${url} ${ruleId} ${message} ${line}`),
          ),
          [],
        )
      }
  })

  it('show an officer the homes of the patch with a reason in a sentence', async () => {
    const { body } = await get('/my-households', 'user:hal')
    assert.match(body, /Flat 7, Lantern House, Quay Street, HR1 4QS/u)
    assert.match(body, /Short of 2 bedrooms by the bedroom standard and overcrowded by the space standard/u)
    assert.match(body, /3 children \(4 months, 7 years and 11 years\)/u)
    assert.doesNotMatch((await get('/my-households?about=bed-and-breakfast', 'user:hal')).body, /Lantern/u)
    assert.doesNotMatch((await get('/my-households', 'user:ola')).body, /Lantern/u)
  })

  it('give the officer ages of everybody, names that the landlord holds, and no other agency’s name or work', async () => {
    const { body } = await get(housingPaths.home(lantern.home), 'user:hal')
    assert.match(body, /Mirela Osei-Brandt/u)
    assert.match(body, /Person A, of whom your agency holds no record/u)
    assert.doesNotMatch(body, /Sorin|Vasile|Ada Thornbury/u)
    assert.equal((await get(housingPaths.home(lantern.home), 'user:ola')).statusCode, 404)
  })

  it('say of every home, whoever reads, that somebody kept from the reader is not counted, and so tell of nobody', async () => {
    for (const user of ['user:hal', 'user:ada'])
      assert.match(
        (await get(housingPaths.home(lantern.home), user)).body,
        /except anyone whose address or case is kept from you: with them, more room may be needed/u,
      )
  })

  it('draw everybody where they sleep, and whoever’s place is not known at the door', async () => {
    const { body } = await get(housingPaths.home(lantern.home), 'user:ada')
    assert.match(body, /<title id="home-title">Picture of the home/u)
    assert.match(body, /At the door: where they sleep is not known/u)
    assert.match(
      body,
      /Mirela Osei-Brandt \(31 years\) and Tobias Brandt|Tobias Brandt \(35 years\) and Mirela Osei-Brandt/u,
    )
    assert.match(body, /a couple: one shared bed for 2; told 20 May 2026/u)
    assert.match(body, /not measured\. Does not count as a room to sleep in: a kitchen/u)
  })

  it('put the home on the family’s page, with the figures of the home’s own page', async () => {
    const { body, statusCode } = await get(`/families/${lantern.family}`, 'user:ada')
    assert.equal(statusCode, 200)
    assert.match(body, /<title id="home-1-title">Picture of the home/u)
    assert.match(body, /Overcrowded by the bedroom standard: 3 bedrooms needed, 1 available/u)
    const timeline = [
      await get(`/families/${lantern.family}/timeline`, 'user:ada'),
      await get(`/families/${lantern.family}/timeline?page=2`, 'user:ada'),
    ]
      .map((one) => one.body)
      .join('')
    assert.match(timeline, /Where Radu sleeps/u)
    assert.doesNotMatch(timeline, /An entry of another part of Rooftree/u)
  })

  it('take down who sleeps where without script, and leave who was not asked about as they were', async () => {
    const url = housingPaths.sleeping(lantern.home)
    const refused = await post(url, 'user:hal', [['knownHow', 'seen']])
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Enter the day on which you saw it or were told/u)
    const row = /name="people-(\d)" value="([^"]+)"/gu
    const rows = [...(await get(url, 'user:hal')).body.matchAll(row)]
    const at = rows.find(([, , record]) => record === lantern.daughter)?.[1] ?? ''
    const done = await post(url, 'user:hal', [
      ['knownHow', 'seen'],
      ['happenedOn-day', '1'],
      ['happenedOn-month', '6'],
      ['happenedOn-year', '2026'],
      [`people-${at}`, lantern.daughter],
      [`room-${at}`, 'Living room'],
      [`place-${at}`, 'sofa'],
    ])
    assert.equal(done.statusCode, 303)
    const { body } = await get(housingPaths.home(lantern.home), 'user:hal')
    assert.match(body, /Ilinca Osei-Brandt \(7 years\): sofa; seen 1 June 2026/u)
    assert.match(body, /Radu Osei-Brandt \(4 months\): cot; seen 20 May 2026/u)
  })

  it('say beside the field what is wrong with a list of rooms, and keep what was typed', async () => {
    const response = await post(housingPaths.rooms(lantern.home), 'user:hal', [
      ['rooms-0', '0'],
      ['rooms-1', '1'],
      ['name-0', 'Bedroom'],
      ['kind-0', 'bedroom'],
      ['area-0', '10.2'],
      ['name-1', 'bedroom'],
      ['kind-1', 'bedroom'],
    ])
    assert.equal(response.statusCode, 422)
    assert.match(response.body, /Choose the unit in which it was measured/u)
    assert.match(response.body, /value="10.2"/u)
    const twice = await post(housingPaths.rooms(lantern.home), 'user:hal', [
      ['rooms-0', '0'],
      ['rooms-1', '1'],
      ['name-0', 'Bedroom'],
      ['kind-0', 'bedroom'],
      ['name-1', 'bedroom'],
      ['kind-1', 'bedroom'],
    ])
    assert.match(twice.body, /href="#name-1"[^>]*>Two rooms have the same name/u)
  })

  it('take down a report of mould by whoever visits', async () => {
    const done = await post(housingPaths.condition(lantern.home), 'user:ada', [
      ['what', 'damp'],
      ['room', 'Bedroom'],
      ['reportedOn-day', '1'],
      ['reportedOn-month', '6'],
      ['reportedOn-year', '2026'],
      ['foundBy', 'other-agency'],
    ])
    assert.equal(done.statusCode, 303)
    assert.match((await get(housingPaths.home(lantern.home), 'user:hal')).body, /Damp, Bedroom/u)
  })

  const on = (name: string, day: string, month: string, year = '2026'): [string, string][] => [
    [`${name}-day`, day],
    [`${name}-month`, month],
    [`${name}-year`, year],
  ]
  const linked = ({ body }: LightMyRequestResponse): string[] =>
    [...body.slice(0, body.indexOf('<form method="post" action="/homes')).matchAll(/href="#([\w-]+)"/gu)]
      .map(([, field = '']) => field)
      .filter((field) => field !== 'main-content')

  it('take down that somebody moved out: they are counted no more, and stay a couple with nobody by mistake', async () => {
    const url = housingPaths.list(lantern.home, 'sleeps-here')
    const nothing = await post(url, 'user:hal', [])
    assert.deepEqual([nothing.statusCode, linked(nothing)], [422, ['who', 'says', 'knownHow', 'verifiedOn']])
    const early = await post(url, 'user:hal', [
      ['who', lantern.daughter],
      ['says', 'left'],
      ['knownHow', 'told'],
      ...on('verifiedOn', '3', '6'),
      ...on('trueUntil', '30', '5'),
    ])
    assert.deepEqual([early.statusCode, linked(early)], [422, ['verifiedOn']])
    assert.match(early.body, /The date is in the future/u)
    assert.match(early.body, new RegExp(`value="${lantern.daughter}" checked`, 'u'))
    assert.equal(
      (
        await post(url, 'user:hal', [
          ['who', lantern.daughter],
          ['says', 'left'],
          ['knownHow', 'told'],
          ['toldBy', 'Her mother'],
          ...on('verifiedOn', '1', '6'),
          ...on('trueUntil', '30', '5'),
        ])
      ).statusCode,
      303,
    )
    const gone = (await get(housingPaths.home(lantern.home), 'user:hal')).body
    assert.match(gone, /moved out; verified 1 June 2026/u)
    assert.equal(
      (
        await post(url, 'user:hal', [
          ['who', lantern.daughter],
          ['who', lantern.mother],
          ['says', 'yes'],
          ['knownHow', 'seen'],
          ...on('verifiedOn', '2', '6'),
        ])
      ).statusCode,
      303,
    )
    const back = (await get(housingPaths.home(lantern.home), 'user:hal')).body
    assert.doesNotMatch(back, /moved out; /u)
    assert.match(back, /verified 2 June 2026 \(today\)/u)
    assert.match(back, /a couple: one shared bed for 2/u, 'what the form did not ask again still holds')
  })

  it('open a record for somebody whom nobody had listed, and open none where the form is refused', async () => {
    const url = housingPaths.list(lantern.home, 'sleeps-here')
    const fields: [string, string][] = [
      ['who', 'new'],
      ['says', 'yes'],
      ['knownHow', 'seen'],
      ...on('verifiedOn', '1', '6'),
      ['sex', 'male'],
      ['temporary', 'yes'],
    ]
    assert.deepEqual(linked(await post(url, 'user:hal', fields)), ['given'])
    const refused = await post(url, 'user:hal', [
      ...fields,
      ['given', 'Anselm'],
      ...on('trueFrom', '3', '6'),
      ...on('born', '9', '9', '2031'),
    ])
    assert.deepEqual([refused.statusCode, linked(refused)], [422, ['born']])
    const none = (await get(housingPaths.home(lantern.home), 'user:hal')).body
    assert.doesNotMatch(none, /Anselm/u)
    assert.equal(
      (await post(url, 'user:hal', [...fields, ['given', 'Anselm'], ...on('trueFrom', '1', '5')])).statusCode,
      303,
    )
    assert.match(
      (await get(housingPaths.home(lantern.home), 'user:hal')).body,
      /Anselm \(age not known\)[\s\S]*?Yes, for a while/u,
    )
    assert.deepEqual(
      linked(
        await post(url, 'user:hal', [
          ['who', 'new'],
          ['given', 'Odo'],
          ['sex', 'male'],
          ['says', 'no'],
          ['knownHow', 'seen'],
          ...on('verifiedOn', '1', '6'),
        ]),
      ),
      ['says'],
    )
  })

  it('let nobody but the officer of the home say what the tenancy, the register or a placement is', async () => {
    for (const url of officersForms(lantern.home))
      assert.deepEqual(
        [(await get(url, 'user:ada')).statusCode, (await post(url, 'user:ada', [])).statusCode],
        [403, 403],
        url,
      )
    assert.doesNotMatch(
      (await get(housingPaths.home(lantern.home), 'user:ada')).body,
      /Record a tenancy|Record a housing application|Record a stay/u,
    )
  })

  it('take down who is on the tenancy and the application, each apart from who sleeps here', async () => {
    assert.equal(
      (
        await post(housingPaths.list(lantern.home, 'on-tenancy'), 'user:hal', [
          ['who', lantern.father],
          ['says', 'yes'],
          ['part', 'joint-tenant'],
          ...on('verifiedOn', '1', '6'),
        ])
      ).statusCode,
      303,
    )
    assert.equal(
      (
        await post(housingPaths.list(lantern.home, 'on-application'), 'user:hal', [
          ['who', lantern.father],
          ['says', 'no'],
          ...on('verifiedOn', '1', '6'),
        ])
      ).statusCode,
      303,
    )
    const { body } = await get(housingPaths.home(lantern.home), 'user:hal')
    const row = body.slice(body.indexOf('Tobias Brandt (35 years)</th>')).split('</tr>')[0] ?? ''
    assert.deepEqual(
      [...row.matchAll(/rt-stacks__value">(Yes|No|Not on it)/gu)].map(([, said]) => said),
      ['Yes', 'Yes', 'No'],
    )
  })

  it('bring an application up to date, and say beside the field what cannot be', async () => {
    const url = housingPaths.register(lantern.home, 'A-20913')
    assert.match((await get(url, 'user:hal')).body, /value="A-20913"/u)
    const fields: [string, string][] = [
      ['which', 'A-20913'],
      ['application', 'A-20913'],
      ['status', 'active'],
      ...on('registeredOn', '9', '3', '2017'),
      ['band', '1'],
    ]
    assert.deepEqual(
      linked(await post(url, 'user:hal', [...fields, ...on('lastBidOn', '1', '2', '2016'), ['bids', 'many']])),
      ['bids'],
    )
    assert.deepEqual(linked(await post(url, 'user:hal', [...fields, ...on('lastBidOn', '1', '2', '2016')])), [
      'lastBidOn',
    ])
    const long = await post(url, 'user:hal', [
      ...fields,
      ...on('lastBidOn', '20', '5'),
      ['reasonRecorded', `${'No lift in any home that was offered. '.repeat(10)}She cannot use stairs.`],
    ])
    assert.deepEqual(linked(long), ['reasonRecorded'], 'a long reason is not cut')
    assert.match(long.body, /She cannot use stairs/u)
    assert.equal((await post(url, 'user:hal', [...fields, ...on('lastBidOn', '20', '5')])).statusCode, 303)
    const { body } = await get(housingPaths.home(lantern.home), 'user:hal')
    assert.match(body, /20 May 2026 \(13 days ago\)/u)
    assert.doesNotMatch(body, /Why there is no bid/u, 'there is one')
  })

  it('take down a tenancy and that notice was served', async () => {
    const url = housingPaths.tenancy(lantern.home)
    assert.deepEqual(linked(await post(url, 'user:hal', [])), ['tenancy', 'type'])
    assert.deepEqual(
      linked(
        await post(url, 'user:hal', [
          ['tenancy', 'T-8'],
          ['type', 'secure'],
          ...on('startedOn', '1', '2', '2020'),
          ...on('endedOn', '1', '1', '2020'),
        ]),
      ),
      ['endedOn'],
    )
    assert.equal(
      (
        await post(url, 'user:hal', [
          ['tenancy', 'T-8'],
          ['type', 'secure'],
          ...on('startedOn', '1', '2', '2020'),
          ['notice', 'seeking-possession'],
          ...on('servedOn', '4', '5'),
        ])
      ).statusCode,
      303,
    )
    const { body } = await get(housingPaths.home(lantern.home), 'user:hal')
    assert.match(body, /Secure tenancy since 1 February 2020; notice seeking possession/u)
    assert.match(body, /Bring tenancy T-8 up to date/u)
  })

  it('count the nights of a stay in bed and breakfast, and end it by the same form', async () => {
    const url = housingPaths.stay(lantern.home)
    assert.deepEqual(linked(await post(url, 'user:hal', [])), ['type', 'startedOn'])
    assert.equal(
      (
        await post(url, 'user:hal', [
          ['type', 'bed-and-breakfast'],
          ...on('startedOn', '4', '5'),
          ['agreedToNotify', 'yes'],
          ...on('school', '6', '5'),
        ])
      ).statusCode,
      303,
    )
    const { body } = await get(housingPaths.home(lantern.home), 'user:hal')
    assert.match(body, /Bed and breakfast, first night 4 May 2026: 30 nights/u)
    const which = decodeURIComponent(/\/stay\?which=([^"]+)"/u.exec(body)?.[1] ?? '')
    const again = await get(housingPaths.stay(lantern.home, which), 'user:hal')
    assert.match(again.body, /id="school"[^>]*value="6"/u)
    assert.equal(
      (
        await post(url, 'user:hal', [
          ['which', which],
          ['type', 'bed-and-breakfast'],
          ...on('startedOn', '4', '5'),
          ...on('endedOn', '24', '5'),
        ])
      ).statusCode,
      303,
    )
    const ended = (await get(housingPaths.home(lantern.home), 'user:hal')).body
    assert.match(ended, /first night 4 May 2026, left 24 May 2026: 20 nights/u)
    assert.equal(ended.split('Bed and breakfast, first night').length, 2, 'one stay, not two')
  })

  it('tell the second of two of one agency who save from the same page, and lose nothing that they typed', async () => {
    const url = housingPaths.rooms(lantern.home)
    const seen = /name="seen-version" value="([^"]+)"/u.exec((await get(url, 'user:hal')).body)?.[1] ?? ''
    const rooms = (name: string): [string, string][] => [
      ['rooms-0', '0'],
      ['name-0', name],
      ['kind-0', 'bedroom'],
      ['seen-version', seen],
    ]
    assert.equal(
      (await post(housingPaths.condition(lantern.home), 'user:ada', [['what', 'mould'], ...on('reportedOn', '1', '6')]))
        .statusCode,
      303,
    )
    assert.equal(
      (await post(url, 'user:hal', rooms('Bedroom'))).statusCode,
      303,
      'what another agency recorded meanwhile is no reason to ask again',
    )
    const second = await post(url, 'user:hal', rooms('Room with the balcony'))
    assert.equal(second.statusCode, 409)
    assert.match(second.body, /Somebody else saved first/u)
    assert.match(second.body, /value="Room with the balcony"/u)
  })
})
