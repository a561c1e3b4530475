import { factOf } from '#families/index.ts'
import type { Fact, Reading } from '#families/index.ts'
import type { Entry } from '#record/index.ts'
import { HomeDescribed, RoomsStated } from '../entries/index.ts'
import type { StatedRoom } from '../entries/index.ts'
import { latestOf, statedOf } from './statements.ts'
import type { Stated } from './statements.ts'

type Description = ReturnType<typeof HomeDescribed.parse>

/** Each thing that agencies say of the building and the letting. Nothing said is `shown: undefined`, never a no. */
export type BuildingFacts = ReturnType<typeof buildingOf>

export const buildingOf = (entries: readonly Entry[]) => {
  // An agency's later description replaces its earlier one, also where it no longer says one of these.
  const said = latestOf(entries.filter(HomeDescribed.is), () => '').toReversed()
  const field = <T extends string | number | object>(
    from: (body: Description) => T | undefined,
  ): Fact<Exclude<T, 'not-known'>> =>
    factOf<Exclude<T, 'not-known'>>(
      said.flatMap((entry): Reading<Exclude<T, 'not-known'>>[] => {
        const value = from(entry.body)
        return value === undefined ? [] : [{ entry, value: isKnown(value) ? value : 'not-known' }]
      }),
      (one, other) => JSON.stringify(one) === JSON.stringify(other),
    )
  return {
    landlord: field(({ landlord }) => landlord),
    landlordAgency: field(({ landlordAgency }) => landlordAgency),
    tenure: field(({ tenure }) => tenure),
    unitType: field(({ unitType }) => unitType),
    bedrooms: field(({ bedrooms }) => bedrooms),
    livingRooms: field(({ livingRooms }) => livingRooms),
    sharedFacilities: field(({ sharedFacilities }) => sharedFacilities),
    entranceFloor: field(({ entranceFloor }) => entranceFloor),
    lift: field(({ lift }) => lift),
    flights: field(({ flights }) => flights),
    internalFlights: field(({ internalFlights }) => internalFlights),
    stepFree: field(({ stepFree }) => stepFree),
    heating: field(({ heating }) => heating),
    epcBand: field(({ epcBand }) => epcBand),
    licence: field(({ licence }) => licence),
    patch: field(({ patch }) => patch),
    ward: field(({ ward }) => ward),
    parentUprn: field(({ parentUprn }) => parentUprn),
  }
}

const isKnown = <T extends string | number | object>(value: T): value is Exclude<T, 'not-known'> =>
  value !== 'not-known'

/** The room list said last, and those of other agencies where they say otherwise. */
export interface RoomList {
  readonly shown: Stated<readonly StatedRoom[]> | undefined
  readonly others: readonly Stated<readonly StatedRoom[]>[]
  readonly contested: boolean
}

export const roomsOf = (entries: readonly Entry[]): RoomList => {
  const [shown, ...others] = latestOf(entries.filter(RoomsStated.is), () => '').map((entry) =>
    statedOf(entry, entry.body.rooms, entry.body.checkedOn),
  )
  const differs = others.filter(({ value }) => shown !== undefined && alike(value) !== alike(shown.value))
  return { shown, others: differs, contested: differs.length > 0 }
}

/** Whether two lists say the same of number, kinds and sizes, whatever the rooms are called. */
const alike = (rooms: readonly StatedRoom[]): string =>
  JSON.stringify(rooms.map(({ kind, area, usable }) => [kind, area?.value, area?.unit, usable].join(' ')).toSorted())
