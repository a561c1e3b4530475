import {
  BirthStated,
  correctEntry,
  endPregnancy,
  partRecords,
  PregnancyStated,
  RecordsJoined,
  statePregnancy,
} from '#families/index.ts'
import type { EndPregnancy, StatePregnancy } from '#families/index.ts'
import { stateOfBaby } from '#infant-sleep/index.ts'
import type { StateOfBaby } from '#infant-sleep/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import type { Recorder } from './commands.ts'
import { entriesAbout, standing } from '#record/index.ts'
import type { Authorship, Entry } from '#record/index.ts'

/** Commands that name an earlier entry or pregnancy. Their ids are known only once recorded, so they are looked up when it happens. */

export interface CorrectBirthDate {
  readonly record: string
  readonly to: string
  readonly because: string
}

export const correctBirthDate: Recorder<CorrectBirthDate> = {
  record: async (book, tx, said, asks) => {
    const stated = standing(
      await entriesAbout(tx, { subjects: asks.map(({ record }) => record), kinds: [BirthStated.kind] }),
    )
    return correctEntry.record(
      book,
      tx,
      said,
      asks.map(({ record, to, because }) => ({
        entry: lastAbout(stated, record, said.agency).id,
        because,
        body: { on: to },
        happenedOn: to,
      })),
    )
  },
}

/** What is known of a pregnancy told of before has changed. */
export type RevisePregnancy = Omit<StatePregnancy, 'pregnancy'>

export const revisePregnancy: Recorder<RevisePregnancy> = {
  record: async (book, tx, said, asks) => {
    const named = await pregnanciesTold(
      tx,
      said,
      asks.map(({ mother }) => mother),
    )
    return statePregnancy.record(
      book,
      tx,
      said,
      asks.map((ask) => ({ ...ask, pregnancy: named(ask.mother) })),
    )
  },
}

/** A pregnancy of this mother ends with the birth of these children. */
export type BearChildren = Omit<EndPregnancy, 'pregnancy'>

export const bearChildren: Recorder<BearChildren> = {
  record: async (book, tx, said, asks) => {
    const named = await pregnanciesTold(
      tx,
      said,
      asks.map(({ mother }) => mother),
    )
    return endPregnancy.record(
      book,
      tx,
      said,
      asks.map((ask) => ({ ...ask, pregnancy: named(ask.mother) })),
    )
  },
}

/** What is known of a baby; of one who is expected, by the pregnancy that this agency told of. */
export type StateOfABaby = StateOfBaby & { readonly expected?: true }

export const stateOfAnyBaby: Recorder<StateOfABaby> = {
  record: async (book, tx, said, asks) => {
    const named = await pregnanciesTold(
      tx,
      said,
      asks.filter(({ expected }) => expected === true).map(({ record }) => record),
    )
    return stateOfBaby.record(
      book,
      tx,
      said,
      asks.map(({ expected, ...ask }) =>
        expected === true && ask.say === 'smoking' ? { ...ask, pregnancy: named(ask.record) } : ask,
      ),
    )
  },
}

/** The pregnancy that this agency told of last, by the mother's record. */
const pregnanciesTold = async (
  tx: Tx,
  said: Authorship,
  mothers: readonly string[],
): Promise<(mother: string) => string> => {
  const stated = standing(await entriesAbout(tx, { subjects: mothers, kinds: [PregnancyStated.kind] }))
  return (mother) => PregnancyStated.parse(lastAbout(stated, mother, said.agency).body).pregnancy
}

/** The joining of just these records is taken back. */
export interface PartAgain {
  readonly records: readonly string[]
  readonly because: string
}

export const partAgain: Recorder<PartAgain> = {
  record: async (book, tx, said, asks) => {
    const joined = standing(
      await entriesAbout(tx, { subjects: asks.flatMap(({ records }) => records), kinds: [RecordsJoined.kind] }),
    )
    return partRecords.record(
      book,
      tx,
      said,
      asks.map(({ records, because }) => ({ joining: joiningOf(joined, records).id, records, because })),
    )
  },
}

const joiningOf = (joined: readonly Entry[], records: readonly string[]): Entry =>
  found(
    joined.find(
      (entry) => entry.subjects.length === records.length && entry.subjects.every(({ id }) => records.includes(id)),
    ),
  )

const lastAbout = (entries: readonly Entry[], record: string, agency: string): Entry =>
  found(
    entries.findLast(
      (entry) => entry.agency === agency && entry.subjects.some(({ id, role }) => id === record && role === 'about'),
    ),
  )

const found = (entry: Entry | undefined): Entry => {
  if (entry === undefined)
    throw new Fault('demo.entry-missing', 'A step of the demo names an entry that no earlier step recorded.')
  return entry
}
