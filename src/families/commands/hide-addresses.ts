import { AddressHidden, AddressHidingExplained, AddressShown, restrictionRowsOf } from '#access/index.ts'
import { entriesAbout, EntryWithdrawn, standing, command, daysRefused, existing } from '#record/index.ts'
import type { Entry } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { holdsOn } from '#platform/said-dates.ts'
import { AddressStated } from '../entries/index.ts'
import { addressPeriods, livedIn } from '../facts/addresses.ts'
import type { AddressPeriod } from '../facts/addresses.ts'
import { personsOf } from '../projections/persons.ts'
import { aboutRecord } from '../subjects.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import { openMemberships } from './known.ts'
import { unknownRecords } from './relationships.ts'
import { reasonMissing } from './splits-and-merges.ts'
import type { Decided } from './refusals.ts'
import { refusalSentences } from './refusals.ts'

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
): Decided<readonly RecordId[]> => {
  const records = [...new Set([ask.record, ...(ask.onlyThem === true ? [] : alongside)])].filter(
    (record) => !hidden.has(record),
  )
  const dated = ask.from === undefined ? {} : { trueFrom: ask.from }
  return {
    because: [
      ...daysRefused(dated, today),
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
    id: records,
  }
}

/** @returns whose addresses are hidden now, for each ask */
export const hideAddress = command({
  name: 'hide address',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly HideAddress[], said) => {
    const today = dayInLondon(said.at)
    const records = asks.map(({ record }) => record)
    const persons = await personsOf(tx, records)
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
    return { known: await existing(tx, records), alongside, hidden: hiddenAmong(all, entries, today) }
  },
  decide: (ask, { known, alongside, hidden }, { today }) =>
    decideHideAddress(ask, known, alongside(ask.record), hidden, today),
})

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
