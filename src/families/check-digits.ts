/** Whether a number's check digit holds. A number whose check fails is flagged and kept, never refused: somebody wrote it down. */
export type CheckDigit = 'holds' | 'fails'

/**
 * NHS number: ten digits; the first nine times 10 down to 2, summed, modulo 11; check digit 11 minus that, where 11 is 0 and
 * 10 is never issued (NHS Data Dictionary, NHS NUMBER).
 *
 * @example nhsNumberCheck('943 476 5919') === 'holds'
 */
export const nhsNumberCheck = (written: string): CheckDigit => {
  const digits = bare(written)
  if (!/^\d{10}$/u.test(digits)) return 'fails'
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9]) ? 'holds' : 'fails'
}

const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/**
 * Unique pupil number: a letter, then twelve digits, the last of which may be a letter in a temporary number; the twelve
 * times 2 to 13, summed, modulo 23, name the letter. A temporary number's letter counts as its place in the same row.
 *
 * @example 123456789123 sums to 404, modulo 23 is 13: P123456789123
 */
export const upnCheck = (written: string): CheckDigit => {
  const text = bare(written).toUpperCase()
  if (!/^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/u.test(text)) return 'fails'
  const sum = Array.from(text.slice(1)).reduce((total, sign, at) => total + valueOf(sign) * (at + 2), 0)
  return upnLetters[sum % 23] === text[0] ? 'holds' : 'fails'
}

const valueOf = (sign: string): number => (/\d/u.test(sign) ? Number(sign) : upnLetters.indexOf(sign))

/** As written, without the spaces and hyphens that people put in. */
export const bare = (written: string): string => written.replaceAll(/[\s-]/gu, '')
