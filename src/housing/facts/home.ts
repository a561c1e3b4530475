import { standing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import type { HomeId, PersonId, RecordId } from '../subjects.ts'
import { isAboutHome } from '../subjects.ts'
import { buildingOf, roomsOf } from './building.ts'
import type { BuildingFacts, RoomList } from './building.ts'
import { applicationsOf, conditionsOf, placementsOf, tenanciesOf } from './letting.ts'
import type { Application, Condition, Placement, Tenancy } from './letting.ts'
import { onApplication, onTenancy, sleepsHere } from './occupancy.ts'
import type { Listed } from './occupancy.ts'
import { arrangementsOf } from './sleeping.ts'
import type { Arrangement } from './sleeping.ts'

export interface HomeFacts {
  readonly home: HomeId
  readonly on: Temporal.PlainDate
  readonly building: BuildingFacts
  readonly rooms: RoomList
  /** The three lists, kept apart. */
  readonly sleeping: readonly Listed[]
  readonly tenancy: readonly Listed[]
  readonly application: readonly Listed[]
  /** Where each person sleeps, as last seen or told: of those of whom anybody said so, or said that they share another's bed. */
  readonly arrangements: ReadonlyMap<PersonId, Arrangement>
  readonly conditions: readonly Condition[]
  readonly placements: readonly Placement[]
  readonly applications: readonly Application[]
  readonly tenancies: readonly Tenancy[]
}

/**
 * Fold one home from the entries about it and the addresses of people that name it, as recorded up to whatever instant they were
 * read at. `persons` says which records are one person. Other homes' entries are passed over.
 *
 * @param untold of whom a statement about somebody else's bed is not told to this reader: see {@link arrangementsOf}
 */
export const homeFacts = (
  home: HomeId,
  all: readonly Entry[],
  persons: ReadonlyMap<RecordId, PersonId>,
  on: Temporal.PlainDate,
  untold: ReadonlySet<string> = new Set(),
): HomeFacts => {
  const stood = standing(all)
  const own = stood.filter((entry) => isAboutHome(entry, home))
  const sleeping = byPerson(
    sleepsHere(home, [...own, ...stood.filter(({ kind }) => kind === 'AddressStated')], persons, on),
  )
  return {
    home,
    on,
    building: buildingOf(own),
    rooms: roomsOf(own),
    sleeping,
    tenancy: byPerson(onTenancy(own, persons, on)),
    application: byPerson(onApplication(own, persons, on)),
    arrangements: arrangementsOf(own, persons, on, untold),
    conditions: conditionsOf(own, on),
    placements: placementsOf(own),
    applications: applicationsOf(own),
    tenancies: tenanciesOf(own),
  }
}

const byPerson = (list: Listed[]): Listed[] => list.toSorted((a, b) => (a.person < b.person ? -1 : 1))

/** Those who are counted as sleeping here. */
export const sleepers = ({ sleeping }: Pick<HomeFacts, 'sleeping'>): Listed[] =>
  sleeping.filter(({ says }) => says === 'yes')
/** Those of whom nobody can say whether they sleep here. */
export const perhapsHere = ({ sleeping }: Pick<HomeFacts, 'sleeping'>): Listed[] =>
  sleeping.filter(({ says }) => says === 'not-known')
