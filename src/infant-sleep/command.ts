import { personFacts, readPeople } from '#families/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import type { Refusal } from '#platform/decision.ts'
import { given } from '#platform/given.ts'
import { command, daysRefused, envelopeOf, existing, fits, whyOf } from '#record/index.ts'
import type { Decided, Moment, NewEntry, Provenance } from '#record/index.ts'
import {
  BabyIllnessStated,
  BirthWeightStated,
  GestationAtBirthStated,
  gramsPossible,
  SmokingNearBabyStated,
  weeksPossible,
} from './entries.ts'
import type { Gestation, HowKnown, Says } from './entries.ts'
import { refusalSentences } from './refusals.ts'
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
}

const decideStateOfBaby = (
  ask: StateOfBaby,
  known: Known,
  { today }: Pick<Moment, 'today'>,
): Decided<RecordId, InfantRefusal> => {
  const { kind, entry } = saidOf(ask)
  const numbers = numberRefused(ask)
  return {
    because: [
      ...(known.records.has(ask.record) ? [] : [{ reason: 'record-not-known' as const, field: 'record' }]),
      ...(ask.happenedOn === undefined ? [{ reason: 'no-day' as const, field: 'happenedOn' }] : []),
      ...daysRefused(ask, today, 'whole-day'),
      ...numbers,
      ...pregnancyRefused(ask, known),
      ...(numbers.length > 0 ? [] : fits(kind, entry, 'toldBy')),
    ],
    entries: [entry],
    id: ask.record,
  }
}

const saidOf = (ask: StateOfBaby): { readonly kind: Parameters<typeof fits>[0]; readonly entry: NewEntry } => {
  const envelope = { subjects: [aboutRecord(ask.record)], ...envelopeOf(ask) }
  const why = { knownHow: ask.knownHow, ...whyOf(ask) }
  switch (ask.say) {
    case 'gestation':
      return {
        kind: GestationAtBirthStated,
        entry: GestationAtBirthStated.of({ ...envelope, body: { ...why, at: ask.at } }),
      }
    case 'birth-weight':
      return {
        kind: BirthWeightStated,
        entry: BirthWeightStated.of({ ...envelope, body: { ...why, grams: ask.grams } }),
      }
    case 'smoking': {
      const body = { ...why, ...given({ says: ask.says, pregnancy: ask.pregnancy }) }
      return { kind: SmokingNearBabyStated, entry: SmokingNearBabyStated.of({ ...envelope, body }) }
    }
    case 'illness':
      return { kind: BabyIllnessStated, entry: BabyIllnessStated.of({ ...envelope, body: { ...why, says: ask.says } }) }
  }
}

const numberRefused = (ask: StateOfBaby): Found[] => {
  const within = (number: number, { least, most }: { readonly least: number; readonly most: number }): boolean =>
    Number.isInteger(number) && number >= least && number <= most
  if (ask.say === 'gestation' && ask.at !== 'not-known') {
    const { weeks, days } = ask.at
    if (!within(weeks, weeksPossible)) return [{ reason: 'weeks-not-possible', field: 'weeks' }]
    return within(days ?? 0, { least: 0, most: 6 }) ? [] : [{ reason: 'weeks-not-possible', field: 'days' }]
  }
  return ask.say === 'birth-weight' && ask.grams !== 'not-known' && !within(ask.grams, gramsPossible)
    ? [{ reason: 'weight-not-possible', field: 'grams' }]
    : []
}

const pregnancyRefused = (ask: StateOfBaby, { pregnancies }: Known): Found[] => {
  if (ask.say !== 'smoking' || ask.pregnancy === undefined) return []
  const state = pregnancies.get(ask.record)?.get(ask.pregnancy)
  if (state === 'expected') return []
  return [{ reason: state === undefined ? 'pregnancy-not-known' : 'pregnancy-over', field: 'smoking' }]
}

export const stateOfBaby = command({
  name: 'state of baby',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly StateOfBaby[], said): Promise<Known> => {
    const mothers = asks.flatMap((ask) => (ask.say === 'smoking' && ask.pregnancy !== undefined ? [ask.record] : []))
    const records = asks.map(({ record }) => record)
    return {
      records: await existing(tx, records),
      pregnancies: await pregnanciesOf(tx, [...new Set(mothers)], dayInLondon(said.at)),
    }
  },
  decide: decideStateOfBaby,
})

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
