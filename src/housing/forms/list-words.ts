import type { HomeFacts } from '../facts/home.ts'
import type { Listed, OccupancyStatement } from '../facts/occupancy.ts'
import type { ListName } from '../paths.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import type { HomeAsked } from './home-form.ts'

/** Somebody of whom a list may say something, by one record of theirs, and what their reader's own agency said of them before. */
export interface Choosable {
  readonly person: PersonId
  readonly record: RecordId
  readonly said: Listed['says'] | undefined
  readonly own: OccupancyStatement | undefined
}

/** Everybody whom any of the three lists names. */
export const choosable = ({ view, names, agency }: HomeAsked, list: ListName): Choosable[] =>
  [...names.keys()].flatMap((person): Choosable[] => {
    const listed = listOf(view.facts, list).find((one) => one.person === person)
    const everywhere = [view.facts.sleeping, view.facts.tenancy, view.facts.application]
      .flatMap((one) => one.filter((other) => other.person === person))
      .flatMap(({ shown, others }) => [shown, ...others])
    const own =
      listed === undefined ? undefined : [listed.shown, ...listed.others].find(({ basis }) => basis.agency === agency)
    const record = (own ?? listed?.shown ?? everywhere.find(({ basis }) => basis.agency === agency) ?? everywhere[0])
      ?.record
    return record === undefined ? [] : [{ person, record, said: listed?.says, own }]
  })

const listOf = (facts: HomeFacts, list: ListName): readonly Listed[] =>
  ({ 'sleeps-here': facts.sleeping, 'on-tenancy': facts.tenancy, 'on-application': facts.application })[list]

interface ListWords {
  readonly heading: string
  readonly about: string
  readonly yes: string
  readonly left: string
  readonly leftOn: string
  /** What that day is, to begin an error. */
  readonly leftWhat: string
  readonly no: string
  readonly so: Readonly<Record<Listed['says'], string>>
}

const notSaid = 'somebody asked, and nobody could say'

export const listWords: Readonly<Record<ListName, ListWords>> = {
  'sleeps-here': {
    heading: 'Record who sleeps here',
    about:
      'Overcrowding is measured by who sleeps here, whatever the tenancy says. Choose several people where the same is true of all of them.',
    yes: 'They sleep here',
    left: 'They moved out',
    leftOn: 'On which day did they leave?',
    leftWhat: 'The day on which they left',
    no: 'They do not sleep here',
    so: { yes: 'sleeps here', no: 'does not sleep here', 'not-known': notSaid },
  },
  'on-tenancy': {
    heading: 'Record who is on the tenancy',
    about: 'This is about the agreement. It says nothing of who sleeps here.',
    yes: 'They are on the tenancy',
    left: 'They are on it no longer',
    leftOn: 'Since which day?',
    leftWhat: 'The day since when they are on it no longer',
    no: 'They are not on the tenancy',
    so: { yes: 'on the tenancy', no: 'not on the tenancy', 'not-known': notSaid },
  },
  'on-application': {
    heading: 'Record who is on the housing application',
    about:
      'This is about the application on the housing register that was made from this home. It says nothing of who sleeps here.',
    yes: 'They are on the application',
    left: 'They are on it no longer',
    leftOn: 'Since which day?',
    leftWhat: 'The day since when they are on it no longer',
    no: 'They are not on the application',
    so: { yes: 'on the application', no: 'not on the application', 'not-known': notSaid },
  },
}

/** What the list says of somebody until now. */
export const soFar = (asked: HomeAsked, list: ListName, said: Listed['says'] | undefined): string => {
  if (said !== undefined) return `So far: ${listWords[list].so[said]}`
  return listOf(asked.view.facts, list).length > 0 ? 'So far: not in this list' : 'So far: nobody has given such a list'
}
