import { type Html, html } from '#platform/html.ts'
import { dateTime } from './dates.ts'
import type { Shell } from './shell.ts'

const links = (shell: Shell): Html | false =>
  shell.footer !== undefined &&
  html`<ul class="rt-footer__links">
    ${shell.footer.map(({ text, href }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
  </ul>`

/** A sheet of paper leaves the house: it says when it was printed, by whom, and that it must be looked after. */
const printedLine = (shell: Shell): Html => html`<p class="rt-print-only">
  Printed from Rooftree${shell.shownAt !== undefined && html`, as shown on ${dateTime(shell.shownAt)}`}${
    shell.user !== undefined && html` to ${shell.user.name}, ${shell.user.agency}`
  }. ${shell.demo === true && 'Everyone named here is invented.'} This paper may hold private information about a family:
  keep it safe and destroy it when it is no longer needed.
</p>`

export const footer = (shell: Shell): Html => html`<footer class="rt-footer">
  <div class="govuk-width-container">
    <p class="rt-footer__words">
      Rooftree holds together what each of us knows, so that children are safe under one roof. Every look at a family is
      recorded.
    </p>
    ${links(shell)} ${printedLine(shell)}
  </div>
</footer>`
