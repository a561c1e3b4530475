import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import {
  axeViolations,
  focusedName,
  narrow,
  openBrowser,
  openPage,
  printToPdf,
  screenshot,
  sidewaysOverflow,
  tabTo,
} from './browser.ts'

const clean = `<h1>Home</h1><p><a href="/rooms">Rooms</a></p><form><label for="bed">Bed</label> <input id="bed"><button>Save the bed</button></form>`
const pages: Readonly<Record<string, string>> = {
  '/clean': `<main>${clean}</main>`,
  '/no-label': `<main>${clean}<input id="cot"></main>`,
  '/pale': `<main>${clean}<p style="color:#bbb;background:#fff">Hard to read</p></main>`,
  '/script': `<main><h1 id="told">No script</h1><script nonce="once">document.getElementById('told').textContent = 'Script ran'</script></main>`,
  '/wide': `<main>${clean}<div style="width:600px">Wide</div></main>`,
}

suite('the browser of the tests, against pages with a strict content security policy', () => {
  let server: Server
  let browser: Browser
  let baseURL: string

  before(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src 'nonce-once'; style-src-attr 'unsafe-inline'`,
      )
      response.end(`<!doctype html><html lang="en"><title>Rooms</title>${pages[request.url ?? ''] ?? ''}`)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    assert.ok(address !== null && typeof address === 'object')
    baseURL = `http://127.0.0.1:${address.port}`
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    server.close()
  })

  const visit = async (path: string, wish: { width?: number; script?: boolean } = {}): Promise<Page> => {
    const page = await openPage(browser, { baseURL, ...wish })
    await page.goto(path)
    return page
  }

  test('axe finds a field without a label and letters too pale to read, and nothing on a clean page', async () => {
    assert.deepEqual(await axeViolations(await visit('/clean')), [])
    const unlabelled = await axeViolations(await visit('/no-label'))
    assert.match(unlabelled.join(), /^label: .*#cot/)
    assert.match((await axeViolations(await visit('/pale'))).join(), /^color-contrast: /)
  })

  test('axe also reads a page whose scripts are off', async () => {
    assert.match((await axeViolations(await visit('/no-label', { script: false }))).join(), /^label: /)
  })

  test('a page without scripts runs none, and a page with scripts runs them', async () => {
    assert.equal(await (await visit('/script')).textContent('h1'), 'Script ran')
    assert.equal(await (await visit('/script', { script: false })).textContent('h1'), 'No script')
  })

  test('the Tab key reaches a button by the name a screen reader speaks, and says what it passed when there is none', async () => {
    const page = await visit('/clean')
    await tabTo(page, 'Save the bed')
    assert.equal(await focusedName(page), 'Save the bed')
    await assert.rejects(tabTo(page, /delete/i, { limit: 5 }), /Rooms \| Bed/)
  })

  test('sideways scrolling at 320 pixels is seen', async () => {
    assert.equal(await sidewaysOverflow(await visit('/clean', { width: narrow })), 0)
    assert.ok((await sidewaysOverflow(await visit('/wide', { width: narrow }))) > 200)
  })

  test('two pages share no cookies', async () => {
    const one = await visit('/clean')
    await one.context().addCookies([{ name: 'who', value: 'one', url: baseURL }])
    assert.equal((await (await visit('/clean')).context().cookies()).length, 0)
  })

  test('a page prints to a PDF, and is pictured at both widths where a folder is named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rooftree-pictures-'))
    const named = process.env['ROOFTREE_SCREENSHOTS']
    process.env['ROOFTREE_SCREENSHOTS'] = folder
    try {
      const page = await visit('/clean')
      await screenshot(page, 'home')
      const pdf = await printToPdf(page, 'home')
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
      assert.deepEqual((await readdir(folder)).sort(), ['home-1280.png', 'home-375.png', 'home.pdf'])
    } finally {
      if (named === undefined) delete process.env['ROOFTREE_SCREENSHOTS']
      else process.env['ROOFTREE_SCREENSHOTS'] = named
      await rm(folder, { recursive: true })
    }
  })

  test('closing one page leaves the browser running', async () => {
    const page = await visit('/clean')
    await page.context().close()
    assert.equal((await visit('/clean')).url(), `${baseURL}/clean`)
  })
})
