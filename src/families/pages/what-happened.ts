import type { Kinds } from '#record/index.ts'
import type { TimelineItem } from '../facts/timeline.ts'
import { entryInWords } from './entry-in-words.ts'
import type { Names } from './names.ts'

/** Of a timeline what happened to the family, without how lists and records stand. */
export const whatHappened = (items: readonly TimelineItem[], names: Names, kinds: Kinds): TimelineItem[] => {
  const said = new Set<string>()
  // What was said of several people on one day in the same words is one event of the family.
  const isNews = (when: string, title: string, text = ''): boolean =>
    said.size < said.add(`${when} ${title} ${text}`).size
  return items.filter((item) => {
    if (kinds.get(item.entry.kind)?.words.standing === true) return false
    const { title, text } = entryInWords(item.entry, names, kinds)
    return isNews(item.when, title, text)
  })
}
