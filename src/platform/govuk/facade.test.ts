import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html, renderToString } from '#platform/html.ts'
import {
  alert,
  button,
  checkboxes,
  dateInput,
  details,
  errorSummary,
  fieldset,
  input,
  pagination,
  radios,
  summaryList,
  table,
  tag,
  textarea,
  timeline,
  warningText,
} from './index.ts'
import { officialFixture } from './official-fixtures.ts'

const items = [
  { value: 'a', text: 'Alpha' },
  { value: 'b', text: 'Beta' },
]

test('the façade draws what the publisher draws', () => {
  const cases = [
    [button({ text: 'Link button', href: '/' }), officialFixture('button', 'link')],
    [tag({ text: 'Grey', colour: 'grey' }), officialFixture('tag', 'grey')],
    [warningText({ html: html`<span>Some custom warning text</span>` }), officialFixture('warning-text', 'html')],
  ] as const
  for (const [ours, official] of cases) assert.equal(renderToString(ours), official)
  const opened = renderToString(details({ summary: 'More', content: { text: 'Words' }, open: true }))
  assert.match(opened, /<details class="govuk-details" open>/)
})

test('every error of the summary leads to an input that exists', () => {
  const errors = [
    { field: 'name', text: 'Give the name' },
    { field: 'how', text: 'Say how' },
    { field: 'who', text: 'Say who was there' },
    { field: 'on', text: 'Say when' },
    { field: 'born-day', text: 'Say the day' },
    { field: 'born', text: 'The birth lies after the visit' },
    { field: 'what', text: 'Say what' },
  ]
  const form = renderToString(html`${errorSummary(errors)}
    ${input({ name: 'name', label: 'Name', value: '', errors })}
    ${radios({ name: 'how', legend: 'How', value: undefined, errors, items })}
    ${checkboxes({ name: 'who', legend: 'Who', values: [], errors, items })}
    ${dateInput({ name: 'on', legend: 'When', value: undefined, errors })}
    ${dateInput({ name: 'born', legend: 'Born', value: undefined, errors })}
    ${textarea({ name: 'what', label: 'What', value: '', errors })}`)
  const links = [...form.matchAll(/href="#([^"]+)"/g)].map((match) => match[1] ?? '')
  assert.deepEqual(
    links,
    errors.map((error) => error.field),
  )
  for (const id of links) assert.equal(form.split(` id="${id}"`).length, 2, id)
  for (const { text } of errors) assert.equal(form.split(text).length, 3, text)
  assert.match(form, /id="on" name="on-day"/)
})

test('several errors of one field all stand beside it, escaped', () => {
  const errors = [
    { field: 'name', text: 'Too long <200' },
    { field: 'name', text: 'No figures' },
  ]
  assert.match(
    renderToString(input({ name: 'name', label: 'Name', value: '', errors })),
    /Too long &lt;200<br>No figures/,
  )
})

test('a script typed into any field comes back as text', () => {
  const nasty = '</textarea><script>"\''
  const drawn = renderToString(html`${input({ name: 'a', label: nasty, value: nasty })}
    ${textarea({ name: 'b', label: nasty, value: nasty })} ${summaryList({ rows: [{ key: nasty, value: { text: nasty } }] })}
    ${table({ caption: nasty, head: [{ text: nasty }], rows: [[{ text: nasty }]], wide: true })}
    ${timeline({ items: [{ title: { text: nasty }, when: Temporal.PlainDate.from('2025-03-04'), by: nasty, description: { text: nasty } }] })}
    ${alert({ kind: 'warning', title: nasty, content: { text: nasty }, heading: true })}
    ${radios({ name: 'c', legend: nasty, value: nasty, items: [{ value: nasty, text: nasty, hint: { text: nasty } }] })}`)
  assert.doesNotMatch(drawn, /<script/)
  assert.equal(drawn.split('</textarea>').length, 2)
})

test('a cell of a wide table says its column to those who see one cell under the other, and is a cell still to those who hear it', () => {
  const drawn = renderToString(
    table({
      caption: 'C',
      wide: true,
      firstCellIsHeader: true,
      head: [{ text: 'Who' }, { text: 'Nights <' }],
      rows: [[{ text: 'Ada' }, { text: '3' }]],
    }),
  )
  assert.match(drawn, /<th role="rowheader" scope="row"[^>]*>Ada</)
  assert.match(
    drawn,
    /<td role="cell"[^>]*><span class="rt-stacks__column" aria-hidden="true">Nights &lt;<\/span><span class="rt-stacks__value">3</,
  )
  assert.equal(drawn.split('role="row"').length, 3)
})

test('what was typed in several lines comes back line by line, however deep the form is nested', () => {
  const typed = '\n first\r\n   second\n\nthird & "last"'
  const inner = fieldset({ legend: 'L', fields: textarea({ name: 'x', label: 'X', value: typed }) })
  const nested = details({ summary: 'Parts', content: { html: fieldset({ legend: 'Outer', fields: inner }) } })
  const inside = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(renderToString(nested))?.[1] ?? ''
  // A browser drops one line end at the start of a textarea; the rest is what it shows.
  assert.equal(inside, '&#10;&#10; first&#10;   second&#10;&#10;third &amp; &quot;last&quot;')
})

test('what depends on a choice is never hidden from those without script', () => {
  const drawn = renderToString(
    radios({ name: 'x', legend: 'X', value: undefined, items: [{ value: 'a', text: 'A', more: html`<p>More</p>` }] }),
  )
  assert.match(drawn, /<p>More<\/p>/)
  assert.doesNotMatch(drawn, /data-aria-controls/)
})

test('pagination leaves out the far pages but never hides a single one', () => {
  const numbers = (current: number, pages: number): readonly string[] => {
    const drawn = renderToString(pagination({ current, pages, label: 'Pages', hrefFor: (page) => `?page=${page}` }))
    return [...drawn.matchAll(/aria-label="Page (\d+)"|&(ctdot);/g)].map((match) => match[1] ?? '…')
  }
  assert.deepEqual(numbers(5, 12), ['1', '…', '4', '5', '6', '…', '12'])
  assert.deepEqual(numbers(4, 6), ['1', '2', '3', '4', '5', '6'])
  assert.deepEqual(numbers(1, 2), ['1', '2'])
  assert.deepEqual(numbers(1, 1), [])
})
