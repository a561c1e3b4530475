import type { Tx } from '#platform/database/index.ts'
import type { Authorship, NewEntry, RecordBook } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { FamilyMemberJoined, FamilyMemberLeft, FamilyNamed, FamilyOpened } from '../entries/index.ts'
import type { MemberRole } from '../entries/index.ts'
import { aboutFamily, mentionsRecord, newFamilyId } from '../subjects.ts'
import type { FamilyId, RecordId } from '../subjects.ts'
import { asideOf, besideRefused, envelopeOf } from './asks.ts'
import type { Provenance, Found } from './asks.ts'
import { existing, openMemberships } from './known.ts'
import type { OpenMembership } from './known.ts'
import { perform } from './perform.ts'
import type { Expect, Judged, Performed } from './perform.ts'

export interface NewMember {
  readonly record: RecordId
  readonly role: MemberRole
  readonly trueFrom?: string
}

export interface OpenFamily extends Provenance {
  readonly family?: FamilyId
  readonly name?: string
  /** The children, or the mother of a child who is expected. */
  readonly around: readonly RecordId[]
  readonly members: readonly NewMember[]
}

export const decideOpenFamily = (
  ask: OpenFamily,
  minted: FamilyId,
  known: ReadonlySet<string>,
  today: Temporal.PlainDate,
): Judged<FamilyId> => {
  const family = ask.family ?? minted
  const because: Found[] = besideRefused(ask, today)
  if (ask.around.length === 0) because.push({ reason: 'no-child', field: 'around' })
  if (![...ask.around, ...ask.members.map(({ record }) => record)].every((record) => known.has(record)))
    because.push({ reason: 'record-not-known', field: 'members' })
  for (const { trueFrom } of ask.members)
    because.push(...besideRefused(trueFrom === undefined ? {} : { trueFrom }, today))
  const joined = new Set(ask.members.map(({ record }) => record))
  const members = [
    ...ask.around.filter((record) => !joined.has(record)).map((record): NewMember => ({ record, role: 'child' })),
    ...ask.members,
  ]
  return {
    because,
    entries: [
      FamilyOpened.of({
        subjects: [aboutFamily(family), ...ask.around.map(mentionsRecord)],
        ...envelopeOf(ask),
        body: { ...asideOf(ask), around: [...ask.around] },
      }),
      ...(ask.name === undefined
        ? []
        : [FamilyNamed.of({ subjects: [aboutFamily(family)], body: { name: ask.name } })]),
      ...members.map((member) => joinedEntry(family, member)),
    ],
    made: family,
  }
}

/** @returns the id of each family, in the order of the asks */
export const openFamilies = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly OpenFamily[],
  expect?: Expect,
): Promise<Performed<FamilyId>> => {
  const known = await existing(
    tx,
    asks.flatMap(({ around, members }) => [...around, ...members.map(({ record }) => record)]),
  )
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideOpenFamily(ask, newFamilyId(), known, dayInLondon(said.at))),
    expect,
  )
}

export interface AddMember extends NewMember, Provenance {
  readonly family: FamilyId
  readonly trueFrom?: string
}

export const decideAddMember = (
  ask: AddMember,
  known: ReadonlySet<string>,
  open: readonly OpenMembership[],
  today: Temporal.PlainDate,
): Judged<RecordId> => {
  const because: Found[] = besideRefused(ask, today)
  if (!known.has(ask.family)) because.push({ reason: 'family-not-known', field: 'family' })
  if (!known.has(ask.record)) because.push({ reason: 'record-not-known', field: 'record' })
  if (open.some(({ family, record, role }) => family === ask.family && record === ask.record && role === ask.role))
    because.push({ reason: 'already-a-member', field: 'record' })
  return { because, entries: [joinedEntry(ask.family, ask)], made: ask.record }
}

export const addMembers = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly AddMember[],
  expect?: Expect,
): Promise<Performed<RecordId>> => {
  const known = await existing(
    tx,
    asks.flatMap(({ family, record }) => [family, record]),
  )
  const open = await openMemberships(tx, { families: asks.map(({ family }) => family) })
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideAddMember(ask, known, open, dayInLondon(said.at))),
    expect,
  )
}

export interface EndMembership extends Provenance {
  readonly family: FamilyId
  readonly record: RecordId
}

export const decideEndMembership = (
  ask: EndMembership,
  open: readonly OpenMembership[],
  today: Temporal.PlainDate,
): Judged<RecordId> => ({
  because: [
    ...besideRefused(ask, today),
    ...(open.some(({ family, record }) => family === ask.family && record === ask.record)
      ? []
      : [{ reason: 'not-a-member' as const, field: 'record' }]),
  ],
  entries: [leftEntry(ask.family, ask.record, ask)],
  made: ask.record,
})

export const endMemberships = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly EndMembership[],
  expect?: Expect,
): Promise<Performed<RecordId>> => {
  const open = await openMemberships(tx, { families: asks.map(({ family }) => family) })
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideEndMembership(ask, open, dayInLondon(said.at))),
    expect,
  )
}

export const joinedEntry = (family: FamilyId, member: NewMember & Provenance): NewEntry =>
  FamilyMemberJoined.of({
    subjects: [aboutFamily(family), mentionsRecord(member.record)],
    ...envelopeOf(member),
    body: { ...asideOf(member), record: member.record, role: member.role },
  })

export const leftEntry = (family: FamilyId, record: RecordId, beside: Provenance): NewEntry =>
  FamilyMemberLeft.of({
    subjects: [aboutFamily(family), mentionsRecord(record)],
    ...envelopeOf(beside),
    body: { ...asideOf(beside), record },
  })
