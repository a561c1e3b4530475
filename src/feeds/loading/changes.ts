import { sql } from 'kysely'
import type { Entry } from '#record/index.ts'
import type { Within } from './pace.ts'

/** Rows written by one statement: as long as a page may wait for them. */
const slice = 2000

/** For "what changed for whom": counts of what was said about whom, never what it was. Counted while a delivery is decided, written when it is. */
export const changesOf = (
  delivery: string,
): { readonly count: (entries: readonly Entry[]) => void; readonly write: (within: Within) => Promise<void> } => {
  const counts = new Map<string, Map<string, number>>()
  return {
    count: (entries) => {
      for (const { kind, subjects } of entries) {
        for (const { id, type, role } of subjects) {
          if (role !== 'about' || (type !== 'record' && type !== 'family' && type !== 'home')) continue
          const of = counts.get(id) ?? new Map<string, number>()
          of.set(kind, (of.get(kind) ?? 0) + 1)
          counts.set(id, of)
        }
      }
    },
    write: async (within) => {
      const rows = [...counts]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([subject, of]) => [...of].map(([what, many]) => [subject, what, many]))
      for (let from = 0; from < rows.length; from += slice) {
        const some = JSON.stringify(rows.slice(from, from + slice))
        await within(async (tx) =>
          sql`insert into feed_changed (delivery, subject, what, how_many) select ${delivery}::uuid, r ->> 0, r ->> 1, (r ->> 2)::integer from jsonb_array_elements(${some}::jsonb) as r
          on conflict (delivery, subject, what) do update set how_many = feed_changed.how_many + excluded.how_many`.execute(
            tx,
          ),
        )
      }
    },
  }
}
