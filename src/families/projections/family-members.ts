import { sql } from 'kysely'
import { setReachOf } from '#access/index.ts'
import { bySubject, entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import type { Entry, Projection } from '#record/index.ts'
import { dayAfter, firstDay } from '#platform/said-dates.ts'
import { FamiliesMerged, FamilyMemberJoined, FamilyMemberLeft, FamilyOpened } from '../entries/index.ts'
import { membershipsOf } from '../facts/memberships.ts'
import type { FamilyId } from '../subjects.ts'
import './tables.ts'

const kinds: ReadonlySet<string> = new Set(
  [FamilyOpened, FamilyMemberJoined, FamilyMemberLeft, FamiliesMerged, EntryWithdrawn].map(({ kind }) => kind),
)

/** Who belonged to each family from when until when. A family reaches itself, and the files that were merged into it. */
export const familyMembers: Projection = {
  name: 'family-members',
  tables: ['family_member'],
  edition: 1,
  subjectType: 'family',
  kinds,
  refold: async (tx, families) => {
    const of = bySubject(standing(await entriesAbout(tx, { subjects: families, kinds: [...kinds] })))
    const rows = families.flatMap((family) => memberRowsOf(family, of.get(family) ?? []))
    await sql`
      with gone as (delete from family_member where family_id = any (${[...families]}::text[]))
      insert into family_member select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (family_id text, record_id text, role text, from_day date, until_day date)`.execute(
      tx,
    )
    await setReachOf(
      tx,
      families.map((family) => ({
        source: family,
        rows: [family, ...mergedInto(family, of.get(family) ?? [])].map((subject) => ({ scope: family, subject })),
      })),
    )
  },
}

const memberRowsOf = (family: FamilyId, entries: readonly Entry[]): object[] =>
  membershipsOf(entries)
    .filter((membership) => membership.family === family)
    .map(({ record, role, from, until }) => ({
      family_id: family,
      record_id: record,
      role,
      from_day: firstDay(from)?.toString() ?? null,
      until_day: dayAfter(until)?.toString() ?? null,
    }))

const mergedInto = (family: FamilyId, entries: readonly Entry[]): FamilyId[] =>
  entries
    .filter(FamiliesMerged.is)
    .filter(({ body }) => body.into === family)
    .map(({ body }) => body.from)
