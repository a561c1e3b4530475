import type { housing, ssd } from '#feeds/index.ts'
import type { Day } from './day.ts'
import type { CsvFile, Delivery } from './delivery.ts'

export type HousingDelivery = Delivery<typeof housing>
type SocialCareDelivery = Delivery<typeof ssd>

/** Everything that a borough writes into, and what is the same for all of it. */
export interface Books {
  readonly seed: string
  readonly on: Day
  /** By the name of the landlord's folder. */
  readonly landlords: ReadonlyMap<string, HousingDelivery>
  readonly options: HousingDelivery
  readonly socialCare: SocialCareDelivery
  readonly truth: CsvFile
  /** The NHS number of one person: a new one the first time, the same one whoever writes it down next. */
  readonly nhsNumberOf: (person: string) => string
}

/** A person of the borough, whoever writes about them. */
export const personKey = (household: number, place: number): string => `${household}-${place}`

/** Say which person a row is really about. */
export const tellTruth = (
  books: Books,
  person: string,
  delivery: { readonly name: string },
  file: string,
  row: string,
): void =>
  books.truth.add({ person, household: person.slice(0, person.indexOf('-')), delivery: delivery.name, file, row })

export const truthColumns = ['person', 'household', 'delivery', 'file', 'row'] as const
