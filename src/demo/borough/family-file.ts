import type { Chance } from '../chance.ts'
import type { Chronicle, Inhabitant } from '../chronicle.ts'
import { agencyOf } from '../people.ts'
import type { Household } from './households.ts'
import { contactsOf } from './contacts.ts'

/** Who opens files, in turn, and the role in which they work with the family. */
const openers = [
  ['user:ada-obi', 'Social worker'],
  ['user:kofi-boateng', 'Family worker'],
  ['user:daniel-ferreira', 'Social worker'],
  ['user:bridget-coyle', 'Health visitor'],
  ['user:samira-khatun', 'Social worker'],
  ['user:mei-lin-chen', 'Family worker'],
  ['user:shanice-campbell', 'Health visitor'],
] as const

/** Days on which files were opened, each by one of those in turn. */
const slots = Array.from({ length: 12 }, (_, at) => {
  const [by, role] = openers[at % openers.length] ?? openers[0]
  return { by, role, opened: 994 - 84 * at }
})

/** Nobody opens a file around children not yet born, or before the records it is made of. */
const mayOpen = (
  book: Chronicle,
  household: Household,
  children: readonly Inhabitant[],
  { by, opened }: (typeof slots)[number],
): boolean =>
  opened < household.known &&
  children.every(({ born }) => book.calendar.ago(born) > opened + 20) &&
  household.records.every((kept) => agencyOf(kept.by) !== agencyOf(by) || kept.ago >= opened)

/** A file minted around a household's children by somebody who works with them; who else does, what was seen since, and what was joined. */
export const familyFile = (book: Chronicle, luck: Chance, household: Household, turn: number): void => {
  const children = household.children.filter(({ born }) => book.calendar.ago(born) > 60)
  const slot =
    slots.toSpliced(0, turn % 6).find((one) => mayOpen(book, household, children, one)) ??
    slots.find((one) => mayOpen(book, household, children, one))
  if (slot === undefined || children.length === 0) return
  const { by, role, opened } = slot
  const members = [...household.adults, ...children]
  const own = new Map(members.map((who) => [who.key, recordBy(book, household, who, by, opened)]))
  const idsOf = (of: readonly Inhabitant[]): string[] => of.flatMap(({ key }) => own.get(key) ?? [])
  const family = book.family(`${household.number}`, opened, by, {
    around: idsOf(children),
    members: household.adults.flatMap((adult, at) =>
      idsOf([adult]).map((record) => [record, at < 2 ? 'parent' : 'other'] as const),
    ),
  })
  relations(book, household, { by, opened, idsOf, children })
  for (const who of members) joinWhatIsAlike(book, luck, household, who, own.get(who.key), by, opened)
  book.involve(family, opened, by, role)
  book.lead(family, opened, by)
  const partners = involvePartners(book, luck, household, family, by, opened)
  contactsOf(book, luck, {
    family,
    opened,
    by,
    partners,
    parents: idsOf(household.adults.slice(0, 2)),
    children: idsOf(children),
    names: children.map(firstName),
  })
}

const recordBy = (book: Chronicle, household: Household, who: Inhabitant, by: string, opened: number): string =>
  household.records.find((kept) => kept.who === who && agencyOf(kept.by) === agencyOf(by))?.record ??
  book.record(who, opened, by, {
    lives: household.home,
    since: Math.min(household.since, book.calendar.ago(who.born)),
    ...(household.joined ? {} : { unmatched: household.records.some((kept) => kept.who === who) }),
  })

interface Related {
  readonly by: string
  readonly opened: number
  readonly children: readonly Inhabitant[]
  readonly idsOf: (of: readonly Inhabitant[]) => string[]
}

const relations = (book: Chronicle, household: Household, { by, opened, children, idsOf }: Related): void => {
  const ids = idsOf(children)
  for (const adult of household.adults.slice(0, 2)) {
    const as = adult.sex === 'female' ? 'mother' : 'father'
    for (const record of idsOf([adult])) {
      book.parent(opened, by, { record }, as, ids)
      book.responsibility(
        opened,
        by,
        { record },
        ids,
        as === 'mother' ? 'has' : 'not-known',
        as === 'mother' ? 'birth-mother' : 'not-known',
      )
    }
  }
  for (const record of idsOf(household.adults.slice(2, 3)))
    for (const child of ids) book.related(opened, by, { record }, 'grandparent', child)
}

/** Where the others are joined, so is this; of those that are alike and are not, some were joined by whoever opened the file, and others wait for the join page. */
const joinWhatIsAlike = (
  book: Chronicle,
  luck: Chance,
  household: Household,
  who: Inhabitant,
  own: string | undefined,
  by: string,
  opened: number,
): void => {
  if (household.joined) {
    const first = household.records.find((kept) => kept.who === who)
    const kept = household.records.some(({ record }) => record === own)
    if (own !== undefined && first !== undefined && !kept)
      book.join(
        Math.min(opened, first.ago),
        by,
        [first.record, own],
        'Same name, same birth date and the same address.',
      )
    return
  }
  const others = household.records
    .filter((kept) => kept.who === who && kept.record !== own && kept.ago >= opened)
    .map(({ record }) => record)
  if (own === undefined || others.length === 0 || !luck.inHundred(65)) return
  book.join(opened, by, [own, ...others], 'Same name, same birth date and the same address.')
}

const involvePartners = (
  book: Chronicle,
  luck: Chance,
  household: Household,
  family: string,
  by: string,
  opened: number,
): string[] => {
  const partners = new Map<string, string>()
  for (const kept of household.records) {
    const role = partnerRoles.get(kept.by)
    if (role !== undefined && kept.by !== by) partners.set(kept.by, role)
  }
  if (luck.inHundred(8)) partners.set('user:nadia-rahimi', 'Police officer')
  for (const [partner, role] of partners) book.involve(family, opened, partner, role, { by })
  return [...partners.keys()]
}

const partnerRoles: ReadonlyMap<string, string> = new Map([
  ['user:bridget-coyle', 'Health visitor'],
  ['user:shanice-campbell', 'Health visitor'],
  ['user:imran-sheikh', 'General practitioner'],
  ['user:olivia-bennett', 'General practitioner'],
  ['user:susan-pritchard', 'Designated safeguarding lead at Ropewalk Primary'],
  ['user:yusuf-demir', 'Designated safeguarding lead at Lighthouse Primary'],
  ['user:carol-nwosu', 'Designated safeguarding lead at Breakwater Academy'],
])

const firstName = ({ names }: Inhabitant): string =>
  names.flatMap((name) => ('given' in name ? [name.given] : []))[0] ?? ''
