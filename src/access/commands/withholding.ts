import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import type { Decision } from '#platform/decision.ts'
import type { Authorship, Entry, NewEntry, RecordBook, Subject, SubjectId } from '#record/index.ts'
import { AddressHidden, AddressHidingExplained, AddressShown, CaseSealed, CaseUnsealed } from '../entries.ts'
import type { RestrictionKind } from '../reach.ts'
import { decideEach, perform, when } from './perform.ts'
import type { AccessReason } from './perform.ts'

/** Hide or show again the address of a record's person, or a home's whoever stays there; seal or unseal a family or a record. */
export interface Withhold {
  readonly subject: SubjectId
  readonly why: string
  /** In words: "the mother, through her solicitor". */
  readonly askedBy: string
  readonly on: Temporal.PlainDate
}

/** What was said to be withheld and not yet ended, with the entry that said it. */
export type Withheld = readonly {
  readonly entry: string
  readonly subject: SubjectId
  readonly kind: RestrictionKind
  readonly from: string | undefined
}[]

const about = (id: SubjectId): Subject => ({
  id,
  type: id.startsWith('family:') ? 'family' : id.startsWith('home:') ? 'home' : 'record',
  role: 'about',
})
const held = (facts: Withheld, kind: RestrictionKind, subject: SubjectId): Withheld[number] | undefined =>
  facts.find((row) => row.kind === kind && row.subject === subject)
const said = ({ why, askedBy }: Withhold): readonly [boolean, AccessReason, string] => [
  why.trim() === '' || askedBy.trim() === '',
  'withholding.why-not-said',
  'why',
]

const refusalsToBegin =
  (kind: RestrictionKind, facts: Withheld) =>
  (ask: Withhold): ReturnType<typeof when<AccessReason>> =>
    when(said(ask), [held(facts, kind, ask.subject) !== undefined, 'withholding.already', 'subject'])
const refusalsToEnd =
  (kind: RestrictionKind, facts: Withheld) =>
  (ask: Withhold): ReturnType<typeof when<AccessReason>> => {
    const now = held(facts, kind, ask.subject)
    return when(
      said(ask),
      [now === undefined, 'withholding.not-in-force', 'subject'],
      [now?.from !== undefined && ask.on.toString() < now.from, 'withholding.ends-before-it-starts', 'on'],
    )
  }
const explained = (ask: Withhold, what: 'hidden' | 'shown'): NewEntry =>
  AddressHidingExplained.of({
    subjects: [about(ask.subject)],
    body: { why: ask.why.trim(), askedBy: ask.askedBy.trim(), about: what },
    happenedOn: ask.on.toString(),
  })

export const hideAddresses = (asks: readonly Withhold[], facts: Withheld): Decision<NewEntry[], AccessReason> =>
  decideEach(asks, refusalsToBegin('hidden-address', facts), (ask) => [
    AddressHidden.of({ subjects: [about(ask.subject)], body: {}, trueFrom: ask.on.toString() }),
    explained(ask, 'hidden'),
  ])

export const showAddresses = (asks: readonly Withhold[], facts: Withheld): Decision<NewEntry[], AccessReason> =>
  decideEach(asks, refusalsToEnd('hidden-address', facts), (ask) => {
    const hidden = held(facts, 'hidden-address', ask.subject)
    return hidden === undefined
      ? []
      : [
          AddressShown.of({
            subjects: [about(ask.subject)],
            body: { hidden: hidden.entry },
            trueFrom: ask.on.toString(),
          }),
          explained(ask, 'shown'),
        ]
  })

export const sealCases = (asks: readonly Withhold[], facts: Withheld): Decision<NewEntry[], AccessReason> =>
  decideEach(asks, refusalsToBegin('sealed', facts), ({ subject, why, askedBy, on }) => [
    CaseSealed.of({
      subjects: [about(subject)],
      body: { why: why.trim(), askedBy: askedBy.trim() },
      trueFrom: on.toString(),
    }),
  ])

export const unsealCases = (asks: readonly Withhold[], facts: Withheld): Decision<NewEntry[], AccessReason> =>
  decideEach(asks, refusalsToEnd('sealed', facts), ({ subject, why, askedBy, on }) => {
    const sealed = held(facts, 'sealed', subject)
    return sealed === undefined
      ? []
      : [
          CaseUnsealed.of({
            subjects: [about(subject)],
            body: { why: why.trim(), askedBy: askedBy.trim(), sealed: sealed.entry },
            trueFrom: on.toString(),
          }),
        ]
  })

export const withheld = async (tx: Tx, subjects: readonly SubjectId[]): Promise<Withheld> => {
  const found = await sql<Omit<Withheld[number], 'from'> & { from: string | null }>`
    select entry_id as entry, subject, kind, from_day as "from" from access_restriction_said
    where subject = any (${[...subjects]}::text[]) and until_day is null`.execute(tx)
  return found.rows.map((row) => ({ ...row, from: row.from ?? undefined }))
}

type Performed = Promise<Decision<Entry[], AccessReason>>
const performing =
  (decide: typeof hideAddresses) =>
  async (book: RecordBook, tx: Tx, by: Authorship, asks: readonly Withhold[]): Performed =>
    perform(
      book,
      tx,
      by,
      decide(
        asks,
        await withheld(
          tx,
          asks.map(({ subject }) => subject),
        ),
      ),
    )

export const performHideAddresses = performing(hideAddresses)
export const performShowAddresses = performing(showAddresses)
export const performSealCases = performing(sealCases)
export const performUnsealCases = performing(unsealCases)
