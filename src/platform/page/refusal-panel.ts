import type { Link } from '#platform/govuk/index.ts'
import { type Html, html } from '#platform/html.ts'

/** Whom to ask, and how to reach them. Nobody is turned away without a next step. */
export interface Ask {
  readonly who: string
  readonly how?: string | undefined
}

export interface Refusal {
  readonly heading: string
  readonly headingLevel?: 1 | 2 | undefined
  readonly because: readonly string[]
  readonly ask: readonly Ask[]
  readonly next?: readonly Link[] | undefined
}

const heading = ({ heading, headingLevel }: Refusal): Html =>
  headingLevel === 1
    ? html`<h1 class="govuk-heading-l">${heading}</h1>`
    : html`<h2 class="govuk-heading-m">${heading}</h2>`

const reasons = (because: readonly string[]): Html =>
  because.length === 1
    ? html`<p class="govuk-body">${because[0]}</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${because.map((reason) => html`<li>${reason}</li>`)}</ul>`

/** Why not, and what now. The words name a rule or an agency, never a fault in the person who asked. */
export const refusalPanel = (refusal: Refusal): Html => html`<div class="rt-refusal">
  ${heading(refusal)} ${reasons(refusal.because)}
  ${
    refusal.ask.length > 0 &&
    html`<p class="govuk-body rt-refusal__ask">Whom to ask</p>
      <ul class="govuk-list">
        ${refusal.ask.map(({ who, how }) => html`<li><strong>${who}</strong>${how !== undefined && `: ${how}`}</li>`)}
      </ul>`
  }
  ${(refusal.next ?? []).map(
    ({ text, href }) => html`<p class="govuk-body"><a class="govuk-link" href="${href}">${text}</a></p>`,
  )}
</div>`
