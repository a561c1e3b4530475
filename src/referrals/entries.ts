import { z } from 'zod'
import { entryKind } from '#record/index.ts'
import { dayFrom } from '#platform/dates.ts'

const line = z.string().trim().min(1).max(300)
/** What a case system keeps as JSON differs from one to the next: it is kept as text. */
const asWritten = z.string().trim().min(1).max(20_000)
const day = z.string().refine((written) => dayFrom(written) !== undefined, 'not a day')
/** What was left out is not known. */
const said = z.enum(['yes', 'no'])
const aside = { because: line.exactOptional() }
const worker = { team: line.exactOptional(), worker: line.exactOptional() }

/** Somebody told children's social care something about the child; when in `happenedOn`. */
export const ContactReceived = entryKind({
  kind: 'ContactReceived',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    contact: line,
    from: line.exactOptional(),
    fromCode: line.exactOptional(),
    outcome: asWritten.exactOptional(),
  }),
})

/** A referral and the episode of need that follows: received in `happenedOn`. */
export const ReferralReceived = entryKind({
  kind: 'ReferralReceived',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    referral: line,
    from: line.exactOptional(),
    fromCode: line.exactOptional(),
    need: line.exactOptional(),
    outcome: asWritten.exactOptional(),
    noFurtherAction: said.exactOptional(),
    closedOn: day.exactOptional(),
    closeReason: line.exactOptional(),
    ...worker,
  }),
})

export const AssessmentStated = entryKind({
  kind: 'AssessmentStated',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    assessment: line,
    referral: line.exactOptional(),
    startedOn: day.exactOptional(),
    authorisedOn: day.exactOptional(),
    childSeen: said.exactOptional(),
    outcome: asWritten.exactOptional(),
    noFurtherAction: said.exactOptional(),
    ...worker,
  }),
})

export const SectionFortySevenStated = entryKind({
  kind: 'SectionFortySevenStated',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    enquiry: line,
    referral: line.exactOptional(),
    startedOn: day.exactOptional(),
    endedOn: day.exactOptional(),
    noFurtherAction: said.exactOptional(),
    outcome: asWritten.exactOptional(),
    ...worker,
  }),
})

/** An initial conference, or a review of a plan. */
export const ConferenceStated = entryKind({
  kind: 'ConferenceStated',
  topic: 'plan',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    conference: line,
    as: z.enum(['initial', 'review']),
    meeting: line.exactOptional(),
    enquiry: line.exactOptional(),
    plan: line.exactOptional(),
    dueOn: day.exactOptional(),
    heldOn: day.exactOptional(),
    transferIn: said.exactOptional(),
    planMade: said.exactOptional(),
    planContinues: said.exactOptional(),
    quorate: said.exactOptional(),
    participation: line.exactOptional(),
    outcome: asWritten.exactOptional(),
    ...worker,
  }),
})

/** `trueFrom` and `trueUntil` say when it began and the first day without it. */
export const ChildInNeedPlanStated = entryKind({
  kind: 'ChildInNeedPlanStated',
  topic: 'plan',
  retention: 'child-record',
  body: z.strictObject({ ...aside, plan: line, referral: line.exactOptional(), ...worker }),
})

export const ChildProtectionPlanStated = entryKind({
  kind: 'ChildProtectionPlanStated',
  topic: 'plan',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    plan: line,
    referral: line.exactOptional(),
    conference: line.exactOptional(),
    categoryAtFirst: line.exactOptional(),
    category: line.exactOptional(),
    anotherAuthoritys: said.exactOptional(),
  }),
})

/** A visit under a plan; when in `happenedOn`. Not known whether a child was seen is not the same as not seen. */
export const VisitStated = entryKind({
  kind: 'VisitStated',
  topic: 'contact',
  retention: 'child-record',
  body: z.strictObject({
    ...aside,
    visit: line,
    under: z.enum(['child-in-need-plan', 'child-protection-plan']),
    plan: line.exactOptional(),
    seen: said.exactOptional(),
    seenAlone: said.exactOptional(),
    bedroomSeen: said.exactOptional(),
  }),
})
