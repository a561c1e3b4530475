import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { WorkFound } from '../work.ts'

interface MyWorkView {
  readonly name: string
  readonly sections: readonly { readonly heading: string; readonly found: WorkFound }[]
}

/** A section with nothing to say is left out: it belongs to another role. */
export const myWorkPage = (shell: Shell, view: MyWorkView): string => {
  const waiting = view.sections.filter(({ found }) => found.nothing !== undefined || found.body !== undefined)
  return page({
    ...shell,
    title: 'My work',
    heading: 'My work',
    body: html`
      ${waiting.map(section)}
      ${waiting.length === 0 && html`<p class="govuk-body">Nothing waits for you here.</p>`}`,
  })
}

const section = ({ heading, found }: MyWorkView['sections'][number]): Html => html`<section class="rt-section">
  <h2 class="govuk-heading-m">${heading}</h2>
  ${found.nothing !== undefined && html`<p class="govuk-body">${found.nothing}</p>`}
  ${found.body}
</section>`
