import { command } from '#record/index.ts'
import type { SubjectId } from '#record/index.ts'
import { openFamily } from '../decisions.ts'
import { AccessReasonGiven } from '../entries.ts'
import type { Access } from '../may-open.ts'
import { roleRules } from '../roles.ts'
import type { Viewer } from '../roles.ts'
import { accessSentences, when } from './refusals.ts'
import type { Decided } from './refusals.ts'

interface GiveReason {
  readonly family: SubjectId
  readonly reason: string
  readonly today: Temporal.PlainDate
  /** For how many days, today included: a policy setting. */
  readonly days: number
}

/** How the giver stands to the family: a role rule, and whether the door is shut to them. */
interface ReasonFacts {
  readonly viewer: Viewer
  readonly access: ReadonlyMap<SubjectId, Access>
}

/**
 * Somebody who does not work with a family says why they must see it (widening needs a reason, logged: infant safety 6). They must
 * have been told that the family is known; people who lead the work see the reason.
 */
export const decideReason = (ask: GiveReason, { viewer, access: doors }: ReasonFacts): Decided => {
  const access = doors.get(ask.family)
  const may = access?.may === true
  const mayGive = roleRules(viewer.role).mayGiveReason && access !== undefined && (access.may || access.canGiveReason)
  return {
    because: when(
      [ask.reason.trim().length < shortestReason, 'reason.not-said', 'reason'],
      [!mayGive, 'reason.role-may-not'],
      [may, 'reason.not-needed'],
    ),
    entries: [
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
    ],
    id: ask.family,
  }
}

/** Two or three words: enough for whoever leads the work to ask back. */
const shortestReason = 12

/** @param viewer whoever gives it: their role, and what they were shown before, decide whether they may */
export const giveReason = (viewer: Viewer) =>
  command({
    name: 'give reason',
    sentences: accessSentences,
    gather: async (tx, asks: readonly GiveReason[]): Promise<ReasonFacts> => {
      const access = new Map<SubjectId, Access>()
      for (const { family, today } of asks) access.set(family, await openFamily(tx, viewer, family, today))
      return { viewer, access }
    },
    decide: decideReason,
  })
