import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { button, dateInput, radios, timeline } from '#platform/govuk/index.ts'
import { html, renderToString } from '#platform/html.ts'
import {
  badFormPage,
  csrfField,
  faultPage,
  forbiddenPage,
  knownAtBanner,
  lifeStage,
  notFoundPage,
  notKnown,
  page,
  personCards,
  refusalPanel,
  type Shell,
  sourceNote,
  timedOutPage,
  tooManyRequestsPage,
} from './index.ts'

/**
 * Left out: rules of taste that the published macros do not follow, and integrity hashes, which guard files from elsewhere.
 * The summary of errors has a heading of second rank above the page's own, as its publisher intends.
 */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'no-trailing-whitespace': 'off',
    'no-redundant-role': 'off',
    'no-implicit-button-type': 'off',
    'presentation-role-style': 'off',
    'void-style': 'off',
    'require-sri': 'off',
    'heading-level': ['error', { minInitialRank: 'h2' }],
    'no-inline-style': 'error',
  },
})

const valid = async (text: string): Promise<void> => {
  const report = await validator.validateString(text)
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
  )
  assert.deepEqual(found, [])
}

const shell: Shell = {
  nav: [
    { text: 'My work', href: '/work', current: true },
    { text: 'Find a family', href: '/families' },
  ],
  user: {
    name: 'Imogen Sallow',
    role: 'Lead practitioner',
    agency: 'Harbour Reach Children’s Social Care',
    signOut: { action: '/sign-out', csrfToken: 'a-token' },
  },
  demo: true,
  shownAt: Temporal.Instant.from('2026-11-23T16:05:00Z'),
  footer: [{ text: 'Accessibility', href: '/accessibility' }],
}
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

const family = page({
  ...shell,
  title: 'Family',
  heading: 'Okafor and Pell family',
  caption: 'Family file 4417',
  breadcrumbs: [{ text: 'Find a family', href: '/families' }, { text: 'Okafor and Pell family' }],
  messages: [{ kind: 'success', title: 'Recorded', content: { text: 'The contact was recorded.' } }],
  knownAtBanner: knownAtBanner(day('2025-03-04'), '/families/4417'),
  body: html`<h2 class="govuk-heading-m">People</h2>
    ${personCards('People', [
      { name: 'Wren Okafor-Pell', href: '/p/1', stage: 'baby', age: '7 weeks', place: 'Child of this family' },
      { name: undefined, stage: 'not known', age: undefined, place: undefined },
    ])}
    ${timeline({
      items: [
        { title: { text: 'Birth' }, when: day('2026-09-30'), description: { text: 'Single birth.' } },
        {
          title: { text: 'Visit' },
          when: Temporal.Instant.from('2026-11-19T14:20:00Z'),
          by: 'Health visiting',
          description: { html: sourceNote({ agency: 'Health visiting', recordedOn: undefined, kind: 'seen' }) },
        },
      ],
    })}
    ${refusalPanel({ heading: 'Not open', because: ['One.', 'Two.'], ask: [{ who: 'The duty line' }] })}`,
})

const errors = [{ field: 'on', text: 'Say when it was' }]
const form = page({
  ...shell,
  title: 'Record a contact',
  back: { text: 'Back to the family', href: '/f' },
  errors,
  body: html`<form method="post" action="/x">
    ${csrfField('a-token')} ${dateInput({ name: 'on', legend: { text: 'When was it?', size: 'l', pageHeading: true }, value: undefined, errors })}
    ${radios({ name: 'how', legend: 'How?', value: 'a', items: [{ value: 'a', text: 'Visit', more: html`<p>Where?</p>` }] })}
    ${button({ text: 'Record the contact' })}
  </form>`,
})

