import { FamiliesMerged, FamilyOpened, FamilySplit, memberRoles } from '../entries/index.ts'
import type { MemberRole } from '../entries/index.ts'
import { aboutFamily, mentionsRecord } from '../subjects.ts'
import type { FamilyId, RecordId } from '../subjects.ts'
import { joinedEntry, leftEntry } from './families.ts'
import { openMemberships } from './known.ts'
import type { OpenMembership } from './known.ts'
import type { Decided, Found } from './refusals.ts'
import { command, daysRefused } from '#record/index.ts'
import { refusalSentences } from './refusals.ts'

/** Some members have a file of their own from a day on. */
export interface SplitFamily {
  readonly from: FamilyId
  readonly into?: FamilyId
  readonly leaving: readonly RecordId[]
  readonly on: string
  readonly because: string
}

export const decideSplit = (
  ask: SplitFamily,
  minted: FamilyId,
  open: readonly OpenMembership[],
  today: Temporal.PlainDate,
): Decided<FamilyId> => {
  const into = ask.into ?? minted
  const members = open.filter(({ family }) => family === ask.from)
  const leaving = members.filter(({ record }) => ask.leaving.includes(record))
  const children = leaving.filter(({ role }) => role === 'child').map(({ record }) => record)
  const because: Found[] = [...daysRefused({ trueFrom: ask.on }, today), ...reasonMissing(ask.because)]
  if (leaving.length < ask.leaving.length) because.push({ reason: 'not-a-member', field: 'leaving' })
  if (children.length === 0) because.push({ reason: 'no-child', field: 'leaving' })
  if (leaving.length === members.length) because.push({ reason: 'nobody-stays', field: 'leaving' })
  const beside = { trueFrom: ask.on, because: ask.because }
  return {
    because,
    entries: [
      FamilyOpened.of({
        subjects: [aboutFamily(into), ...children.map(mentionsRecord)],
        body: { around: children, because: ask.because },
      }),
      FamilySplit.of({
        subjects: [aboutFamily(ask.from), aboutFamily(into)],
        happenedOn: ask.on,
        body: { from: ask.from, into, because: ask.because },
      }),
      ...leaving.flatMap(({ record, role }) => [
        leftEntry(ask.from, record, beside),
        joinedEntry(into, { record, role: roleOf(role), ...beside }),
      ]),
    ],
    id: into,
  }
}

export const splitFamily = command({
  name: 'split family',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly SplitFamily[]) => openMemberships(tx, { families: asks.map(({ from }) => from) }),
  decide: (ask, open, { today, mint }) => decideSplit(ask, `family:${mint()}`, open, today),
})

/** One file goes on for both; who works with it reaches the other's history. */
interface MergeFamilies {
  readonly from: FamilyId
  readonly into: FamilyId
  readonly on: string
  readonly because: string
}

export const decideMerge = (
  ask: MergeFamilies,
  open: readonly OpenMembership[],
  today: Temporal.PlainDate,
): Decided<FamilyId> => {
  const because: Found[] = [...daysRefused({ trueFrom: ask.on }, today), ...reasonMissing(ask.because)]
  if (ask.from === ask.into) because.push({ reason: 'same-family', field: 'into' })
  for (const family of [ask.from, ask.into])
    if (!open.some((one) => one.family === family))
      because.push({ reason: 'family-not-known', field: family === ask.from ? 'from' : 'into' })
  const there = new Set(open.filter(({ family }) => family === ask.into).map(({ record, role }) => `${record} ${role}`))
  const beside = { trueFrom: ask.on, because: ask.because }
  return {
    because,
    entries: [
      FamiliesMerged.of({
        subjects: [aboutFamily(ask.from), aboutFamily(ask.into)],
        happenedOn: ask.on,
        body: { from: ask.from, into: ask.into, because: ask.because },
      }),
      ...open
        .filter(({ family }) => family === ask.from)
        .flatMap(({ record, role }) => [
          leftEntry(ask.from, record, beside),
          ...(there.has(`${record} ${role}`) ? [] : [joinedEntry(ask.into, { record, role: roleOf(role), ...beside })]),
        ]),
    ],
    id: ask.into,
  }
}

export const mergeFamilies = command({
  name: 'merge families',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly MergeFamilies[]) =>
    openMemberships(tx, { families: asks.flatMap(({ from, into }) => [from, into]) }),
  decide: (ask, open, { today }) => decideMerge(ask, open, today),
})

export const reasonMissing = (because: string): Found[] =>
  because.trim() === '' ? [{ reason: 'reason-missing', field: 'because' }] : []

const roleOf = (role: string): MemberRole => memberRoles.find((known) => known === role) ?? 'other'
