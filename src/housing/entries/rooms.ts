import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, civilDay, line, yesOrNo } from './shapes.ts'

export const roomKinds = ['bedroom', 'bed-sitting', 'living', 'dining', 'kitchen', 'bathroom', 'hall', 'other'] as const

/** The area stands in the unit in which it was taken: a published rounding is not the line of the Act. Without it: not measured. */
const statedRoom = z.strictObject({
  name: line,
  kind: z.enum(roomKinds),
  area: z.strictObject({ value: z.number().positive().max(10_000), unit: z.enum(['sqft', 'm2']) }).exactOptional(),
  areaFrom: z.enum(['measured', 'plan', 'estimated', 'not-known']).exactOptional(),
  measuredOn: civilDay.exactOptional(),
  usable: yesOrNo,
  notUsableBecause: line.exactOptional(),
  /** The agency's own key of the room. */
  reference: line.exactOptional(),
})
export type StatedRoom = z.infer<typeof statedRoom>

/** All rooms of a home that the agency knows of; its next list replaces this one. Rooms are told apart by name. */
export const RoomsStated = entryKind({
  kind: 'RoomsStated',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({ ...aside, rooms: z.array(statedRoom).min(1).max(40), checkedOn: civilDay.exactOptional() }),
})
