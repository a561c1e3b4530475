import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { given } from '#platform/given.ts'
import { html, renderToString } from '#platform/html.ts'
import { about, carried, choice, choices, day, each, fieldsOf, onlyIf, text, wholeNumber } from './index.ts'

const asked = fieldsOf({
  how: choice({
    legend: 'How?',
    items: [
      { value: 'seen', text: 'I saw it' },
      { value: 'told', text: 'I was told' },
    ],
    missing: 'Say how',
  }),
  toldBy: onlyIf('how', 'told', text({ label: 'By whom?', missing: 'Say by whom', most: 10 })),
  on: day({ legend: 'When?', missing: 'Enter the day', notAfter: Temporal.PlainDate.from('2026-11-23') }),
  since: about({ legend: 'Since when?' }),
  weeks: wholeNumber({ label: 'Weeks', least: 20, most: 45 }),
  what: choices({
    legend: 'What?',
    items: [
      { value: 'cot', text: 'A cot' },
      { value: 'bed', text: 'A bed' },
    ],
  }),
  which: carried('old'),
})

const onDay = { 'on-day': '29', 'on-month': '2', 'on-year': '2024' }

describe('the questions of a form', () => {
  it('come to values under their own keys, and what was left out is absent', () => {
    assert.deepEqual(asked.read({ how: 'seen', ...onDay, what: ['cot'] }), {
      value: { how: 'seen', on: '2024-02-29', what: ['cot'] },
    })
  })

  it('ask a question within another’s answer only of people who gave that answer', () => {
    assert.deepEqual(asked.read({ how: 'told', ...onDay }), { errors: [{ field: 'toldBy', text: 'Say by whom' }] })
    assert.deepEqual(asked.read({ how: 'seen', toldBy: 'left over', ...onDay }), {
      value: { how: 'seen', on: '2024-02-29', what: [] },
    })
    const drawn = renderToString(asked.draw({ fields: {}, errors: [] }))
    assert.equal(drawn.split('name="toldBy"').length, 2)
    assert.ok(drawn.indexOf('I was told') < drawn.indexOf('name="toldBy"'))
  })

  it('tell everything that is to be put right at once, each beside its input', () => {
    const read = asked.read({ 'on-day': '31', 'on-month': '2', 'on-year': '2026', weeks: '19', 'since-year': '26' })
    assert.ok('errors' in read)
    assert.deepEqual(
      read.errors.map(({ field }) => field),
      ['how', 'on-day', 'since-day', 'weeks'],
    )
    assert.deepEqual(asked.readable({ how: 'seen', weeks: 'many' }), { how: 'seen', what: [] })
  })

  it('take a day, a month or a year where somebody cannot say it more exactly', () => {
    const since = (fields: Record<string, string>): unknown => {
      const read = asked.read({ how: 'seen', ...onDay, ...fields })
      return 'value' in read ? read.value.since : read.errors[0]?.field
    }
    assert.equal(since({ 'since-year': '2019' }), '2019')
    assert.equal(since({ 'since-year': '2019', 'since-month': '3' }), '2019-03')
    assert.equal(since({ 'since-year': '2019', 'since-month': '13' }), 'since-day')
  })

  it('never drop unsaid what was chosen and is not in the list', () => {
    assert.deepEqual(asked.read({ how: 'seen', ...onDay, what: ['cot', 'no such thing'] }), {
      errors: [{ field: 'what', text: 'Choose from the list' }],
    })
  })

  it('refuse a day that has not come where something must have happened', () => {
    assert.deepEqual(asked.read({ how: 'seen', 'on-day': '24', 'on-month': '11', 'on-year': '2026' }), {
      errors: [{ field: 'on', text: 'The date is in the future. Record it when it has happened.' }],
    })
  })

  it('never cut a text: what is longer than is kept is refused whole', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (typed) => {
        const read = asked.read({ how: 'told', toldBy: typed, ...onDay })
        const trimmed = typed.trim()
        if ('value' in read) assert.equal(read.value.toldBy, trimmed)
        else assert.ok(trimmed.length === 0 || trimmed.length > 10)
      }),
    )
  })
})

describe('the same questions of each of several', () => {
  const ids = ['record:a', 'record:b']
  const children = (list: readonly string[]) =>
    fieldsOf({
      children: each(
        list,
        () => ({
          seen: choice({
            legend: 'Seen?',
            items: [
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ],
            missing: 'Say whether they were seen',
          }),
          alone: onlyIf('seen', 'yes', choice({ legend: 'Alone?', items: [{ value: 'yes', text: 'Yes' }] })),
        }),
        (of, drawn) => html`<fieldset data-of="${of}">${drawn}</fieldset>`,
        'Somebody joined meanwhile',
      ),
    })

  it('find each by whom the form carried, in whatever order the list stands now', () => {
    const typed = {
      'children-0': 'record:a',
      'seen-0': 'yes',
      'alone-0': 'yes',
      'children-1': 'record:b',
      'seen-1': 'no',
    }
    const value = {
      children: [
        { of: 'record:b', values: { seen: 'no' } },
        { of: 'record:a', values: { seen: 'yes', alone: 'yes' } },
      ],
    }
    assert.deepEqual(children([...ids].toReversed()).read(typed), { value })
  })

  it('say so where somebody is in the list who was not when the form was drawn', () => {
    const read = children([...ids, 'record:c']).read({
      'children-0': 'record:a',
      'seen-0': 'no',
      'children-1': 'record:b',
    })
    assert.deepEqual(read, {
      errors: [
        { field: 'seen-0', text: 'Somebody joined meanwhile' },
        { field: 'seen-1', text: 'Say whether they were seen' },
      ],
    })
  })
})

it('leaves out what is not said, and keeps what is said to be nothing', () => {
  assert.deepEqual(given({ a: undefined, b: 0, c: '', d: false }), { b: 0, c: '', d: false })
})
