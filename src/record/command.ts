import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Refusal } from '#platform/decision.ts'
import { append } from './append.ts'
import type { RecordBook } from './append.ts'
import type { Authorship, Entry, NewEntry, SubjectId } from './entry.ts'

/** How often each subject had been written about when the decision was prepared. */
export type Expect = ReadonlyMap<SubjectId, number>

/** What one ask comes to: every reason why not, or the entries, and the id that names what they are about. */
export interface Decided<Id, R extends string> {
  readonly because: readonly Refusal<R>[]
  readonly entries: readonly NewEntry[]
  readonly id: Id
}

/** One reason why not, in words for the person who asked; `ask` is which of several asks it is about. */
export interface Refused<R extends string = string> extends Refusal<R> {
  readonly ask: number
  readonly says: string
}

/** All asks were recorded together, or none was. */
export type Recorded<Id, R extends string = string> =
  | { readonly accepted: true; readonly value: { readonly entries: readonly Entry[]; readonly ids: readonly Id[] } }
  | { readonly accepted: false; readonly because: readonly Refused<R>[] }

/** What is so whoever asks: the day in London, and ids for what is new. A rule is handed both and asks no clock and no chance. */
export interface Moment {
  readonly today: Temporal.PlainDate
  /** A new id, without the type in front. */
  readonly mint: () => string
}

interface CommandDeclared<Ask, Facts, Id, R extends string> {
  /** A verb and what it is about: `state relationship`. */
  readonly name: string
  readonly sentences: Readonly<Record<R, string>>
  /** What must be known to decide: one round trip for all asks. */
  readonly gather: (tx: Tx, asks: readonly Ask[], said: Authorship, book: RecordBook) => Promise<Facts>
  /** Pure. Answers every reason why not at once, so that a form is corrected once. */
  readonly decide: (ask: Ask, facts: Facts, moment: Moment) => Decided<Id, R>
  /** What is kept apart from the record, in the same transaction, once the asks are recorded. */
  readonly after?: (tx: Tx, asks: readonly Ask[], said: Authorship) => Promise<void>
}

/**
 * One thing that people and systems may ask to be recorded: forms, deliveries, programs and the demo all ask by it. It decides by a pure
 * rule and records in the transaction that it is given.
 */
export interface Command<Ask, Facts = unknown, Id = SubjectId, R extends string = string> extends CommandDeclared<
  Ask,
  Facts,
  Id,
  R
> {
  readonly record: (
    book: RecordBook,
    tx: Tx,
    said: Authorship,
    asks: readonly Ask[],
    expect?: Expect,
  ) => Promise<Recorded<Id, R>>
}

/**
 * @example
 * export const endMembership = command({
 *   name: 'end membership',
 *   sentences: { 'not-a-member': 'They do not belong to this family.' },
 *   gather: async (tx, asks) => membersOf(tx, asks.map(({ family }) => family)),
 *   decide: (ask, members) => ({ because: …, entries: [FamilyMemberLeft.of(…)], id: ask.family }),
 * })
 * await endMembership.record(book, tx, said, [ask], new Map([[ask.family, seenVersion]]))
 */
export const command = <Ask, Facts, Id, R extends string>(
  declared: CommandDeclared<Ask, Facts, Id, R>,
): Command<Ask, Facts, Id, R> => ({
  ...declared,
  record: async (book, tx, said, asks, expect = new Map()) => {
    const facts = await declared.gather(tx, asks, said, book)
    const moment = { today: dayInLondon(said.at), mint: randomUUIDv7 }
    const decided = asks.map((ask) => declared.decide(ask, facts, moment))
    const because = decided.flatMap((one, ask): Refused<R>[] =>
      one.because.map((found) => ({ ...found, ask, says: declared.sentences[found.reason] })),
    )
    if (because.length > 0) return { accepted: false, because }
    const entries = await append(
      book,
      tx,
      said,
      decided.flatMap((one) => one.entries),
      expect,
    )
    await declared.after?.(tx, asks, said)
    return { accepted: true, value: { entries, ids: decided.map(({ id }) => id) } }
  },
})
