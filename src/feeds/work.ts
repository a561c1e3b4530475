import { namesOf } from '#access/index.ts'
import type { WorkSection } from '#desk/index.ts'
import { html } from '#platform/html.ts'
import { dateTime } from '#platform/page/index.ts'
import { deliveriesLately } from './loading/deliveries.ts'
import { kindInWords } from './pages/deliveries.ts'
import { paths } from './paths.ts'

/** The way to deliveries, for those who look after them; first those of which nothing is in force until one of them has looked. */
export const feedsWork: WorkSection = {
  heading: 'Deliveries from agencies',
  forWhoAdministers: 'settings',
  read: async (tx) => {
    const waiting = (await deliveriesLately(tx)).filter(({ state }) => state === 'waiting-for-confirmation')
    const names = await namesOf(
      tx,
      waiting.map(({ agency }) => agency),
    )
    return {
      body: html`${
        waiting.length > 0 &&
        html`<ul class="rt-work">${waiting.map(
          ({ id, agency, kind, at }) => html`<li class="rt-work__item">
        <p class="rt-work__name"><a class="govuk-link" href="${paths.delivery(id)}">Look at a delivery: ${kindInWords[kind] ?? kind}</a></p>
        <p class="govuk-body">It waits for you: more rows are gone from it than may go unseen.</p>
        <p class="rt-quiet">${names.get(agency)?.name ?? agency}, ${dateTime(at)}</p>
      </li>`,
        )}</ul>`
      }
        <p class="govuk-body"><a class="govuk-link" href="${paths.deliveries}">What agencies’ systems sent, and what came of it</a></p>`,
      shown: [],
    }
  },
}
