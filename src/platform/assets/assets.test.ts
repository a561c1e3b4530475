import assert from 'node:assert/strict'
import { gunzipSync } from 'node:zlib'
import { test } from 'node:test'
import { assetPath, assets } from './index.ts'

const texts = (): readonly (readonly [string, string])[] =>
  [...assets().values()]
    .filter(({ type }) => type !== 'font/woff2')
    .map((asset) => [asset.name, asset.body.toString('utf8')])

test('nothing we serve names the font, the crown or the crest that are reserved for GOV.UK', () => {
  for (const [name, text] of texts()) {
    assert.doesNotMatch(text, /GDS Transport|Calvert/i, name)
    // The only typefaces we bring are for scripts that many computers have no letters for.
    for (const [, family] of text.matchAll(/@font-face\s*\{[^}]*font-family:\s*['"]([^'"]+)/g))
      assert.match(family ?? '', /^Noto Sans (Bengali|Arabic)$/, name)
    assert.doesNotMatch(text, /crown|crest/i, name)
    assert.equal(text.split('{').length, text.split('}').length, `${name} is still whole`)
  }
})

test('the house font stands wherever the reserved one stood', () => {
  const uses = (name: string): number =>
    (new Map(texts()).get(name) ?? '').split('font-family:var(--rt-font,sans-serif)').length - 1
  assert.ok(uses('govuk-frontend.css') >= 50)
  assert.ok(uses('moj-frontend.css') >= 50)
})

test('every address in a style sheet or script is one we serve ourselves, so nothing is fetched in vain', () => {
  for (const [name, text] of texts()) {
    const addresses = [...text.matchAll(/url\(([^)]+)\)|from\s*['"]([^'"]+)['"]/g)].map(
      (match) => match[1] ?? match[2] ?? '',
    )
    for (const address of addresses.filter((found) => !found.startsWith('data:'))) {
      assert.ok(assets().has(address), `${name} asks for ${address}`)
    }
    assert.doesNotMatch(text, /sourceMappingURL/, name)
  }
})

test('an asset says its type, and its address changes with its content', () => {
  for (const asset of assets().values()) {
    assert.match(asset.path, /^\/assets\/[a-z0-9-]+\.[0-9a-f]{16}\.(css|js|svg|woff2)$/)
    assert.ok(asset.path.includes(asset.etag.replaceAll('"', '')))
    assert.match(asset.type, /^(text\/(css|javascript); charset=utf-8|image\/svg\+xml|font\/woff2)$/)
    assert.deepEqual(gunzipSync(asset.gzip), asset.body)
  }
  assert.equal(assets().get(assetPath('rooftree.css'))?.name, 'rooftree.css')
})

test('our script loads the published one by its hashed address', () => {
  assert.ok((new Map(texts()).get('rooftree.js') ?? '').includes(assetPath('govuk-frontend.js')))
})
