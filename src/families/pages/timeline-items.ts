import { given } from '#platform/given.ts'
import { badge, details, timeline } from '#platform/govuk/index.ts'
import { html } from '#platform/html.ts'
import type { Html } from '#platform/html.ts'
import { EntryWithdrawn } from '#record/index.ts'
import type { Entry, Kinds } from '#record/index.ts'
import { basisOf } from '../facts/basis.ts'
import type { TimelineItem } from '../facts/timeline.ts'
import { dayInLondon } from '#platform/dates.ts'
import { span } from '#platform/said-dates.ts'
import { paths } from '../paths.ts'
import type { Place } from '../paths.ts'
import { entryInWords } from './entry-in-words.ts'
import { agencyName, sourceOf } from './names.ts'
import type { Names } from './names.ts'
import { saidDate, sensitivityWords } from './words.ts'

interface TimelineShown {
  readonly names: Names
  readonly entries: readonly Entry[]
  readonly kinds: Kinds
  /** Where entries of the viewer's own agency are put right, where they may be. */
  readonly mayCorrect: { readonly place: Place; readonly agency: string } | undefined
}

/** Entries with what was taken back among them: a taking back is told on the day it was recorded. */
export const withTakenBack = (items: readonly TimelineItem[], entries: readonly Entry[]): TimelineItem[] =>
  [
    ...items,
    ...entries
      .filter(EntryWithdrawn.is)
      .map((entry): TimelineItem => ({
        entry,
        when: dayInLondon(entry.recordedAt).toString(),
        dated: 'recorded',
        basis: basisOf(entry),
        ...given({ corrects: entry.corrects }),
      })),
  ].toSorted((a, b) =>
    a.when === b.when ? Temporal.Instant.compare(b.entry.recordedAt, a.entry.recordedAt) : a.when < b.when ? 1 : -1,
  )

/** Each entry at its day, with its source; what it put right stands beneath it, for those who may see that. */
export const timelineOfEntries = (shown: TimelineShown, items: readonly TimelineItem[]): Html =>
  timeline({
    items: items.map((item) => ({
      title: {
        html: html`${entryInWords(item.entry, shown.names, shown.kinds).title}${item.entry.sensitivity !== 'ordinary' && html` ${badge({ text: sensitivityWords[item.entry.sensitivity], colour: 'purple' })}`}${
          item.corrects !== undefined &&
          html` ${badge({ text: item.entry.kind === EntryWithdrawn.kind ? 'Taken back' : 'Corrected', colour: 'blue' })}`
        }`,
      },
      when: span(item.when)?.first ?? dayInLondon(item.entry.recordedAt),
      description: { html: description(shown, item) },
    })),
  })

const description = (shown: TimelineShown, item: TimelineItem): Html => {
  const { text } = entryInWords(item.entry, shown.names, shown.kinds)
  return html`${item.when.length < 10 && html`<p class="govuk-body">Said as: ${saidDate(item.when)}</p>`}
    ${(text ?? '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => html`<p class="govuk-body">${line}</p>`)}
    ${sourceOf(shown.names, item.basis)}
    ${before(shown, item)}
    ${mayPutRight(shown, item)}`
}

const before = ({ entries, names, kinds }: TimelineShown, { corrects, entry }: TimelineItem): Html | undefined => {
  if (corrects === undefined) return undefined
  const earlier = entries.find(({ id }) => id === corrects)
  const because = entry.body?.['because']
  const told = earlier === undefined ? undefined : entryInWords(earlier, names, kinds)
  return details({
    summary: entry.kind === EntryWithdrawn.kind ? 'What was taken back' : 'What it said before',
    content: {
      html: html`<p class="govuk-body">${told === undefined ? 'What it said before is not open to your role.' : told.title}</p>
        ${told?.text !== undefined && html`<p class="govuk-body">${told.text}</p>`}
        ${earlier !== undefined && sourceOf(names, basisOf(earlier))}
        ${typeof because === 'string' && html`<p class="govuk-body">Put right because: ${because}</p>`}`,
    },
  })
}

const mayPutRight = ({ mayCorrect, names, kinds }: TimelineShown, { entry }: TimelineItem): Html | undefined => {
  if (mayCorrect === undefined || entry.agency !== mayCorrect.agency || entry.kind === EntryWithdrawn.kind)
    return undefined
  const putRight = kinds.get(entry.kind)?.words.putRight
  if (putRight === undefined) return undefined
  const { title: of } = entryInWords(entry, names, kinds)
  const inPlace = putRight === 'in-place'
  return html`<p class="rt-item-links">${inPlace && html`<a class="govuk-link" href="${paths.correct(mayCorrect.place, entry.id)}">Correct<span class="govuk-visually-hidden">: ${of}</span></a> `}<a class="govuk-link" href="${paths.withdraw(mayCorrect.place, entry.id)}">Take back<span class="govuk-visually-hidden">: ${of}</span></a></p>`
}

/** Everybody and every agency that these entries name. */
export const idsOfEntries = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ agency, by, subjects }) => [
    agency,
    by,
    ...subjects.filter(({ type }) => type === 'agency' || type === 'user' || type === 'team').map(({ id }) => id),
  ])

export const agenciesOf = (names: Names, entries: readonly Entry[]): { value: string; text: string }[] =>
  [...new Set(entries.map(({ agency }) => agency))]
    .map((value) => ({ value, text: agencyName(names, value) }))
    .toSorted((a, b) => a.text.localeCompare(b.text))
