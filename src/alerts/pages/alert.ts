import type { Directory } from '#access/index.ts'
import {
  alert as notice,
  button,
  details,
  insetText,
  radios,
  summaryList,
  table,
  textarea,
  timeline,
} from '#platform/govuk/index.ts'
import type { FormErrors, Link } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import type { FormFields } from '#platform/http/index.ts'
import { ageInWords, csrfField, dateField, dateTime, longDate, page, typed } from '#platform/page/index.ts'
import type { Shell } from '#platform/page/index.ts'
import { recommendationsInWords, statusTag, statuses } from '#policies/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { AnswerShown } from '#housing/index.ts'
import type { Entry } from '#record/index.ts'
import { asksOn, lastAnswer } from '../facts.ts'
import type { AlertFacts, AnswerTold } from '../facts.ts'
import {
  answerTold,
  asSpoken,
  audienceInWords,
  guardRails,
  levelInWords,
  listed,
  partInWords,
  reasonInWords,
  ruleInWords,
  sentenceOf,
} from '../in-words.ts'
import { paths } from '../paths.ts'
import { ruleSettings } from '../policies.ts'
import { causesShown } from './causes.ts'
import { factInWords } from './facts.ts'
import { endedInWords } from '../describe.ts'
import { historyOf } from './history.ts'

interface AlertPageView {
  readonly facts: AlertFacts
  readonly entries: readonly Entry[]
  /** As far as the viewer is told of them. */
  readonly answers: readonly AnswerTold[]
  readonly restsOn: readonly Entry[]
  /** The facts by which it moved, as far as the viewer may see them. */
  readonly causes: readonly Entry[]
  readonly address: string | undefined
  /** The answers by the standards that the rule looked at, as far as the viewer may follow them. */
  readonly working: readonly AnswerShown[]
  readonly directory: Directory
  readonly today: Temporal.PlainDate
  /** Where what was found out of a baby is written down. */
  readonly findOut: readonly Link[]
  readonly form: AnswerFormView | undefined
  /** A role that does not see every kind of fact. */
  readonly seesPart: boolean
  /** The agency whose facts alone are named with their source, or `everybody`: for a role that must not learn which other agencies know the family. */
  readonly sourcesOf: string
  /** Whose record it is, as the home's own page calls them: "Kojo", or "Person A" of whom the reader may not know the name. */
  readonly whose: ReadonlyMap<string, { readonly name: string; readonly known: boolean }>
}

interface AnswerFormView {
  readonly csrf: string
  readonly fields: FormFields
  readonly errors: FormErrors
  /** How many answers its reader was told of. */
  readonly seen: number
  /** Asked of the reader, or answered by somebody else and open to a word of theirs beside it. */
  readonly asked: 'asked' | 'may-add'
  readonly mayRefer: boolean
  readonly changedMeanwhile: boolean
}

/** One alert: the sentence, what is asked of whom, what is decided or was, why, and by which rule. */
export const alertPage = (shell: Shell, view: AlertPageView): string => {
  const { facts, form } = view
  const level = levelInWords[facts.level]
  const history = html`<section class="rt-section" aria-labelledby="history">
        <h2 class="govuk-heading-m" id="history">What happened to it</h2>
        ${timeline({ items: historyOf(view) })}
      </section>`
  return page({
    ...shell,
    title: 'Alert',
    caption: ruleInWords[facts.rule],
    heading: level.name,
    breadcrumbs: [{ text: 'My work', href: '/' }, { text: level.name }],
    errors: form?.errors ?? [],
    ...(form?.changedMeanwhile === true
      ? {
          messages: [
            {
              kind: 'warning' as const,
              title: 'Somebody else answered first',
              content: {
                text: 'Somebody else recorded something about this alert while you were writing. Nothing of yours was recorded yet, and what you typed is kept below. Read first what is recorded now.',
              },
            },
          ],
        }
      : {}),
    body: html`
      <p class="govuk-body-l rt-summary">${sentenceOf(facts.reasons)}</p>
      <p class="govuk-body">${view.address ?? 'A home whose address is not shown to you'}. <a class="govuk-link" href="/homes/${facts.home}">See the home and all its answers</a></p>
      ${facts.resolved !== undefined && notice({ kind: 'information', title: 'Not asked any more', content: { html: html`${facts.resolved.movedBy.length === 0 ? endedInWords[facts.resolved.why] : causesShown(facts.resolved.movedBy, view.causes)} This ended on ${dateTime(facts.resolved.at)}.` } })}
      <section class="rt-section" aria-labelledby="asked">
        <h2 class="govuk-heading-m" id="asked">What is asked, and of whom</h2>
        <p class="govuk-body"><strong>${audienceInWords(facts.audience)}.</strong> ${level.asked}</p>
        ${standsAnswered(view)}
        ${view.findOut.length > 0 && html`<div class="rt-actions rt-screen-only">${view.findOut.map(({ text, href }) => button({ text: `Write down what you found out: ${text}`, href, kind: 'secondary' }))}</div>`}
        ${insetText({ text: guardRails.join(' ') })}
      </section>
      ${form === undefined ? history : answerForm(facts, form)}
      <section class="rt-section" aria-labelledby="why">
        <h2 class="govuk-heading-m" id="why">What it rests on</h2>
        ${besideWhatIsMissing(facts)}
        ${view.working.map(({ sentences }) => details({ summary: sentences[0] ?? 'The working', content: { html: html`<ul class="govuk-list govuk-list--bullet">${sentences.slice(1).map((text) => html`<li>${text}</li>`)}</ul><p class="govuk-hint">Worked out for ${longDate(view.today)}.</p>` } }))}
        ${restsTable(view)}
      </section>
      <section class="rt-section" aria-labelledby="rule">
        <h2 class="govuk-heading-m" id="rule">The rule behind it</h2>
        ${ruleList(facts)}
      </section>
      ${form !== undefined && history}`,
  })
}

