import type { Entry, EntryId, SubjectId } from '#record/index.ts'
import {
  AccessReasonGiven,
  AddressHidden,
  AddressShown,
  CaseSealed,
  CaseUnsealed,
  InvolvementEnded,
  InvolvementStarted,
  LeadPractitionerNamed,
  ResponsibilityForHomeEnded,
  ResponsibilityForHomeStarted,
} from './entries.ts'
import type { RestrictionRow } from './reach.ts'
import type { Way } from './views.ts'

/** A grant as it is stored: with the entry that gives it, and the team to ring. */
export interface GrantRow {
  readonly entry: EntryId
  readonly principal: string
  readonly scope: SubjectId
  readonly way: Way
  readonly because: string
  readonly team: string | undefined
  readonly from: string
  readonly until: string | undefined
}

/**
 * The grants that some standing entries about a family or a home give. Whoever works with a family, has a home on their patch or
 * gave a reason gets one; nothing else does. A beginning without a day opens nothing.
 */
export const grantRowsOf = (scope: SubjectId, entries: readonly Entry[]): GrantRow[] => {
  const ends = endsOf(entries)
  return entries.flatMap((entry): GrantRow[] => {
    const from = firstDay(entry.trueFrom)
    if (from === undefined || !entry.subjects.some(({ id, role }) => id === scope && role === 'about')) return []
    const row = { entry: entry.id, scope, from, until: earliest([firstDay(entry.trueUntil), ends.get(entry.id)]) }
    if (InvolvementStarted.is(entry)) {
      const { principal, role, team } = entry.body
      return [
        {
          ...row,
          principal,
          way: 'involved',
          because: role,
          team: team ?? (principal.startsWith('team:') ? principal : undefined),
        },
      ]
    }
    if (ResponsibilityForHomeStarted.is(entry)) {
      const { principal, role } = entry.body
      return [
        {
          ...row,
          principal,
          way: 'responsible-for-home',
          because: role,
          team: principal.startsWith('team:') ? principal : undefined,
        },
      ]
    }
    // A reason without an end would be an involvement by the back door.
    if (AccessReasonGiven.is(entry) && row.until !== undefined) {
      return [{ ...row, principal: entry.body.user, way: 'reason-given', because: entry.body.reason, team: undefined }]
    }
    return []
  })
}

/** Who was named to lead the work with a family, from when. */
export const leadRowsOf = (
  family: SubjectId,
  entries: readonly Entry[],
): { entry: EntryId; family: SubjectId; user: string; from: string }[] =>
  entries.flatMap((entry) => {
    const from = firstDay(entry.trueFrom)
    return LeadPractitionerNamed.is(entry) && from !== undefined
      ? [{ entry: entry.id, family, user: entry.body.user, from }]
      : []
  })

/** What was said outright to be withheld about a record or a family. Without a day it holds from always: unknown is never open. */
export const restrictionRowsOf = (
  subject: SubjectId,
  entries: readonly Entry[],
): (RestrictionRow & { readonly entry: EntryId })[] => {
  const ends = endsOf(entries)
  return entries.flatMap((entry) => {
    const kind = AddressHidden.is(entry) ? 'hidden-address' : CaseSealed.is(entry) ? 'sealed' : undefined
    return kind === undefined
      ? []
      : [
          {
            entry: entry.id,
            subject,
            kind,
            from: firstDay(entry.trueFrom),
            until: earliest([lastDay(entry.trueUntil), ends.get(entry.id)]),
          },
        ]
  })
}

/** From which day each entry that was ended no longer holds. An end names the entry it ends, or one that this entry put right. */
const endsOf = (entries: readonly Entry[]): ReadonlyMap<EntryId, string> => {
  const corrected = new Map(
    entries.flatMap((entry) => (entry.corrects === undefined ? [] : [[entry.corrects, entry.id] as const])),
  )
  const now = (id: EntryId): EntryId => {
    const next = corrected.get(id)
    return next === undefined ? id : now(next)
  }
  const ends = new Map<EntryId, string>()
  for (const entry of entries) {
    const ended = endedBy(entry)
    if (ended === undefined) continue
    const until = earliest([ended.until, ends.get(now(ended.entry))])
    if (until !== undefined) ends.set(now(ended.entry), until)
  }
  return ends
}

const endedBy = (entry: Entry): { entry: EntryId; until: string | undefined } | undefined => {
  if (InvolvementEnded.is(entry) || ResponsibilityForHomeEnded.is(entry))
    return { entry: entry.body.started, until: firstDay(entry.trueUntil) }
  if (AddressShown.is(entry)) return { entry: entry.body.hidden, until: lastDay(entry.trueFrom) }
  if (CaseUnsealed.is(entry)) return { entry: entry.body.sealed, until: lastDay(entry.trueFrom) }
  return undefined
}

const earliest = (days: readonly (string | undefined)[]): string | undefined =>
  days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(0)

/** A grant ends early and a restriction late where only a month or a year was said: what is unsure stays closed. */
const firstDay = (said: string | undefined): string | undefined =>
  said === undefined ? undefined : said.length === 10 ? said : `${said}-01-01`.slice(0, 10)
const lastDay = (said: string | undefined): string | undefined => {
  const first = firstDay(said)
  if (said === undefined || first === undefined || said.length === 10) return said
  return Temporal.PlainDate.from(first)
    .add(said.length === 4 ? { years: 1 } : { months: 1 })
    .toString()
}
