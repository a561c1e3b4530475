import type { Tx } from '#platform/database/index.ts'
import { accept } from '#platform/decision.ts'
import type { Decision, Refusal } from '#platform/decision.ts'
import { append } from '#record/index.ts'
import type { Authorship, Entry, NewEntry, RecordBook } from '#record/index.ts'

/** Why this room refuses to record something. */
export type AccessReason =
  | 'agency.not-known'
  | 'team.not-known'
  | 'user.not-known'
  | 'user.has-left'
  | 'team.of-another-agency'
  | 'principal.not-known'
  | 'involvement.already-started'
  | 'involvement.not-open'
  | 'involvement.ends-before-it-starts'
  | 'lead.not-involved'
  | 'reason.not-said'
  | 'reason.role-may-not'
  | 'reason.not-needed'
  | 'withholding.already'
  | 'withholding.not-in-force'
  | 'withholding.why-not-said'
  | 'withholding.ends-before-it-starts'

/** Record what was accepted, all of it, or hand back every reason why not. In an `app` transaction. */
export const perform = async <R extends string>(
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  decision: Decision<readonly NewEntry[], R>,
): Promise<Decision<Entry[], R>> =>
  decision.accepted ? accept(await append(book, tx, said, decision.value)) : decision

/** Decide many asks together: all are recorded or none. The field of a refusal tells which ask it is about: `3.agency`. */
export const decideEach = <Ask, R extends string>(
  asks: readonly Ask[],
  refusals: (ask: Ask) => readonly Refusal<R>[],
  entries: (ask: Ask) => readonly NewEntry[],
): Decision<NewEntry[], R> => {
  const because = asks.flatMap((ask, index) =>
    refusals(ask).map(({ reason, field }) => ({
      reason,
      field: field === undefined ? `${index}` : `${index}.${field}`,
    })),
  )
  return because.length > 0 ? { accepted: false, because } : accept(asks.flatMap(entries))
}

/** The refusals whose condition holds. */
export const when = <R extends string>(...checks: readonly (readonly [boolean, R, string?])[]): Refusal<R>[] =>
  checks.flatMap(([holds, reason, field]) => (holds ? [field === undefined ? { reason } : { reason, field }] : []))
