import { paths } from '../paths.ts'
import { personName } from '../pages/names.ts'
import type { PersonPageView } from '../pages/person.ts'

/** Only people who work with a family of this person. */
export const byWhoWorksWithThisPerson = { who: 'may-open', param: 'record', ways: ['involved'] } as const

export const personWay = (
  { record, view, names }: PersonPageView,
  here: string,
): { way: { text: string; href?: string }[]; look: string; caption: string } => {
  const name = personName(names, view.person) ?? 'Somebody whose name is not known here'
  return {
    way: [{ text: 'Find a family', href: paths.find }, { text: name, href: paths.person(record) }, { text: here }],
    look: paths.person(record),
    caption: name,
  }
}
