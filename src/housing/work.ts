import type { WorkSection } from '#desk/index.ts'
import { html } from '#platform/html.ts'
import { paths } from './paths.ts'
import { patchOf } from './queries/index.ts'

/** On a housing officer's first page: how many of their homes have children, and the way to them. */
export const housingWork: readonly WorkSection[] = [
  {
    heading: 'My households',
    read: async (tx, viewer) => {
      if (viewer.role !== 'housing-officer') return { shown: [] }
      const { homes } = await patchOf(tx)
      if (homes.length === 0) return { nothing: 'No home on your patch is known to have children.', shown: [] }
      return {
        body: html`<p class="govuk-body"><a class="govuk-link" href="${paths.myHouseholds}">${homes.length === 1 ? '1 home' : `${homes.length} homes`} with children on your patch, and which need a look</a></p>`,
        shown: [],
      }
    },
  },
]
