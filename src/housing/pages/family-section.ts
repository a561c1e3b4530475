import type { FamilySection } from '#families/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { longDate } from '#platform/page/index.ts'
import { policySubject } from '#policies/index.ts'
import { paths } from '../paths.ts'
import { namesIn } from '../picture/index.ts'
import { housingPolicies } from '../policies.ts'
import { homesOf, readHomeNow } from '../queries/index.ts'
import type { HomeView } from '../queries/index.ts'
import { conditionWords, placementWords } from '../words.ts'
import { isCurrent } from '../facts/placement-nights.ts'
import { pictureSection } from './home.ts'

/** How many homes a family page draws; a family with more is told so. */
const most = 3

/** The home on a family's page: the picture, the answers in a line each, and the way to the home's own page. */
export const homeSection: FamilySection = {
  heading: 'Home',
  reads: housingPolicies.map(({ id }) => policySubject(id).id),
  read: async ({ tx, view, viewer, on, knownAt }) => {
    const records = new Set(view.persons.keys())
    const homes = homesOf(
      view.ofOtherRooms,
      view.facts.households.homes.map(({ home }) => home),
      records,
    )
    if (homes.length === 0) return undefined
    const parts: Html[] = []
    for (const [at, home] of homes.slice(0, most).entries())
      parts.push(
        homePart(
          await readHomeNow(tx, home, on, knownAt),
          viewer.role === 'housing-officer' ? 'of whom your agency holds no record' : 'whose name you may not see',
          `home-${at + 1}`,
        ),
      )
    return html`${parts}${homes.length > most && html`<p class="govuk-body">This family is said to have ${homes.length} homes; ${most} are shown.</p>`}`
  },
}

const homePart = (view: HomeView, holdsNone: string, id: string): Html => {
  const names = namesIn(view.facts, view.people, holdsNone)
  const open = view.facts.conditions.filter((condition) => condition.open)
  const stays = view.facts.placements.filter(({ value }) => isCurrent(value, view.on))
  return html`<p class="govuk-body"><a class="govuk-link" href="${paths.home(view.home)}">${view.address ?? 'Their home'}</a></p>
  ${pictureSection(view, names, id)}
  <ul class="govuk-list govuk-list--bullet">
    ${'cannot' in view.answers ? html`<li>Whether it is overcrowded cannot be told: nobody has recorded who sleeps here, or the record does not agree with itself.</li>` : view.answers.shown.filter(({ answer }) => inBrief.has(answer.standard)).map(({ sentences }) => html`<li>${sentences[0]}</li>`)}
    ${open.map(({ value }) => html`<li>${upper(conditionWords(value.what))}, reported ${longDate(Temporal.PlainDate.from(value.reportedOn))}, is not yet put right.</li>`)}
    ${stays.map(({ value }) => html`<li>${placementWords[value.type] ?? 'Temporary accommodation'} since ${longDate(Temporal.PlainDate.from(value.startedOn))}${view.stay !== undefined && value.type === 'bed-and-breakfast' && `: night ${view.stay.nights}`}.</li>`)}
    ${view.notKnown.length > 0 && html`<li>${view.notKnown.length === 1 ? 'One thing about this home is' : `${view.notKnown.length} things about this home are`} not known; the home’s page says who is asked.</li>`}
  </ul>`
}

/** The two of the law, and the one that guidance uses for need. */
const inBrief: ReadonlySet<string> = new Set(['room-standard-1985', 'space-standard-1985', 'bedroom-standard'])
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
