import { type Html, html } from '#platform/html.ts'
import { dateOrTime } from './dates.ts'

/**
 * Across the page, whenever it shows the past. A bare date means the end of that day in Europe/London; an instant means
 * what was sealed by then. Then's facts are shown through today's access, so both are said.
 */
export const knownAtBanner = (at: Temporal.PlainDate | Temporal.Instant, backHref: string): Html => {
  const until = at instanceof Temporal.PlainDate ? 'by the end of that day' : 'by that moment'
  return html`<section class="rt-known-at" aria-labelledby="known-at">
  <div class="govuk-width-container rt-known-at__row">
    <svg class="rt-known-at__clock" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <path d="M6 9a13 13 0 1 1-3 7M3 6v6h6" /><path d="M16 9v8l5 3" />
    </svg>
    <div>
      <p class="rt-known-at__title" id="known-at">As known on ${dateOrTime(at)}</p>
      <p class="rt-known-at__words">
        You are looking at what had been recorded ${until}, with the access you have today.
        <a class="rt-known-at__link" href="${backHref}">Go back to what is known now</a>
      </p>
    </div>
  </div>
</section>`
}
