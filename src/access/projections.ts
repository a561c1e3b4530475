import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { entriesAbout, EntryWithdrawn, standing } from '#record/index.ts'
import type { Entry, EntryKind, Projection, SubjectId, SubjectType } from '#record/index.ts'
import {
  AccessReasonGiven,
  AddressHidden,
  AddressShown,
  AgencyNamed,
  CaseSealed,
  CaseUnsealed,
  InvolvementEnded,
  InvolvementStarted,
  LeadPractitionerNamed,
  ResponsibilityForHomeEnded,
  ResponsibilityForHomeStarted,
  TeamNamed,
  UserEnrolled,
  UserLeft,
} from './entries.ts'
import { grantRowsOf, leadRowsOf, restrictionRowsOf } from './grant-rows.ts'
import './tables.ts'

type Refold = (
  tx: Tx,
  subjects: readonly SubjectId[],
  entries: ReadonlyMap<SubjectId, readonly Entry[]>,
) => Promise<void>

/** The standing entries that are about each subject, handed to the rows' making. */
const projection = (
  name: string,
  tables: readonly string[],
  subjectType: SubjectType,
  of: readonly Pick<EntryKind, 'kind'>[],
  refold: Refold,
): Projection => {
  const kinds = new Set([...of, EntryWithdrawn].map(({ kind }) => kind))
  return {
    name,
    edition: 1,
    tables,
    subjectType,
    kinds,
    refold: async (tx, subjects) => {
      const entries = standing(await entriesAbout(tx, { subjects, kinds: [...kinds] }))
      const about = new Map<SubjectId, Entry[]>(subjects.map((id) => [id, []]))
      for (const entry of entries)
        for (const { id, role } of entry.subjects) if (role === 'about') about.get(id)?.push(entry)
      await refold(tx, subjects, about)
    },
  }
}

const newest = <B>(
  entries: readonly Entry[] | undefined,
  kind: { is: (entry: Entry) => entry is Entry & { readonly body: B & Entry['body'] } },
): B | undefined => entries?.findLast(kind.is)?.body

const agencies = projection('agencies', ['agency'], 'agency', [AgencyNamed], async (tx, subjects, entries) => {
  await sql`delete from agency where id = any (${[...subjects]}::text[])`.execute(tx)
  const rows = subjects.flatMap((id) => {
    const body = newest(entries.get(id), AgencyNamed)
    return body === undefined ? [] : [{ id, ...body }]
  })
  await sql`insert into agency (id, name, kind, phone, email, duty_flag) select id, name, kind, phone, email, "dutyFlag"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, name text, kind text, phone text, email text, "dutyFlag" text)`.execute(
    tx,
  )
})

const teams = projection('teams', ['team'], 'team', [TeamNamed], async (tx, subjects, entries) => {
  await sql`delete from team where id = any (${[...subjects]}::text[])`.execute(tx)
  const rows = subjects.flatMap((id) => {
    const body = newest(entries.get(id), TeamNamed)
    return body === undefined ? [] : [{ id, ...body }]
  })
  await sql`insert into team (id, name, agency, phone, email) select id, name, agency, phone, email
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, name text, agency text, phone text, email text)`.execute(
    tx,
  )
})

const users = projection(
  'users',
  ['app_user', 'user_team'],
  'user',
  [UserEnrolled, UserLeft],
  async (tx, subjects, entries) => {
    await sql`delete from user_team where user_id = any (${[...subjects]}::text[])`.execute(tx)
    await sql`delete from app_user where id = any (${[...subjects]}::text[])`.execute(tx)
    const rows = subjects.flatMap((id) => {
      const said = entries.get(id) ?? []
      const body = newest(said, UserEnrolled)
      return body === undefined
        ? []
        : [{ id, ...body, has_left: said.findLastIndex(UserLeft.is) > said.findLastIndex(UserEnrolled.is) }]
    })
    await sql`insert into app_user (id, name, role, title, agency, phone, email, has_left) select id, name, role, title, agency, phone, email, has_left
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, name text, role text, title text, agency text, phone text, email text, has_left boolean)`.execute(
      tx,
    )
    await sql`insert into user_team (user_id, team) select distinct r.id, t
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, teams jsonb), jsonb_array_elements_text(r.teams) as t`.execute(
      tx,
    )
  },
)

const setGrants: Refold = async (tx, scopes, entries) => {
  await sql`delete from access_grant where scope = any (${[...scopes]}::text[])`.execute(tx)
  const rows = scopes.flatMap((scope) => grantRowsOf(scope, entries.get(scope) ?? []))
  await sql`insert into access_grant (entry_id, principal, scope, way, because, team, from_day, until_day) select entry, principal, scope, way, because, team, "from", until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r (entry uuid, principal text, scope text, way text, because text, team text, "from" date, until date)`.execute(
    tx,
  )
}

const familyGrants = projection(
  'family-grants',
  ['access_grant', 'lead_practitioner'],
  'family',
  [InvolvementStarted, InvolvementEnded, AccessReasonGiven, LeadPractitionerNamed],
  async (tx, families, entries) => {
    await setGrants(tx, families, entries)
    await sql`delete from lead_practitioner where family = any (${[...families]}::text[])`.execute(tx)
    const rows = families.flatMap((family) => leadRowsOf(family, entries.get(family) ?? []))
    await sql`insert into lead_practitioner (entry_id, family, user_id, from_day) select entry, family, "user", "from"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (entry uuid, family text, "user" text, "from" date)`.execute(
      tx,
    )
  },
)

// Two more projections share a table with the one before; a rebuild empties a table once, at the first, and keeps this order.
const homeGrants = projection(
  'home-grants',
  [],
  'home',
  [ResponsibilityForHomeStarted, ResponsibilityForHomeEnded],
  setGrants,
)

const setSaid: Refold = async (tx, subjects, entries) => {
  await sql`delete from access_restriction_said where subject = any (${[...subjects]}::text[])`.execute(tx)
  const rows = subjects.flatMap((subject) => restrictionRowsOf(subject, entries.get(subject) ?? []))
  await sql`insert into access_restriction_said (entry_id, subject, kind, from_day, until_day) select entry, subject, kind, "from", until
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (entry uuid, subject text, kind text, "from" date, until date)`.execute(
    tx,
  )
}
const withholding = [AddressHidden, AddressShown, CaseSealed, CaseUnsealed]
const recordRestrictions = projection(
  'record-restrictions',
  ['access_restriction_said'],
  'record',
  withholding,
  setSaid,
)
const familyRestrictions = projection('family-restrictions', [], 'family', withholding, setSaid)
// A refuge is hidden as a home, whoever stays in it.
const homeRestrictions = projection('home-restrictions', [], 'home', withholding, setSaid)

/** In this order. */
export const accessProjections: readonly Projection[] = [
  agencies,
  teams,
  users,
  familyGrants,
  homeGrants,
  recordRestrictions,
  familyRestrictions,
  homeRestrictions,
]
