import type { Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { command, existing } from '#record/index.ts'
import type { Authorship, Command, Moment, Provenance as BesideAnything, SubjectId } from '#record/index.ts'
import type { HomeId, RecordId } from '../subjects.ts'
import { refusalSentences } from './refusals.ts'
import type { Decided, Found, HousingRefusal, Known } from './refusals.ts'

/** What any ask about a home may say beside its content. Days are whole; `trueUntil` is the first day on which it no longer holds. */
export interface Provenance extends BesideAnything {
  readonly home: HomeId
}

/**
 * A command about homes: all it needs to know is which homes and records the record has ever told of.
 *
 * @param named the homes and records that an ask names
 */
export const homeCommand = <A extends Provenance>(
  name: string,
  named: (ask: A) => readonly SubjectId[],
  decide: (ask: A, known: Known, mint: Moment['mint']) => Decided,
): Command<A, Known, string, HousingRefusal> =>
  command({
    name,
    sentences: refusalSentences,
    gather: async (tx: Tx, asks: readonly A[], said: Authorship) => ({
      subjects: await existing(tx, asks.flatMap(named)),
      today: dayInLondon(said.at),
    }),
    decide: (ask, known, { mint }) => decide(ask, known, mint),
  })

export const homeKnown = ({ home }: Provenance, known: Known): Found[] =>
  known.subjects.has(home) ? [] : [{ reason: 'home-not-known', field: 'home' }]

export const recordsKnown = (records: readonly RecordId[], known: Known, field: string): Found[] =>
  records.every((record) => known.subjects.has(record)) ? [] : [{ reason: 'record-not-known', field }]
