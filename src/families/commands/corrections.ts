import { Fault } from '#platform/fault.ts'
import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { entriesAbout, EntryWithdrawn, command, daysRefused, envelopeOf } from '#record/index.ts'
import type { Authorship, Entry, EntryBody, EntryId, Json, Kinds, Sensitivity, Provenance } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { RecordsJoined, RecordsParted } from '../entries/index.ts'
import { reasonMissing } from './splits-and-merges.ts'
import type { Decided, Found } from './refusals.ts'
import { given } from '#platform/given.ts'
import { refusalSentences } from './refusals.ts'

/** Puts an entry right: the same kind, about the same people, with another content. */
interface Correct extends Omit<Provenance, 'corrects' | 'because'> {
  readonly entry: EntryId
  readonly because: string
  readonly body: EntryBody
}

interface Withdraw {
  readonly entry: EntryId
  readonly because: string
}

export const decideCorrection = (
  ask: Correct,
  entry: Entry | undefined,
  said: Pick<Authorship, 'agency' | 'at'>,
  kinds: Kinds,
): Decided<EntryId> => {
  const because = [
    ...daysRefused(ask, dayInLondon(said.at)),
    ...reasonMissing(ask.because),
    ...mayNotChange(entry, said),
  ]
  if (entry === undefined) return { because, entries: [], id: ask.entry }
  if (unchangeable.has(entry.kind)) because.push({ reason: 'cannot-be-put-right', field: 'entry' })
  const subjects = new Set(entry.subjects.map(({ id }) => id))
  if (![...namedIn(ask.body)].every((id) => subjects.has(id))) because.push({ reason: 'names-others', field: 'body' })
  const body: EntryBody = { ...ask.body, because: ask.because }
  if (!fits(kinds, entry.kind, body)) because.push({ reason: 'not-of-its-kind', field: 'body' })
  const kept: { trueFrom?: string; trueUntil?: string; happenedOn?: string; sensitivity: Sensitivity } = {
    sensitivity: entry.sensitivity,
    ...given({ trueFrom: entry.trueFrom, trueUntil: entry.trueUntil, happenedOn: entry.happenedOn }),
  }
  return {
    because,
    entries: [
      {
        kind: entry.kind,
        topic: entry.topic,
        subjects: entry.subjects,
        ...kept,
        ...envelopeOf(ask),
        corrects: entry.id,
        body,
      },
    ],
    id: entry.id,
  }
}

/** @returns what was put right, in the order of the asks */
export const correctEntry = command({
  name: 'correct entry',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly Correct[], said, { kinds }) => ({
    entries: await entriesById(
      tx,
      asks.map(({ entry }) => entry),
    ),
    kinds,
    said,
  }),
  decide: (ask, { entries, kinds, said }) => decideCorrection(ask, entries.get(ask.entry), said, kinds),
})

export const decideWithdrawal = (
  ask: Withdraw,
  entry: Entry | undefined,
  said: Pick<Authorship, 'agency'>,
): Decided<EntryId> => {
  const because = [...reasonMissing(ask.because), ...mayNotChange(entry, said)]
  if (entry === undefined) return { because, entries: [], id: ask.entry }
  if (entry.kind === RecordsParted.kind || entry.kind === EntryWithdrawn.kind)
    because.push({ reason: 'cannot-be-put-right', field: 'entry' })
  return {
    because,
    entries: [
      EntryWithdrawn.of({
        subjects: entry.subjects,
        topic: entry.topic,
        sensitivity: entry.sensitivity,
        corrects: entry.id,
        body: { reason: ask.because },
      }),
    ],
    id: entry.id,
  }
}

export const withdrawEntry = command({
  name: 'withdraw entry',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly Withdraw[], said) => ({
    entries: await entriesById(
      tx,
      asks.map(({ entry }) => entry),
    ),
    said,
  }),
  decide: (ask, { entries, said }) => decideWithdrawal(ask, entries.get(ask.entry), said),
})

/** Joining and parting have commands of their own, and a withdrawal is not put right but followed by a new statement. */
const unchangeable: ReadonlySet<string> = new Set([RecordsJoined.kind, RecordsParted.kind, EntryWithdrawn.kind])

/** An agency answers for what it said: nobody else puts it right. */
const mayNotChange = (entry: Entry | undefined, said: Pick<Authorship, 'agency'>): Found[] => {
  if (entry === undefined || entry.body === undefined) return [{ reason: 'entry-not-known', field: 'entry' }]
  const found: Found[] = []
  if (entry.corrected === true) found.push({ reason: 'already-put-right', field: 'entry' })
  if (entry.agency !== said.agency) found.push({ reason: 'another-agencys-statement', field: 'entry' })
  return found
}

const fits = (kinds: Kinds, kind: string, body: EntryBody): boolean => {
  try {
    return kinds.get(kind)?.parse(body) !== undefined
  } catch (error) {
    if (error instanceof Fault) return false
    throw error
  }
}

const namedIn = (value: Json): Set<string> => {
  if (typeof value === 'string') return new Set(/^(?:record|family|home):/u.test(value) ? [value] : [])
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(Object.values(value).flatMap((inner: Json) => [...namedIn(inner)]))
}

const entriesById = async (tx: Tx, ids: readonly EntryId[]): Promise<Map<EntryId, Entry>> => {
  const about = await sql<{
    subject_id: string
  }>`select distinct on (entry_id) subject_id from entry_subject where entry_id = any (${[...ids]}::uuid[])`.execute(tx)
  const found = await entriesAbout(tx, { subjects: about.rows.map(({ subject_id }) => subject_id) })
  return new Map(found.filter(({ id }) => ids.includes(id)).map((entry) => [entry.id, entry]))
}
