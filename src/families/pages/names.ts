import type { Directory, Listing } from '#access/index.ts'
import { sourceNote } from '#platform/page/index.ts'
import type { SourceKind } from '#platform/page/index.ts'
import type { Html } from '#platform/html.ts'
import type { Basis } from '../facts/basis.ts'
import { shortName, written } from '../facts/names.ts'
import type { PersonFacts } from '../facts/person.ts'
import type { Other } from '../facts/relationships.ts'
import type { PersonId, RecordId } from '../subjects.ts'

/** How a page calls everybody it speaks of: people by what the viewer may see of their names, agencies and their people by the directory. */
export interface Names {
  readonly people: ReadonlyMap<PersonId, PersonFacts>
  readonly persons: ReadonlyMap<RecordId, PersonId>
  readonly directory: Directory
}

/** Said of whom nobody could name. */
export const unnamedOne = 'somebody who is not named'

export const unnamed = 'somebody whose name is not known here'

export const personName = ({ people }: Names, person: PersonId): string | undefined => {
  const name = people.get(person)?.names.display.shown?.value
  return name === undefined ? undefined : written(name)
}

export const personShort = ({ people }: Names, person: PersonId): string => {
  const name = people.get(person)?.names.display.shown?.value
  return name === undefined ? unnamed : shortName(name)
}

export const recordShort = (names: Names, record: RecordId): string =>
  personShort(names, names.persons.get(record) ?? record)

export const otherName = (names: Names, other: Other): string => {
  if (other === 'not-known') return 'Not known'
  return 'person' in other ? (personName(names, other.person) ?? unnamed) : other.described
}

/** Within a sentence: words that somebody chose to describe a person stand in quotation marks, as they were written. */
export const quotedName = (names: Names, other: Other): string =>
  other === 'not-known' ? unnamedOne : 'described' in other ? `“${other.described}”` : otherName(names, other)

/** A record of this person, for a link: the one its page is under. */
export const recordOf = ({ persons }: Names, person: PersonId): RecordId | undefined =>
  [...persons]
    .filter(([, of]) => of === person)
    .map(([record]) => record)
    .toSorted()[0]

export const listing = ({ directory }: Names, id: string): Listing =>
  directory.get(id) ?? {
    id,
    name: id.startsWith('agency:') ? 'An agency' : id.startsWith('team:') ? 'A team' : 'Somebody',
  }

export const agencyName = (names: Names, id: string): string => listing(names, id).name

/** Whose statement it is, when it was recorded and by what way it came. */
export const sourceOf = (names: Names, basis: Basis): Html =>
  sourceNote({
    agency: agencyName(names, basis.agency),
    recordedOn: (basis.sourceRecordedAt ?? basis.recordedAt).toZonedDateTimeISO('Europe/London').toPlainDate(),
    kind: sourceKind(basis),
  })

const sourceKind = ({ source }: Basis): SourceKind =>
  source.startsWith('feed:') ? 'extract' : source.startsWith('job:') ? 'worked out' : 'recorded'
