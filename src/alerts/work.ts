import type { WorkSection } from '#desk/index.ts'
import { homeNames } from '#housing/index.ts'
import { html } from '#platform/html.ts'
import type { FamilySection } from '#families/index.ts'
import { longDate } from '#platform/page/index.ts'
import { asksOn } from './facts.ts'
import { answerInWords, levelInWords, sentenceOf } from './in-words.ts'
import { paths } from './paths.ts'
import { alertsForViewer, alertsSeen } from './queries.ts'
import type { ListedAlert } from './queries.ts'
import { referralsWaitingWork } from './referrals/work.ts'

/** How many are shown at once; answering makes room for the next. */
const most = 50

/** What alerts ask of the person who looks, a sentence each, in the order in which they were raised. */
const asked: WorkSection = {
  heading: 'Asked of you',
  read: async (tx, viewer, today) => {
    const waiting = (await alertsForViewer(tx)).filter((alert) => alert.audience.includes(viewer.role) && asksOn(alert, today))
    if (waiting.length === 0) return { shown: [], ...(asksOf.has(viewer.role) ? { nothing: 'No alert asks anything of you.' } : {}) }
    const shown = waiting.slice(0, most)
    const names = await homeNames(tx, [...new Set(shown.map(({ home }) => home))])
    return {
      shown: [...new Set(shown.map(({ home }) => home))],
      body: html`<ul class="rt-work">${shown.map((alert) => line(alert, names.get(alert.home)))}</ul>
        ${waiting.length > most && html`<p class="govuk-body">${waiting.length - most} more wait behind these.</p>`}`,
    }
  },
}
const asksOf: ReadonlySet<string> = new Set(['housing-officer', 'health-visitor', 'midwife', 'social-worker', 'supervisor'])

const line = (alert: ListedAlert, home: string | undefined) => html`<li class="rt-work__item">
  <p class="rt-work__name"><a class="govuk-link" href="${paths.alert(alert.alert)}">${levelInWords[alert.level].name}: ${home ?? 'a home whose address is not shown to you'}</a></p>
  <p class="govuk-body">${sentenceOf(alert.reasons)}</p>
</li>`

export const alertsWork: readonly WorkSection[] = [referralsWaitingWork, asked]

/** On a family's page: the alerts of its homes and members that the viewer may see, and how they were answered. */
export const familySectionForAlerts: FamilySection = {
  heading: 'Alerts',
  read: async ({ tx, family, view, knownAt }) => {
    // What stood on an earlier day is told by the timeline; a list of what is asked is about today.
    if (knownAt !== undefined) return undefined
    const own = new Set<string>([family, ...view.persons.keys()])
    const about = new Set(view.entries.filter(({ kind, subjects }) => kind.startsWith('Alert') && subjects.some(({ id }) => own.has(id))).flatMap(({ subjects }) => subjects.filter(({ type }) => type === 'alert').map(({ id }) => id)))
    const standing = await alertsSeen(tx, [...about])
    if (standing.length === 0) return undefined
    return html`<ul class="govuk-list govuk-list--spaced">${standing.map((alert) => html`<li>
      <a class="govuk-link" href="${paths.alert(alert.alert)}">${levelInWords[alert.level].name}</a>. ${sentenceOf(alert.reasons)} ${stateOf(alert)}
    </li>`)}</ul>`
  },
}

const stateOf = ({ answer, reviewOn, audience }: ListedAlert): string => {
  if (audience.length === 0) return ''
  if (answer === null) return 'Not answered yet.'
  const word = answer === 'acted' || answer === 'not-now' || answer === 'not-right' ? answerInWords[answer] : answer
  return reviewOn === null ? `Answered: ${word.toLowerCase()}.` : `Answered: ${word.toLowerCase()}, to be asked again on ${longDate(Temporal.PlainDate.from(reviewOn))}.`
}
