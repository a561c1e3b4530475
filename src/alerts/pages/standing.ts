import type { Viewer } from '#access/index.ts'
import { button } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { asksOn, lastAnswer } from '../facts.ts'
import { answerTold, levelInWords, sentenceOf } from '../in-words.ts'
import { paths } from '../paths.ts'
import type { ListedAlert } from '../queries.ts'

/** Does this alert wait for an answer of this viewer? */
export const isAskedOf = (alert: ListedAlert, viewer: Viewer, on: Temporal.PlainDate): boolean =>
  alert.audience.includes(viewer.role) && asksOn(alert, on)

/** Alerts as a page of a family or a home lists them: what is asked, why, how it was answered, and the way to it. */
export const standingAlerts = (alerts: readonly ListedAlert[], today: Temporal.PlainDate): Html =>
  html`<ul class="govuk-list govuk-list--spaced">${alerts.map(
    (alert) => html`<li>
      <a class="govuk-link" href="${paths.alert(alert.alert)}">${levelInWords[alert.level].name}</a>. ${sentenceOf(alert.reasons)} ${stateOf(alert, today)}
    </li>`,
  )}</ul>`

/** What waits for this reader, as a question with its reasons and the way to decide. */
export const askedOfYou = (alerts: readonly ListedAlert[]): Html[] =>
  alerts.map(
    (
      alert,
    ) => html`<p class="govuk-body"><strong>You are asked: ${levelInWords[alert.level].name.toLowerCase()}.</strong> ${sentenceOf(alert.reasons)}</p>
    <p class="govuk-body">${levelInWords[alert.level].asked}</p>
    ${button({ text: `Decide: ${levelInWords[alert.level].name.toLowerCase()}`, href: paths.alert(alert.alert) })}`,
  )

const stateOf = (alert: ListedAlert, today: Temporal.PlainDate): string => {
  if (alert.audience.length === 0) return ''
  const last = lastAnswer(alert.answers)
  if (last === undefined) return 'Not answered yet.'
  const referred = alert.answers.findLast((one) => one.stands && one.referred === true && one !== last)
  return [
    ...(referred === undefined ? [] : [answerTold(referred)]),
    answerTold(last),
    ...(asksOn(alert, today) ? ['That day has come: it is asked again.'] : []),
  ].join(' ')
}