/** One answer of any role that is asked answers for all of them: the last is told where the asking is. */
const standsAnswered = ({ facts, answers, today }: AlertPageView): Html | false => {
  const last = lastAnswer(answers)
  if (last === undefined) return false
  const again = facts.resolved === undefined && asksOn({ audience: facts.audience, answers }, today)
  const state = again
    ? ' The day has come: it is asked again.'
    : facts.resolved === undefined && last.reviewOn === null
      ? ' It is not asked any more unless something else is asked.'
      : ''
  return html`<p class="govuk-body"><strong>${answerTold(last)}</strong>${state}</p>`
}

/** The sentence of an alert that asks for missing facts names those alone; what is known of the home stands here. */
const besideWhatIsMissing = ({ reasons }: AlertFacts): Html | false => {
  const known = asSpoken(reasons).filter(({ code }) => code !== 'not-known')
  return (
    known.length > 0 &&
    known.length < reasons.length &&
    html`<ul class="govuk-list govuk-list--bullet">${known.map((reason) => html`<li>${reasonInWords(reason)}</li>`)}</ul>`
  )
}

const restsTable = (view: AlertPageView): Html | false =>
  view.restsOn.length > 0 &&
  details({
    summary:
      view.restsOn.length === 1
        ? 'The fact it rests on, with source and age'
        : `The ${view.restsOn.length} facts it rests on, with source and age`,
    content: {
      html: html`${factsTable(view)}${unnamedNote(view)}${view.seesPart && html`<p class="govuk-body rt-quiet">Facts that your role does not see are not listed.</p>`}`,
    },
  })

/** One line for each thing of which one source said the same sort on one day, with everybody whom it is about. */
const factsTable = (view: AlertPageView): Html => {
  const rows = Map.groupBy(
    view.restsOn.map((entry) => ({
      entry,
      fact: `${factInWords(entry)}${entry.corrected === true ? ' (put right since)' : ''}`,
      source: sourceOf(view, entry),
      day: longDate(dayInLondon(entry.recordedAt)),
    })),
    ({ fact, source, day }) => JSON.stringify([fact, source, day]),
  )
  return table({
    caption: 'Facts it rests on',
    captionSize: 'hidden',
    head: [
      { text: 'Fact' },
      { text: 'Of whom' },
      { text: 'Source' },
      { text: 'Recorded' },
      { text: 'Age of this fact' },
    ],
    rows: [...rows.values()]
      .toSorted(([one], [other]) => (one?.fact ?? '').localeCompare(other?.fact ?? ''))
      .flatMap((same) => {
        const [first] = same
        return first === undefined
          ? []
          : [
              [
                { text: first.fact },
                {
                  text: ofWhom(
                    view,
                    same.map(({ entry }) => entry),
                  ),
                },
                { text: first.source },
                { text: first.day },
                { text: ageOfFact(first.entry, view.today) },
              ],
            ]
      }),
    wide: true,
  })
}

const sourceOf = ({ sourcesOf, directory }: AlertPageView, { agency }: Entry): string =>
  sourcesOf !== 'everybody' && agency !== sourcesOf
    ? 'Another agency'
    : (directory.get(agency)?.name ?? agency.replace('agency:', ''))

