import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { migrate } from '#platform/database/index.ts'
import { steppedClock } from '#platform/dates.ts'
import { html } from '#platform/html.ts'
import { openLog } from '#platform/log.ts'
import { csrfField, forbiddenPage, page } from '#platform/page/index.ts'
import { emptyDatabase } from '../../../test/support/worlds.ts'
import type { OpenedForTest } from '../../../test/support/worlds.ts'
import { contentSecurityPolicy, fieldText, httpMigrations, openServer } from './index.ts'
import type { FrontDesk, Look, Route } from './index.ts'

type Visitor = { readonly user: string } | undefined
type Rule = 'anyone' | 'signed-in' | 'nobody'

const looks: Look<Visitor>[] = []
const desk: FrontDesk<Visitor, Rule> = {
  stranger: undefined,
  open: (rule) => rule === 'anyone',
  identify: async (_tx, user) => (user === 'user:left' ? undefined : { user }),
  admit: async (_tx, rule, request) =>
    rule === 'nobody'
      ? {
          admitted: false,
          because: 'closed',
          status: 403,
          page: forbiddenPage(request.shell, { because: ['Closed today.'], ask: [] }),
        }
      : { admitted: true, because: 'open' },
  shell: () => ({ nav: [] }),
  look: async (seen) => void looks.push(seen),
}
const said: string[] = []
const routes: Route<Visitor, Rule>[] = [
  {
    method: 'POST',
    path: '/in',
    what: 'sign-in',
    rule: 'anyone',
    csrf: 'not-needed',
    limit: 'few-a-minute',
    handle: async (request) => ({ goTo: '/', signIn: fieldText(request.form, 'person') }),
  },
  {
    method: 'POST',
    path: '/out',
    what: 'sign-out',
    rule: 'signed-in',
    handle: async () => ({ goTo: '/', signOut: true }),
  },
  {
    method: 'GET',
    path: '/',
    what: 'page',
    rule: 'signed-in',
    handle: async (request) => ({
      page: page({
        ...request.shell,
        title: 'First',
        heading: `Hello ${request.visitor?.user ?? ''}`,
        body: html`${csrfField(request.csrf)}<p>${fieldText((await request.draft('/say')) ?? {}, 'words')}</p>`,
      }),
      shown: ['family:1'],
    }),
  },
  {
    method: 'POST',
    path: '/say',
    what: 'form',
    rule: 'signed-in',
    handle: async (request) => {
      said.push(fieldText(request.form, 'words'))
      return { goTo: '/', message: 'It was recorded.' }
    },
  },
  {
    method: 'GET',
    path: '/closed/:family',
    what: 'closed page',
    rule: 'nobody',
    handle: async () => ({ missing: true }),
  },
  {
    method: 'GET',
    path: '/fault',
    what: 'fault',
    rule: 'signed-in',
    handle: async () => Promise.reject(new Error('Zainab Okoro was here')),
  },
  { method: 'GET', path: '/missing', what: 'missing', rule: 'anyone', handle: async () => ({ missing: true }) },
  {
    method: 'GET',
    path: '/file',
    what: 'file',
    rule: 'anyone',
    handle: async () => ({ file: { name: 'a b"c.csv', type: 'text/csv', body: 'x' }, shown: [] }),
  },
]

