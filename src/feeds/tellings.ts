import { recordShort } from '#families/index.ts'
import type { Telling } from '#families/index.ts'
import { dayFrom } from '#platform/dates.ts'
import { longDate } from '#platform/page/index.ts'
import { standing } from '#record/index.ts'
import type { Entry, EntryId } from '#record/index.ts'
import { NoLongerSaid } from './loading/entries.ts'
import { kindInWords } from './loading/kind-words.ts'

/** What an agency’s extract leaves out, on a timeline. It stands among what is recorded, not among what happened: nothing did. */
export const feedsTelling: Telling = (entry, names) => {
  if (!NoLongerSaid.is(entry)) return undefined
  const { kind, since } = entry.body
  const record = entry.subjects.find(({ type, role }) => type === 'record' && role === 'about')?.id
  const whom =
    record === undefined
      ? entry.subjects.some(({ type, role }) => type === 'home' && role === 'about')
        ? 'this home'
        : 'this family'
      : recordShort(names, record)
  const day = dayFrom(since)
  return {
    title: `An agency’s system no longer holds something about ${whom}`,
    text: `It said something of ${kindInWords(kind)}. It has been left out since the extract of ${day === undefined ? since : longDate(day)}. That does not mean that it ended or was wrong.`,
    standing: true,
  }
}

/** Entries of which, among these, their agency’s system says no more. */
export const noLongerSaidIn = (entries: readonly Entry[]): ReadonlySet<EntryId> =>
  new Set(
    standing(entries)
      .filter(NoLongerSaid.is)
      .map(({ body }) => body.says),
  )