const ofWhom = ({ whose }: AlertPageView, entries: readonly Entry[]): string => {
  const records = [
    ...new Set(entries.flatMap(({ subjects }) => subjects.filter(({ type }) => type === 'record').map(({ id }) => id))),
  ]
  if (records.length === 0) return 'The home'
  const names = [
    ...new Set(records.map((record) => whose.get(record)?.name ?? 'Somebody who is not in the home’s lists')),
  ]
  return listed(names.toSorted((one, other) => one.localeCompare(other)))
}

/** Only where somebody in the table has no name here. */
const unnamedNote = ({ restsOn, whose, seesPart }: AlertPageView): Html | false =>
  restsOn.some(({ subjects }) => subjects.some(({ id }) => whose.get(id)?.known === false)) &&
  html`<p class="govuk-body rt-quiet">“Person A” and so on are people ${seesPart ? 'of whom your agency holds no record' : 'whose name you may not see'}. The home’s page calls them the same.</p>`

const ageOfFact = (entry: Entry, today: Temporal.PlainDate): string => {
  const day = dayInLondon(entry.recordedAt)
  return Temporal.PlainDate.compare(day, today) >= 0 ? 'Today' : ageInWords(day, today)
}

const ruleList = (facts: AlertFacts): Html => {
  const policy = ruleSettings.find(({ id }) => id === facts.policy.policy)
  const status = statuses.find((one) => one === facts.policy.status)
  return summaryList({
    rows: [
      {
        key: 'Rule',
        value: { text: `${ruleInWords[facts.rule]}. Looks at: ${partInWords[facts.part].toLowerCase()}.` },
      },
      {
        key: 'Setting',
        value: {
          html: html`${policy?.title ?? facts.policy.policy}: ${settingInWords(facts)}. ${facts.policy.version === 'first-value' ? 'The first value; the partnership has not decided otherwise.' : 'Decided by the partnership.'} ${status === undefined ? '' : statusTag(status)} <a class="govuk-link" href="/settings">All settings</a>`,
        },
      },
      { key: 'Serves', value: { text: recommendationsInWords(facts.recommendations) } },
      {
        key: 'Raised',
        value: {
          text: `${dateTime(facts.raised.recordedAt)}${facts.episode > 1 ? `, for the ${facts.episode === 2 ? 'second' : `${facts.episode}th`} time` : ''}`,
        },
      },
    ],
  })
}

const settingInWords = ({ policy: { policy, value } }: AlertFacts): string => {
  const asked = ruleSettings.find(({ id }) => id === policy)?.asked
  if (asked?.as === 'choice') return asked.choices.find((choice) => choice.value === value)?.text ?? String(value)
  return value === true ? 'On' : value === false ? 'Off' : String(value)
}

const answerForm = (facts: AlertFacts, form: AnswerFormView): Html => {
  const agreed = radios({
    name: 'agreed',
    legend: 'Do the parents know, and agree?',
    value: typed(form, 'agreed'),
    errors: form.errors,
    layout: 'small',
    hint: { text: 'Tell them and ask, unless that would put a child at risk of serious harm.' },
    items: [
      { value: 'yes', text: 'They know and agree' },
      { value: 'told-not-agreed', text: 'They know and do not agree' },
      { value: 'not-told', text: 'They have not been told' },
    ],
  })
  const review = dateField(form, 'reviewOn', 'When shall it be asked again?', 'Within a year')
  const adds = form.asked === 'may-add'
  const asking = html`<form method="post" action="${paths.alert(facts.alert)}" novalidate data-draft>
      ${csrfField(form.csrf)}
      <input type="hidden" name="seen-answers" value="${form.seen}">
      ${radios({
        name: 'decision',
        legend: { text: 'Your decision', size: 's' },
        value: typed(form, 'decision'),
        errors: form.errors,
        items: [
          ...(form.mayRefer ? [{ value: 'refer', text: 'Refer to children’s social care', more: agreed }] : []),
          { value: 'acted', text: form.mayRefer ? 'Done, without a referral' : 'Done' },
          { value: 'not-now', text: 'Not now', more: review },
          { value: 'not-right', text: 'Not right: the facts or the question are wrong' },
        ],
      })}
      ${textarea({ name: 'reason', label: { text: 'Why? Say what you saw and what you did', size: 's' }, value: typed(form, 'reason'), rows: 4, errors: form.errors })}
      ${button({ text: 'Record the decision' })}
    </form>`
  return html`<section class="rt-section" aria-labelledby="decide">
    <h2 class="govuk-heading-m" id="decide">${adds ? 'Do you want to add something?' : 'What do you decide?'}</h2>
    ${adds ? details({ summary: 'Record what you decided or did', content: { html: asking }, open: form.changedMeanwhile || form.errors.length > 0 }) : asking}
  </section>`
}
