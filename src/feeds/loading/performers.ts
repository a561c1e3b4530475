import { performHideAddresses, performStartInvolvements, performStartResponsibilities } from '#access/index.ts'
import {
  addMembers,
  nameHomes,
  openFamilies,
  openRecords,
  refusalSentences as familiesSentences,
  stateAboutPerson,
  statePregnancies,
  stateRelationships,
} from '#families/index.ts'
import {
  describeHomes,
  refusalSentences as housingSentences,
  stateApplications,
  stateConditions,
  stateOccupancy,
  statePlacements,
  stateRooms,
  stateSleepingArrangements,
  stateTenancies,
} from '#housing/index.ts'
import type { Tx } from '#platform/database/index.ts'
import type { Refusal } from '#platform/decision.ts'
import type { Authorship, Entry, RecordBook } from '#record/index.ts'
import { performStateAboutCases, referralSentences } from '#referrals/index.ts'
import type { Asks, Of } from './statements.ts'

type Answered =
  | { readonly accepted: true; readonly value: readonly Entry[] | { readonly entries: readonly Entry[] } }
  | { readonly accepted: false; readonly because: readonly Refusal[] }
type Performer<A> = (book: RecordBook, tx: Tx, said: Authorship, asks: readonly A[]) => Promise<Answered>

/** The rooms' own commands: what comes by a feed passes the same rules as what comes by a form. In the order in which they are performed. */
const performers: { readonly [K in Of]: Performer<Asks[K]> } = {
  home: nameHomes,
  record: openRecords,
  person: stateAboutPerson,
  relationship: stateRelationships,
  pregnancy: statePregnancies,
  family: openFamilies,
  member: addMembers,
  description: describeHomes,
  rooms: stateRooms,
  occupancy: stateOccupancy,
  sleeping: stateSleepingArrangements,
  tenancy: stateTenancies,
  application: stateApplications,
  condition: stateConditions,
  placement: statePlacements,
  case: performStateAboutCases,
  involvement: performStartInvolvements,
  responsibility: performStartResponsibilities,
  hiding: performHideAddresses,
}
// Object.keys gives the names that are written above.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const inOrder = Object.keys(performers) as readonly Of[]

export interface RefusedAsk {
  readonly at: number
  readonly says: string
}

export const performAsks = async <K extends Of>(
  of: K,
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly Asks[K][],
): Promise<{ readonly entries: readonly Entry[] } | { readonly refused: readonly RefusedAsk[] }> => {
  const answered = await performers[of](book, tx, said, asks)
  if (answered.accepted) return { entries: entriesIn(answered.value) }
  return {
    refused: answered.because.map((refusal) => ({
      at: askOf(refusal),
      says: sentences[refusal.reason] ?? `The rule ${refusal.reason} refuses it.`,
    })),
  }
}

const entriesIn = (value: readonly Entry[] | { readonly entries: readonly Entry[] }): readonly Entry[] =>
  isList(value) ? value : value.entries
const isList = (value: readonly Entry[] | object): value is readonly Entry[] => Array.isArray(value)

const sentences: Readonly<Record<string, string>> = { ...familiesSentences, ...housingSentences, ...referralSentences }

/** Rooms say which of the asks a refusal is about in a field of its own, or first in the field's name. */
const askOf = (refusal: Refusal): number =>
  'ask' in refusal && typeof refusal.ask === 'number' ? refusal.ask : Number.parseInt(refusal.field ?? '0', 10) || 0
