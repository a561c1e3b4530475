import { Fault } from '#platform/fault.ts'

/**
 * NHS numbers from the range beginning with 999, which is never issued to anybody (NHS England keeps it for tests), with right
 * check digits. Given out once each, in an order that does not show.
 */
export const nhsNumbers = (): (() => string) => {
  let given = 0
  return () => {
    while (given < 1_000_000) {
      // 387,317 and a million share no factor, so that every number comes up once.
      const middle = String((given * 387_317) % 1_000_000).padStart(6, '0')
      given += 1
      const digit = nhsCheckDigit(`999${middle}`)
      if (digit !== undefined) return `999${middle}${digit}`
    }
    throw new Fault(
      'borough.numbers-used-up',
      'There are no more NHS numbers that belong to nobody: ask for fewer households.',
    )
  }
}

/** Undefined where the check digit would be 10: such a number does not exist. */
const nhsCheckDigit = (nine: string): number | undefined => {
  let sum = 0
  for (let at = 0; at < 9; at += 1) sum += Number(nine[at]) * (10 - at)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? undefined : digit
}

const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** Unique pupil number: authority 999 (there is none), a school, the year it was given, a serial; the letter checks the twelve digits. */
export const uniquePupilNumber = (household: number, place: number, year: number): string => {
  const school = String(household % 10_000).padStart(4, '0')
  const serial = String(Math.floor(household / 10_000) * 16 + place).padStart(3, '0')
  const digits = `999${school}${String(year % 100).padStart(2, '0')}${serial}`
  let sum = 0
  for (let at = 0; at < 12; at += 1) sum += Number(digits[at]) * (at + 2)
  return `${upnLetters[sum % 23] ?? ''}${digits}`
}

/** Where a pupil's serial would need a fourth digit. */
export const mostHouseholds = 600_000
