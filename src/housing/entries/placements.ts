import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { recordId } from '../subjects.ts'
import { aside, civilDay, line, yesOrNo } from './shapes.ts'

export const placementTypes = [
  'bed-and-breakfast',
  'nightly-paid',
  'private-leased',
  'hostel',
  'own-stock',
  'refuge',
  'other',
  'not-known',
] as const

/** Under which duty of the Housing Act 1996, Part 7, or of social services. */
export const duties = ['prevention', 'relief', 'main', 'interim', 'social-services', 'other', 'not-known'] as const

/**
 * A stay in temporary accommodation. `startedOn` is the first night, `endedOn` the first night no longer spent there. Stays of one
 * homelessness case share `case`: the six weeks in bed and breakfast are a total over them (Order of 2003, article 4(1)(b)).
 */
export const PlacementStated = entryKind({
  kind: 'PlacementStated',
  topic: 'housing',
  retention: 'housing-record',
  body: z.strictObject({
    ...aside,
    placement: line,
    case: line.exactOptional(),
    applicant: recordId.exactOptional(),
    type: z.enum(placementTypes),
    startedOn: civilDay,
    endedOn: civilDay.exactOptional(),
    duty: z.enum(duties).exactOptional(),
    dutyStartedOn: civilDay.exactOptional(),
    outOfArea: yesOrNo.exactOptional(),
    /** Housing Act 1996 s.213AA: whether the parent agreed that these be told, and when each was. */
    agreedToNotify: yesOrNo.exactOptional(),
    agreedOn: civilDay.exactOptional(),
    notified: z
      .strictObject({
        surgery: civilDay.exactOptional(),
        school: civilDay.exactOptional(),
        healthVisitors: civilDay.exactOptional(),
      })
      .exactOptional(),
  }),
})
