import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { recordId } from '../subjects.ts'
import { aside, line, seenOrTold } from './shapes.ts'

export const sleepPlaces = [
  'own-bed',
  'shared-bed',
  'cot',
  'bedside-crib',
  'moses-basket',
  'bunk',
  'sofa',
  'mattress-on-floor',
  'floor',
  'other',
  'not-known',
] as const
export type SleepPlace = (typeof sleepPlaces)[number]

/**
 * Where one person sleeps, on what, and who shares that place with them. About the home and the person; `happenedOn` is when it was
 * seen or told. It says what is so, and advises nothing.
 */
export const SleepingArrangementStated = entryKind({
  kind: 'SleepingArrangementStated',
  topic: 'housing',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    record: recordId,
    /** By its name in the room list, or in the words of whoever said it. */
    room: z.union([z.strictObject({ name: line }), z.literal('not-known')]),
    place: z.enum(sleepPlaces),
    with: z.array(recordId).max(10),
    knownHow: seenOrTold,
    /** Who saw it, where that is somebody else than who records it. */
    seenBy: line.exactOptional(),
  }),
})
