import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { housing, ssd } from '#feeds/index.ts'
import { london } from '#platform/dates.ts'
import { accept, refuse, type Decision } from '#platform/decision.ts'
import { count, emptyTally, type BoroughTally } from './borough-tally.ts'
import { truthColumns, type Books, type HousingDelivery } from './books.ts'
import { dayOf } from './day.ts'
import { CsvFile, Delivery } from './delivery.ts'
import { householdAt } from './household.ts'
import { addOfficers, tellHousing } from './housing-tells.ts'
import { mostHouseholds, nhsNumbers } from './identifiers.ts'
import { tellSocialCare } from './social-care-rows.ts'
import { housingOptions, landlords, socialCare } from './sources.ts'

interface BoroughOrder {
  readonly households: number
  readonly seed: string
  readonly on: Temporal.PlainDate
  /** Made if it is not there; must be empty if it is. */
  readonly folder: string
}

interface BoroughWritten {
  readonly tally: BoroughTally
  /** Rows by delivery. */
  readonly deliveries: readonly { readonly folder: string; readonly format: string; readonly rows: number }[]
  readonly truth: { readonly file: string; readonly rows: number }
}

export type BoroughRefusal = 'households-not-possible' | 'folder-not-empty' | 'not-a-folder'

export const truthFile = 'truth.csv'

/**
 * Write a borough: one household after the other, each forgotten once it is written, so that memory does not grow with their number. The same
 * households, seed and day give the same bytes.
 */
export const writeBorough = async (
  { households, seed, on, folder }: BoroughOrder,
  progress: (done: number, all: number) => void = () => {},
): Promise<Decision<BoroughWritten, BoroughRefusal>> => {
  if (!Number.isInteger(households) || households < 1 || households > mostHouseholds)
    return refuse([{ reason: 'households-not-possible', field: 'households' }])
  const unfit = await whyNot(folder)
  if (unfit !== undefined) return refuse([{ reason: unfit, field: 'folder' }])
  const books = await openBooks(folder, seed, dayOf(on))
  const all = [...books.landlords.values(), books.options, books.socialCare]
  try {
    const tally = await writeHouseholds(households, books, all, progress)
    for (const delivery of all) await delivery.end(on.toZonedDateTime(london).toInstant())
    await books.truth.end()
    return accept({
      tally,
      deliveries: all.map((delivery) => ({ folder: delivery.name, format: delivery.kind, rows: delivery.rows })),
      truth: { file: truthFile, rows: books.truth.rows },
    })
  } catch (error) {
    // A full disk: what was written stays without its manifest, so that nobody can take it for a whole delivery.
    await Promise.allSettled([...all.map((delivery) => delivery.letGo()), books.truth.letGo()])
    throw error
  }
}

const writeHouseholds = async (
  households: number,
  books: Books,
  all: readonly { readonly makeRoom: () => Promise<void> }[],
  progress: (done: number, all: number) => void,
): Promise<BoroughTally> => {
  const tally = emptyTally()
  for (let number = 0; number < households; number += 1) {
    const household = householdAt(books.seed, number, books.on)
    tellHousing(household, books)
    tellSocialCare(household, books)
    count(tally, household, books.seed, books.on)
    if (number % householdsBetweenFlushes !== 0) continue
    for (const delivery of all) await delivery.makeRoom()
    if (books.truth.full) await books.truth.flush()
    progress(number, households)
  }
  progress(households, households)
  return tally
}

const householdsBetweenFlushes = 50

const whyNot = async (folder: string): Promise<'folder-not-empty' | 'not-a-folder' | undefined> => {
  try {
    await mkdir(folder, { recursive: true })
    return (await readdir(folder)).length === 0 ? undefined : 'folder-not-empty'
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR'))
      return 'not-a-folder'
    throw error
  }
}

const openBooks = async (folder: string, seed: string, on: number): Promise<Books> => {
  const byLandlord = new Map<string, HousingDelivery>()
  for (const landlord of landlords)
    byLandlord.set(
      landlord.folder,
      await Delivery.begin(folder, landlord.folder, housing, landlord.source, ['placements']),
    )
  const options = await Delivery.begin(folder, housingOptions.folder, housing, housingOptions.source, [
    'officers',
    'tenancies',
    'tenancyPeople',
    'conditions',
  ])
  const social = await Delivery.begin(folder, socialCare.folder, ssd, socialCare.source, ['linkedIdentifiers'])
  const truth = await CsvFile.begin(join(folder, truthFile), truthColumns)
  const books: Books = {
    seed,
    on,
    landlords: byLandlord,
    options,
    socialCare: social,
    truth,
    nhsNumberOf: rememberingNumbers(),
  }
  for (const landlord of landlords) {
    const delivery = byLandlord.get(landlord.folder)
    if (delivery !== undefined) addOfficers(delivery, landlord, books)
  }
  return books
}

/** One household's numbers are remembered at a time: everything about a household is written before the next is drawn. */
const rememberingNumbers = (): ((person: string) => string) => {
  const next = nhsNumbers()
  const known = new Map<string, string>()
  let household = ''
  return (person) => {
    const at = person.slice(0, person.indexOf('-'))
    if (at !== household) known.clear()
    household = at
    const number = known.get(person) ?? next()
    known.set(person, number)
    return number
  }
}
