import { hash } from 'node:crypto'

/** The same words always give the same id, so that the next delivery of a row finds what the last one made. */
const idOf = (...words: readonly string[]): string => {
  const hex = hash('sha256', words.join('\u001F'))
  // Shaped as a UUID of version 8, which is for ids that are worked out (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const recordIdFor = (agency: string, kind: string, ref: string): string =>
  `record:${idOf('record', agency, kind, ref)}`
export const familyIdFor = (agency: string, kind: string, ref: string): string =>
  `family:${idOf('family', agency, kind, ref)}`
export const planIdFor = (agency: string, kind: string, ref: string): string =>
  `plan:${idOf('plan', agency, kind, ref)}`

/** Two landlords' rows of one UPRN are one home. */
export const homeIdOfUprn = (uprn: string): string => `home:${idOf('uprn', uprn.replace(/^0+/u, ''))}`
export const homeIdFor = (agency: string, ref: string, uprn: string | undefined): string =>
  uprn === undefined ? `home:${idOf('home', agency, ref)}` : homeIdOfUprn(uprn)
