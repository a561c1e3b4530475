import type { Breadcrumb } from '#platform/govuk/index.ts'
import { versionsOf } from '#record/index.ts'
import type { Expect } from '#record/index.ts'
import type { FamilyPageView } from '../pages/family-view.ts'
import { titleOf } from '../pages/frame.ts'
import { personName, recordOf, unnamed } from '../pages/names.ts'
import { capital } from '../pages/whom-to-ring.ts'
import { paths } from '../paths.ts'
import { readFamily } from '../routes/reading.ts'
import type { Asked, FamiliesRooms } from '../routes/rooms.ts'
import type { FamilyId, RecordId } from '../subjects.ts'

/** Only people who work with a family record on its page. */
export const byWhoWorksWithThem = { who: 'may-open', param: 'family', ways: ['involved'] } as const

/** Somebody whom a form may be about. */
export interface Choosable {
  readonly record: RecordId
  readonly name: string
  readonly child: boolean
}

/** What the forms of one family share. */
export interface FamilyForm {
  readonly page: FamilyPageView
  readonly family: FamilyId
  readonly title: string
  /** The living members; a role that sees no name still tells them apart. */
  readonly people: readonly Choosable[]
  /** People around the family who have a record. */
  readonly network: readonly Choosable[]
  /** Of the family and of everybody who may be chosen, so that two people who write about one of them at once notice. */
  readonly versions: Expect
}

/** What a form on a family's page must know. */
export const readFamilyForm = async (rooms: FamiliesRooms, request: Asked): Promise<FamilyForm | undefined> => {
  const page = await readFamily(rooms, { ...request, query: {} })
  if (page === undefined) return undefined
  const { view } = page
  const people = view.facts.members
    .filter(({ facts }) => facts.died === undefined)
    .flatMap(({ person }) => choosable(page, person, view.facts.children.includes(person)))
  const network = view.facts.network.flatMap((other) =>
    typeof other === 'object' && 'person' in other ? choosable(page, other.person, false) : [],
  )
  const records = [...people, ...network].map(({ record }) => record)
  const versions = await rooms.database.transaction('app', async (tx) => versionsOf(tx, [view.family, ...records]))
  return { page, family: view.family, title: titleOf(view.title), people, network, versions }
}

const choosable = ({ names }: FamilyPageView, person: string, child: boolean): Choosable[] => {
  const record = recordOf(names, person)
  return record === undefined ? [] : [{ record, name: personName(names, person) ?? capital(unnamed), child }]
}

export const familyFormShown = ({ family, people }: FamilyForm): string[] => [
  family,
  ...people.map(({ record }) => record),
]

export const versionsSeen = ({ versions }: FamilyForm): Expect => versions

export const familyWay = (
  { family, title }: Pick<FamilyForm, 'family' | 'title'>,
  here: string,
): { way: Breadcrumb[]; look: string; caption: string } => ({
  way: [{ text: 'Find a family', href: paths.find }, { text: title, href: paths.family(family) }, { text: here }],
  look: paths.family(family),
  caption: title,
})
