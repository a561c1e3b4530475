import type { ParameterSet } from './parameters.ts'

const nationally = {
  loneParentOwnRoom: false,
  infantCountsFromMonths: 0,
  multipleBirthsCount: true,
  bedroomMinSqft: 0,
  livingRoomCounts: false,
  kitchenCounts: false,
  otherRoomCounts: false,
  pairing: 'in-order',
} as const

/** Room standard: under-tens are left out, so its only age line is 10. Kitchens: councils differ; not counted unless a set says so. */
export const roomStandard1985: ParameterSet = {
  ...nationally,
  name: 'room-standard-1985',
  owner: 'Parliament',
  from: '1986-04-01',
  status: 'confirmed',
  source: 'Housing Act 1985 section 325',
  adultAge: 10,
  livingRoomCounts: true,
}

export const spaceStandard1985: ParameterSet = {
  ...nationally,
  name: 'space-standard-1985',
  owner: 'Parliament',
  from: '1986-04-01',
  status: 'confirmed',
  source: 'Housing Act 1985 section 326, Tables I and II',
  adultAge: 10,
  infantCountsFromMonths: 12,
  multipleBirthsCount: false,
  bedroomMinSqft: 50,
  livingRoomCounts: true,
}

export const bedroomStandard: ParameterSet = {
  ...nationally,
  name: 'bedroom-standard',
  owner: 'Ministry of Housing, Communities and Local Government',
  status: 'confirmed',
  source:
    'English Housing Survey definition; allocation of accommodation guidance for local authorities, paragraph 4.8',
  adultAge: 21,
}

export const census2021Age16: ParameterSet = {
  ...nationally,
  name: 'census-2021-age-16',
  owner: 'Office for National Statistics',
  from: '2023-01-06',
  status: 'disputed',
  source: 'Notes issued with Census 2021 table TS052, 6 January 2023',
  note: 'The current dictionary entry words it with age 21; both are shown.',
  adultAge: 16,
  loneParentOwnRoom: true,
}

export const census2021Age21: ParameterSet = {
  ...nationally,
  name: 'census-2021-age-21',
  owner: 'Office for National Statistics',
  status: 'disputed',
  source: 'Census 2021 dictionary, occupancy rating for bedrooms',
  note: 'The notes issued with table TS052 word it with age 16; both are shown.',
  adultAge: 21,
}

export const sizeCriteria: ParameterSet = {
  ...nationally,
  name: 'size-criteria',
  owner: 'Department for Work and Pensions',
  status: 'confirmed',
  source: 'Housing Benefit Regulations 2006 regulation 13D; Universal Credit Regulations 2013 Schedule 4',
  note: 'That the grouping giving the fewest bedrooms is meant is unconfirmed.',
  adultAge: 16,
  pairing: 'fewest',
  cap: 4,
}

const barnet: ParameterSet = {
  ...nationally,
  name: 'barnet',
  owner: 'Barnet Homes',
  status: 'elsewhere',
  source: 'Barnet Homes, overcrowding (allocations scheme annex), undated',
  note: 'Lacking only one bedroom without statutory overcrowding does not qualify. The adult age of 21 is taken from national guidance.',
  adultAge: 21,
  infantCountsFromMonths: 12,
}

export const havering: ParameterSet = {
  ...nationally,
  name: 'havering',
  owner: 'London Borough of Havering',
  status: 'elsewhere',
  source: 'Havering, overcrowded accommodation',
  note: 'A single parent is treated as a couple. Box rooms and home offices count for the statutory standards; kitchens do not. Families may bid for one bedroom fewer.',
  adultAge: 21,
  loneParentOwnRoom: true,
  otherRoomCounts: true,
}

/** Every set by its name. A partnership's own schemes are policy settings and are handed in beside these. */
export const parameterSets: ReadonlyMap<string, ParameterSet> = new Map(
  [
    roomStandard1985,
    spaceStandard1985,
    bedroomStandard,
    census2021Age16,
    census2021Age21,
    sizeCriteria,
    barnet,
    havering,
  ].map((set) => [set.name, set] as const),
)

/** The six are always answered; any other name adds one answer. */
export const nationalStandards: ReadonlySet<string> = new Set([
  roomStandard1985.name,
  spaceStandard1985.name,
  bedroomStandard.name,
  census2021Age16.name,
  census2021Age21.name,
  sizeCriteria.name,
])
