import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { rowsBy } from '../loaded-rows.ts'
import type { LoadedRow, Said, Source } from '../loaded-rows.ts'
import { filled, saying } from '../statements.ts'
import type { NotTaken, Saying } from '../statements.ts'
import { familyOf, linesOf } from './rows.ts'
import type { SsdRow } from './rows.ts'
import { workersOf } from './workers.ts'

/**
 * Who works with a family: the workers of its members, once each, from the first day with any of them until the last. Only workers who use
 * Rooftree are taken: an involvement opens a family's page, and nobody is enrolled by a feed.
 */
export const involvementsSay = async (
  tx: Tx,
  source: Source,
  rows: ReadonlyMap<string, readonly LoadedRow[]>,
  units: readonly string[],
): Promise<ReadonlyMap<string, Said>> => {
  // A file without a child opened no family, and nobody can work with one that is not there.
  const opened = await sql<{ unit: string }>`
    select unit from feed_said where agency = ${source.agency} and kind = ${source.kind} and unit_type = 'family' and slot = 'family' and unit = any (${[...units]}::text[])
      and not exists (select from feed_said_next n where n.load = ${source.load} and n.unit_type = 'family' and n.unit = feed_said.unit and n.slot = 'family' and n.entry_id is null)
    union select unit from feed_said_next where load = ${source.load} and unit_type = 'family' and slot = 'family' and entry_id is not null and unit = any (${[...units]}::text[])`.execute(
    tx,
  )
  const families = new Set(opened.rows.map(({ unit }) => unit))
  const members = new Map(
    units
      .filter((unit) => families.has(unit))
      .map((unit) => [unit, linesOf(rows.get(unit) ?? [], 'family').map(({ row }) => row.fami_person_id)]),
  )
  const involved = await rowsBy(tx, source, 'involvements', [...members.values()].flat(), 'invo_person_id')
  const byPerson = Map.groupBy(linesOf(involved, 'involvements'), ({ row }) => row.invo_person_id)
  const workers = await workersOf(tx, source)
  return new Map(
    units.map((unit): [string, Said] => {
      const notTaken: NotTaken[] = []
      const lines = (members.get(unit) ?? []).flatMap((ref) => byPerson.get(ref) ?? [])
      const byUser = Map.groupBy(
        lines.flatMap((line) => {
          const worker = workers.get(line.row.invo_professional_id ?? '')
          // Who is not enrolled is said of all involvements together, at every delivery.
          if (worker === undefined || !('user' in worker)) return []
          if (line.row.invo_involvement_start_date !== undefined) return [{ user: worker.user, line }]
          notTaken.push({ file: line.file, why: 'The involvement has no first day.' })
          return []
        }),
        ({ user }) => user,
      )
      const family = familyOf(source, unit)
      const sayings = [...byUser].map(([user, theirs]): Saying => {
        const times = theirs.map(({ line }) => line.row)
        const until = lastDay(times)
        const open = times.filter(({ invo_involvement_end_date: end }) => end === undefined)
        const from =
          (open.length > 0 ? open : times).map(({ invo_involvement_start_date: start }) => start ?? '').toSorted()[0] ??
          ''
        const first = theirs[0]?.line ?? { file: '', line: 0 }
        return saying(
          'involvement',
          `with:${user}`,
          first,
          [family, user],
          () => ({
            family,
            principal: user,
            role: times.at(-1)?.invo_professional_role_id?.toLowerCase() ?? 'social worker',
            from: Temporal.PlainDate.from(from),
            ...(until === undefined ? {} : { until: Temporal.PlainDate.from(until) }),
          }),
          { ifUnsaid: 'end-involvement', ifGone: 'end-involvement', content: JSON.stringify(filled({ until })) },
        )
      })
      return [unit, { sayings, notTaken }]
    }),
  )
}

/** The first day without any of them: none while one goes on. */
const lastDay = (rows: readonly SsdRow<'involvements'>[]): string | undefined => {
  const ends = rows.map(({ invo_involvement_end_date: end }) => end)
  return ends.includes(undefined)
    ? undefined
    : ends
        .filter((end) => end !== undefined)
        .toSorted()
        .at(-1)
}
