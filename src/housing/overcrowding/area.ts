import type { Area, NearLine } from './household.ts'

/** A number without rounding. */
export interface Exact {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * Table II of section 326, Housing Act 1985, in square feet and half-persons, the largest line first. The Act speaks in
 * square feet: a published metric rounding is not the line (10.2 square metres is 109.79 square feet, so 1.5 persons).
 */
const tableTwo = [
  { line: 110, halves: 4, below: 3 },
  { line: 90, halves: 3, below: 2 },
  { line: 70, halves: 2, below: 1 },
  { line: 50, halves: 1, below: 0 },
] as const

/** 1 square foot is 0.09290304 square metres exactly: 9,290,304 hundred-millionths. */
const perSquareFoot = 9_290_304
const perSquareMetre = 100_000_000
/** "Borderline: re-measure" within 0.05 square metres of a line. */
const nearness = 5_000_000

/**
 * How many half-persons Table II allows for a room.
 *
 * @example 10.22 m² → 4, 10.2 m² → 3, 8.36 m² → 2, 6.5 m² → 1, 4.64 m² → 0
 */
export const halvesFor = (area: Area): number =>
  tableTwo.find(({ line }) => compareWithLine(area, line) >= 0)?.halves ?? 0

/** The line of Table II that a measurement is so near to that a second measurement could change the answer. */
export const nearLine = (area: Area): NearLine | undefined => {
  const found = tableTwo.find(({ line }) => isNear(area, line))
  if (found === undefined) return undefined
  return { line: found.line, halves: compareWithLine(area, found.line) >= 0 ? found.below : found.halves }
}

/** Negative below the line, positive above it, 0 on it. */
export const compareWithLine = (area: Area, squareFeet: number): number => {
  if (area.unit === 'sqft') return area.value - squareFeet
  const measured = hundredMillionths(area.value)
  if (measured !== undefined) return measured - squareFeet * perSquareFoot
  const { numerator, denominator } = exactly(area.value)
  return sign(numerator * BigInt(perSquareMetre) - BigInt(squareFeet * perSquareFoot) * denominator)
}

const isNear = (area: Area, squareFeet: number): boolean => {
  const rough = area.unit === 'sqft' ? area.value : area.value / 0.092_903_04
  if (Math.abs(rough - squareFeet) > 1) return false
  const { numerator, denominator } = squareMetres(area)
  const away = numerator * BigInt(perSquareMetre) - BigInt(squareFeet * perSquareFoot) * denominator
  return (away < 0n ? -away : away) <= BigInt(nearness) * denominator
}

/** The value as a whole number of hundred-millionths, if it is one; such numbers are safe integers and compare exactly. */
const hundredMillionths = (value: number): number | undefined => {
  const whole = Math.round(value * perSquareMetre)
  return Number.isSafeInteger(whole) && whole / perSquareMetre === value ? whole : undefined
}

export const squareMetres = (area: Area): Exact => {
  const { numerator, denominator } = exactly(area.value)
  if (area.unit === 'm2') return { numerator, denominator }
  return { numerator: numerator * BigInt(perSquareFoot), denominator: denominator * BigInt(perSquareMetre) }
}

export const squareFeet = (area: Area): Exact => {
  const { numerator, denominator } = exactly(area.value)
  if (area.unit === 'sqft') return { numerator, denominator }
  return { numerator: numerator * BigInt(perSquareMetre), denominator: denominator * BigInt(perSquareFoot) }
}

/** The decimal number as it was written, such as 6.51: not the nearest binary fraction. */
export const exactly = (value: number): Exact => {
  const [figures = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = figures.split('.')
  const power = Number(exponent) - fraction.length
  const digits = BigInt(whole + fraction)
  return power >= 0
    ? { numerator: digits * 10n ** BigInt(power), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-power) }
}

const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0)
