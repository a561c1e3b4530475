import type { Tx } from '#platform/database/index.ts'
import { accept, refuse } from '#platform/decision.ts'
import type { Decision } from '#platform/decision.ts'
import type { Authorship, Entry, NewEntry, RecordBook, SubjectId } from '#record/index.ts'
import { openFamily } from '../decisions.ts'
import { AccessReasonGiven } from '../entries.ts'
import type { Access } from '../may-open.ts'
import { roleRules } from '../roles.ts'
import type { Viewer } from '../roles.ts'
import { perform, when } from './perform.ts'
import type { AccessReason } from './perform.ts'

export interface GiveReason {
  readonly family: SubjectId
  readonly reason: string
  readonly today: Temporal.PlainDate
  /** For how many days, today included: a policy setting. */
  readonly days: number
}

/**
 * Somebody who does not work with a family says why they must see it (widening needs a reason, logged: infant safety 6). They must
 * have been told that the family is known; whoever leads the work sees the reason.
 */
export const giveReason = (ask: GiveReason, viewer: Viewer, access: Access): Decision<NewEntry[], AccessReason> => {
  const mayGive = roleRules(viewer.role).mayGiveReason && (access.may || access.canGiveReason)
  const because = when<AccessReason>(
    [ask.reason.trim().length < shortestReason, 'reason.not-said', 'reason'],
    [!mayGive, 'reason.role-may-not'],
    [access.may, 'reason.not-needed'],
  )
  if (because.length > 0) return refuse(because)
  return accept([
    AccessReasonGiven.of({
      subjects: [
        { id: ask.family, type: 'family', role: 'about' },
        { id: viewer.user, type: 'user', role: 'mentions' },
        { id: viewer.agency, type: 'agency', role: 'mentions' },
      ],
      body: { user: viewer.user, reason: ask.reason.trim() },
      trueFrom: ask.today.toString(),
      trueUntil: ask.today.add({ days: ask.days }).toString(),
    }),
  ])
}

/** Two or three words: enough for whoever leads the work to ask back. */
const shortestReason = 12

export const performGiveReason = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  viewer: Viewer,
  ask: GiveReason,
): Promise<Decision<Entry[], AccessReason>> =>
  perform(book, tx, said, giveReason(ask, viewer, await openFamily(tx, viewer, ask.family, ask.today)))
