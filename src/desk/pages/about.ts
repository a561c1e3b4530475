import { html } from '#platform/html.ts'
import { page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'

interface AboutView {
  readonly partnership: string
  readonly edition: string
  readonly engine: string
}

export const aboutPage = (shell: Shell, view: AboutView): string =>
  page({
    ...shell,
    title: 'About Rooftree',
    heading: 'About Rooftree',
    body: html`<div class="rt-reading">
      <p class="govuk-body-l">Rooftree holds together what housing, health, schools, police and social care each know about one family under one roof, so that its babies and children are safe.</p>
      <p class="govuk-body">A local review found that agencies each held a piece and nobody saw the whole. Its recommendations are what Rooftree is built from. Four of them are withheld from the public; Rooftree keeps their places closed and does not guess at them.</p>
      <h2 class="govuk-heading-m">How it treats what it holds</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Nothing is ever changed or lost. A mistake is put right by a new entry, and the old one stays readable for those who review.</li>
        <li>You see a family because you work with it, because its home is yours to look after, or because you gave a reason. Nothing else opens it.</li>
        <li>Every look is written down, and the family’s lead practitioner can read who looked and why.</li>
        <li>“Not known” is said as such. It never means no.</li>
        <li>No family is scored or ranked. An alert is a sentence with its reasons, and it asks an agency to act.</li>
      </ul>
      <p class="govuk-body">If a child may be in danger now, do not wait for Rooftree: ring 999.</p>
      <h2 class="govuk-heading-m">This installation</h2>
      <p class="govuk-body">${view.partnership}. Edition ${view.edition}, on ${view.engine}. Open source under the MIT licence.</p>
    </div>`,
  })
