import { shares } from './chance.ts'

/** How a household holds its home, as Census 2021 table TS054 counts it. */
export const tenures = [
  'private-landlord',
  'other-social',
  'council',
  'mortgage',
  'outright',
  'shared-ownership',
  'other-private',
  'rent-free',
] as const
export type Tenure = (typeof tenures)[number]

/**
 * The model borough, Tower Hamlets, on Census Day, 21 March 2021: tables TS054 (tenure) and TS052 (occupancy rating for bedrooms),
 * Office for National Statistics, summed from small areas.
 */
export const census = {
  households: 120_511,
  people: 310_300,
  tenure: {
    'private-landlord': 43_118,
    'other-social': 26_540,
    council: 16_684,
    mortgage: 18_453,
    outright: 9_428,
    'shared-ownership': 3_129,
    'other-private': 2_876,
    'rent-free': 278,
  } satisfies Record<Tenure, number>,
  short: 19_118,
  shortByTwo: 4_235,
  /** Least and most crowded ward: percentages of households short of bedrooms. */
  wards: { least: 7.1, most: 22.9 },
} as const

/** Not from the census: what the borough and its register say of themselves, rounded by those who said it. */
export const alsoSaid = {
  /** Children in the borough, as the partnership speaks of them. */
  children: 70_000,
  /** Applications on the common housing register, about 2023 to 2024 (Centre for London). */
  register: 23_609,
} as const

export const tenureShares = shares(
  ...([
    ['private-landlord', census.tenure['private-landlord']],
    ['other-social', census.tenure['other-social']],
    ['council', census.tenure.council],
    ['mortgage', census.tenure.mortgage],
    ['outright', census.tenure.outright],
    ['shared-ownership', census.tenure['shared-ownership']],
    ['other-private', census.tenure['other-private']],
    ['rent-free', census.tenure['rent-free']],
  ] as const),
)
