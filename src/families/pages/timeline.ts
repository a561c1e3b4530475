import { button, pagination, select } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Shell } from '#platform/page/index.ts'
import type { Entry, Topic } from '#record/index.ts'
import { asKnown, paths } from '../paths.ts'
import { pageOf } from '../queries/index.ts'
import { closedParts } from './closed-parts.ts'
import type { FamilyPageView } from './family-view.ts'
import { familyFrame, nothingThen } from './frame.ts'
import { agenciesOf, timelineOfEntries, withTakenBack } from './timeline-items.ts'
import { counted } from './words.ts'

export interface TimelineAsk {
  readonly about: string
  readonly agency: string
  readonly page: number
}

/** What may be chosen: several topics under one everyday word. */
const choices: readonly { readonly value: string; readonly text: string; readonly topics: readonly Topic[] }[] = [
  { value: 'contacts', text: 'Contacts: seen, said, done', topics: ['contact'] },
  { value: 'births', text: 'Births, deaths and babies expected', topics: ['birth', 'expected-birth'] },
  { value: 'homes', text: 'Addresses and housing', topics: ['address', 'housing'] },
  { value: 'plans', text: 'Plans and alerts', topics: ['plan', 'alert'] },
  { value: 'family', text: 'Who belongs and how they are related', topics: ['family', 'relationship', 'responsibility'] },
  { value: 'workers', text: 'Who works with the family', topics: ['involvement', 'restriction'] },
  { value: 'identity', text: 'Names, numbers and records', topics: ['identity', 'linkage'] },
]

export const timelinePageOf = (shell: Shell, view: FamilyPageView, ask: TimelineAsk): string => {
  const { family, entries } = view.view
  const all = withTakenBack(view.view.timeline, entries)
  const items = all.filter(({ entry }) => matches(entry, ask))
  const shown = pageOf(items, ask.page)
  const hrefFor = (page: number): string => asKnown(`${paths.timeline(family)}?about=${ask.about}&agency=${ask.agency}&page=${page}`, view.known?.text)
  return familyFrame(shell, view, 'timeline', `Timeline of a family${shown.pages > 1 ? `, page ${shown.page} of ${shown.pages}` : ''}`, view.known !== undefined && entries.length === 0 ? nothingThen(view.known) : html`
    <form class="rt-filter" method="get" action="${paths.timeline(family)}">
      ${view.known !== undefined && html`<input type="hidden" name="known" value="${view.known.text}">`}
      ${select({ name: 'about', label: 'About', value: ask.about, unchosen: 'Everything', items: choices.map(({ value, text }) => ({ value, text })) })}
      ${select({ name: 'agency', label: 'Recorded by', value: ask.agency, unchosen: 'Any agency', items: agenciesOf(view.names, all.map(({ entry }) => entry)) })}
      ${button({ text: 'Show these', kind: 'secondary' })}
    </form>
    <p class="govuk-body" role="status">${shown.total === 0 ? 'There is no such entry that your role sees.' : `${counted(shown.total, 'entry', 'entries')}, the latest first.`}</p>
    <h2 class="govuk-visually-hidden">Entries</h2>
    ${shown.total > 0 && timelineOfEntries({ names: view.names, entries, tellings: view.tellings, mayCorrect: view.mayRecord && view.known === undefined ? { place: { family }, agency: view.viewer.agency } : undefined }, shown.items)}
    ${pagination({ current: shown.page, pages: shown.pages, hrefFor, label: 'Pages of the timeline' })}
    ${closedParts(view.parts)}`)
}

const matches = (entry: Entry, { about, agency }: TimelineAsk): boolean => {
  const topics = choices.find(({ value }) => value === about)?.topics
  return (topics === undefined || topics.includes(entry.topic)) && (agency === '' || entry.agency === agency)
}
