import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { command } from '#record/index.ts'
import type { NewEntry, Subject, SubjectId } from '#record/index.ts'
import { AddressHidden, AddressHidingExplained, AddressShown, CaseSealed, CaseUnsealed } from '../entries.ts'
import type { RestrictionKind } from '../reach.ts'
import { accessSentences, when } from './refusals.ts'
import type { Decided } from './refusals.ts'

/** Hide or show again the address of a record's person, or a home's whoever stays there; seal or unseal a family or a record. */
export interface Withhold {
  readonly subject: SubjectId
  readonly why: string
  /** In words: "the mother, through her solicitor". */
  readonly askedBy: string
  readonly on: Temporal.PlainDate
}

/** What was said to be withheld and not yet ended, with the entry that said it. */
type Withheld = readonly {
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
const notSaid = ({ why, askedBy }: Withhold) =>
  [why.trim() === '' || askedBy.trim() === '', 'withholding.why-not-said', 'why'] as const

const explained = (ask: Withhold, what: 'hidden' | 'shown'): NewEntry =>
  AddressHidingExplained.of({
    subjects: [about(ask.subject)],
    body: { why: ask.why.trim(), askedBy: ask.askedBy.trim(), about: what },
    happenedOn: ask.on.toString(),
  })

const begin =
  (kind: RestrictionKind, entries: (ask: Withhold) => readonly NewEntry[]) =>
  (ask: Withhold, facts: Withheld): Decided => ({
    because: when(notSaid(ask), [held(facts, kind, ask.subject) !== undefined, 'withholding.already', 'subject']),
    entries: entries(ask),
    id: ask.subject,
  })

const end =
  (kind: RestrictionKind, entries: (ask: Withhold, begun: string) => readonly NewEntry[]) =>
  (ask: Withhold, facts: Withheld): Decided => {
    const now = held(facts, kind, ask.subject)
    return {
      because: when(
        notSaid(ask),
        [now === undefined, 'withholding.not-in-force', 'subject'],
        [now?.from !== undefined && ask.on.toString() < now.from, 'withholding.ends-before-it-starts', 'on'],
      ),
      entries: now === undefined ? [] : entries(ask, now.entry),
      id: ask.subject,
    }
  }

const withholding = (name: string, decide: (ask: Withhold, facts: Withheld) => Decided) =>
  command({
    name,
    sentences: accessSentences,
    gather: async (tx, asks: readonly Withhold[]) =>
      withheld(
        tx,
        asks.map(({ subject }) => subject),
      ),
    decide,
  })

/** One record's or home's address alone; the families room hides a household together. */
export const withholdAddress = withholding(
  'withhold address',
  begin('hidden-address', (ask) => [
    AddressHidden.of({ subjects: [about(ask.subject)], body: {}, trueFrom: ask.on.toString() }),
    explained(ask, 'hidden'),
  ]),
)

export const showAddress = withholding(
  'show address',
  end('hidden-address', (ask, hidden) => [
    AddressShown.of({ subjects: [about(ask.subject)], body: { hidden }, trueFrom: ask.on.toString() }),
    explained(ask, 'shown'),
  ]),
)

export const sealCase = withholding(
  'seal case',
  begin('sealed', ({ subject, why, askedBy, on }) => [
    CaseSealed.of({
      subjects: [about(subject)],
      body: { why: why.trim(), askedBy: askedBy.trim() },
      trueFrom: on.toString(),
    }),
  ]),
)

export const unsealCase = withholding(
  'unseal case',
  end('sealed', ({ subject, why, askedBy, on }, sealed) => [
    CaseUnsealed.of({
      subjects: [about(subject)],
      body: { why: why.trim(), askedBy: askedBy.trim(), sealed },
      trueFrom: on.toString(),
    }),
  ]),
)

export const withheld = async (tx: Tx, subjects: readonly SubjectId[]): Promise<Withheld> => {
  const found = await sql<Omit<Withheld[number], 'from'> & { from: string | null }>`
    select entry_id as entry, subject, kind, from_day as "from" from access_restriction_said
    where subject = any (${[...subjects]}::text[]) and until_day is null`.execute(tx)
  return found.rows.map((row) => ({ ...row, from: row.from ?? undefined }))
}
