import { sql } from 'kysely'
import { CaseSealed } from '#access/index.ts'
import type { Authorship } from '#record/index.ts'
import { dayInLondon } from '#platform/dates.ts'
import { personsOf } from '../projections/persons.ts'
import { aboutRecord } from '../subjects.ts'
import type { RecordId } from '../subjects.ts'
import { leftEntry } from './families.ts'
import { joiningsOf, openMemberships } from './known.ts'
import type { OpenMembership, StandingJoining } from './known.ts'
import { decideSetApart } from './linkage.ts'
import { unknownRecords } from './relationships.ts'
import { reasonMissing } from './splits-and-merges.ts'
import type { Decided } from './refusals.ts'
import { command, daysRefused, existing } from '#record/index.ts'
import { refusalSentences } from './refusals.ts'

/**
 * An adoption closes the records of the identity before it. They leave every family and are told apart from the records of the
 * identity after it, which were opened as any record is. The general record may say that a record is closed, and must hold
 * nothing that links the two identities: the link goes into a restricted store alone. The closed records are sealed.
 */
export interface CloseForAdoption {
  readonly before: readonly RecordId[]
  readonly after: RecordId
  readonly on: string
  /** Kept with the link only. */
  readonly because: string
}

interface KnownForAdoption {
  readonly known: ReadonlySet<string>
  readonly open: readonly OpenMembership[]
  readonly joinings: readonly StandingJoining[]
}

/** What the ordinary record says of it: nothing of an adoption, and nothing about the record after. */
const closed = 'This record is closed.'

const decideAdoption = (
  ask: CloseForAdoption,
  { known, open, joinings }: KnownForAdoption,
  said: Pick<Authorship, 'agency' | 'at'>,
): Decided<readonly RecordId[]> => {
  const apart = decideSetApart({ records: ask.before, because: closed }, joinings)
  return {
    because: [
      ...daysRefused({ trueFrom: ask.on }, dayInLondon(said.at)),
      ...reasonMissing(ask.because),
      ...unknownRecords([...ask.before, ask.after], known),
      ...(ask.before.length === 0 || ask.before.includes(ask.after)
        ? [{ reason: 'two-records-needed' as const, field: 'after' }]
        : []),
    ],
    entries: [
      ...open
        .filter(({ record }) => ask.before.includes(record))
        .map(({ family, record }) => leftEntry(family, record, { trueFrom: ask.on, because: closed })),
      ...apart.entries,
      ...ask.before.map((record) =>
        CaseSealed.of({ subjects: [aboutRecord(record)], body: { why: closed, askedBy: said.agency } }),
      ),
    ],
    id: ask.before,
  }
}

export const closeForAdoption = command({
  name: 'close for adoption',
  sentences: refusalSentences,
  gather: async (tx, asks: readonly CloseForAdoption[], said) => {
    const before = asks.flatMap((ask) => ask.before)
    const persons = await personsOf(tx, before)
    return {
      known: await existing(tx, [...before, ...asks.map(({ after }) => after)]),
      open: await openMemberships(tx, { records: before }),
      joinings: await joiningsOf(tx, [...persons.keys()]),
      said,
    }
  },
  decide: (ask, { said, ...known }) => decideAdoption(ask, known, said),
  after: async (tx, asks, said) => {
    const rows = asks.flatMap((ask) =>
      ask.before.map((record) => ({
        before_record: record,
        after_record: ask.after,
        linked_at: said.at.toString(),
        linked_by: said.by,
        because: ask.because,
      })),
    )
    await sql`insert into adoption_link select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (before_record text, after_record text, linked_at timestamptz, linked_by text, because text)`.execute(tx)
  },
})
