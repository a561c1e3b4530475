import { roleRules } from '#access/index.ts'
import type { WorkSection } from '#desk/index.ts'
import { html } from '#platform/html.ts'
import { paths } from './paths.ts'

/** The way to deliveries, for those who look after them. */
export const feedsWork: WorkSection = {
  heading: 'Deliveries from agencies',
  read: async (_tx, viewer) =>
    roleRules(viewer.role).administers.includes('settings')
      ? { body: html`<p class="govuk-body"><a class="govuk-link" href="${paths.deliveries}">What agencies’ systems sent, and what came of it</a></p>`, shown: [] }
      : { shown: [] },
}
