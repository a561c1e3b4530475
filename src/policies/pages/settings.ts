import type { Directory } from '#access/index.ts'
import { details, summaryList, tag } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { dateTime, longDate, page } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import type { PolicyDecision, PolicyInForce } from '../facts.ts'
import { matters, recommendationsInWords, statuses, statusInWords, valueInWords } from '../policy.ts'
import type { Matter, Policy, Status } from '../policy.ts'
import { whoDecided } from './decided.ts'

interface SettingsView {
  readonly policies: readonly PolicyInForce[]
  readonly directory: Directory
  readonly mayChange: boolean
}

export const settingsPage = (shell: Shell, view: SettingsView): string => {
  const groups = matters
    .map((matter) => ({ matter, policies: view.policies.filter(({ policy }) => policy.under === matter) }))
    .filter(({ policies }) => policies.length > 0)
  return page({
    ...shell,
    title: 'Settings',
    heading: 'Settings',
    body: html`<div class="rt-reading"><p class="govuk-body">What the partnership decides, how sure anybody is of it, and where it comes from. Law that is certain is built in and is not listed here.</p></div>
      <nav class="rt-matters" aria-label="Settings by what they are about"><ul class="govuk-list">${groups.map(({ matter, policies }) => html`<li><a class="govuk-link" href="#${anchorOf(matter)}">${matter}</a> <span class="rt-quiet">${policies.length} ${policies.length === 1 ? 'setting' : 'settings'}</span></li>`)}</ul></nav>
      ${groups.map(
        ({
          matter,
          policies,
        }) => html`<section aria-labelledby="${anchorOf(matter)}"><h2 class="govuk-heading-m" id="${anchorOf(matter)}" tabindex="-1">${matter}</h2>
        ${policies.map((policy) => html`<div id="${policy.policy.id}">${card(policy, view)}</div>`)}
      </section>`,
      )}
      ${details({ summary: 'What the words for status mean', content: { html: html`<dl class="rt-words">${statuses.map((status) => html`<dt>${statusTag(status)}</dt><dd>${statusInWords[status]}</dd>`)}</dl>` } })}`,
  })
}

const anchorOf = (matter: Matter): string => `about-${matter.toLowerCase().replaceAll(' ', '-')}`

const colours: Readonly<Record<Status, 'green' | 'blue' | 'grey' | 'yellow'>> = {
  confirmed: 'green',
  reported: 'blue',
  elsewhere: 'blue',
  computed: 'blue',
  proposed: 'yellow',
  disputed: 'yellow',
  unconfirmed: 'grey',
}

export const statusTag = (status: Status): Html =>
  tag({ text: status.charAt(0).toUpperCase() + status.slice(1), colour: colours[status] })

/** What its value rests on: the partnership's own decision, or where the first value was taken from and how sure that is. */
export const originOf = ({ policy, decision }: PolicyInForce): Html =>
  decision === undefined
    ? html`${statusTag(policy.status)} ${policy.source}`
    : html`Decided by the partnership, from ${longDate(Temporal.PlainDate.from(decision.from))}: “${decision.reason}” <span class="govuk-hint">First value: ${valueInWords(policy, policy.value)}, ${policy.status}. ${policy.source}</span>`

const firstValue = ({ policy, decision }: PolicyInForce): string =>
  decision === undefined
    ? policy.source
    : `First value: ${valueInWords(policy, policy.value)}, ${policy.status}. ${policy.source}`

/** Named by the policy, so that an alert can lead to the decision that moved it. */
const card = (inForce: PolicyInForce, { mayChange, directory }: SettingsView): Html => {
  const { policy, value, decision, coming, earlier } = inForce
  const change = mayChange ? [{ text: 'Change', href: `/settings/${policy.id}`, of: policy.title.toLowerCase() }] : []
  return summaryList({
    card: { title: policy.title, headingLevel: 3 },
    rows: [
      {
        key: 'In force today',
        value: {
          html: html`<strong>${valueInWords(policy, value)}</strong>${decision === undefined && html` ${statusTag(policy.status)}`}`,
        },
        actions: change,
      },
      ...(decision === undefined
        ? []
        : [
            {
              key: 'Decided',
              value: {
                text: `From ${longDate(Temporal.PlainDate.from(decision.from))}: “${decision.reason}” ${recordedBy(decision, directory)}`,
              },
            },
          ]),
      {
        key: 'What it decides',
        value: {
          html: html`${policy.what}${details({ summary: 'Where it comes from', content: { html: html`${firstValue(inForce)}${policy.recommendations.length > 0 && html`<br>${recommendationsInWords(policy.recommendations)}`}` } })}`,
        },
      },
      ...coming.map((later) => ({ key: 'Decided for later', value: { text: toldOf(policy, later, directory) } })),
      ...(earlier.length === 0
        ? []
        : [
            {
              key: 'Before',
              value: { html: html`${earlier.map((past) => html`<div>${toldOf(policy, past, directory)}</div>`)}` },
            },
          ]),
    ],
  })
}

const toldOf = (policy: Policy, one: PolicyDecision, directory: Directory): string =>
  `${valueInWords(policy, one.value)} from ${longDate(Temporal.PlainDate.from(one.from))}: “${one.reason}” ${recordedBy(one, directory)}`

const recordedBy = (one: PolicyDecision, directory: Directory): string =>
  `Recorded by ${whoDecided(one, directory)}, ${dateTime(one.recordedAt)}.`
