import type { StatedRoom } from '#housing/index.ts'
import { assess, compose } from '#housing/overcrowding/index.ts'
import type { Chance } from '../chance.ts'
import type { Chronicle } from '../chronicle.ts'
import { bedroom, homeFile, kitchenAndBathroom, livingRoom } from '../home-file.ts'
import type { HomeFile, Sleeper } from '../home-file.ts'
import type { Household, Kept } from './households.ts'
import type { Address } from './streets.ts'
import { waiting, whatIsWrong } from './letting.ts'

const landlords: ReadonlyMap<
  string,
  { readonly name: string; readonly agency: string; readonly tenure: 'council' | 'housing-association' }
> = new Map([
  ['user:marcus-adeyemi', { name: 'Harbour Reach Council', agency: 'agency:council-homes', tenure: 'council' }],
  ['user:jean-whitlock', { name: 'Harbour Reach Council', agency: 'agency:council-homes', tenure: 'council' }],
  [
    'user:tom-hargreave',
    { name: 'Tidewater Housing Association', agency: 'agency:tidewater-homes', tenure: 'housing-association' },
  ],
  [
    'user:leila-hosseini',
    { name: 'Lantern Housing Trust', agency: 'agency:lantern-trust', tenure: 'housing-association' },
  ],
])

/** A household with its landlord's officer, and what their agency has on file of the home. */
export interface Let {
  readonly household: Household
  readonly by: string
  readonly file: HomeFile
  readonly own: readonly Kept[]
  readonly bedrooms: number
  readonly short: number
}

/** What the landlord of a home holds of it. Of private renting nobody here holds anything, and nothing is made up. */
export const homeOf = (book: Chronicle, luck: Chance, household: Household, where: Address): void => {
  const { landlord: by, known } = household
  const landlord = by === undefined ? undefined : landlords.get(by)
  if (by === undefined || landlord === undefined) return
  const file = homeFile(book, household.home)
  const own = household.records.filter((kept) => kept.by === by)
  const need = bedroomsNeeded(book, household)
  const bedrooms = Math.max(1, need - shortBy(luck, need))
  const flat = where.unit !== undefined
  // Of some homes an old system holds no more than the address.
  if (luck.inHundred(95)) {
    const number = Number(where.unit?.replaceAll(/\D/gu, '') ?? 0)
    file.describe(known, by, {
      landlord: landlord.name,
      landlordAgency: landlord.agency,
      tenure: landlord.tenure,
      unitType: flat ? 'flat' : 'house',
      bedrooms,
      livingRooms: 1,
      ...(flat
        ? floorOf(luck, number % 5)
        : { entranceFloor: 0, internalFlights: 1, stepFree: luck.inHundred(30) ? ('yes' as const) : ('no' as const) }),
      epcBand: luck.oneOf(['C', 'C', 'D', 'D', 'E']),
      heating: luck.oneOf(['Gas boiler', 'Gas boiler', 'Heat network', 'Electric storage heaters']),
    })
  }
  if (luck.inHundred(96))
    file.rooms(known, by, roomsOf(luck, bedrooms), luck.inHundred(50) ? known + luck.between(5, 90) : undefined)
  const listed = whoSleepsHere(luck, household, own, file, by)
  const letting: Let = { household, by, file, own: listed, bedrooms, short: need - bedrooms }
  sleepPlaces(luck, letting)
  waiting(book, luck, letting)
  whatIsWrong(book, luck, letting)
}

/** By the bedroom standard, of those of whom anybody has a record. */
const bedroomsNeeded = (book: Chronicle, { adults, children, records }: Household): number => {
  const here = [...adults, ...children].filter((who) => records.some((kept) => kept.who === who))
  const [one, two] = adults
  const composed = compose({
    id: 'home',
    on: book.calendar.today,
    people: here.map((who) => {
      const partner = who === one ? two : who === two ? one : undefined
      return {
        id: who.key,
        bornOn: Temporal.PlainDate.from(who.born),
        sex: who.sex === 'male' ? ('male' as const) : ('female' as const),
        ...(partner === undefined ? {} : { partnerOf: partner.key }),
        childOf: [],
      }
    }),
    expected: [],
  })
  if (!composed.accepted) return 1
  const found = assess(composed.value).results.find(({ standard }) => standard === 'bedroom-standard')
  return found?.standard === 'bedroom-standard' ? found.required.from : 1
}

