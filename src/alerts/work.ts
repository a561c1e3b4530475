import type { WorkSection } from '#desk/index.ts'
import { homeNames } from '#housing/index.ts'
import type { AskedOfHomes, HomeSection } from '#housing/index.ts'
import { html } from '#platform/html.ts'
import type { FamilySection } from '#families/index.ts'
import { levelInWords, sentenceOf } from './in-words.ts'
import { askedOfYou, isAskedOf, standingAlerts } from './pages/standing.ts'
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
    const waiting = (await alertsForViewer(tx)).filter((alert) => isAskedOf(alert, viewer, today))
    if (waiting.length === 0)
      return { shown: [], ...(asksOf.has(viewer.role) ? { nothing: 'No alert asks anything of you.' } : {}) }
    const shown = waiting.slice(0, most)
    const names = await homeNames(tx, [...new Set(shown.map(({ home }) => home))])
    return {
      shown: [...new Set(shown.map(({ home }) => home))],
      body: html`<ul class="rt-work">${shown.map((alert) => line(alert, names.get(alert.home)))}</ul>
        ${waiting.length > most && html`<p class="govuk-body">${waiting.length - most} more wait behind these.</p>`}`,
    }
  },
}
const asksOf: ReadonlySet<string> = new Set([
  'housing-officer',
  'health-visitor',
  'midwife',
  'social-worker',
  'supervisor',
])

const line = (alert: ListedAlert, home: string | undefined) => html`<li class="rt-work__item">
  <p class="rt-work__name"><a class="govuk-link" href="${paths.alert(alert.alert)}">${levelInWords[alert.level].name}: ${home ?? 'a home whose address is not shown to you'}</a></p>
  <p class="govuk-body">${sentenceOf(alert.reasons)}</p>
</li>`

export const alertsWork: readonly WorkSection[] = [referralsWaitingWork, asked]

/** On a family's page: the alerts of its homes and members that the viewer may see, and how they were answered. */
export const familySectionForAlerts: FamilySection = {
  heading: 'Alerts',
  read: async ({ tx, family, view, knownAt, on }) => {
    // What stood on an earlier day is told by the timeline; a list of what is asked is about today.
    if (knownAt !== undefined) return undefined
    const own = new Set<string>([family, ...view.persons.keys()])
    const about = new Set(
      view.entries
        .filter(({ kind, subjects }) => kind.startsWith('Alert') && subjects.some(({ id }) => own.has(id)))
        .flatMap(({ subjects }) => subjects.filter(({ type }) => type === 'alert').map(({ id }) => id)),
    )
    const standing = await alertsSeen(tx, [...about])
    if (standing.length === 0) return undefined
    return standingAlerts(standing, on)
  },
}

/** On a home's page: what waits for the reader's answer, then whatever else stands. A home's alerts are all of the home. */
export const homeSectionForAlerts: HomeSection = {
  heading: 'Asked about this home',
  read: async ({ tx, home, viewer, on, entries }) => {
    const about = entries
      .filter(({ kind, subjects }) => kind.startsWith('Alert') && subjects.some(({ id }) => id === home))
      .flatMap(({ subjects }) => subjects.filter(({ type }) => type === 'alert').map(({ id }) => id))
    const standing = await alertsSeen(tx, [...new Set(about)])
    const [asked, rest] = [
      standing.filter((alert) => isAskedOf(alert, viewer, on)),
      standing.filter((alert) => !isAskedOf(alert, viewer, on)),
    ]
    if (standing.length === 0) return undefined
    return html`${askedOfYou(asked)}${rest.length > 0 && standingAlerts(rest, on)}`
  },
}

/** For a list of homes: what the reader is asked about each. */
export const askedByAlerts: AskedOfHomes = async (tx, viewer, on) => {
  const waiting = (await alertsForViewer(tx)).filter((alert) => isAskedOf(alert, viewer, on))
  return new Map(
    [...Map.groupBy(waiting, ({ home }) => home)].map(([home, alerts]) => [
      home,
      alerts.map(({ alert, level }) => ({ text: levelInWords[level].name, href: paths.alert(alert) })),
    ]),
  )
}
