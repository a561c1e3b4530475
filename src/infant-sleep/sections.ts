import type { FamilySection, PersonSection } from '#families/index.ts'
import { sectionOf } from './pages/known-of-babies.ts'
import { babiesOfFamily, babiesOfPerson, policiesRead } from './queries.ts'

const heading = 'About a baby'

/** On a family's page. */
export const familySectionForBabies: FamilySection = {
  heading,
  reads: policiesRead,
  read: async ({ tx, view, on, knownAt }) => {
    const babies = await babiesOfFamily(tx, view, { on, knownAt })
    return babies === undefined ? undefined : sectionOf(babies)
  },
}

/** On the page of a baby, and of somebody who is expecting one. */
export const personSectionForBabies: PersonSection = {
  heading,
  read: async ({ tx, view, on, knownAt }) => {
    const babies = await babiesOfPerson(tx, view, { on, knownAt })
    return babies === undefined ? undefined : sectionOf(babies, view.person)
  },
}
