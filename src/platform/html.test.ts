import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { Fault } from './fault.ts'
import { escape, html, type Html, nothing, raw, renderToString } from './html.ts'

const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test('whatever a name holds, it leaves no tag and no quote in the page, and reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const drawn = renderToString(html`${name}`)
      assert.doesNotMatch(drawn, /[<>"']/)
      assert.equal(decode(drawn), name)
    }),
  )
})

test('a name in an attribute stays inside its quotes', () => {
  const drawn = renderToString(html`<a title="${'" onclick="x'}">${'<script>'}</a>`)
  assert.equal(drawn, '<a title="&quot; onclick=&quot;x">&lt;script&gt;</a>')
})

test('markup is never escaped twice, alone or in a list', () => {
  const item = (text: string): Html => html`<li>${text}</li>`
  assert.equal(renderToString(html`<ul>${['a & b', 'c'].map(item)}</ul>`), '<ul><li>a &amp; b</li><li>c</li></ul>')
})

test('undefined and false leave nothing behind, but nought is a number', () => {
  assert.equal(renderToString(html`[${undefined}${false}${0}${[nothing, undefined, false]}]`), '[0]')
})

test('an attribute without quotes is refused, an equals sign in words is not', () => {
  assert.throws(
    () => html`<a href=${'x'}>`,
    (thrown) => thrown instanceof Fault && thrown.code === 'html.unquoted-attribute',
  )
  assert.equal(renderToString(html`<p>rooms=${3}</p>`), '<p>rooms=3</p>')
})

test('a string is not markup, however it looks', () => {
  const show = (markup: Html): string => renderToString(markup)
  // @ts-expect-error a raw string where markup is due must not compile
  assert.throws(() => show('<b>bold</b>'))
  // @ts-expect-error a list of strings would run together; each wants its own element
  assert.throws(() => html`${['a', 1n]}`)
  // @ts-expect-error a date has to be put into words first
  assert.throws(() => html`${{ day: 1 }}`)
  assert.equal(show(raw('<b>bold</b>')), '<b>bold</b>')
})

test('escaping leaves plain text as it is', () => {
  assert.equal(escape('Ærøskøbing, 4 March'), 'Ærøskøbing, 4 March')
})
