import { button, pagination, select } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Shell } from '#platform/page/index.ts'
import type { Topic } from '#record/index.ts'
import type { TimelineItem } from '../facts/timeline.ts'
import { asKnown, paths } from '../paths.ts'
import { pageOf } from '../queries/index.ts'
import { closedParts } from './closed-parts.ts'
import type { FamilyPageView } from './family-view.ts'
import { familyFrame, nothingThen } from './frame.ts'
import { agenciesOf, timelineOfEntries, withTakenBack } from './timeline-items.ts'
import { counted } from './words.ts'
import { whatHappened } from './what-happened.ts'

interface TimelineAsk {
  readonly about: string
  readonly agency: string
  readonly page: number
}

/** Whatever was recorded, how names, records and lists stand too. */
const everything = 'everything'

/** What else may be chosen: several topics under one everyday word. */
const choices: readonly { readonly value: string; readonly text: string; readonly topics: readonly Topic[] }[] = [
  { value: 'contacts', text: 'Contacts: seen, said, done', topics: ['contact'] },
  { value: 'births', text: 'Births, deaths and babies expected', topics: ['birth', 'expected-birth'] },
  { value: 'babies', text: 'What is known of a baby', topics: ['infant-safety'] },
  { value: 'homes', text: 'Addresses and housing', topics: ['address', 'housing'] },
  { value: 'plans', text: 'Plans and alerts', topics: ['plan', 'alert'] },
  {
    value: 'family',
    text: 'Who belongs and how they are related',
    topics: ['family', 'relationship', 'responsibility'],
  },
  { value: 'workers', text: 'Who works with the family', topics: ['involvement', 'restriction'] },
  { value: 'identity', text: 'Names, numbers and records', topics: ['identity', 'linkage'] },
]

export const timelinePageOf = (shell: Shell, view: FamilyPageView, ask: TimelineAsk): string => {
  const { family, entries } = view.view
  const all = withTakenBack(view.view.timeline, entries)
  const ofAgency = all.filter(({ entry }) => ask.agency === '' || entry.agency === ask.agency)
  const items = chosen(ofAgency, view, ask.about)
  const shown = pageOf(items, ask.page)
  const hrefOf = ({ about, agency, page }: TimelineAsk): string =>
    asKnown(`${paths.timeline(family)}?about=${about}&agency=${agency}&page=${page}`, view.known?.text)
  return familyFrame(
    shell,
    view,
    'timeline',
    `Timeline of a family${shown.pages > 1 ? `, page ${shown.page} of ${shown.pages}` : ''}`,
    view.known !== undefined && entries.length === 0
      ? nothingThen(view.known)
      : html`
    <form class="rt-filter" method="get" action="${paths.timeline(family)}">
      ${view.known !== undefined && html`<input type="hidden" name="known" value="${view.known.text}">`}
      ${select({ name: 'about', label: 'About', value: ask.about, unchosen: 'What happened', items: [{ value: everything, text: 'Everything that was recorded' }, ...choices.map(({ value, text }) => ({ value, text }))] })}
      ${select({
        name: 'agency',
        label: 'Recorded by',
        value: ask.agency,
        unchosen: 'Any agency',
        items: agenciesOf(
          view.names,
          all.map(({ entry }) => entry),
        ),
      })}
      ${button({ text: 'Show these', kind: 'secondary' })}
    </form>
    <p class="govuk-body" role="status">${shown.total === 0 ? 'There is no such entry that your role sees.' : `${counted(shown.total, 'entry', 'entries')}, the latest first.`}${isChosen(ask.about) || items.length === ofAgency.length ? '' : html` How names, records and lists stand is left out. <a class="govuk-link" href="${hrefOf({ ...ask, about: everything, page: 1 })}">Show everything that was recorded</a>.`}</p>
    <h2 class="govuk-visually-hidden">Entries</h2>
    ${shown.total > 0 && timelineOfEntries({ names: view.names, entries, kinds: view.kinds, mayCorrect: view.mayRecord && view.known === undefined ? { place: { family }, agency: view.viewer.agency } : undefined }, shown.items)}
    ${pagination({ current: shown.page, pages: shown.pages, hrefFor: (page) => hrefOf({ ...ask, page }), label: 'Pages of the timeline' })}
    ${closedParts(view.parts)}`,
  )
}

const isChosen = (about: string): boolean => about === everything || choices.some(({ value }) => value === about)

const chosen = (
  items: readonly TimelineItem[],
  { names, kinds }: FamilyPageView,
  about: string,
): readonly TimelineItem[] => {
  if (!isChosen(about)) return whatHappened(items, names, kinds)
  const topics = choices.find(({ value }) => value === about)?.topics
  return topics === undefined ? items : items.filter(({ entry }) => topics.includes(entry.topic))
}
