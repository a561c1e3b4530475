import { given } from '#platform/given.ts'
import type { Entry, Kinds, Naming, Told } from '#record/index.ts'
import type { Somebody } from '../entries/index.ts'
import { listing, recordShort } from './names.ts'
import type { Names } from './names.ts'
import { capital } from './whom-to-ring.ts'

/** One entry in the words of its own kind; what was disposed of is said to be. */
export const entryInWords = (entry: Entry, names: Names, kinds: Kinds): Told => {
  const { body } = entry
  if (body === undefined) return { title: 'The content of this entry was removed at the end of its time' }
  const words = kinds.get(entry.kind)?.words
  // A record of a later edition is refused at opening: no kind is unknown here but to a house of some rooms.
  if (words === undefined) return { title: 'An entry of another part of Rooftree' }
  const told = words.tell({ ...entry, body }, namingOf(names, kinds))
  // A name stands as it is written; a word that stands for one begins a sentence.
  return told.title.startsWith('somebody') ? { ...told, title: capital(told.title) } : told
}

/** How a page calls people, agencies and kinds of entries. */
const namingOf = (names: Names, kinds: Kinds): Naming => ({
  person: (record) => recordShort(names, record),
  listed: (id) => {
    const { name, title, agency } = listing(names, id)
    return { name, ...given({ title, agency }) }
  },
  noun: (kind) => kinds.get(kind)?.words.noun ?? 'something else',
})

export const somebody = (who: Somebody, names: Names): string =>
  who === 'not-known' ? 'not known' : 'record' in who ? recordShort(names, who.record) : who.described
