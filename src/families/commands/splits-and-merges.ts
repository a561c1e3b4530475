import type { Tx } from '#platform/database/index.ts'
import type { Authorship, RecordBook } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { FamiliesMerged, FamilyOpened, FamilySplit, memberRoles } from '../entries/index.ts'
import type { MemberRole } from '../entries/index.ts'
import { aboutFamily, mentionsRecord, newFamilyId } from '../subjects.ts'
import type { FamilyId, RecordId } from '../subjects.ts'
import { besideRefused } from './asks.ts'
import type { Found } from './asks.ts'
import { joinedEntry, leftEntry } from './families.ts'
import { openMemberships } from './known.ts'
import type { OpenMembership } from './known.ts'
import { perform } from './perform.ts'
import type { Expect, Judged, Performed } from './perform.ts'

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
): Judged<FamilyId> => {
  const into = ask.into ?? minted
  const members = open.filter(({ family }) => family === ask.from)
  const leaving = members.filter(({ record }) => ask.leaving.includes(record))
  const children = leaving.filter(({ role }) => role === 'child').map(({ record }) => record)
  const because: Found[] = [...besideRefused({ trueFrom: ask.on }, today), ...reasonMissing(ask.because)]
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
    made: into,
  }
}

export const splitFamilies = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly SplitFamily[],
  expect?: Expect,
): Promise<Performed<FamilyId>> => {
  const open = await openMemberships(tx, { families: asks.map(({ from }) => from) })
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideSplit(ask, newFamilyId(), open, dayInLondon(said.at))),
    expect,
  )
}

/** One file goes on for both; who works with it reaches the other's history. */
export interface MergeFamilies {
  readonly from: FamilyId
  readonly into: FamilyId
  readonly on: string
  readonly because: string
}

export const decideMerge = (
  ask: MergeFamilies,
  open: readonly OpenMembership[],
  today: Temporal.PlainDate,
): Judged<FamilyId> => {
  const because: Found[] = [...besideRefused({ trueFrom: ask.on }, today), ...reasonMissing(ask.because)]
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
    made: ask.into,
  }
}

export const mergeFamilies = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly MergeFamilies[],
  expect?: Expect,
): Promise<Performed<FamilyId>> => {
  const open = await openMemberships(tx, { families: asks.flatMap(({ from, into }) => [from, into]) })
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideMerge(ask, open, dayInLondon(said.at))),
    expect,
  )
}

export const reasonMissing = (because: string): Found[] =>
  because.trim() === '' ? [{ reason: 'reason-missing', field: 'because' }] : []

const roleOf = (role: string): MemberRole => memberRoles.find((known) => known === role) ?? 'other'
