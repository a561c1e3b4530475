import { given } from '#platform/given.ts'
import type { Entry } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { byDate } from '#platform/said-dates.ts'
import { FamilyMemberJoined, FamilyMemberLeft } from '../entries/index.ts'
import type { MemberRole } from '../entries/index.ts'
import { familyOf } from '../subjects.ts'
import type { FamilyId, RecordId } from '../subjects.ts'
import { basisOf, inOrder } from './basis.ts'
import type { Basis } from './basis.ts'

/** From when until when (exclusive) a record belonged to a family, and as what. A changed role is another period. */
export interface Membership {
  readonly family: FamilyId
  readonly record: RecordId
  readonly role: MemberRole
  readonly from?: string
  readonly until?: string
  readonly basis: readonly Basis[]
}

/** Memberships in the order they began. Takes standing entries only. */
export const membershipsOf = (entries: readonly Entry[]): Membership[] => {
  const events = entries.filter((entry) => FamilyMemberJoined.is(entry) || FamilyMemberLeft.is(entry))
  const open = new Map<string, Membership>()
  const closed: Membership[] = []
  for (const entry of events.toSorted((a, b) => byDate(when(a), when(b)) || inOrder(a, b))) {
    const family = familyOf(entry)
    if (family === undefined) continue
    const record = recordNamed(entry)
    const key = `${family} ${record}`
    const before = open.get(key)
    if (FamilyMemberJoined.is(entry)) {
      if (before?.role === entry.body.role) {
        open.set(key, { ...before, basis: [...before.basis, basisOf(entry)] })
        continue
      }
      if (before !== undefined) closed.push({ ...before, until: when(entry), basis: [...before.basis, basisOf(entry)] })
      open.set(key, {
        family,
        record,
        role: entry.body.role,
        ...given({ from: entry.trueFrom }),
        basis: [basisOf(entry)],
      })
    } else if (before !== undefined) {
      closed.push({ ...before, until: when(entry), basis: [...before.basis, basisOf(entry)] })
      open.delete(key)
    }
  }
  return [...closed, ...open.values()].toSorted((a, b) => byDate(a.from, b.from) || (a.record < b.record ? -1 : 1))
}

const recordNamed = (entry: Entry): RecordId =>
  FamilyMemberJoined.is(entry) || FamilyMemberLeft.is(entry) ? entry.body.record : ''

/** A change without a date was so on the day it was recorded at the latest. */
const when = (entry: Entry): string => entry.trueFrom ?? dayInLondon(entry.recordedAt).toString()
