import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { aside, notKnown, partialDate, recordId, text } from './shapes.ts'

/** Names one pregnancy of one mother, so that a later due date, its end and the children born are told of the same one. */
const pregnancy = z.uuid()

/** About the mother's record. A revised due date is another statement about the same pregnancy. */
export const PregnancyStated = entryKind({
  kind: 'PregnancyStated',
  topic: 'expected-birth',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    pregnancy,
    expected: z.union([partialDate, notKnown]),
    babies: z.union([z.int().min(1).max(8), notKnown]),
  }),
})

/** Only that it ended and when: enough for every notice to stop at once. How it ended is told apart, as health information. */
export const PregnancyEnded = entryKind({
  kind: 'PregnancyEnded',
  topic: 'expected-birth',
  retention: 'child-record',
  body: z.strictObject({ ...aside, pregnancy, on: z.union([partialDate, notKnown]) }),
})

export const PregnancyOutcomeStated = entryKind({
  kind: 'PregnancyOutcomeStated',
  topic: 'expected-birth',
  retention: 'child-record',
  sensitivity: 'health',
  body: z.strictObject({
    ...aside,
    pregnancy,
    outcome: z.enum(['births', 'births-and-losses', 'loss', 'not-known']),
    detail: text.exactOptional(),
  }),
})

/** A child of this pregnancy has a record of their own. About the mother, mentions the child. */
export const ChildOfPregnancyBorn = entryKind({
  kind: 'ChildOfPregnancyBorn',
  topic: 'expected-birth',
  retention: 'child-record',
  body: z.strictObject({ ...aside, pregnancy, child: recordId }),
})
