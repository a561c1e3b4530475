import { isChild } from '#families/index.ts'
import type { PersonFacts } from '#families/index.ts'
import type { PersonId } from '../subjects.ts'
import type { HomeFacts } from './home.ts'
import type { Listed } from './occupancy.ts'

/** What a list says of a person; `no-list`: nobody has given such a list for this home. */
export type Said = 'yes' | 'no' | 'not-known' | 'not-on-it' | 'no-list'

/** One person of whom the three lists do not say the same, or two agencies differ in one of them. */
export interface Difference {
  readonly person: PersonId
  readonly sleeps: Said
  readonly tenancy: Said
  readonly application: Said
  readonly why: readonly Why[]
}

export type Why =
  | 'sleeps-here-not-on-application'
  | 'on-application-not-sleeping-here'
  | 'on-tenancy-not-sleeping-here'
  | 'adult-sleeps-here-not-on-tenancy'
  | 'agencies-differ-who-sleeps-here'
  | 'no-longer-listed'

/**
 * Where the lists differ, for a conference to know: it is a finding and never an error, and nothing follows from it by itself. An
 * adult who sleeps here and is on no tenancy is named since plans leave such people out (often men, as review theme 5 says).
 */
export const differencesOf = (home: HomeFacts, people: ReadonlyMap<PersonId, PersonFacts>): Difference[] => {
  const everybody = [
    ...new Set([...home.sleeping, ...home.tenancy, ...home.application].map(({ person }) => person)),
  ].toSorted()
  return everybody.flatMap((person): Difference[] => {
    const facts = people.get(person)
    if (facts?.noticesStop === true) return []
    const sleeps = saidOf(home.sleeping, person)
    const tenancy = saidOf(home.tenancy, person)
    const application = saidOf(home.application, person)
    const here = home.sleeping.find((one) => one.person === person)
    const why: Why[] = []
    if (sleeps === 'yes' && (application === 'not-on-it' || application === 'no'))
      why.push('sleeps-here-not-on-application')
    if (application === 'yes' && isNotHere(sleeps)) why.push('on-application-not-sleeping-here')
    if (tenancy === 'yes' && isNotHere(sleeps)) why.push('on-tenancy-not-sleeping-here')
    if (
      sleeps === 'yes' &&
      (tenancy === 'not-on-it' || tenancy === 'no') &&
      facts !== undefined &&
      isChild(facts.age) === 'no'
    )
      why.push('adult-sleeps-here-not-on-tenancy')
    if (here?.contested === true) why.push('agencies-differ-who-sleeps-here')
    if (here !== undefined && [here.shown, ...here.others].some(({ way }) => way === 'no-longer-listed'))
      why.push('no-longer-listed')
    return why.length === 0 ? [] : [{ person, sleeps, tenancy, application, why }]
  })
}

const isNotHere = (said: Said): boolean => said === 'no' || said === 'not-on-it'

const saidOf = (list: readonly Listed[], person: PersonId): Said =>
  list.length === 0 ? 'no-list' : (list.find((one) => one.person === person)?.says ?? 'not-on-it')
