import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { recordId } from '../subjects.ts'
import { aside, line, text } from './shapes.ts'

export const channels = [
  'home-visit',
  'seen-elsewhere',
  'telephone',
  'video',
  'letter',
  'message',
  'meeting',
  'not-met',
] as const
export type Channel = (typeof channels)[number]

/** Whether a child was seen is asked for each child; not known is an answer, and not the same as no. */
const childSeen = z.strictObject({
  child: recordId,
  seen: z.enum(['yes', 'no', 'not-known']),
  alone: z.enum(['yes', 'no', 'not-known']).exactOptional(),
})

/** Somebody was seen, rang, wrote, or was not found. About the family and those seen; when in `happenedOn`. */
export const ContactRecorded = entryKind({
  kind: 'ContactRecorded',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    channel: z.enum(channels),
    what: text,
    children: z.array(childSeen).max(30),
    interpreter: z.union([z.strictObject({ language: line }), z.enum(['not-needed', 'needed-but-none', 'not-known'])]),
  }),
})
