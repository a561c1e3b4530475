import { type Html, html } from '#platform/html.ts'

/**
 * Says that nobody has recorded it. It is never an empty cell, a dash or a "no", and its look (dashed, hatched, with a
 * question mark) is like no other mark on the page. Where the label already stands beside it, only listeners hear `what`.
 */
export const notKnown = (what: string, place: 'alone' | 'beside its label' = 'alone'): Html =>
  html`<span class="rt-not-known"><span class="rt-not-known__mark" aria-hidden="true">?</span>Not known<span${
    place === 'beside its label' && html` class="govuk-visually-hidden"`
  }>: ${what}</span></span>`
