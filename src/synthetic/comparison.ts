import { alsoSaid, census, type Tenure } from './census.ts'
import { tenuresOf, type BoroughTally } from './borough-tally.ts'

/** One figure of the borough, beside the census where it has one. Shares are percentages, differences percentage points. */
export interface Line {
  readonly what: string
  readonly unit: 'percent' | 'each'
  readonly borough: number
  readonly model?: number
  readonly difference?: number
  readonly source?: string
}

const tenureNames: Readonly<Record<Tenure, string>> = {
  'private-landlord': 'rents from a private landlord',
  'other-social': 'rents from a housing association',
  council: 'rents from the council',
  mortgage: 'owns with a mortgage',
  outright: 'owns outright',
  'shared-ownership': 'shared ownership',
  'other-private': 'rents privately, otherwise',
  'rent-free': 'lives rent free',
}

const ts054 = 'Census 2021, TS054'
const ts052 = 'Census 2021, TS052'

/** The borough beside the one it is modelled on: Census Day 21 March 2021, and two figures that are not from the census. */
export const compare = (tally: BoroughTally): readonly Line[] => {
  const { households } = tally
  const percent = (count: number, of = households): number => (of === 0 ? 0 : (count / of) * 100)
  const modelPercent = (count: number): number => (count / census.households) * 100
  return [
    ...tenuresOf(tally).map(([tenure, { households }]) =>
      beside(tenureNames[tenure], percent(households), modelPercent(census.tenure[tenure]), ts054),
    ),
    beside('short of bedrooms', percent(tally.short), modelPercent(census.short), ts052),
    beside('short by two or more', percent(tally.shortByTwo), modelPercent(census.shortByTwo), ts052),
    beside(
      'has applied to be housed',
      percent(tally.applications),
      modelPercent(alsoSaid.register),
      'common register, about 2023',
    ),
    each(
      'people in a household',
      tally.people / Math.max(1, households),
      census.people / census.households,
      'Census 2021; the model counts people in homes and hostels too',
    ),
    each(
      'children in a household',
      tally.children / Math.max(1, households),
      alsoSaid.children / census.households,
      'the partnership’s round figure',
    ),
    ...tally.bySize.map((count, at) => alone(`household of ${at === 7 ? 'eight or more' : at + 1}`, percent(count))),
    ...tenuresOf(tally).map(([tenure, { households, short }]) =>
      alone(`short of bedrooms: ${tenureNames[tenure]}`, percent(short, households)),
    ),
    ...wardLines(tally, percent),
    alone('over the space standard of 1985', percent(tally.overSpaceStandard)),
    alone('over the room standard of 1985', percent(tally.overRoomStandard)),
    alone('births of twins, of all births', percent(tally.twinBirths, tally.births)),
  ]
}

/** Wards with too few households to say anything are left out of least and most. */
const fewestForAWard = 200

const wardLines = (tally: BoroughTally, percent: (count: number, of: number) => number): Line[] => {
  const rates = Object.values(tally.byWard)
    .filter(({ households }) => households >= fewestForAWard)
    .map(({ short, households }) => percent(short, households))
  if (rates.length === 0) return []
  return [
    beside('short of bedrooms, least crowded ward', Math.min(...rates), census.wards.least, ts052),
    beside('short of bedrooms, most crowded ward', Math.max(...rates), census.wards.most, ts052),
  ]
}

const beside = (what: string, borough: number, model: number, source: string): Line => ({
  what,
  unit: 'percent',
  borough: rounded(borough),
  model: rounded(model),
  difference: rounded(borough - model),
  source,
})
const each = (what: string, borough: number, model: number, source: string): Line => ({
  what,
  unit: 'each',
  borough: rounded(borough),
  model: rounded(model),
  difference: rounded(borough - model),
  source,
})
const alone = (what: string, borough: number): Line => ({ what, unit: 'percent', borough: rounded(borough) })

const rounded = (value: number): number => Math.round(value * 100) / 100

/** The comparison as a plain table. */
export const printed = (lines: readonly Line[]): string => {
  const rows = lines.map(({ what, unit, borough, model, difference }) => [
    what,
    figure(borough, unit),
    model === undefined ? '' : figure(model, unit),
    difference === undefined ? '' : signed(difference),
  ])
  const all = [['', 'this borough', 'the model', 'difference'], ...rows]
  const widths = [0, 1, 2, 3].map((at) => Math.max(...all.map((row) => (row[at] ?? '').length)))
  return all
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart((widths[at] ?? 0) + 2)))
        .join('')
        .trimEnd(),
    )
    .join('\n')
}

const figure = (value: number, unit: Line['unit']): string =>
  unit === 'percent' ? `${value.toFixed(2)}%` : value.toFixed(2)
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
