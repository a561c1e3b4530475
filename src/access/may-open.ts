import type { Sensitivity, SubjectId } from '#record/index.ts'
import { inForce } from './may.ts'
import type { Grant, Restriction } from './may.ts'
import { principalsOf, roleRules } from './roles.ts'
import type { Viewer } from './roles.ts'
import { views } from './views.ts'
import type { Way } from './views.ts'

/** May the page of a family, a person or a home be opened, and if not, what may be told. */
export type Access =
  | { readonly may: true; readonly way: Way; readonly because: string }
  | {
      readonly may: false
      readonly reason: ClosedReason
      /** The reason in words. To be shown only where something may be told. */
      readonly because: string
      /** Nothing: answer as if it did not exist. Otherwise whom to ask. */
      readonly tell: 'nothing' | WhomToAsk
      readonly canGiveReason: boolean
    }

export interface WhomToAsk {
  readonly team: string
  readonly phone?: string
}

type ClosedReason = 'not-known' | 'no-business' | 'not-for-this-role'

const closedBecause: Readonly<Record<ClosedReason, string>> = {
  'not-known': 'There is nothing here under this address.',
  'no-business':
    'You do not work with this family, the home is not on your patch, and you have given no reason that still holds.',
  'not-for-this-role': 'You have a way in, but your role does not see what this is marked as.',
}

export interface DoorFacts {
  readonly subject: SubjectId
  /** The record has said something of it. */
  readonly known: boolean
  /** The grants on scopes that reach it today, whosever they are. */
  readonly grants: readonly Grant[]
  /** What restricts it, or a record of the same person. */
  readonly restrictions: readonly Restriction[]
  /** The viewer named this person first, by exact name and birth date or by an identifier, and was shown that they are known. */
  readonly identified: boolean
  readonly ask: WhomToAsk
}

/**
 * Existence is apart from content: a role that may learn it is told whom to ring, once it has itself named the person exactly.
 * Whoever only tries addresses, and everybody where a case is sealed, gets the answer of a page that does not exist.
 */
export const mayOpen = (viewer: Viewer, facts: DoorFacts, today: Temporal.PlainDate): Access => {
  const principals = principalsOf(viewer)
  const grants = facts.known
    ? facts.grants.filter((grant) => principals.includes(grant.principal) && inForce(grant, today))
    : []
  const required = requiredOf(facts, today)
  const opening = grants.find(({ way }) =>
    required.every((sensitivity) =>
      views.some((row) => row.role === viewer.role && row.way === way && row.sensitivity === sensitivity),
    ),
  )
  if (opening !== undefined) return { may: true, way: opening.way, because: opening.because }
  const reason = !facts.known ? 'not-known' : grants.length === 0 ? 'no-business' : 'not-for-this-role'
  const closed = { may: false, reason, because: closedBecause[reason] } as const
  const { mayLearnExistence, mayGiveReason } = roleRules(viewer.role)
  if (!facts.known || required.includes('sealed') || !facts.identified || !mayLearnExistence)
    return { ...closed, tell: 'nothing', canGiveReason: false }
  return { ...closed, tell: facts.ask, canGiveReason: mayGiveReason }
}

const requiredOf = (facts: DoorFacts, today: Temporal.PlainDate): Sensitivity[] => {
  const kinds = new Set(facts.restrictions.filter((row) => inForce(row, today)).map(({ kind }) => kind))
  const hiddenHome = kinds.has('hidden-address') && facts.subject.startsWith('home:')
  return [
    'ordinary',
    ...(kinds.has('sealed') ? (['sealed'] as const) : []),
    ...(hiddenHome ? (['hidden-address'] as const) : []),
  ]
}
