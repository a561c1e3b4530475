import { createHash } from 'node:crypto'

/** The same id whenever it is made of the same things: version 8 of RFC 9562, which leaves the bits to their maker. */
const uuidOf = (...of: readonly (string | number)[]): string => {
  const bytes = createHash('sha256').update(JSON.stringify(of)).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const alertId = (rule: string, part: string, home: string, episode: number): string =>
  `alert:${uuidOf('alert', rule, part, home, episode)}`
export const raisedId = (alert: string): string => uuidOf('raised', alert)
export const changedId = (alert: string, change: number): string => uuidOf('changed', alert, change)
export const resolvedId = (alert: string): string => uuidOf('resolved', alert)
