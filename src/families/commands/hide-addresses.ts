import { AddressHidden, AddressHidingExplained, AddressShown, restrictionRowsOf } from '#access/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import type { Authorship, Entry, RecordBook } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { holdsOn } from '#platform/said-dates.ts'
import { AddressStated } from '../entries/index.ts'
import { addressPeriods, livedIn } from '../facts/addresses.ts'
import type { AddressPeriod } from '../facts/addresses.ts'
import { personsOf } from '../projections/persons.ts'
import { aboutRecord } from '../subjects.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import { besideRefused } from './asks.ts'
import { existing, openMemberships } from './known.ts'
import { perform } from './perform.ts'
import type { Expect, Judged, Performed } from './perform.ts'
import { unknownRecords } from './relationships.ts'
import { reasonMissing } from './splits-and-merges.ts'

/**
 * Somebody's address must not be disclosed. One member's open address would tell another's, so whoever of their family lives in
 * the same home is hidden with them, unless it is said that they are not.
 */
export interface HideAddress {
  readonly record: RecordId
  /** Why, and at whose asking: told apart, since most who must respect it need not know. */
  readonly why: string
  readonly askedBy: string
  readonly from?: string
  readonly onlyThem?: boolean
}

/**
 * @param alongside records of the family that live in one of the same homes
 * @param hidden records whose address is hidden already
 */
export const decideHideAddress = (
  ask: HideAddress,
  known: ReadonlySet<string>,
  alongside: readonly RecordId[],
  hidden: ReadonlySet<RecordId>,
  today: Temporal.PlainDate,
): Judged<readonly RecordId[]> => {
  const records = [...new Set([ask.record, ...(ask.onlyThem === true ? [] : alongside)])].filter(
    (record) => !hidden.has(record),
  )
  const dated = ask.from === undefined ? {} : { trueFrom: ask.from }
  return {
    because: [
      ...besideRefused(dated, today),
      ...unknownRecords([ask.record], known),
      ...reasonMissing(ask.why),
      ...(records.length === 0 ? [{ reason: 'already-hidden' as const, field: 'record' }] : []),
    ],
    entries: [
      ...records.map((record) => AddressHidden.of({ subjects: [aboutRecord(record)], ...dated, body: {} })),
      AddressHidingExplained.of({
        subjects: [aboutRecord(ask.record)],
        ...dated,
        body: { why: ask.why, askedBy: ask.askedBy, about: 'hidden' },
      }),
    ],
    made: records,
  }
}

/** @returns whose addresses are hidden now, for each ask */
export const hideAddresses = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly HideAddress[],
  expect?: Expect,
): Promise<Performed<readonly RecordId[]>> => {
  const today = dayInLondon(said.at)
  const known = await existing(
    tx,
    asks.map(({ record }) => record),
  )
  const persons = await personsOf(
    tx,
    asks.map(({ record }) => record),
  )
  const theirs = await openMemberships(tx, { records: [...persons.keys()] })
  const members = await openMemberships(tx, { families: theirs.map(({ family }) => family) })
  const all = await personsOf(tx, [...persons.keys(), ...members.map(({ record }) => record)])
  const entries = standing(
    await entriesAbout(tx, {
      subjects: [...all.keys()],
      kinds: [AddressStated, AddressHidden, AddressShown, EntryWithdrawn].map(({ kind }) => kind),
    }),
  )
  const addresses = addressPeriods(entries)
  const hidden = hiddenAmong(all, entries, today)
  const alongside = (record: RecordId): RecordId[] => {
    const person = all.get(record)
    const families = new Set(theirs.filter((one) => all.get(one.record) === person).map(({ family }) => family))
    const homes = homesNow(person, all, addresses, today)
    return members
      .filter(
        (one) =>
          families.has(one.family) &&
          all.get(one.record) !== person &&
          !homesNow(all.get(one.record), all, addresses, today).isDisjointFrom(homes),
      )
      .map((one) => one.record)
  }
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideHideAddress(ask, known, alongside(ask.record), hidden, today)),
    expect,
  )
}

/** Every record of a person of whom some record is hidden and not shown again. */
const hiddenAmong = (
  persons: ReadonlyMap<RecordId, PersonId>,
  entries: readonly Entry[],
  today: Temporal.PlainDate,
): Set<RecordId> => {
  const about = (record: RecordId): Entry[] =>
    entries.filter(({ subjects }) => subjects.some(({ id }) => id === record))
  const lasting = (record: RecordId): boolean =>
    restrictionRowsOf(record, about(record)).some(
      ({ kind, until }) => kind === 'hidden-address' && (until === undefined || until > today.toString()),
    )
  const people = new Set([...persons].filter(([record]) => lasting(record)).map(([, person]) => person))
  return new Set([...persons].filter(([, person]) => people.has(person)).map(([record]) => record))
}

const homesNow = (
  person: PersonId | undefined,
  persons: ReadonlyMap<RecordId, PersonId>,
  addresses: readonly AddressPeriod[],
  on: Temporal.PlainDate,
): Set<string> =>
  new Set(
    addresses.flatMap(({ record, type, home, from, until }) =>
      persons.get(record) === person && livedIn.has(type) && home !== undefined && holdsOn(from, until, on)
        ? [home]
        : [],
    ),
  )
