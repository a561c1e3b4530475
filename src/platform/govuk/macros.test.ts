import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from '#platform/html.ts'
import { macro } from './macros.ts'
import { officialFixtures } from './official-fixtures.ts'

const macros = {
  'back-link': 'govukBackLink',
  breadcrumbs: 'govukBreadcrumbs',
  button: 'govukButton',
  checkboxes: 'govukCheckboxes',
  'date-input': 'govukDateInput',
  details: 'govukDetails',
  'error-summary': 'govukErrorSummary',
  fieldset: 'govukFieldset',
  input: 'govukInput',
  'inset-text': 'govukInsetText',
  pagination: 'govukPagination',
  radios: 'govukRadios',
  select: 'govukSelect',
  'skip-link': 'govukSkipLink',
  'summary-list': 'govukSummaryList',
  table: 'govukTable',
  tag: 'govukTag',
  textarea: 'govukTextarea',
  'warning-text': 'govukWarningText',
} as const

for (const [component, name] of Object.entries(macros)) {
  test(`${component} comes out exactly as its publisher's fixtures say`, () => {
    const fixtures = officialFixtures(component)
    assert.ok(fixtures.length > 0)
    for (const fixture of fixtures) {
      assert.equal(renderToString(macro(name, fixture.options)), fixture.html.trim(), fixture.name)
    }
  })
}
