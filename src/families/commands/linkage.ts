import type { EntryId } from '#record/index.ts'
import { RecordsJoined, RecordsParted } from '../entries/index.ts'
import { clusters } from '../facts/clusters.ts'
import { personsOf } from '../projections/persons.ts'
import { aboutRecord } from '../subjects.ts'
import type { PersonId, RecordId } from '../subjects.ts'
import { closedRecords, joiningsOf } from './known.ts'
import type { StandingJoining } from './known.ts'
import { unknownRecords } from './relationships.ts'
import { reasonMissing } from './splits-and-merges.ts'
import type { Decided, Found } from './refusals.ts'
import { command, existing } from '#record/index.ts'
import { refusalSentences } from './refusals.ts'

/** Somebody decides that these records are of one person. */
export interface JoinRecords {
  readonly records: readonly RecordId[]
  readonly because: string
}

interface KnownForJoining {
  readonly known: ReadonlySet<string>
  readonly closed: ReadonlySet<RecordId>
  readonly persons: ReadonlyMap<RecordId, PersonId>
}

export const decideJoin = (
  ask: JoinRecords,
  { known, closed, persons }: KnownForJoining,
): Decided<readonly RecordId[]> => {
  const records = [...new Set(ask.records)]
  const because: Found[] = [...reasonMissing(ask.because), ...unknownRecords(records, known)]
  if (records.length < 2) because.push({ reason: 'two-records-needed', field: 'records' })
  else if (new Set(records.map((record) => persons.get(record) ?? record)).size === 1)
    because.push({ reason: 'already-one-person', field: 'records' })
  // Any record of a closed person counts, and the sentence does not say why or with whom, so that trying out pairs tells nothing.
  const people = new Set(records.map((record) => persons.get(record) ?? record))
  if ([...persons].some(([record, person]) => closed.has(record) && people.has(person)))
    because.push({ reason: 'record-closed', field: 'records' })
  return {
    because,
    entries:
      records.length < 2
        ? []
        : [RecordsJoined.of({ subjects: records.map(aboutRecord), body: { records, because: ask.because } })],
    id: records,
  }
}

export const joinRecords = command({
  name: 'join records',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly JoinRecords[]) => {
    const records = asks.flatMap((ask) => ask.records)
    const persons = await personsOf(tx, records)
    return { known: await existing(tx, records), persons, closed: await closedRecords(tx, [...persons.keys()]) }
  },
  decide: decideJoin,
})

/** Takes one joining back. */
interface PartRecords {
  readonly joining: EntryId
  readonly because: string
}

export const decidePart = (ask: PartRecords, standing: readonly StandingJoining[]): Decided<readonly RecordId[]> => {
  const joining = standing.find(({ entry }) => entry === ask.joining)
  if (joining === undefined)
    return {
      because: [...reasonMissing(ask.because), { reason: 'joining-not-known', field: 'joining' }],
      entries: [],
      id: [],
    }
  return { because: reasonMissing(ask.because), entries: [partedEntry(joining, ask.because)], id: joining.records }
}

export const partRecords = command({
  name: 'part records',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly (PartRecords & { readonly records: readonly RecordId[] })[]) =>
    joiningsOf(
      tx,
      asks.flatMap(({ records }) => records),
    ),
  decide: decidePart,
})

/** These records are not of this person after all; whoever else was joined through them stays joined. */
interface SetApart {
  readonly records: readonly RecordId[]
  readonly because: string
}

export const decideSetApart = (ask: SetApart, standing: readonly StandingJoining[]): Decided<readonly RecordId[]> => {
  const apart = new Set(ask.records)
  const crossing = standing.filter(
    ({ records }) => records.some((record) => apart.has(record)) && records.some((record) => !apart.has(record)),
  )
  if (crossing.length === 0)
    return {
      because: [...reasonMissing(ask.because), { reason: 'joining-not-known', field: 'records' }],
      entries: [],
      id: [],
    }
  const remaining = standing.filter((joining) => !crossing.includes(joining))
  const rejoined = [
    ask.records,
    [...new Set(crossing.flatMap(({ records }) => records))].filter((record) => !apart.has(record)),
  ].flatMap((side) => {
    // Whatever of this side is not held together by what remains is joined again, by one of each part.
    const held = clusters(side, remaining)
    const parts = [...new Map(side.map((record) => [held.get(record), record])).values()].toSorted()
    return parts.length < 2
      ? []
      : [RecordsJoined.of({ subjects: parts.map(aboutRecord), body: { records: parts, because: ask.because } })]
  })
  return {
    because: reasonMissing(ask.because),
    entries: [...crossing.map((joining) => partedEntry(joining, ask.because)), ...rejoined],
    id: [...apart],
  }
}

export const setApart = command({
  name: 'set apart',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly SetApart[]) => {
    const everybody = await personsOf(
      tx,
      asks.flatMap(({ records }) => records),
    )
    return joiningsOf(tx, [...everybody.keys()])
  },
  decide: decideSetApart,
})

const partedEntry = ({ entry, records }: StandingJoining, because: string): ReturnType<typeof RecordsParted.of> =>
  RecordsParted.of({ subjects: records.map(aboutRecord), corrects: entry, body: { records: [...records], because } })
