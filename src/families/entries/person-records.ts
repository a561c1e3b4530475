import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, line } from './shapes.ts'

/** An agency holds a record of somebody. `reference` is the agency's own number for it. */
export const PersonRecordOpened = entryKind({
  kind: 'PersonRecordOpened',
  topic: 'identity',
  retention: 'child-record',
  body: z.strictObject({ ...aside, reference: line.exactOptional() }),
})

export const sexes = ['female', 'male', 'indeterminate', 'not-known'] as const
export type Sex = (typeof sexes)[number]

export const SexStated = entryKind({
  kind: 'SexStated',
  topic: 'identity',
  retention: 'child-record',
  body: z.strictObject({ ...aside, sex: z.enum(sexes) }),
})

const check = z.enum(['holds', 'fails'])

/** The number as written. Whether its check digit holds was computed when it was recorded. */
export const NhsNumberStated = entryKind({
  kind: 'NhsNumberStated',
  topic: 'identity',
  retention: 'child-record',
  body: z.strictObject({ ...aside, number: line, check }),
})

export const UpnStated = entryKind({
  kind: 'UpnStated',
  topic: 'identity',
  retention: 'child-record',
  body: z.strictObject({ ...aside, number: line, check }),
})
