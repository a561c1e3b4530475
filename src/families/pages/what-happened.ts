import type { TimelineItem } from '../facts/timeline.ts'
import { entryInWords } from './entry-in-words.ts'
import type { Telling } from './entry-in-words.ts'
import type { Names } from './names.ts'

/** Who people are and how they are related stands on their cards and pages; here stands what happened. */
const bookkeeping: ReadonlySet<string> = new Set([
  'PersonRecordOpened',
  'NamesStated',
  'SexStated',
  'NhsNumberStated',
  'UpnStated',
  'HomeNamed',
  'FamilyOpened',
  'FamilyMemberJoined',
  'FamilyNamed',
  'ChildOfPregnancyBorn',
  'RecordsJoined',
  'RelationshipStated',
  'ParentalResponsibilityStated',
])

/** Of a timeline what happened to the family, without how lists and records stand. */
export const whatHappened = (
  items: readonly TimelineItem[],
  names: Names,
  tellings: readonly Telling[],
): TimelineItem[] => {
  const said = new Set<string>()
  // What was said of several people on one day in the same words is one event of the family.
  const isNews = (when: string, title: string, text = ''): boolean =>
    said.size < said.add(`${when} ${title} ${text}`).size
  return items.filter((item) => {
    if (bookkeeping.has(item.entry.kind)) return false
    const { standing, title, text } = entryInWords(item.entry, names, tellings)
    return standing !== true && isNews(item.when, title, text)
  })
}
