import { personFacts, readPeople } from '#families/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { dayFrom, dayInLondon } from '#platform/dates.ts'
import { Fault } from '#platform/fault.ts'
import type { Refusal } from '#platform/decision.ts'
import { envelopeOf, existing, perform } from '#record/index.ts'
import type {
  Authorship,
  Provenance,
  DeclaredKind,
  Expect,
  Judged,
  NewEntry,
  Performed,
  RecordBook,
} from '#record/index.ts'
import {
  BabyIllnessStated,
  BirthWeightStated,
  GestationAtBirthStated,
  gramsPossible,
  infantSleepKinds,
  SmokingNearBabyStated,
  weeksPossible,
} from './entries.ts'
import type { Gestation, HowKnown, Says } from './entries.ts'
import type { InfantRefusal } from './refusals.ts'
import { aboutRecord } from './subjects.ts'
import type { RecordId } from './subjects.ts'

/**
 * One thing that is known of a baby. `happenedOn`: the day on which it was seen, told or read. Smoke near a baby who is expected is said
 * of the mother’s record and names the pregnancy; everything else is said of the baby’s.
 */
export type StateOfBaby = Provenance & { readonly record: RecordId; readonly knownHow: HowKnown } & (
    | { readonly say: 'gestation'; readonly at: Gestation | 'not-known' }
    | { readonly say: 'birth-weight'; readonly grams: number | 'not-known' }
    | { readonly say: 'smoking'; readonly says: Says; readonly pregnancy?: string }
    | { readonly say: 'illness'; readonly says: Says }
  )

type Found = Refusal<InfantRefusal>

interface Known {
  readonly records: ReadonlySet<RecordId>
  /** Of each mother asked about, her pregnancies: still expected, or over. */
  readonly pregnancies: ReadonlyMap<RecordId, ReadonlyMap<string, 'expected' | 'over'>>
  readonly today: Temporal.PlainDate
}

export const decideStateOfBaby = (ask: StateOfBaby, known: Known): Judged<RecordId, InfantRefusal> => {
  const entry = entryOf(ask)
  return {
    because: [
      ...(known.records.has(ask.record) ? [] : [{ reason: 'record-not-known' as const, field: 'record' }]),
      ...dayRefused(ask, known),
      ...numberRefused(ask),
      ...pregnancyRefused(ask, known),
      ...(numberRefused(ask).length > 0 ? [] : fits(entry)),
    ],
    entries: [entry],
    made: ask.record,
  }
}

const entryOf = (ask: StateOfBaby): NewEntry => {
  const { because, toldBy, knownHow } = ask
  const beside = { subjects: [aboutRecord(ask.record)], ...envelopeOf(ask) }
  const aside = { knownHow, ...(because === undefined ? {} : { because }), ...(toldBy === undefined ? {} : { toldBy }) }
  switch (ask.say) {
    case 'gestation':
      return GestationAtBirthStated.of({ ...beside, body: { ...aside, at: ask.at } })
    case 'birth-weight':
      return BirthWeightStated.of({ ...beside, body: { ...aside, grams: ask.grams } })
    case 'smoking':
      return SmokingNearBabyStated.of({
        ...beside,
        body: { ...aside, says: ask.says, ...(ask.pregnancy === undefined ? {} : { pregnancy: ask.pregnancy }) },
      })
    case 'illness':
      return BabyIllnessStated.of({ ...beside, body: { ...aside, says: ask.says } })
  }
}

const dayRefused = ({ happenedOn }: StateOfBaby, { today }: Known): Found[] => {
  if (happenedOn === undefined) return [{ reason: 'no-day', field: 'happenedOn' }]
  const day = dayFrom(happenedOn)
  if (day === undefined) return [{ reason: 'not-a-date', field: 'happenedOn' }]
  return Temporal.PlainDate.compare(day, today) > 0 ? [{ reason: 'in-the-future', field: 'happenedOn' }] : []
}

const numberRefused = (ask: StateOfBaby): Found[] => {
  const within = (number: number, { least, most }: { readonly least: number; readonly most: number }): boolean =>
    Number.isInteger(number) && number >= least && number <= most
  if (ask.say === 'gestation' && ask.at !== 'not-known') {
    const { weeks, days } = ask.at
    return within(weeks, weeksPossible) && within(days ?? 0, { least: 0, most: 6 })
      ? []
      : [{ reason: 'weeks-not-possible', field: within(weeks, weeksPossible) ? 'days' : 'weeks' }]
  }
  return ask.say === 'birth-weight' && ask.grams !== 'not-known' && !within(ask.grams, gramsPossible)
    ? [{ reason: 'weight-not-possible', field: 'grams' }]
    : []
}

const pregnancyRefused = (ask: StateOfBaby, { pregnancies }: Known): Found[] => {
  if (ask.say !== 'smoking' || ask.pregnancy === undefined) return []
  const state = pregnancies.get(ask.record)?.get(ask.pregnancy)
  if (state === 'expected') return []
  return [{ reason: state === undefined ? 'pregnancy-not-known' : 'pregnancy-over', field: 'pregnancy' }]
}

const kinds: ReadonlyMap<string, DeclaredKind> = new Map(infantSleepKinds.map((kind) => [kind.kind, kind]))

/** Whether the record would take it: texts too long are refusals here, and not faults there. */
const fits = (entry: NewEntry): Found[] => {
  try {
    kinds.get(entry.kind)?.parse(entry.body)
    return []
  } catch (error) {
    if (error instanceof Fault) return [{ reason: 'not-of-its-kind', field: 'toldBy' }]
    throw error
  }
}

export const stateOfBabies = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  asks: readonly StateOfBaby[],
  expect?: Expect,
): Promise<Performed<RecordId, InfantRefusal>> => {
  const today = dayInLondon(said.at)
  const mothers = asks.filter((ask) => ask.say === 'smoking' && ask.pregnancy !== undefined).map(({ record }) => record)
  const known = {
    records: await existing(
      tx,
      asks.map(({ record }) => record),
    ),
    pregnancies: await pregnanciesOf(tx, [...new Set(mothers)], today),
    today,
  }
  return perform(
    book,
    tx,
    said,
    asks.map((ask) => decideStateOfBaby(ask, known)),
    expect,
  )
}

/** By the records of one person together: one agency may have told of the pregnancy, and another of its end. */
const pregnanciesOf = async (
  tx: Tx,
  mothers: readonly RecordId[],
  on: Temporal.PlainDate,
): Promise<Known['pregnancies']> => {
  const of = new Map<RecordId, ReadonlyMap<string, 'expected' | 'over'>>()
  for (const mother of mothers) {
    const read = await readPeople(tx, [mother], { on })
    const { pregnancies } = personFacts([...read.persons.keys()], read.entries, on)
    of.set(
      mother,
      new Map(pregnancies.map(({ pregnancy, unborn }) => [pregnancy, unborn === 0 ? 'over' : 'expected'] as const)),
    )
  }
  return of
}
