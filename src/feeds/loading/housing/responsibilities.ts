import { sql } from 'kysely'
import type { Tx } from '#platform/database/index.ts'
import { enrolledOf } from '../enrolled.ts'
import type { Enrolled } from '../enrolled.ts'
import { rowsNow } from '../loaded-rows.ts'
import type { NotTakenCount, Said, Source } from '../loaded-rows.ts'
import { saying } from '../statements.ts'
import type { HousingContext } from './rows.ts'

/** Decided once for each attempt at a delivery, so that all its pages hold the same people for the same. */
const known = new WeakMap<Source, Promise<ReadonlyMap<string, Enrolled>>>()

/** Who of the landlord's people each officer of its list is, by the officer's key. */
const officersOf = async (tx: Tx, source: Source): Promise<ReadonlyMap<string, Enrolled>> => {
  const asked = known.get(source) ?? readOfficers(tx, source)
  known.set(source, asked)
  return asked
}

const readOfficers = async (tx: Tx, source: Source): Promise<ReadonlyMap<string, Enrolled>> => {
  const { rows } = await sql<{ key: string; name: string; mark: string | null }>`
    select key, row ->> 'name' as name, row ->> 'email' as mark from ${rowsNow(source)} r where tbl = 'officers' order by key`.execute(
    tx,
  )
  return enrolledOf(
    tx,
    source.agency,
    rows.map(({ key, name, mark }) => ({ key, name, mark: mark ?? undefined })),
    ['housing-officer'],
  )
}

/** A home is on the patch of the officer whom the landlord names, where that officer uses Rooftree. Nobody is enrolled by a feed. */
export const responsibilitiesSay = async (
  tx: Tx,
  units: readonly string[],
  context: HousingContext,
): Promise<ReadonlyMap<string, Said>> => {
  const { source } = context
  const officers = await officersOf(tx, source)
  return new Map(
    units.map((unit): [string, Said] => {
      const line = context.homes.get(unit)
      const home = line?.minted
      const officer = officers.get(line?.row.officer_ref ?? '')
      // Who is not enrolled is said of all homes together, at every delivery.
      if (line === undefined || home === undefined || officer === undefined || !('user' in officer))
        return [unit, { sayings: [], notTaken: [] }]
      const { user } = officer
      const content = `${home} ${user}`
      return [
        unit,
        {
          sayings: [
            saying(
              'responsibility',
              'officer',
              line,
              [home, user],
              () => ({ home, principal: user, role: 'housing officer', from: source.extractDay }),
              { ifUnsaid: 'end-involvement', ifGone: 'end-involvement', content },
            ),
          ],
          notTaken: [],
        },
      ]
    }),
  )
}

/** Homes that are on another patch now because an officer was enrolled, renamed or left since: though their row is the same, they are said again. */
export const touchPatches = async (tx: Tx, source: Source): Promise<void> => {
  const pairs = [...(await officersOf(tx, source))].flatMap(([officer, of]) =>
    'user' in of ? [[officer, of.user]] : [],
  )
  await sql`insert into feed_touched
    with officer as materialized (select p ->> 0 as officer, p ->> 1 as "user" from jsonb_array_elements(${JSON.stringify(pairs)}::jsonb) as p),
    looked_after as materialized (select h.unit, h.minted || ' ' || o.user as about from officer o join ${rowsNow(source)} h on h.tbl = 'homes' and h.row ->> 'officer_ref' = o.officer),
    said as materialized (select unit, about from feed_said where agency = ${source.agency} and kind = ${source.kind} and unit_type = 'patch' and slot = 'officer')
    select ${source.delivery}::uuid, 'patch', unit from (
      select unit from looked_after where not exists (select from said where said.unit = looked_after.unit and said.about = looked_after.about)
      union select unit from said where not exists (select from looked_after where looked_after.unit = said.unit and looked_after.about = said.about)
        and exists (select from feed_row r where r.agency = ${source.agency} and r.kind = ${source.kind} and r.unit_type = 'home' and r.unit = said.unit and r.tbl = 'homes' and r.row is not null and not r.gone)) of
    on conflict do nothing`.execute(tx)
}

const whyNot = {
  'not-enrolled':
    'The officer of the home is not enrolled in Rooftree under that e-mail address or name, so the home is on nobody’s patch by it. It is tried again at every delivery.',
  'two-of-one-name':
    'Two officers bear that name, so nobody can tell who is meant, and the home is on neither’s patch by it. An e-mail address tells them apart.',
} as const

/** Homes whose officer the landlord names and nobody is found for: said at every delivery, until somebody puts it right. */
export const homesWithoutOfficer = async (tx: Tx, source: Source): Promise<NotTakenCount[]> => {
  const why = [...(await officersOf(tx, source))].flatMap(([officer, of]) => ('why' in of ? [[officer, of.why]] : []))
  const { rows } = await sql<{ why: keyof typeof whyNot; count: number }>`
    with officer as materialized (select p ->> 0 as officer, p ->> 1 as why from jsonb_array_elements(${JSON.stringify(why)}::jsonb) as p)
    select o.why, count(*) as count from officer o join ${rowsNow(source)} h on h.tbl = 'homes' and h.row ->> 'officer_ref' = o.officer group by 1 order by 1`.execute(
    tx,
  )
  return rows.map(({ why: reason, count }) => ({ file: 'officers.csv', why: whyNot[reason], count }))
}
