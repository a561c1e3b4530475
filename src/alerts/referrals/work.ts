import type { WorkSection } from '#desk/index.ts'
import { html } from '#platform/html.ts'
import { sentenceOf } from '../in-words.ts'
import { paths } from '../paths.ts'
import { addressInWords, childrenInWords, madeInWords, referrerInWords } from './in-words.ts'
import { referralsWaiting } from './waiting.ts'

/** How many are shown at once, the first made first; taking one up makes room for the next. */
const most = 20

/** What other agencies sent to children's social care and nobody there has taken up. */
export const referralsWaitingWork: WorkSection = {
  heading: 'Referrals waiting',
  read: async (tx, _viewer, today) => {
    const waiting = await referralsWaiting(tx)
    if (waiting.length === 0) return { shown: [] }
    const shown = waiting.slice(0, most)
    return {
      shown: [
        ...new Set(
          shown.flatMap(({ subjects }) =>
            subjects.filter(({ type }) => type === 'home' || type === 'record').map(({ id }) => id),
          ),
        ),
      ],
      body: html`<ul class="rt-work">${shown.map(
        (one) => html`<li class="rt-work__item">
          <p class="rt-work__name"><a class="govuk-link" href="${paths.referral(one.referral)}">${addressInWords(one)}</a></p>
          <p class="govuk-body">${sentenceOf(one.said.reasons)}</p>
          <p class="rt-quiet">${childrenInWords(one, today)}. Referred by ${referrerInWords(one)}, ${madeInWords(one)}${one.by.phone === undefined ? '' : `; ring ${one.by.phone}`}.</p>
        </li>`,
      )}</ul>
        ${waiting.length > most && html`<p class="govuk-body">${waiting.length - most} more wait behind these.</p>`}`,
    }
  },
}