describe('the door to the street', () => {
  let opened: OpenedForTest
  let server: FastifyInstance
  const clock = steppedClock(Temporal.Instant.from('2026-03-04T09:00:00Z'))
  let ready: string | undefined = 'loading'

  before(async () => {
    opened = await emptyDatabase('pglite')
    await migrate(opened.database, [{ name: 'platform', migrations: httpMigrations }])
    server = await openServer({
      database: opened.database,
      clock,
      log: openLog('silent'),
      routes,
      desk,
      notReady: () => ready,
    })
  })
  after(async () => {
    await server.close()
    await opened.close()
  })

  const cookieOf = (response: LightMyRequestResponse): string =>
    response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const signIn = async (person = 'user:a'): Promise<string> =>
    cookieOf(
      await server.inject({
        method: 'POST',
        url: '/in',
        payload: `person=${person}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    )
  const get = async (url: string, cookie = ''): Promise<LightMyRequestResponse> =>
    server.inject({ method: 'GET', url, headers: { cookie } })
  const post = async (
    url: string,
    cookie: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> =>
    server.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  const tokenIn = (response: LightMyRequestResponse): string =>
    /name="_csrf" value="([^"]+)"/u.exec(response.body)?.[1] ?? ''

  it('answers 503 until it is ready, and is alive all the time', async () => {
    assert.equal((await get('/health/ready')).statusCode, 503)
    ready = undefined
    assert.equal((await get('/health/ready')).statusCode, 200)
    assert.equal((await get('/health/live')).statusCode, 200)
    assert.match((await get('/metrics')).body, /rooftree_request_seconds_bucket/u)
  })

  it('sends who has not signed in to sign in, and brings them back', async () => {
    const response = await get('/?tab=2')
    assert.equal(response.statusCode, 303)
    assert.equal(response.headers.location, '/sign-in?next=%2F%3Ftab%3D2')
  })

  it('sends the same strict headers with every answer', async () => {
    for (const url of ['/', '/missing', '/health/live', '/nowhere', '/fault']) {
      const { headers } = await get(url, await signIn())
      assert.equal(headers['content-security-policy'], contentSecurityPolicy)
      assert.equal(headers['x-content-type-options'], 'nosniff')
      assert.equal(headers['cache-control'], 'no-store')
    }
  })

  it('sets a cookie that scripts cannot read, over https only where it is served so', async () => {
    const [cookie] = (
      await server.inject({
        method: 'POST',
        url: '/in',
        payload: 'person=x',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    ).cookies
    assert.equal(cookie?.httpOnly, true)
    assert.equal(cookie?.sameSite, 'Lax')
    const secure = await openServer({
      database: opened.database,
      clock,
      log: openLog('silent'),
      routes,
      desk,
      notReady: () => undefined,
      publicUrl: 'https://rooftree.example',
    })
    const [safe] = (
      await secure.inject({
        method: 'POST',
        url: '/in',
        payload: 'person=x',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    ).cookies
    assert.equal(safe?.name, '__Host-rooftree')
    assert.equal(safe?.secure, true)
    await secure.close()
  })

  it('takes a form with its token, shows the message once, and refuses one without', async () => {
    const cookie = await signIn()
    const token = tokenIn(await get('/', cookie))
    assert.equal((await post('/say', cookie, { words: 'hello', _csrf: token })).statusCode, 303)
    assert.match((await get('/', cookie)).body, /It was recorded/u)
    assert.doesNotMatch((await get('/', cookie)).body, /It was recorded/u)
    assert.equal((await post('/say', cookie, { words: 'no token' })).statusCode, 403)
    assert.equal(
      (await post('/say', cookie, { words: 'other token', _csrf: tokenIn(await get('/', await signIn('user:b'))) }))
        .statusCode,
      403,
    )
    assert.deepEqual(said, ['hello'])
  })

  it('refuses a form from another origin, also at sign-in, and takes one that names none', async () => {
    const fields = { person: 'user:a' }
    assert.equal(
      (await post('/in', '', fields, { origin: 'https://elsewhere.example', host: 'rooftree.example' })).statusCode,
      403,
    )
    assert.equal((await post('/in', '', fields, { origin: 'null', host: 'rooftree.example' })).statusCode, 403)
    assert.equal(
      (await post('/in', '', fields, { origin: 'http://rooftree.example', host: 'rooftree.example' })).statusCode,
      303,
    )
    assert.equal((await post('/in', '', fields)).statusCode, 303)
  })

  it('writes a look down before the page is sent, and for a refusal too', async () => {
    looks.length = 0
    const cookie = await signIn()
    await get('/', cookie)
    const refused = await get('/closed/family:7', cookie)
    assert.equal(refused.statusCode, 403)
    assert.match(refused.body, /Closed today/u)
    assert.deepEqual(
      looks.map(({ outcome, subjects }) => [outcome, ...subjects]),
      [
        ['shown', 'family:1'],
        ['refused', 'family:7'],
      ],
    )
  })

  it('signs out after half an hour without a sign of life, and keeps what was being typed for the same person alone', async () => {
    const cookie = await signIn('user:writer')
    const token = tokenIn(await get('/', cookie))
    clock.set(clock.now().add({ minutes: 31 }))
    const late = await post('/say', cookie, { words: 'half a sentence', _csrf: token })
    assert.equal(late.statusCode, 401)
    assert.match(late.body, /Your draft is kept/u)
    assert.match((await get('/', await signIn('user:writer'))).body, /half a sentence/u)
    assert.doesNotMatch((await get('/', await signIn('user:other'))).body, /half a sentence/u)
    const again = await signIn('user:writer')
    await post('/say', again, { words: 'whole', _csrf: tokenIn(await get('/', again)) })
    assert.doesNotMatch((await get('/', again)).body, /half a sentence/u)
  })

  it('lets nobody in by a session that was ended, nor somebody who has left', async () => {
    const cookie = await signIn()
    const token = tokenIn(await get('/', cookie))
    await post('/out', cookie, { _csrf: token })
    const oldTab = await post('/say', cookie, { words: 'half a sentence', _csrf: token })
    assert.equal(oldTab.statusCode, 401)
    assert.match(oldTab.body, /What you had typed since the last page could not be kept/u)
    assert.doesNotMatch(oldTab.body, /You had nothing unfinished/u)
    assert.equal((await get('/', cookie)).statusCode, 303)
    assert.equal((await get('/', await signIn('user:left'))).statusCode, 303)
    assert.equal((await get('/', 'rooftree=made-up')).statusCode, 303)
  })

  it('answers a fault with a kind page and a reference, and neither page nor headers tell what went wrong', async () => {
    const response = await get('/fault', await signIn())
    assert.equal(response.statusCode, 500)
    assert.match(response.body, /went wrong on our side/u)
    assert.match(response.body, /rt-reference">[0-9A-F]{12}</u)
    assert.doesNotMatch(response.body, /Zainab/u)
  })

  it('answers what is not there, a bad path and a bad body kindly', async () => {
    for (const url of ['/nowhere', '/missing', '/%E0%A4%A'])
      assert.match((await get(url)).body, /cannot find that page/u, url)
    const cookie = await signIn()
    assert.equal(
      (
        await server.inject({
          method: 'POST',
          url: '/say',
          payload: '{"a":',
          headers: { 'content-type': 'application/json', cookie },
        })
      ).statusCode,
      400,
    )
    assert.equal((await post('/say', cookie, { words: 'x'.repeat(1_100_000) })).statusCode, 413)
  })

  it('names a file harmlessly', async () => {
    assert.equal((await get('/file')).headers['content-disposition'], 'attachment; filename="a-b-c.csv"')
  })

  it('serves its assets for ever under an address with their hash', async () => {
    const link = /href="(\/assets\/rooftree\.[0-9a-f]+\.css)"/u.exec((await get('/', await signIn())).body)?.[1] ?? ''
    const asset = await get(link)
    assert.equal(asset.statusCode, 200)
    assert.match(String(asset.headers['cache-control']), /immutable/u)
    assert.equal(
      (await server.inject({ method: 'GET', url: link, headers: { 'if-none-match': String(asset.headers.etag) } }))
        .statusCode,
      304,
    )
  })

  it('slows down guessing at the sign-in', async () => {
    const statuses = []
    for (let n = 0; n < 40; n += 1) statuses.push((await post('/in', '', { person: 'user:x' })).statusCode)
    assert.equal(statuses.at(-1), 429)
  })
})
