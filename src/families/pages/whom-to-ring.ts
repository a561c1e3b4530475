import { summaryList } from '#platform/govuk/index.ts'
import type { SummaryRow } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { notKnown } from '#platform/page/index.ts'
import type { FamilyPageView } from './family-view.ts'
import { agencyName, listing } from './names.ts'

/** Who works with the family, the lead practitioner first, each with the number to ring. */
export const whomToRing = (page: FamilyPageView): Html => {
  if (page.parts.part('involvement') === 'closed')
    return html`<p class="govuk-body">Who works with the family is not shown to your role.</p>`
  const grants = page.involved.grants.filter(({ way }) => way === 'involved')
  const first = grants.toSorted(
    (a, b) => Number(leads(page, b.principal)) - Number(leads(page, a.principal)) || (a.from < b.from ? -1 : 1),
  )
  const lead: SummaryRow[] =
    page.involved.lead === undefined
      ? [{ key: 'Lead practitioner', value: { html: notKnown('who leads the work', 'beside its label') } }]
      : []
  const leadElsewhere =
    page.involved.lead !== undefined && !grants.some(({ principal }) => leads(page, principal))
      ? [row(page, 'Lead practitioner', page.involved.lead, undefined)]
      : []
  return summaryList({
    rows: [
      ...lead,
      ...leadElsewhere,
      ...first.map((grant) =>
        row(
          page,
          leads(page, grant.principal) ? 'Lead practitioner' : capital(grant.because),
          grant.principal,
          grant.team,
        ),
      ),
    ],
  })
}

const leads = (page: FamilyPageView, principal: string): boolean => principal === page.involved.lead

const row = ({ names }: FamilyPageView, key: string, principal: string, team: string | undefined): SummaryRow => {
  const who = listing(names, principal)
  const through = team === undefined || team === principal ? undefined : listing(names, team)
  const phone = who.phone ?? through?.phone ?? (who.agency === undefined ? undefined : listing(names, who.agency).phone)
  return {
    key,
    value: {
      html: html`<strong>${who.name}</strong>${who.agency !== undefined && html`<br>${through !== undefined && `${through.name}, `}${agencyName(names, who.agency)}`}<br>${
        phone === undefined
          ? html`Number to ring: ${notKnown('number to ring', 'beside its label')}`
          : html`Ring <a class="govuk-link rt-phone" href="tel:${phone.replaceAll(/[^+\d]/gu, '')}">${phone}</a>`
      }`,
    },
  }
}

export const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
