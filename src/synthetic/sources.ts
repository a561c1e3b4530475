import type { Tenure } from './census.ts'

/** An agency of the borough that sends a housing delivery. */
export interface Landlord {
  /** Name of its folder. */
  readonly folder: string
  readonly name: string
  readonly source: string
  readonly letters: string
  readonly tenancies: 'secure' | 'assured'
}

const councilHomes: Landlord = {
  folder: 'council-homes',
  name: 'Harbour Reach Council Homes',
  source: 'Harbour Reach Council Homes, housing management system',
  letters: 'CH',
  tenancies: 'secure',
}
const tidewall: Landlord = {
  folder: 'tidewall-homes',
  name: 'Tidewall Homes',
  source: 'Tidewall Homes, housing management system',
  letters: 'TW',
  tenancies: 'assured',
}
const ropewalk: Landlord = {
  folder: 'ropewalk-housing',
  name: 'Ropewalk Housing Association',
  source: 'Ropewalk Housing Association, housing management system',
  letters: 'RW',
  tenancies: 'assured',
}

export const landlords: readonly Landlord[] = [councilHomes, tidewall, ropewalk]

/** The council's own desk for the register, homelessness and licences: what it knows of homes that it does not let. */
export const housingOptions = {
  folder: 'housing-options',
  name: 'Harbour Reach Housing Options',
  source: 'Harbour Reach Housing Options: register, homelessness and licensing',
  letters: 'HO',
} as const

export const socialCare = {
  folder: 'childrens-social-care',
  source: 'Harbour Reach Children’s Social Care, case system',
} as const

/** Who lets the home; undefined where it is let privately or owned. Two associations share what the census calls other social rent. */
export const landlordOf = (tenure: Tenure, number: number): Landlord | undefined => {
  if (tenure === 'council') return councilHomes
  if (tenure !== 'other-social') return undefined
  return (Math.imul(number, 0x9e_37_79_b1) >>> 0) % 100 < 58 ? tidewall : ropewalk
}
