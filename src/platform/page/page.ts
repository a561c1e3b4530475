import { assetPath } from '#platform/assets/index.ts'
import {
  alert,
  type Alert,
  backLink,
  breadcrumbs,
  type Breadcrumb,
  errorSummary,
  type FormErrors,
  type Link,
  skipLink,
} from '#platform/govuk/index.ts'
import { type Html, html, renderToString } from '#platform/html.ts'
import { footer } from './footer.ts'
import { header } from './header.ts'
import type { Shell } from './shell.ts'

interface PageParts extends Shell {
  /** For the window and the list of tabs; the first thing a screen reader says. It never holds a person's name. */
  readonly title: string
  /** The page's h1. Left out where a form's only question is the heading. */
  readonly heading?: string | undefined
  /** Above the heading, smaller: what the page belongs to. */
  readonly caption?: string | undefined
  readonly breadcrumbs?: readonly Breadcrumb[] | undefined
  readonly back?: Link | undefined
  readonly messages?: readonly Alert[] | undefined
  /** What is wrong with the form below; shown before all else, each linked to its field. */
  readonly errors?: FormErrors | undefined
  /** While something is under way that the page tells of: it comes again by itself after so many seconds, without a script. */
  readonly againAfterSeconds?: number | undefined
  /** From `knownAtBanner`, when the page shows the past. */
  readonly knownAtBanner?: Html | undefined
  readonly body: Html
}

const head = (parts: PageParts): Html => html`<head>
    <meta charset="utf-8">
    <title>${(parts.errors ?? []).length > 0 && 'Error: '}${parts.title} – Rooftree</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    ${parts.againAfterSeconds !== undefined && html`<meta http-equiv="refresh" content="${parts.againAfterSeconds}">`}
    <meta name="theme-color" content="#12393f">
    <meta name="robots" content="noindex, nofollow">
    <link rel="icon" href="${assetPath('rooftree.svg')}" type="image/svg+xml">
    <link rel="stylesheet" href="${assetPath('govuk-frontend.css')}">
    <link rel="stylesheet" href="${assetPath('moj-frontend.css')}">
    <link rel="stylesheet" href="${assetPath('rooftree.css')}">
    <script type="module" src="${assetPath('rooftree.js')}"></script>
  </head>`

const wayBack = (parts: PageParts): Html | false => {
  if (parts.breadcrumbs !== undefined && parts.breadcrumbs.length > 0) return breadcrumbs(parts.breadcrumbs)
  return parts.back !== undefined && html`<nav aria-label="Way back">${backLink(parts.back)}</nav>`
}

const headings = (parts: PageParts): Html | false =>
  parts.heading !== undefined &&
  html`${parts.caption !== undefined && html`<span class="govuk-caption-l">${parts.caption}</span>`}
    <h1 class="govuk-heading-l">${parts.heading}</h1>`

/** The whole document. It needs no script, and its style and script come from its own address only. */
export const page = (parts: PageParts): string => {
  const past = parts.knownAtBanner !== undefined
  return renderToString(html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template rt-template">
  ${head(parts)}
  <body class="govuk-template__body${past && ' rt-known-then'}">
    ${skipLink({ text: 'Skip to main content', href: '#main-content' })}
    ${header(parts)}
    ${parts.knownAtBanner}
    <div class="govuk-width-container">
      ${wayBack(parts)}
      <main class="govuk-main-wrapper" id="main-content">
        ${errorSummary(parts.errors ?? [])}
        ${parts.message !== undefined && alert({ kind: 'success', title: 'Done', content: { text: parts.message } })}
        ${(parts.messages ?? []).map(alert)}
        ${headings(parts)}
        ${parts.body}
      </main>
    </div>
    ${footer(parts)}
  </body>
</html>
`)
}