const errorPages = {
  'not found': notFoundPage(shell),
  forbidden: forbiddenPage(shell, {
    because: ['You are not involved with this family.'],
    ask: [{ who: 'Duty line', how: '01632 960 112' }],
  }),
  fault: faultPage(shell, { reference: 'RT-7F3K' }),
  'bad form': badFormPage(shell, { problems: errors, back: { text: 'Open it again', href: '/f' } }),
  'too many requests': tooManyRequestsPage({ nav: [] }, { waitSeconds: 130 }),
  'timed out': timedOutPage({ nav: [] }, { signIn: { text: 'Sign in again', href: '/sign-in' }, draft: 'kept' }),
}

for (const [name, text] of Object.entries({ family, form, ...errorPages })) {
  test(`the ${name} page is valid HTML with one main heading, and runs under the strict policy`, async () => {
    await valid(text)
    assert.equal(text.split('<h1').length, 2)
    assert.match(text, /<html lang="en-GB"/)
    assert.doesNotMatch(text, /<style|style="|\son[a-z]+="|<script(?! type="module" src="\/assets\/)/)
    assert.doesNotMatch(text, /crown|crest|GOV\.UK/i)
  })
}

test('the page says who is signed in, for which agency, and lets them out by a form that proves itself', () => {
  assert.match(family, /Imogen Sallow[\s\S]*Lead practitioner, Harbour Reach Children’s Social Care/)
  assert.match(
    family,
    /<form [^>]*method="post" action="\/sign-out">\s*<input type="hidden" name="_csrf" value="a-token">/,
  )
})

test('a demo says on every page that everyone is invented, and a real borough never does', () => {
  assert.match(family, /everyone here is invented/)
  assert.doesNotMatch(notFoundPage({ ...shell, demo: false }), /invented/)
})

test('a page of the past says so, for which day, and through whose access', () => {
  assert.match(family, /As known on 4 March 2025/)
  assert.match(family, /by the end of that day, with the access you have today/)
  const moment = renderToString(knownAtBanner(Temporal.Instant.from('2025-03-04T16:05:00Z'), '/now'))
  assert.match(moment, /As known on 4 March 2025 at 4:05pm[\s\S]*by that moment/)
})

test('a form in error says so in the title and leads to the field', () => {
  assert.match(form, /<title>Error: Record a contact – Rooftree<\/title>/)
  assert.match(form, /href="#on"/)
})

test('what is not known says so in words, never as an empty place or a no', () => {
  for (const drawn of [notKnown('age'), notKnown('age', 'beside its label')]) {
    assert.match(renderToString(drawn), /Not known/)
  }
  assert.match(family, /Not known<span>: name/)
  assert.match(family, /Not known<span>: age/)
  assert.match(family, /Not known<span>: place in this family/)
})

test('a source names the agency, how it came by it, and when', () => {
  const note = renderToString(
    sourceNote({ agency: 'Harbour Reach Children’s Social Care', recordedOn: day('2025-05-03'), kind: 'recorded' }),
  )
  assert.match(note.replaceAll(/\s+/g, ' '), /Source: Harbour Reach Children’s Social Care, recorded 3 May 2025/)
  assert.match(family.replaceAll(/\s+/g, ' '), /Health visiting, seen by its worker, recorded on a date not known/)
})

test('a timed-out page promises a kept draft only when there is one', () => {
  assert.match(errorPages['timed out'], /Your draft is kept/)
  const without = timedOutPage({ nav: [] }, { signIn: { text: 'Sign in again', href: '/s' }, draft: 'lost' })
  assert.doesNotMatch(without, /is kept/)
})

test('a person is a child until the day they are eighteen', () => {
  const stage = (birth: string): string => lifeStage(day(birth), day('2026-11-23'))
  assert.equal(stage('2027-01-01'), 'unborn')
  assert.equal(stage('2024-11-24'), 'baby')
  assert.equal(stage('2024-11-23'), 'child')
  assert.equal(stage('2008-11-24'), 'child')
  assert.equal(stage('2008-11-23'), 'adult')
  assert.equal(lifeStage(undefined, day('2026-11-23')), 'not known')
})
