import { button, insetText, summaryList } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import { csrfField, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { sentenceOf } from '../in-words.ts'
import { agreedInWords } from '../describe.ts'
import { paths } from '../paths.ts'
import { addressInWords, childrenInWords, madeInWords, referrerInWords } from './in-words.ts'
import type { WaitingReferral } from './waiting.ts'

interface WaitingView {
  readonly waiting: WaitingReferral
  readonly today: Temporal.PlainDate
  readonly csrf: string
  readonly nobodyKnown: boolean
}

/** What was sent to children's social care, and the way to take it up. */
export const waitingReferralPage = (shell: Shell, { waiting, today, csrf, nobodyKnown }: WaitingView): string =>
  page({
    ...shell,
    title: 'Referral waiting',
    heading: 'Referral waiting',
    caption: addressInWords(waiting),
    breadcrumbs: [{ text: 'My work', href: '/' }, { text: 'Referral waiting' }],
    errors: nobodyKnown
      ? [{ field: 'take-up', text: 'Nobody is recorded as living in this home. Ring whoever referred.' }]
      : [],
    body: html`
      <p class="govuk-body-l rt-summary">${sentenceOf(waiting.said.reasons)}</p>
      ${summaryList({
        rows: [
          { key: 'Why it was referred', value: { text: waiting.said.reason } },
          { key: 'Do the parents know?', value: { text: agreedInWords[waiting.said.agreed] } },
          { key: 'In the home', value: { text: childrenInWords(waiting, today) } },
          { key: 'Referred by', value: { text: referrerInWords(waiting) } },
          { key: 'Ring', value: { text: waiting.by.phone ?? 'Not known' } },
          { key: 'Received', value: { text: madeInWords(waiting) } },
        ],
      })}
      <section class="rt-section" aria-labelledby="take-up-heading">
        <h2 class="govuk-heading-m" id="take-up-heading">Take it up</h2>
        ${insetText({ text: 'From today you are recorded as working with the family, and their page opens to you. If no family is open yet for the children in this home, one is opened. The referral then waits no longer.' })}
        <form method="post" action="${paths.referral(waiting.referral)}" id="take-up">${csrfField(csrf)}${button({ text: 'Take up this referral' })}</form>
      </section>`,
  })
