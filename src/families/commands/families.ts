import type { NewEntry, Provenance } from '#record/index.ts'
import { FamilyMemberJoined, FamilyMemberLeft, FamilyNamed, FamilyOpened } from '../entries/index.ts'
import type { MemberRole } from '../entries/index.ts'
import { aboutFamily, mentionsRecord } from '../subjects.ts'
import type { FamilyId, RecordId } from '../subjects.ts'
import { openMemberships } from './known.ts'
import type { OpenMembership } from './known.ts'
import type { Decided, Found } from './refusals.ts'
import { command, daysRefused, envelopeOf, existing, whyOf } from '#record/index.ts'
import { refusalSentences } from './refusals.ts'

interface NewMember {
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
): Decided<FamilyId> => {
  const family = ask.family ?? minted
  const because: Found[] = daysRefused(ask, today)
  if (ask.around.length === 0) because.push({ reason: 'no-child', field: 'around' })
  if (![...ask.around, ...ask.members.map(({ record }) => record)].every((record) => known.has(record)))
    because.push({ reason: 'record-not-known', field: 'members' })
  for (const { trueFrom } of ask.members)
    because.push(...daysRefused(trueFrom === undefined ? {} : { trueFrom }, today))
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
        body: { ...whyOf(ask), around: [...ask.around] },
      }),
      ...(ask.name === undefined
        ? []
        : [FamilyNamed.of({ subjects: [aboutFamily(family)], body: { name: ask.name } })]),
      ...members.map((member) => joinedEntry(family, member)),
    ],
    id: family,
  }
}

/** @returns the id of each family, in the order of the asks */
export const openFamily = command({
  name: 'open family',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly OpenFamily[]) =>
    existing(
      tx,
      asks.flatMap(({ around, members }) => [...around, ...members.map(({ record }) => record)]),
    ),
  decide: (ask, known, { today, mint }) => decideOpenFamily(ask, `family:${mint()}`, known, today),
})

export interface AddMember extends NewMember, Provenance {
  readonly family: FamilyId
  readonly trueFrom?: string
}

export const decideAddMember = (
  ask: AddMember,
  known: ReadonlySet<string>,
  open: readonly OpenMembership[],
  today: Temporal.PlainDate,
): Decided<RecordId> => {
  const because: Found[] = daysRefused(ask, today)
  if (!known.has(ask.family)) because.push({ reason: 'family-not-known', field: 'family' })
  if (!known.has(ask.record)) because.push({ reason: 'record-not-known', field: 'record' })
  if (open.some(({ family, record, role }) => family === ask.family && record === ask.record && role === ask.role))
    because.push({ reason: 'already-a-member', field: 'record' })
  return { because, entries: [joinedEntry(ask.family, ask)], id: ask.record }
}

export const addMember = command({
  name: 'add member',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly AddMember[]) => ({
    known: await existing(
      tx,
      asks.flatMap(({ family, record }) => [family, record]),
    ),
    open: await openMemberships(tx, { families: asks.map(({ family }) => family) }),
  }),
  decide: (ask, { known, open }, { today }) => decideAddMember(ask, known, open, today),
})

export interface EndMembership extends Provenance {
  readonly family: FamilyId
  readonly record: RecordId
}

export const decideEndMembership = (
  ask: EndMembership,
  open: readonly OpenMembership[],
  today: Temporal.PlainDate,
): Decided<RecordId> => ({
  because: [
    ...daysRefused(ask, today),
    ...(open.some(({ family, record }) => family === ask.family && record === ask.record)
      ? []
      : [{ reason: 'not-a-member' as const, field: 'record' }]),
  ],
  entries: [leftEntry(ask.family, ask.record, ask)],
  id: ask.record,
})

export const endMembership = command({
  name: 'end membership',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly EndMembership[]) =>
    openMemberships(tx, { families: asks.map(({ family }) => family) }),
  decide: (ask, open, { today }) => decideEndMembership(ask, open, today),
})

export const joinedEntry = (family: FamilyId, member: NewMember & Provenance): NewEntry =>
  FamilyMemberJoined.of({
    subjects: [aboutFamily(family), mentionsRecord(member.record)],
    ...envelopeOf(member),
    body: { ...whyOf(member), record: member.record, role: member.role },
  })

export const leftEntry = (family: FamilyId, record: RecordId, beside: Provenance): NewEntry =>
  FamilyMemberLeft.of({
    subjects: [aboutFamily(family), mentionsRecord(record)],
    ...envelopeOf(beside),
    body: { ...whyOf(beside), record },
  })
