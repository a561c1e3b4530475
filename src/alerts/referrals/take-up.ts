import { sql } from 'kysely'
import { startInvolvement } from '#access/index.ts'
import type { Viewer } from '#access/index.ts'
import { openFamily } from '#families/index.ts'
import type { Tx } from '#platform/database/index.ts'
import { Fault } from '#platform/fault.ts'
import { append } from '#record/index.ts'
import type { Authorship, RecordBook } from '#record/index.ts'
import { oneAtATime } from '../assess.ts'
import { ReferralTakenUp } from '../entries.ts'
import { familiesOf } from '../homes-for-rules.ts'
import type { WaitingReferral } from './waiting.ts'

type TakenUp =
  | { readonly families: readonly string[]; readonly opened: boolean }
  | 'taken-up-meanwhile'
  | 'nobody-known'

/**
 * Whoever takes up a referral works from today with the families whose people live in the home; where there is none, one is opened
 * round its children. In an `app` transaction; that the viewer may read the referral was asked before.
 */
export const takeUp = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  viewer: Viewer,
  waiting: WaitingReferral,
  today: Temporal.PlainDate,
): Promise<TakenUp> => {
  await oneAtATime(tx)
  const still = await sql`select from referral_waiting where entry_id = ${waiting.referral}`.execute(tx)
  if (still.rows.length === 0) return 'taken-up-meanwhile'
  const records = waiting.subjects.filter(({ type }) => type === 'record').map(({ id }) => id)
  if (records.length === 0) return 'nobody-known'
  const known = [...new Set([...(await familiesOf(tx, records, today)).values()].flat())].toSorted()
  const families = known.length > 0 ? known : [await openRound(book, tx, said, records, today)]
  const mine = await sql<{ scope: string }>`
    select scope from access_grant where scope = any (${families}::text[]) and principal = ${viewer.user} and way = 'involved'
      and from_day <= ${today.toString()}::date and (until_day is null or until_day > ${today.toString()}::date)`.execute(
    tx,
  )
  const already = new Set(mine.rows.map(({ scope }) => scope))
  const started = await startInvolvement.record(
    book,
    tx,
    said,
    families
      .filter((family) => !already.has(family))
      .map((family) => ({
        family,
        principal: viewer.user,
        role: roleInWords[viewer.role] ?? 'Social worker',
        from: today,
      })),
  )
  if (!started.accepted)
    throw new Fault(
      'alerts.take-up-refused',
      `Taking up a referral was refused: ${started.because.map(({ reason }) => reason).join(', ')}.`,
    )
  const subjects = [
    ...waiting.subjects,
    ...families
      .filter((family) => !waiting.subjects.some(({ id }) => id === family))
      .map((id) => ({ id, type: 'family' as const, role: 'about' as const })),
  ]
  await append(book, tx, said, [
    ReferralTakenUp.of({
      subjects,
      sensitivity: waiting.sensitivity,
      happenedOn: today.toString(),
      body: { referral: waiting.referral, families: [...families], opened: known.length > 0 ? 'no' : 'yes' },
    }),
  ])
  return { families, opened: known.length === 0 }
}

const roleInWords: Readonly<Record<string, string>> = { supervisor: 'Team manager' }

/** One record for each person; who is a child by the birth date. What the adults are to the children is for the worker to find out, so none is called a parent. */
const openRound = async (
  book: RecordBook,
  tx: Tx,
  said: Authorship,
  records: readonly string[],
  today: Temporal.PlainDate,
): Promise<string> => {
  const found = await sql<{ record: string; child: boolean }>`
    select min(r.id) as record, coalesce(max(b.last_day) > ${today.subtract({ years: 18 }).toString()}::date, false) as child
    from unnest(${[...records]}::text[]) as r (id) left join person_of_record p on p.record_id = r.id left join person_birth b on b.record_id = r.id
    group by coalesce(p.person_id, r.id) order by 1`.execute(tx)
  const children = found.rows.filter(({ child }) => child).map(({ record }) => record)
  const around = children.length > 0 ? children : found.rows.map(({ record }) => record)
  const members = found.rows
    .filter(({ record }) => !around.includes(record))
    .map(({ record }) => ({ record, role: 'other' as const }))
  const opened = await openFamily.record(book, tx, said, [{ around, members }])
  const [family] = opened.accepted ? opened.value.ids : []
  if (family === undefined)
    throw new Fault('alerts.take-up-refused', 'A family could not be opened round the people of a referral.')
  return family
}