/** In the borough about one household in six is a bedroom short, one in thirty two; others have one to spare. */
const shortBy = (luck: Chance, need: number): number => {
  const drawn = luck.between(1, 100)
  if (need < 2) return drawn <= 30 ? -1 : 0
  if (need > 2 && drawn <= 9) return 2
  if (drawn <= 21) return 1
  return drawn <= 75 ? 0 : -1
}

const floorOf = (
  luck: Chance,
  floor: number,
): {
  readonly entranceFloor: number
  readonly lift: 'present' | 'none'
  readonly flights?: number
  readonly stepFree: 'yes' | 'no'
} => {
  const lift = floor > 2 && luck.inHundred(70)
  return {
    entranceFloor: floor,
    lift: lift ? 'present' : 'none',
    ...(lift ? {} : { flights: floor }),
    stepFree: lift || floor === 0 ? 'yes' : 'no',
  }
}

/** About half of the homes have been measured, some in feet. */
const roomsOf = (luck: Chance, bedrooms: number): StatedRoom[] => {
  const measured = luck.inHundred(50)
  const inFeet = luck.inHundred(20)
  const size = (least: number, most: number): Parameters<typeof bedroom>[1] => {
    if (!measured) return undefined
    const metres = luck.between(least * 10, most * 10) / 10
    return inFeet ? { value: Math.round(metres * 10.764), unit: 'sqft' } : metres
  }
  return [
    ...Array.from({ length: bedrooms }, (_, at) =>
      bedroom(bedroomNames[at] ?? `Bedroom ${at + 1}`, at === 0 ? size(11, 14) : at === 1 ? size(8, 11) : size(6, 8)),
    ),
    livingRoom(size(13, 18)),
    ...kitchenAndBathroom,
  ]
}
const bedroomNames = ['Front bedroom', 'Back bedroom', 'Small bedroom'] as const

const listDays = [666, 484, 302, 120, 34] as const

/** The landlord's household list as it was last gone through, which of some homes is long ago. Whoever came later is known by address alone. */
const whoSleepsHere = (
  luck: Chance,
  { adults, known }: Household,
  own: readonly Kept[],
  file: HomeFile,
  by: string,
): readonly Kept[] => {
  const gone = luck.oneOf(listDays)
  const ago = gone <= known ? gone : known
  const listed = own.filter((kept) => kept.ago >= ago)
  const verified = luck.inHundred(70) ? ago + luck.between(1, 25) : undefined
  const grown = listed.find(({ who }) => who.key.endsWith('three'))
  const asked = luck.inHundred(25)
  file.sleeps(
    ago,
    by,
    listed.map((kept): Sleeper => {
      const toLead =
        kept.who === adults[0]
          ? 'lead'
          : kept.who === adults[1]
            ? 'partner'
            : adults.includes(kept.who)
              ? 'parent'
              : 'child'
      return kept === grown && asked ? [kept.record, toLead, 'not-known'] : [kept.record, toLead]
    }),
    verified === undefined ? {} : { verified },
  )
  return listed
}

/** Where a baby sleeps, as the health visitor saw it or was told. */
const sleepPlaces = (luck: Chance, { household, file, bedrooms }: Let): void => {
  for (const { who, by, record, ago } of household.records) {
    if (!visitors.has(by) || !household.children.includes(who)) continue
    const room = bedrooms === 1 || luck.inHundred(70) ? 'Front bedroom' : 'Back bedroom'
    if (luck.inHundred(85))
      file.place(ago, by, record, room, luck.oneOf(['cot', 'cot', 'bedside-crib', 'own-bed']), {
        how: luck.inHundred(60) ? 'seen' : 'told',
      })
  }
}
const visitors: ReadonlySet<string> = new Set(['user:bridget-coyle', 'user:shanice-campbell'])
