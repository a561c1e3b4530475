import type { Breadcrumb } from '#platform/govuk/index.ts'
import { paths } from '../paths.ts'
import type { FamilyId, RecordId } from '../subjects.ts'
import type { FamilyPageView } from './family-view.ts'
import { titleOf } from './frame.ts'
import { personName, recordOf, unnamed } from './names.ts'
import { capital } from './whom-to-ring.ts'

/** Somebody whom a form may be about. */
export interface Choosable {
  readonly record: RecordId
  readonly name: string
  readonly child: boolean
}

/** What the forms of one family share. */
export interface FamilyForm {
  readonly family: FamilyId
  readonly title: string
  readonly people: readonly Choosable[]
  readonly version: number
}

export const familyWay = (
  { family, title }: Pick<FamilyForm, 'family' | 'title'>,
  here: string,
): { way: Breadcrumb[]; look: string; caption: string } => ({
  way: [{ text: 'Find a family', href: paths.find }, { text: title, href: paths.family(family) }, { text: here }],
  look: paths.family(family),
  caption: title,
})

/** The living members of a family, by a record of theirs; a role that sees no name still tells them apart. */
export const familyFormOf = ({ view, names }: FamilyPageView): FamilyForm => ({
  family: view.family,
  title: titleOf(view.title),
  version: view.version,
  people: view.facts.members
    .filter(({ facts }) => facts.died === undefined)
    .flatMap(({ person }) => {
      const record = recordOf(names, person)
      return record === undefined
        ? []
        : [{ record, name: personName(names, person) ?? capital(unnamed), child: view.facts.children.includes(person) }]
    }),
})

/** Members, and those of the network who have a record. */
export const withNetwork = (page: FamilyPageView): FamilyForm => {
  const form = familyFormOf(page)
  const more = page.view.facts.network.flatMap((other): Choosable[] => {
    const record = typeof other === 'object' && 'person' in other ? recordOf(page.names, other.person) : undefined
    return record === undefined || typeof other !== 'object' || !('person' in other)
      ? []
      : [{ record, name: personName(page.names, other.person) ?? capital(unnamed), child: false }]
  })
  return { ...form, people: [...form.people, ...more] }
}
