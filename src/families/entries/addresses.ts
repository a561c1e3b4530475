import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, line } from './shapes.ts'

const addressTypes = ['home', 'temporary', 'placement', 'hospital', 'correspondence', 'other'] as const
export type AddressType = (typeof addressTypes)[number]

/** An address as the agency wrote it. `outside` the borough is still an address. */
const writtenAddress = {
  lines: z.array(line).min(1).max(6),
  postcode: line.exactOptional(),
  unit: line.exactOptional(),
}

/**
 * Somebody lives, or may be written to, somewhere: about the record, the home is its place. It carries the address as written,
 * since those who may see where a person lives may know nothing else of the home. `trueFrom` and `trueUntil` say from when
 * until when. "No fixed address" and "not known" are said, not left out.
 */
export const AddressStated = entryKind({
  kind: 'AddressStated',
  topic: 'address',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    type: z.enum(addressTypes),
    address: z.union([z.strictObject(writtenAddress), z.enum(['no-fixed-address', 'not-known'])]),
  }),
})

/** What a home is called, and its Unique Property Reference Number where somebody holds it. About the home. */
export const HomeNamed = entryKind({
  kind: 'HomeNamed',
  topic: 'address',
  retention: 'housing-record',
  body: z.strictObject({
    ...aside,
    ...writtenAddress,
    uprn: z
      .string()
      .regex(/^\d{1,12}$/u)
      .exactOptional(),
    borough: z.enum(['inside', 'outside', 'not-known']),
  }),
})
